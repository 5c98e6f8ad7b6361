// What of an order or a request can be corrected by whom, and how it is asked for (R36). The door decides both.
import type {
  AskLate,
  Channel,
  Kind,
  LateReason,
  OrderFact,
  OrderField,
  OrderView,
  RequestFact,
  RequestField,
  RequestView,
} from '../../bindings/verbs';
import { call } from '../../lib/ipc';
import type { Lists } from '../../lib/lists.svelte';
import { session } from '../../lib/session.svelte';
import { dateTime } from '../../lib/time';
import { name, t } from '../../lib/words.svelte';

/** What was typed for a correction: text or a time; the name or id chosen; a place; a reason with its note. */
export interface Typed {
  text: string;
  chosen: string | number | null;
  place: { id: number | null; text: string };
  reason: string;
}

/** One thing that can be corrected. */
export interface Correctable {
  key: string;
  label: string;
  asks: 'text' | 'time' | 'choice' | 'place' | 'late';
  /** As it is on record: what is typed starts from it. */
  now: string;
  chosen?: string | number | null;
  options?: { value: string | number; label: string }[];
  /** Corrects it; returns the steps whose reason for lateness is still to be given. Throws `DeskError`. */
  correct: (typed: Typed) => Promise<AskLate[]>;
}

const KINDS: Kind[] = ['household', 'public', 'maintenance', 'service'];
const CHANNELS: Channel[] = ['phone', 'visit', 'online', 'patrol', 'paper'];
const LATE: LateReason[] = ['desk_busy', 'no_worker_free', 'other_emergency', 'requester_delayed', 'paper_late', 'computer_down', 'other'];
const choices = (words: string, values: string[]) => values.map((value) => ({ value, label: name(words, value) }));

const ORDER_WORDS: OrderField[] = ['content', 'real_item', 'work_done', 'worker_remarks', 'evaluation_remarks', 'paper_no'];
const REQUEST_WORDS: RequestField[] = ['caller', 'phone', 'relation', 'content', 'remarks'];

/** The worker, the steps' times, what they set, and the reasons of late ones. */
export function ofOrder(view: OrderView, lists: Lists): Correctable[] {
  const { order } = view;
  const on = { order: order.id, version: order.version };
  const words = ORDER_WORDS.map(
    (field): Correctable => ({
      key: field,
      label: name('field', field),
      asks: 'text',
      now: order[field],
      correct: ({ text, reason }) => call('orders.correct', { ...on, field, value: text, reason }).then(() => []),
    }),
  );
  if (!session.may('correct_fact')) return words;
  const put = (reason: string, fact: OrderFact) => call('orders.correct_fact', { ...on, fact, reason }).then((done) => done.late);
  const facts: Correctable[] = [];
  if (order.worker_id !== null) {
    facts.push({
      key: 'worker',
      label: t('field-worker'),
      asks: 'choice',
      now: view.worker ?? '',
      chosen: order.worker_id,
      options: lists.crew(order.department_id),
      correct: ({ chosen, reason }) => put(reason, { fact: 'worker', worker: Number(chosen) }),
    });
  }
  for (const { step } of view.steps) {
    const label = { step: name('order-step', step.step) };
    // These happened with another act, which is where their time is corrected.
    const apart = step.step === 'hurry' || (step.step === 'issue' && order.first_id !== null);
    if (!apart) {
      facts.push({
        key: `at-${step.id}`,
        label: t('correct-time-of', label),
        asks: 'time',
        now: dateTime(step.at),
        correct: ({ text, reason }) => put(reason, { fact: 'at', step: step.id, at: text }),
      });
    }
    if (step.step === 'issue' || step.step === 'pause') {
      facts.push({
        key: `sets-${step.id}`,
        label: step.step === 'issue' ? t('field-appointment-at') : t('correct-until-of', label),
        asks: 'time',
        now: dateTime(step.sets_at),
        correct: ({ text, reason }) => put(reason, { fact: 'sets_at', step: step.id, at: text.trim() || null }),
      });
    }
    if (step.late_by !== null && step.late_reason) {
      facts.push({
        key: `late-${step.id}`,
        label: t('correct-late-of', label),
        asks: 'late',
        now: step.late_note,
        chosen: step.late_reason,
        options: choices('late-reason', LATE),
        correct: ({ chosen, text, reason }) =>
          put(reason, { fact: 'late_reason', step: step.id, late: { reason: chosen as LateReason, note: text || null } }),
      });
    }
  }
  return [...words, ...facts];
}

/** Kind, place, channel, its times, who took it, and when something was done about it. */
export function ofRequest(view: RequestView, lists: Lists): Correctable[] {
  const { request } = view;
  const on = { request: request.id, version: request.version };
  const words = REQUEST_WORDS.map(
    (field): Correctable => ({
      key: field,
      label: name('field', field),
      asks: 'text',
      now: request[field],
      correct: ({ text, reason }) => call('requests.correct', { ...on, field, value: text, reason }).then(() => []),
    }),
  );
  if (!session.may('correct_fact')) return words;
  const put = (reason: string, fact: RequestFact) => call('requests.correct_fact', { ...on, fact, reason }).then((done) => done.late);
  const facts: Correctable[] = [
    {
      key: 'kind',
      label: t('field-kind'),
      asks: 'choice',
      now: name('common-kind', request.kind),
      chosen: request.kind,
      options: choices('common-kind', KINDS),
      correct: ({ chosen, reason }) => put(reason, { fact: 'kind', kind: chosen as Kind }),
    },
    {
      key: 'place',
      label: t('field-place'),
      asks: 'place',
      now: request.place_text,
      correct: ({ place, reason }) => put(reason, { fact: 'place', place: place.id, place_text: place.text || null }),
    },
    {
      key: 'channel',
      label: t('field-channel'),
      asks: 'choice',
      now: name('channel', request.channel),
      chosen: request.channel,
      options: choices('channel', CHANNELS),
      correct: ({ chosen, reason }) => put(reason, { fact: 'channel', channel: chosen as Channel }),
    },
    {
      key: 'taken_by',
      label: t('field-taken-by'),
      asks: 'choice',
      now: view.taken_by,
      chosen: request.taken_by,
      options: lists.withRole(['clerk', 'desk_supervisor', 'monitor']),
      correct: ({ chosen, reason }) => put(reason, { fact: 'taken_by', person: Number(chosen) }),
    },
    {
      key: 'received_at',
      label: t('field-received-at'),
      asks: 'time',
      now: dateTime(request.received_at),
      correct: ({ text, reason }) => put(reason, { fact: 'received_at', at: text }),
    },
    {
      key: 'wished_at',
      label: t('field-wished-at'),
      asks: 'time',
      now: dateTime(request.wished_at),
      correct: ({ text, reason }) => put(reason, { fact: 'wished_at', at: text.trim() || null }),
    },
  ];
  for (const { entry } of view.entries) {
    // An order's own act, which is where its time is corrected.
    if (entry.step === 'order' || entry.step === 'reopen') continue;
    facts.push({
      key: `at-${entry.id}`,
      label: t('correct-time-of', { step: name('request-step', entry.step) }),
      asks: 'time',
      now: dateTime(entry.at),
      correct: ({ text, reason }) => put(reason, { fact: 'at', entry: entry.id, at: text }),
    });
  }
  return [...words, ...facts];
}
