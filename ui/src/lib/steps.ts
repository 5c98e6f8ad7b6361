// The steps of orders and requests as forms: which verb, which fields. The door checks; this only asks.
import type { OrderStep, OrderView, RequestStep, RequestView, Role, Verbs } from '../bindings/verbs';
import { LinesDraft } from './lines.svelte';
import { gap, ownHand, requesterHand, type Signing, unsigned } from './signing';
import { cents } from './time';

export type Value = string | number | boolean | null | Signing | LinesDraft;
export type Values = Record<string, Value>;

export interface FieldSpec<V> {
  name: string;
  kind:
    | 'line'
    | 'text'
    | 'time'
    | 'future'
    | 'money'
    | 'choice'
    /** A choice that says something of what happened: nothing is chosen beforehand, a digit chooses. */
    | 'pick'
    | 'check'
    | 'person'
    | 'crew'
    | 'supervisor'
    | 'department'
    | 'request'
    | 'reporter'
    /** Items of a quote. */
    | 'lines'
    /** Signed by a person of the office, or by the requester. */
    | 'own-hand'
    | 'requester-hand';
  required?: boolean;
  /** Names to choose from, and the message prefix of their words. */
  options?: string[];
  words?: string;
  /** Words of the options, where they are no names of the catalogue. */
  labels?: string[];
  /** Message key for choosing none of them. */
  none?: string;
  /** Message key of a hint. */
  hint?: string;
  /** Roles of the people to choose from. */
  roles?: Role[];
  /** Shown only then. */
  when?: (values: Values, view: V) => boolean;
  start?: string | number | boolean;
  /** Of lines: on which order's site they are found, and for when they are priced. */
  pricing?: (values: Values, view: V) => { order?: number; at?: string | null };
}

export interface StepSpec<V> {
  verb: keyof Verbs;
  fields: FieldSpec<V>[];
  /** Turns what was typed into the verb's own fields. */
  build?: (values: Values, view: V) => Record<string, unknown>;
}

type Plain = FieldSpec<unknown>;
const at: Plain = { name: 'at', kind: 'time' };
const text = (name: string, required = true): Plain => ({ name, kind: 'text', required });
const line = (name: string, required = true): Plain => ({ name, kind: 'line', required });
const pick = (words: string, name: string, options: string[]): Plain => ({ name, kind: 'pick', words, options, required: true });
const worker: Plain = { name: 'worker', kind: 'crew', required: true };
const supervisor: Plain = { name: 'supervisor', kind: 'supervisor', required: true };
const hand: Plain = { name: 'signature', kind: 'own-hand' };
/** The fields of a step that a person of the office signs. */
const signed = (v: Values) => ({ ...ownHand(v.signature as Signing), signature: undefined });

const items: Plain = { name: 'lines', kind: 'lines' };
const found: FieldSpec<OrderView> = { ...items, pricing: (v, view) => ({ order: view.order.id, at: String(v.at ?? '') || null }) };
const wished: FieldSpec<RequestView> = { ...items, pricing: (_, view) => ({ at: view.request.wished_at }) };
/** Whether no items are named: the price stands as one amount then. */
const bare = (v: Values) => (v.lines as LinesDraft).lines.length === 0;

/** A question of the follow-up call: yes, no, or not asked, which is never taken for a yes. */
const asked = (name: string): Plain => ({
  name,
  kind: 'choice',
  options: ['yes', 'no'],
  words: 'common',
  none: 'ui-not-asked',
  when: (v) => v.outcome !== 'not_reached',
});
const said = (value: Value | undefined) => (value === 'yes' ? true : value === 'no' ? false : null);

/** Whether the copies that are out came back; asked for only then. */
const allBack: FieldSpec<OrderView> = {
  ...pick('common', 'all_back', ['yes', 'no']),
  when: (_, view) => view.copies.some((c) => c.place !== 'desk' && c.place !== 'lost'),
};
const copiesBack = (v: Values, view: OrderView) => ({
  copies_back: v.all_back === 'yes' ? view.copies.filter((c) => c.place !== 'lost').map((c) => c.copy_no) : [],
  all_back: undefined,
});

