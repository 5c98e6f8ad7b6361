// An order about to be issued for a request: the same fields wherever that is done.
import type { Stepped } from '../bindings/verbs';
import { call } from './ipc';

export class IssueDraft {
  /** Nobody chose another one: the department that such work usually goes to. */
  department = $state<number | null>(null);
  worker = $state<number | null>(null);
  appointment = $state('');
  /** When it was written, for one that is entered later. */
  at = $state('');
  paperNo = $state('');

  /** Issues it. Throws `DeskError`. */
  issue(request: { id: number; version: number }, usual: number | null): Promise<Stepped> {
    return call('orders.issue', {
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
  }
}
