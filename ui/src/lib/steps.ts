// The steps of orders and requests as forms: which verb, which fields. The door checks; this only asks.
import type { OrderStep, OrderView, RequestStep, RequestView, Role, Verbs } from '../bindings/verbs';
import { cents } from './time';

export type Values = Record<string, string | number | boolean | null>;

export interface FieldSpec {
  name: string;
  kind: 'line' | 'text' | 'time' | 'future' | 'person' | 'department' | 'money' | 'choice' | 'check' | 'request';
  required?: boolean;
  /** Names to choose from, and the message prefix of their words. */
  options?: string[];
  words?: string;
  /** Message key for choosing none of them. */
  none?: string;
  /** Roles of the people to choose from. */
  roles?: Role[];
  /** Shown only then. */
  when?: (values: Values) => boolean;
  start?: string | number | boolean;
}

export interface StepSpec<V> {
  verb: keyof Verbs;
  fields: FieldSpec[];
  /** Turns what was typed into the verb's own fields. */
  build?: (values: Values, view: V) => Record<string, unknown>;
}

const at: FieldSpec = { name: 'at', kind: 'time' };
const text = (name: string, required = true): FieldSpec => ({ name, kind: 'text', required });
const line = (name: string, required = true): FieldSpec => ({ name, kind: 'line', required });
const CREW: Role[] = ['worker', 'foreman'];
const SUPERVISORS: Role[] = ['foreman', 'department_head'];

/** A question of the follow-up call: yes, no, or not asked, which is never taken for a yes. */
const asked = (name: string): FieldSpec => ({
  name,
  kind: 'choice',
  options: ['yes', 'no'],
  words: 'common',
  none: 'ui-not-asked',
  when: (v) => v.outcome !== 'not_reached',
});
const said = (value: Values[string] | undefined) => (value === 'yes' ? true : value === 'no' ? false : null);

/** How a person of the office signs: on paper, or with the own PIN. */
const how: FieldSpec = { name: 'how', kind: 'choice', options: ['paper', 'pin'], words: 'signed', start: 'paper' };
const pin: FieldSpec = { name: 'pin', kind: 'line', required: true, when: (v) => v.how === 'pin' };

