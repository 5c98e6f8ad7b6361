// Who sits at the desk, and who else is signed in at this shared machine.
import type { Action, DeskStatus, SignedIn, Who } from '../bindings/verbs';

interface Seat {
  token: string;
  who: Who;
}

class Session {
  token = $state<string | null>(null);
  who = $state.raw<Who | null>(null);
  locked = $state(false);
  status = $state.raw<DeskStatus | null>(null);
  /** Whether the office was set up just now. */
  newOffice = false;
  /** Everyone signed in here; a seat is taken up again by PIN or password. */
  seats = $state.raw<Seat[]>([]);

  enter(signed: SignedIn) {
    this.seats = [...this.seats.filter((s) => s.who.id !== signed.who.id), { token: signed.token, who: signed.who }];
    this.take(signed);
  }

  take(seat: Seat) {
    this.token = seat.token;
    this.who = seat.who;
    this.locked = false;
  }

  leave() {
    this.seats = this.seats.filter((s) => s.token !== this.token);
    this.token = null;
    this.who = null;
    this.locked = false;
  }

  may(action: Action): boolean {
    return this.who?.rights.includes(action) ?? false;
  }
}

export const session = new Session();