export const orderSteps: Record<Exclude<OrderStep, 'issue' | 'hurry'>, StepSpec<OrderView>> = {
  notify: {
    verb: 'orders.notify',
    fields: [
      { name: 'how', kind: 'choice', options: ['phone', 'radio', 'in_person', 'message'], words: 'notify-how', start: 'phone' },
      line('whom', false),
      at,
    ],
  },
  accept: { verb: 'orders.accept', fields: [worker, hand, at], build: signed },
  arrive: { verb: 'orders.arrive', fields: [at] },
  amend: {
    verb: 'orders.amend',
    fields: [text('real_item'), found, { name: 'fee', kind: 'money', when: bare }, { ...line('judged_by', false), when: (v, view) => !bare(v) || (view.order.quote_id !== null && v.fee !== '') }, at],
    build: (v) => (bare(v) ? { lines: null } : {}),
  },
  agree: {
    verb: 'orders.agree',
    fields: [
      { name: 'fee', kind: 'money', required: true },
      { name: 'with_signature', kind: 'check' },
      { name: 'signature', kind: 'requester-hand', when: (v) => v.with_signature === true },
      at,
    ],
    build: (v) => ({
      signature: v.with_signature ? requesterHand(v.signature as Signing) : null,
      with_signature: undefined,
    }),
  },
  finish: {
    verb: 'orders.finish',
    fields: [text('work_done'), text('remarks', false), hand, at],
    build: (v, view) => ({ ...signed(v), worker: view.order.worker_id }),
  },
  confirm: {
    verb: 'orders.confirm',
    fields: [
      pick('confirmation', 'confirmation', ['signed', 'refused', 'absent']),
      {
        ...pick('common-evaluation', 'evaluation', ['satisfied', 'mostly', 'not_satisfied']),
        when: (v) => v.confirmation === 'signed',
      },
      { name: 'signature', kind: 'requester-hand', when: (v) => v.confirmation === 'signed' },
      { ...text('remarks', false), when: (v) => v.confirmation === 'signed' },
      { ...text('absent_reason'), when: (v) => v.confirmation === 'refused' || v.confirmation === 'absent' },
      at,
    ],
    build: (v) => {
      const signed = v.confirmation === 'signed';
      return {
        how: v.confirmation,
        confirmation: undefined,
        evaluation: signed ? v.evaluation : null,
        remarks: signed ? v.remarks : v.absent_reason,
        signature: signed ? requesterHand(v.signature as Signing) : null,
        absent_reason: undefined,
      };
    },
  },
  countersign: { verb: 'orders.countersign', fields: [supervisor, hand, at], build: signed },
  return: { verb: 'orders.return', fields: [at] },
  follow_up: {
    verb: 'orders.follow_up',
    fields: [
      { name: 'reporter', kind: 'reporter', required: true, when: (_, view) => view.joined.length > 0 },
      pick('common-evaluation', 'outcome', ['satisfied', 'mostly', 'not_satisfied', 'not_reached']),
      { ...line('whom', false), hint: 'ui-whom-hint' },
      asked('shoe_covers'),
      asked('left_clean'),
      asked('explained'),
      { name: 'message_left', kind: 'check', when: (v) => v.outcome === 'not_reached' },
      {
        name: 'department',
        kind: 'department',
        when: (v) => v.outcome === 'not_satisfied',
      },
      text('remarks', false),
      at,
    ],
    build: (v, view) => ({
      reporter: view.joined.length > 0 ? v.reporter : null,
      message_left: v.outcome === 'not_reached' && !!v.message_left,
      shoe_covers: said(v.shoe_covers),
      left_clean: said(v.left_clean),
      explained: said(v.explained),
    }),
  },
  reject: { verb: 'orders.reject', fields: [supervisor, text('reason'), at] },
  decline: { verb: 'orders.decline', fields: [text('reason'), at] },
  transfer: { verb: 'orders.transfer', fields: [{ name: 'department', kind: 'department', required: true }, text('reason'), at] },
  reassign: { verb: 'orders.reassign', fields: [worker, text('reason'), at] },
  pause: {
    verb: 'orders.pause',
    fields: [
      pick('waiting-for', 'waiting_for', ['no_access', 'parts', 'other']),
      { name: 'until', kind: 'future', required: true },
      text('note', false),
      at,
    ],
  },
  resume: { verb: 'orders.resume', fields: [at] },
  coordinate: { verb: 'orders.coordinate', fields: [line('record'), text('reason'), at] },
  conclude: { verb: 'orders.conclude', fields: [text('work_done'), at] },
  close_unreached: { verb: 'orders.close_unreached', fields: [at] },
  exempt: {
    verb: 'orders.exempt',
    fields: [text('cause'), line('record'), { name: 'supervisor', kind: 'person', roles: ['desk_supervisor', 'manager'], required: true }, hand, at],
    build: signed,
  },
  void: { verb: 'orders.void', fields: [text('reason'), allBack, at], build: copiesBack },
  withdraw: { verb: 'orders.withdraw', fields: [line('whom'), text('reason'), allBack, at], build: copiesBack },
};

