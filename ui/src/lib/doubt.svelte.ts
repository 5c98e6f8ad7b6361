// A time that cannot be right by itself, the computer's or one that was typed, until a supervisor answers for it.
import type { Code } from '../bindings/verbs';
import type { DeskError } from './ipc';

const DOUBTS: Code[] = ['clock-back', 'clock-ahead', 'time-long-ago'];

class Doubt {
  /** What waits for a supervisor. */
  error = $state.raw<DeskError | null>(null);

  /** Whether the error waits for a supervisor, who is asked in a dialog of its own. */
  asks = (error: DeskError) => DOUBTS.includes(error.code);

  /** Asks for the supervisor if that is what the error says. */
  meet(error: DeskError) {
    if (this.asks(error)) this.error = error;
  }
}

export const doubt = new Doubt();
