// What is read from a returned paper order while it is booked in.
import type { Confirmation, Evaluation, OrderState, OrderView, Verbs } from '../../bindings/verbs';
import { LinesDraft } from '../../lib/lines.svelte';
import { cents, officeDay, today } from '../../lib/time';

/** States in which paper can be booked in, in the order of an order's life. */
const LIFE: OrderState[] = ['issued', 'accepted', 'on_site', 'finished', 'confirmed', 'signed'];

/** The times that stand on the paper, from top to bottom. */
const TIMES = ['accepted', 'arrived', 'finished', 'confirmed', 'countersigned', 'returned'] as const;
type Time = (typeof TIMES)[number];

export class Paper {
  /** The order as it was read last. */
  view: OrderView;
  worker = $state<number | null>(null);
  realItem = $state('');
  /** Its items with their materials; none where it has one amount for all of it, or those of the order. */
  lines = new LinesDraft();
  fee = $state('');
  judgedBy = $state('');
  workDone = $state('');
  remarks = $state('');
  confirmation = $state<Confirmation | null>(null);
  evaluation = $state<Evaluation | null>(null);
  opinion = $state('');
  signer = $state<'requester' | 'other' | null>(null);
  signedBy = $state('');
  supervisor = $state<number | null>(null);
  /** The day of its times; what happened on another is typed with its own. */
  day = $state('');
  times = $state<Record<Time, string>>({ accepted: '', arrived: '', finished: '', confirmed: '', countersigned: '', returned: '' });
  /** Whether saving was tried; from then on what is missing is told until it is there. */
  tried = $state(false);

  constructor(view: OrderView) {
    this.view = $state.raw(view);
    this.worker = view.order.worker_id;
    // Work is done on the day of its order as a rule; the paper comes back today.
    this.day = officeDay(view.order.issued_at);
  }

  /** Whether the step that leads out of this state is still to be read from the paper. */
  open(state: OrderState): boolean {
    return LIFE.indexOf(this.view.order.state) <= LIFE.indexOf(state);
  }

  get countersigned(): boolean {
    return this.view.countersign && this.open('confirmed');
  }

  #stamp(time: Time): string | null {
    const typed = this.times[time].trim();
    if (typed === '') return null;
    const day = time === 'returned' ? today() : this.day.trim();
    return typed.includes(' ') ? typed : `${day} ${typed}`.trim();
  }

  /** When the worker saw what the paper says of the site: prices go by it. Nothing while it is half typed. */
  get seenAt(): string | null {
    if (!this.open('accepted')) return this.view.steps.at(-1)?.step.at ?? null;
    return /\d:?\d\d$/.test(this.times.arrived.trim()) ? this.#stamp('arrived') : null;
  }

  /** Whether somebody of engineering must have judged the amount: no item of the schedule settles it (R19). */
  get judged(): boolean {
    if (this.lines.lines.length > 0) return this.lines.told?.verdict.verdict === 'review';
    return this.view.order.quote_id !== null && this.fee.trim() !== '';
  }

  /** Required fields that are empty; the door says what else is wrong. */
  get empty(): string[] {
    if (!this.tried) return [];
    const signed = this.confirmation === 'signed';
    const finished = this.open('on_site');
    const timed = this.open('issued') || finished || this.open('finished') || this.countersigned;
    const confirmed = this.open('finished');
    const wanted: [string, boolean][] = [
      ['day', timed && this.day.trim() === ''],
      ['worker', this.open('issued') && this.worker === null],
      ['accepted_at', this.open('issued') && !this.times.accepted],
      ['arrived_at', this.open('accepted') && !this.times.arrived],
      ['finished_at', finished && !this.times.finished],
      ['work_done', finished && this.workDone.trim() === ''],
      ['confirmation', confirmed && this.confirmation === null],
      ['confirmed_at', confirmed && !this.times.confirmed],
      ['evaluation', confirmed && signed && this.evaluation === null],
      ['signer', confirmed && signed && this.signer === null],
      ['signature_name', confirmed && signed && this.signer === 'other' && this.signedBy.trim() === ''],
      ['supervisor', this.countersigned && this.supervisor === null],
      ['countersigned_at', this.countersigned && !this.times.countersigned],
    ];
    return wanted.filter(([, missing]) => missing).map(([field]) => field);
  }

  get badFee(): boolean {
    return this.fee.trim() !== '' && cents(this.fee) === null;
  }

  /** Whether it can be sent to the door. */
  ready(): boolean {
    this.tried = true;
    return this.empty.length === 0 && !this.badFee && this.lines.unreadable === null;
  }

  get input(): Verbs['orders.book_in']['in'] {
    const signed = this.confirmation === 'signed';
    return {
      order: this.view.order.id,
      version: this.view.order.version,
      worker: this.worker,
      accepted_at: this.#stamp('accepted'),
      arrived_at: this.#stamp('arrived'),
      real_item: this.realItem || null,
      lines: this.lines.lines.length > 0 ? this.lines.inputs() : null,
      fee: this.fee.trim() === '' ? null : cents(this.fee),
      judged_by: this.judgedBy.trim() || null,
      finished_at: this.#stamp('finished'),
      work_done: this.workDone,
      remarks: this.remarks || null,
      // Once it is recorded the door passes over it.
      confirmation: this.confirmation ?? this.view.order.confirmation ?? 'absent',
      evaluation: signed ? this.evaluation : null,
      evaluation_remarks: this.opinion || null,
      signed_by: signed && this.signer === 'other' ? this.signedBy : null,
      confirmed_at: this.#stamp('confirmed'),
      supervisor: this.supervisor,
      countersigned_at: this.#stamp('countersigned'),
      returned_at: this.#stamp('returned'),
      late: null,
    };
  }
}
