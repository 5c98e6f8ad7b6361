// Who sits at the desk, and who else is signed in at this shared machine.
import type { Action, DeskStatus, SignedIn, Who } from '../bindings/verbs';
import { route } from './route.svelte';

export interface Seat {
  token: string;
  who: Who;
  /** What this person began to type and did not record, by the name of the screen; it goes when the session ends. */
  drafts: Map<string, unknown>;
  /** Where this person was when another one took the place; empty until then. */
  address: string;
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
  /** The session whose desk is laid out: under its lock all that was begun stays as it is. */
  laidOut = $state<string | null>(null);

  /** Sits down after signing in; who sat here before goes on with what he had begun. */
  enter(signed: SignedIn) {
    const before = this.seats.find((s) => s.who.id === signed.who.id);
    const seat = { token: signed.token, who: signed.who, drafts: before?.drafts ?? new Map<string, unknown>(), address: before?.address ?? '' };
    this.seats = [...this.seats.filter((s) => s !== before), seat];
    this.#take(seat);
  }

  /** Sits down at a seat whose lock was just opened. */
  unlock(who: Who) {
    this.seats = this.seats.map((s) => (s.token === this.token ? { ...s, who } : s));
    const seat = this.seat;
    if (seat) this.#take(seat);
  }

  /** Stands before the lock of a seat. */
  face(seat: Seat) {
    if (seat.token !== this.token) this.#clear();
    this.token = seat.token;
    this.who = seat.who;
    this.locked = true;
  }

  /** Leaves the seat as it is to someone who has none here yet. */
  makeRoom() {
    this.#clear();
    this.token = null;
    this.who = null;
    this.locked = false;
  }

  /** The session has ended, and with it what was begun in it. */
  leave() {
    this.seats = this.seats.filter((s) => s.token !== this.token);
    this.makeRoom();
  }

  /** The seat of the person at the desk. */
  get seat(): Seat | undefined {
    return this.seats.find((s) => s.token === this.token);
  }

  may(action: Action): boolean {
    return this.who?.rights.includes(action) ?? false;
  }

  /** The desk is no longer laid out; who comes back goes on where he was. */
  #clear() {
    if (this.seat && this.laidOut === this.token) this.seat.address = location.hash;
    this.laidOut = null;
  }

  #take(seat: Seat) {
    if (this.laidOut !== seat.token && seat.address !== '') route.to(seat.address);
    this.token = seat.token;
    this.who = seat.who;
    this.locked = false;
    this.laidOut = seat.token;
  }
}

export const session = new Session();