export const orderSteps: Record<Exclude<OrderStep, 'issue'>, StepSpec<OrderView>> = {
  notify: {
    verb: 'orders.notify',
    fields: [
      { name: 'how', kind: 'choice', options: ['phone', 'radio', 'in_person', 'message'], words: 'notify-how', start: 'phone' },
      line('whom', false),
      at,
    ],
  },
  accept: { verb: 'orders.accept', fields: [{ name: 'worker', kind: 'person', roles: CREW, required: true }, how, pin, at] },
  arrive: { verb: 'orders.arrive', fields: [at] },
  amend: { verb: 'orders.amend', fields: [text('real_item'), { name: 'fee', kind: 'money' }, at] },
  agree: {
    verb: 'orders.agree',
    fields: [{ name: 'fee', kind: 'money', required: true }, line('signature_name', false), at],
    build: (v) => ({
      fee: cents(String(v.fee ?? '')),
      signature: v.signature_name ? { how: 'paper', name: v.signature_name, person: null, pin: null, strokes: null } : null,
      signature_name: undefined,
    }),
  },
  finish: { verb: 'orders.finish', fields: [text('work_done'), text('remarks', false), how, pin, at] },
  confirm: {
    verb: 'orders.confirm',
    fields: [
      { name: 'how', kind: 'choice', options: ['signed', 'refused', 'absent'], words: 'confirmation', start: 'signed' },
      {
        name: 'evaluation',
        kind: 'choice',
        options: ['satisfied', 'mostly', 'not_satisfied'],
        words: 'common-evaluation',
        start: 'satisfied',
        when: (v) => v.how === 'signed',
      },
      { ...line('signature_name', false), when: (v) => v.how === 'signed' },
      { ...text('remarks', false), when: (v) => v.how === 'signed' },
      { ...text('absent_reason'), when: (v) => v.how !== 'signed' },
      at,
    ],
    build: (v, view) => {
      const signed = v.how === 'signed';
      const name = v.signature_name || view.request.caller;
      return {
        evaluation: signed ? v.evaluation : null,
        remarks: signed ? v.remarks : v.absent_reason,
        signature: signed ? { how: 'paper', name, person: null, pin: null, strokes: null } : null,
        signature_name: undefined,
        absent_reason: undefined,
      };
    },
  },
  countersign: {
    verb: 'orders.countersign',
    fields: [{ name: 'supervisor', kind: 'person', required: true }, how, pin, at],
  },
  return: { verb: 'orders.return', fields: [at] },
  follow_up: {
    verb: 'orders.follow_up',
    fields: [
      {
        name: 'outcome',
        kind: 'choice',
        options: ['satisfied', 'mostly', 'not_satisfied', 'not_reached'],
        words: 'common-evaluation',
        start: 'satisfied',
      },
      line('whom', false),
      asked('shoe_covers'),
      asked('left_clean'),
      asked('explained'),
      { name: 'message_left', kind: 'check', start: false, when: (v) => v.outcome === 'not_reached' },
      { name: 'department', kind: 'department', when: (v) => v.outcome === 'not_satisfied' },
      text('remarks', false),
      at,
    ],
    build: (v) => ({
      message_left: v.outcome === 'not_reached' && !!v.message_left,
      shoe_covers: said(v.shoe_covers),
      left_clean: said(v.left_clean),
      explained: said(v.explained),
    }),
  },
  reject: { verb: 'orders.reject', fields: [{ name: 'supervisor', kind: 'person', roles: SUPERVISORS, required: true }, text('reason'), at] },
  decline: { verb: 'orders.decline', fields: [text('reason'), at] },
  transfer: { verb: 'orders.transfer', fields: [{ name: 'department', kind: 'department', required: true }, text('reason'), at] },
  reassign: { verb: 'orders.reassign', fields: [{ name: 'worker', kind: 'person', roles: CREW, required: true }, text('reason'), at] },
  pause: {
    verb: 'orders.pause',
    fields: [
      { name: 'waiting_for', kind: 'choice', options: ['no_access', 'parts', 'other'], words: 'waiting-for', start: 'no_access' },
      { name: 'until', kind: 'future', required: true },
      text('note', false),
      at,
    ],
  },
  resume: { verb: 'orders.resume', fields: [at] },
  coordinate: { verb: 'orders.coordinate', fields: [line('record'), text('reason'), at] },
  conclude: { verb: 'orders.conclude', fields: [text('work_done'), at] },
  close_unreached: { verb: 'orders.close_unreached', fields: [at] },
  exempt: { verb: 'orders.exempt', fields: [text('cause'), line('record'), at] },
  void: {
    verb: 'orders.void',
    fields: [text('reason'), { name: 'all_back', kind: 'check', start: true }, at],
    build: (v, view) => ({ copies_back: v.all_back ? backable(view) : [], all_back: undefined }),
  },
  withdraw: {
    verb: 'orders.withdraw',
    fields: [line('whom'), text('reason'), { name: 'all_back', kind: 'check', start: true }, at],
    build: (v, view) => ({ copies_back: v.all_back ? backable(view) : [], all_back: undefined }),
  },
};

function backable(view: OrderView): number[] {
  return view.copies.filter((c) => c.place !== 'lost').map((c) => c.copy_no);
}

export const requestSteps: Record<Exclude<RequestStep, 'order'>, StepSpec<RequestView>> = {
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
    fields: [line('whom'), text('plan'), { name: 'quote', kind: 'money', required: true }, at],
  },
  infeasible: { verb: 'requests.infeasible', fields: [line('whom'), text('reason'), at] },
  consent: { verb: 'requests.consent', fields: [line('whom'), line('consent_how'), at], build: (v) => ({ how: v.consent_how, consent_how: undefined }) },
  refuse_quote: { verb: 'requests.refuse_quote', fields: [line('whom'), text('reason'), at] },
  ask_defect: { verb: 'requests.ask_defect', fields: [line('whom'), at] },
  defect: { verb: 'requests.defect', fields: [line('whom'), line('record'), at] },
  not_defect: { verb: 'requests.not_defect', fields: [line('whom'), text('reason'), at] },
  coordinate: { verb: 'requests.coordinate', fields: [line('record'), text('reason'), at] },
  join: { verb: 'requests.join', fields: [{ name: 'to', kind: 'request', required: true }, text('note', false), at] },
  withdraw: { verb: 'requests.withdraw', fields: [line('whom'), text('reason'), at] },
  unreached: { verb: 'requests.unreached', fields: [text('tries'), at] },
  tell: { verb: 'requests.tell', fields: [line('whom'), text('note', false), at] },
};

/** The verb's input from typed values: empty optional texts become null, amounts cents. */
export function built<V>(spec: StepSpec<V>, values: Values, view: V): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  for (const field of spec.fields) {
    const value = values[field.name];
    if (field.when && !field.when(values)) continue;
    if (field.kind === 'money') input[field.name] = value === '' || value == null ? null : cents(String(value));
    else if (value === '' && !field.required) input[field.name] = null;
    else input[field.name] = value;
  }
  return { ...input, ...spec.build?.(values, view) };
}