export const requestSteps: Record<Exclude<RequestStep, 'order' | 'reopen'>, StepSpec<RequestView>> = {
  answer: { verb: 'requests.answer', fields: [text('answer'), line('whom', false), at] },
  ask: {
    verb: 'requests.ask',
    fields: [{ name: 'supervisor', kind: 'person', roles: ['desk_supervisor', 'manager'], required: true }, text('question'), at],
  },
  reply: {
    verb: 'requests.reply',
    fields: [{ name: 'supervisor', kind: 'person', roles: ['desk_supervisor', 'manager'], required: true }, text('reply'), at],
  },
  contact: { verb: 'requests.contact', fields: [line('whom'), text('reply'), at] },
  help: { verb: 'requests.help', fields: [line('whom'), text('result'), at] },
  wait_crew: { verb: 'requests.wait_crew', fields: [text('explanation'), at] },
  arrange: { verb: 'requests.arrange', fields: [{ name: 'wished_at', kind: 'future', required: true }, text('note', false), at] },
  review: { verb: 'requests.review', fields: [line('whom'), text('question'), at] },
  feasible: {
    verb: 'requests.feasible',
    fields: [line('whom'), text('plan'), wished, { name: 'quote', kind: 'money', required: true, when: bare }, line('hours', false), at],
    build: (v) => (bare(v) ? { lines: null } : {}),
  },
  infeasible: { verb: 'requests.infeasible', fields: [line('whom'), text('reason'), at] },
  consent: { verb: 'requests.consent', fields: [line('whom'), line('consent_how'), at], build: (v) => ({ how: v.consent_how, consent_how: undefined }) },
  refuse_quote: { verb: 'requests.refuse_quote', fields: [line('whom'), text('reason'), at] },
  danger: {
    verb: 'requests.danger',
    fields: [pick('danger', 'danger', ['water', 'fire', 'power', 'lift']), line('whom'), text('situation'), at],
  },
  ask_defect: { verb: 'requests.ask_defect', fields: [line('whom'), at] },
  defect: { verb: 'requests.defect', fields: [line('whom'), line('record'), at] },
  not_defect: { verb: 'requests.not_defect', fields: [line('whom'), text('reason'), at] },
  coordinate: { verb: 'requests.coordinate', fields: [line('record'), text('reason'), at] },
  join: { verb: 'requests.join', fields: [{ name: 'to', kind: 'request', required: true }, text('note', false), at] },
  withdraw: { verb: 'requests.withdraw', fields: [line('whom'), text('reason'), at] },
  unreached: { verb: 'requests.unreached', fields: [text('tries'), at] },
  tell: { verb: 'requests.tell', fields: [line('whom'), text('note', false), at] },
};

/** The estimate of a request: no step of its own, it may be told anew until a crew goes (R18). */
export const estimate: StepSpec<RequestView> = {
  verb: 'quotes.estimate',
  fields: [wished],
  build: (v) => ({ told: (v.lines as LinesDraft).readOut }),
};

/** What every field holds before anything is typed: nothing, unless the step or the order says something. */
export function begun<V>(spec: StepSpec<V>, start: Values): Values {
  const first = (f: FieldSpec<V>): Value => {
    if (f.kind === 'own-hand' || f.kind === 'requester-hand') return unsigned(f.kind === 'requester-hand');
    if (f.kind === 'lines') return new LinesDraft();
    return start[f.name] ?? f.start ?? (f.kind === 'check' ? false : '');
  };
  return Object.fromEntries(spec.fields.map((f) => [f.name, first(f)]));
}

/** The first required field of those shown that is still empty. */
export function missing<V>(shown: FieldSpec<V>[], values: Values): string | null {
  for (const f of shown) {
    const value = values[f.name];
    if (f.kind === 'own-hand' || f.kind === 'requester-hand') {
      const open = gap(value as Signing, f.kind === 'requester-hand');
      if (open) return open;
    } else if (f.required && (value === null || value === undefined || String(value).trim() === '')) return f.name;
  }
  return null;
}

/** The verb's input from typed values: empty optional texts become null, amounts cents. */
export function built<V>(spec: StepSpec<V>, values: Values, view: V): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  for (const field of spec.fields) {
    const value = values[field.name];
    if (field.when && !field.when(values, view)) continue;
    if (field.kind === 'lines') input[field.name] = (value as LinesDraft).inputs();
    else if (field.kind === 'money') input[field.name] = value === '' || value == null ? null : cents(String(value));
    else if (value === '' && !field.required) input[field.name] = null;
    else input[field.name] = value;
  }
  return { ...input, ...spec.build?.(values, view) };
}
