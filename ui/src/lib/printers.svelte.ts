// The printers of this computer, and the one that was used last.
import { invoke } from '@tauri-apps/api/core';
import { asDeskError, type DeskError, type Printer } from './ipc';

const STORED = 'printer';

/** The printer that was used last on this computer. */
export const printerUsedLast = () => localStorage.getItem(STORED);

export class Printers {
  all = $state.raw<Printer[]>([]);
  chosen = $state<string | null>(printerUsedLast());
  error = $state.raw<DeskError | null>(null);

  constructor() {
    $effect(() => {
      invoke<Printer[]>('printers').then(
        (found) => {
          this.all = found;
          if (found.some((p) => p.name === this.chosen)) return;
          this.chosen = (found.find((p) => p.default) ?? found[0])?.name ?? null;
        },
        (thrown) => (this.error = asDeskError(thrown)),
      );
    });
  }

  get options() {
    return this.all.map((p) => ({ value: p.name, label: p.name }));
  }

  /** The chosen one is offered first the next time. */
  keep() {
    if (this.chosen) localStorage.setItem(STORED, this.chosen);
  }
}
