// Late steps just taken whose reason is asked for, one after another, on whatever screen the person is by then (R37).
import type { AskLate } from '../bindings/verbs';
import { session } from './session.svelte';

/** A late step, and of which order. */
export type LateStep = AskLate & { no: string };

class Late {
  /** Those still to be asked for, the next one first. */
  waiting = $state.raw<LateStep[]>([]);

  /** Asks for the reason of these steps of an order, where the person may give one. */
  ask(no: string, steps: (AskLate | null | undefined)[]) {
    if (!session.may('record_work')) return;
    const late = steps.filter((step) => step != null);
    this.waiting = [...this.waiting, ...late.map((step) => ({ ...step, no }))];
  }

  /** The next one's reason was given. */
  given() {
    this.waiting = this.waiting.slice(1);
  }

  /** Asks no more; the workbench keeps them. */
  putOff() {
    this.waiting = [];
  }
}

export const late = new Late();
