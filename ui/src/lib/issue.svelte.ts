// An order about to be issued for a request: the same fields wherever that is done.
import type { Issued } from '../bindings/verbs';
import { say } from '../parts/Toasts.svelte';
import { call } from './ipc';
import { between } from './money';
import { t } from './words.svelte';

export class IssueDraft {
  /** Nobody chose another one: the department that such work usually goes to. */
  department = $state<number | null>(null);
  worker = $state<number | null>(null);
  appointment = $state('');
  /** When it was written, for one that is entered later. */
  at = $state('');
  paperNo = $state('');

  /** Issues it; where the appointment changed what it costs, that is said. Throws `DeskError`. */
  async issue(request: { id: number; version: number }, usual: number | null): Promise<Issued> {
    const issued = await call('orders.issue', {
      request: request.id,
      version: request.version,
      department: this.department ?? usual ?? 0,
      worker: this.worker,
      appointment: this.appointment || null,
      // What it costs stands in the request's quote.
      fee: null,
      at: this.at || null,
      late: null,
      paper_no: this.paperNo || null,
    });
    const { anew } = issued;
    if (anew) say(t('issue-anew', { no: issued.no, told: between(anew.told), now: between(anew.now) }));
    return issued;
  }
}
