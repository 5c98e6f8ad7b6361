// A dialog that a person has open: on what, and what was typed in it. Like every draft it outlives the screen, so that
// another person can take the seat meanwhile; it goes when the dialog closes or the session ends.
import { draft } from './drafts';

export class Held<On> {
  /** What it is open on; null while it is closed. */
  on = $state.raw<On | null>(null);
  #typed: unknown;

  /** Opens it anew, with nothing typed. */
  open(on: On) {
    this.#typed = undefined;
    this.on = on;
  }

  close() {
    this.#typed = undefined;
    this.on = null;
  }

  /** What was typed in it; begun when it is shown first. */
  typed<T>(begin: () => T): T {
    this.#typed ??= begin();
    return this.#typed as T;
  }
}

/** The dialog of that name of the person at the desk. */
export const held = <On = true>(name: string): Held<On> => draft(`dialog-${name}`, () => new Held<On>());
