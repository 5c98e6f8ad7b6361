// The paper that is being booked in, and those begun before it: what was read from each is kept until it is recorded.
import type { OrderView, Verbs } from '../../bindings/verbs';
import { asDeskError, call, type DeskError } from '../../lib/ipc';
import { late } from '../../lib/late.svelte';
import { words } from '../../lib/words.svelte';
import { Paper } from './paper.svelte';

export class Booking {
  /** The number as it is typed or scanned. */
  no = $state('');
  paper = $state.raw<Paper | null>(null);
  error = $state.raw<DeskError | null>(null);
  busy = $state(false);
  #begun = new Map<string, Paper>();
  #turn = 0;

  /** Takes up the paper of the typed number, where one was typed. */
  async load() {
    const typed = this.no.split('/')[0]?.trim() ?? '';
    if (typed === '') return;
    const turn = ++this.#turn;
    try {
      const view = await call('orders.show', { order: null, no: typed });
      if (turn !== this.#turn) return;
      const paper = this.#begun.get(view.order.no) ?? (await this.#begin(view));
      if (turn !== this.#turn) return;
      paper.view = view;
      this.#begun.set(view.order.no, paper);
      [this.paper, this.error] = [paper, null];
    } catch (thrown) {
      if (turn === this.#turn) [this.paper, this.error] = [null, asDeskError(thrown)];
    }
  }

  /** A paper of which nothing was read yet. The owner's own material that nobody looked at stands there at once: the
   * paper says how it was found (R21). */
  async #begin(view: OrderView): Promise<Paper> {
    const paper = new Paper(view);
    if (!paper.open('on_site') || view.order.quote_id === null) return paper;
    const quotes = await call('quotes.show', { request: view.order.request_id, locale: words.locale });
    const known = quotes.find(({ quote }) => quote.id === view.order.quote_id);
    if (known) paper.lines.takeUp(known);
    if (!paper.lines.lines.some((line) => line.unseen)) paper.lines.lines = [];
    return paper;
  }

  /** Books it in; null while something is missing or wrong, which is then told. */
  async save(): Promise<Verbs['orders.book_in']['out']['order'] | null> {
    const { paper } = this;
    this.error = null;
    if (!paper || this.busy || !paper.ready()) return null;
    this.busy = true;
    try {
      const { order, late: steps } = await call('orders.book_in', paper.input);
      this.#begun.delete(order.no);
      [this.paper, this.no] = [null, ''];
      late.ask(order.no, steps);
      return order;
    } catch (thrown) {
      this.error = asDeskError(thrown);
      if (this.error.code === 'stale') await this.refresh();
      return null;
    } finally {
      this.busy = false;
    }
  }

  /** Reads the order of the paper again; what was typed stays. */
  async refresh() {
    const { paper } = this;
    if (!paper) return;
    const view = await call('orders.show', { order: paper.view.order.id, no: null }).catch(() => null);
    if (view) paper.view = view;
  }
}
