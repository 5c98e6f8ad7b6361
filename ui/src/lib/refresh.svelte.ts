// What became stale: a verb's answer names tables and rows, and whoever shows them reads again.
import { SvelteMap } from 'svelte/reactivity';
import type { DeskError } from './ipc';
import { session } from './session.svelte';

const stamps = new SvelteMap<string, number>();
/** A topic of everything. */
const ALL = '';

/** Notes that these topics (`work_order`, `work_order:12`) changed. */
export function touch(topics: string[]) {
  for (const topic of topics) stamps.set(topic, (stamps.get(topic) ?? 0) + 1);
}

/** Notes that the screen lags behind the ledger, nobody knows where: all of it is read again. */
export function touchAll() {
  touch([ALL]);
}

/** Makes the running effect depend on the topics. */
export function watch(topics: string[]): number {
  return [ALL, ...topics].reduce((sum, topic) => sum + (stamps.get(topic) ?? 0), 0);
}

/** The row as it was read last; itself where the list no longer has it. */
export function fresh<R extends { id: number }>(row: R, rows: R[] | undefined): R {
  return rows?.find((other) => other.id === row.id) ?? row;
}

/**
 * A reading verb's answer that stays fresh. `read` runs again when the state it uses, one of the topics, or `reload`
 * changes; an older answer never overwrites a newer one. Under the lock nothing is asked; afterwards all is read again.
 */
export class Query<T> {
  value = $state.raw<T | undefined>(undefined);
  error = $state.raw<DeskError | null>(null);
  #turn = 0;
  #again = $state(0);

  constructor(read: () => Promise<T> | null, topics: () => string[]) {
    $effect(() => {
      watch(topics());
      void this.#again;
      const turn = ++this.#turn;
      if (session.locked) return;
      const promise = read();
      promise?.then(
        (value) => {
          if (turn === this.#turn) {
            this.value = value;
            this.error = null;
          }
        },
        (error: DeskError) => {
          if (turn === this.#turn) this.error = error;
        },
      );
    });
  }

  reload() {
    this.#again += 1;
  }
}
