// A call as it is taken: what was typed, the place that was chosen, and how far recording and issuing got.
import type { Channel, Danger, Found, Kind, Request, RequestStepped, ResidentView, Source, Urgency } from '../../bindings/verbs';
import { asDeskError, call, type DeskError } from '../../lib/ipc';
import { IssueDraft } from '../../lib/issue.svelte';
import { LinesDraft } from '../../lib/lines.svelte';
import { late } from '../../lib/late.svelte';
import { name, t } from '../../lib/words.svelte';
import { say } from '../../parts/Toasts.svelte';

/** A place as it is looked for: the words typed, and the one taken from the list. */
export class Whereabouts {
  text = $state('');
  found = $state.raw<Found | null>(null);

  /** Words that no place was taken for: nobody may guess which is meant. */
  get unknown(): boolean {
    return this.found === null && this.text.trim() !== '';
  }
}

/** One fault told in a call. */
export class Fault {
  content = $state('');
  remarks = $state('');
  /** Another place than the call's own. */
  where = new Whereabouts();
  /** The items it takes, whose price is read out to the caller (R18). */
  lines = new LinesDraft();
}

const blank = () => ({
  source: 'household' as Source,
  kind: 'household' as Kind,
  channel: 'phone' as Channel | null,
  urgency: 'normal' as Urgency,
  danger: 'none' as Danger | null,
  placeText: '',
  reporting: null as number | null,
  caller: '',
  relation: '',
  phone: '',
  refused: false,
  wished: '',
  received: '',
});

/** What a place says by itself of a call. */
type Said = { source?: Source; kind?: Kind; caller?: string; phone?: string };

export class CallDraft {
  form = $state(blank());
  where = new Whereabouts();
  faults = $state([new Fault()]);
  issue = new IssueDraft();
  resident = $state.raw<ResidentView | null>(null);
  history = $state.raw<Request[]>([]);
  more = $state(false);
  error = $state.raw<DeskError | null>(null);
  busy = $state(false);
  /** Whether recording was tried; from then on a place that is typed and not chosen is told. */
  tried = $state(false);
  /** Requests of this call that are written and still have no order: only issuing is left for them. */
  written = $state.raw<RequestStepped[]>([]);
  /** The orders of this call. */
  orders: number[] = [];
  /** What the chosen place has put in. */
  #said: Said = {};
  #turn = 0;

  /** The faults that are recorded. */
  get told(): Fault[] {
    return this.faults.filter((f, i) => i === 0 || f.content.trim() !== '' || f.lines.lines.length > 0);
  }

  /** Whether no crew may be sent before a review and the owner's consent (R19); the door decides. */
  get reviewed(): boolean {
    const asks = (fault: Fault) => fault.lines.lines.length > 0 && fault.lines.told?.verdict.verdict === 'review';
    return this.form.danger === 'none' && this.told.some(asks);
  }

  /** Whether the resident himself is calling: only then is his relation to the household the caller's. */
  get himself(): boolean {
    return this.resident !== null && this.form.caller.trim() === this.resident.name;
  }

  /**
   * A place was taken from the list, or with null given up. What an earlier place had put in goes with it; what the
   * person typed stays.
   */
  async choose(row: Found | null) {
    const turn = ++this.#turn;
    this.history = [];
    this.resident = row ? (row.residents.find((r) => r.id === row.resident) ?? row.residents[0] ?? null) : null;
    const open = row !== null && row.place.kind !== 'household';
    this.#put('kind', open ? 'public' : undefined);
    this.#put('source', open ? 'area' : undefined);
    this.#put('caller', this.resident?.name);
    // The phone is the resident's own; another caller has another.
    this.#put('phone', this.himself ? this.resident?.phones[0] : undefined);
    if (!row) return;
    const history = await call('requests.at_place', { place: row.place.id }).catch(() => []);
    if (turn === this.#turn) this.history = history;
  }

  /** Puts in what the place says, where nothing stands but what a place had said before. */
  #put<K extends keyof Said>(field: K, said: Said[K]) {
    const form = this.form as Required<Said>;
    const empty = blank() as Required<Said>;
    const untouched = form[field] === (this.#said[field] ?? empty[field]);
    if (untouched) form[field] = (said ?? empty[field]) as Required<Said>[K];
    if (untouched && said !== undefined) this.#said[field] = said;
    else delete this.#said[field];
  }

  /**
   * Records the call, and issues its orders where that is asked for. False while something is missing or wrong, which
   * is then told; what was done is not done again at the next try.
   */
  async record(issue: boolean, usual: number | null): Promise<boolean> {
    this.tried = true;
    const unknown = this.where.unknown || this.faults.some((f) => f.where.unknown);
    const unreadable = this.told.some((f) => f.lines.unreadable !== null);
    if (this.busy || (this.written.length === 0 && (unknown || unreadable))) return false;
    this.busy = true;
    this.error = null;
    try {
      if (this.written.length === 0) this.written = await this.#write();
      if (issue) await this.#issueAll(usual);
      return true;
    } catch (thrown) {
      this.error = asDeskError(thrown);
      if (this.error.code === 'stale') await this.#readAgain();
      return false;
    } finally {
      this.busy = false;
    }
  }

  async #write(): Promise<RequestStepped[]> {
    const { form, resident } = this;
    const recorded = await call('requests.record', {
      channel: form.channel ?? 'phone',
      received_at: form.received || null,
      source: form.source,
      place: this.where.found?.place.id ?? null,
      place_text: form.placeText || null,
      resident: resident?.id ?? null,
      reporting_department: form.source === 'department' ? form.reporting : null,
      caller: form.caller || null,
      relation: this.himself && resident ? name('relation', resident.relation) : form.relation || null,
      phone: form.phone || null,
      phone_refused: form.refused,
      requests: this.told.map((fault) => ({
        kind: form.kind,
        content: fault.content,
        urgency: form.urgency,
        danger: form.danger ?? 'none',
        wished_at: form.wished || null,
        remarks: fault.remarks || null,
        place: fault.where.found?.place.id ?? null,
        lines: fault.lines.inputs(),
        told: fault.lines.readOut,
      })),
    });
    say(t('intake-recorded', { no: recorded.requests.map((r) => r.no).join(' ') }));
    return recorded.requests;
  }

  // One by one, so that what failed can be tried again without recording or issuing anything twice.
  async #issueAll(usual: number | null) {
    for (const request of this.written) {
      const order = await this.issue.issue(request, usual);
      late.ask(order.no, [order.ask_late]);
      this.orders.push(order.id);
      this.written = this.written.filter((r) => r.id !== request.id);
    }
  }

  /** Someone else did something about a request meanwhile: the next try goes on from there. */
  async #readAgain() {
    const seen = await Promise.all(
      this.written.map((r) => call('requests.show', { request: r.id }).then((v) => ({ ...r, version: v.request.version }), () => r)),
    );
    this.written = seen;
  }
}

/** The desk's place for one call after another. */
export class Intake {
  call = $state.raw(new CallDraft());

  /** The next call. */
  next() {
    this.call = new CallDraft();
  }
}
