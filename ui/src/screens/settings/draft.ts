// The settings as they are typed: every figure a text until it is saved.
import type { CopyRule, Kind, Settings } from '../../bindings/verbs';

export const KINDS: Kind[] = ['household', 'public', 'maintenance', 'service'];

/** Figures by the name that the door gives them in an error. */
export type Figure =
  | 'clock_notify'
  | 'clock_write_public'
  | 'clock_arrive'
  | 'clock_before_appointment'
  | 'unreached_tries'
  | 'unreached_days'
  | 'idle_lock_minutes';
export const CLOCKS: Figure[] = ['clock_notify', 'clock_write_public', 'clock_arrive', 'clock_before_appointment'];
export const FOLLOW_UP: Figure[] = ['unreached_tries', 'unreached_days'];

export interface Draft {
  office: { name: string; phone: string; zone: string };
  from: string;
  to: string;
  request_prefix: string;
  order_prefix: string;
  figures: Record<Figure, string>;
  kinds: Record<Kind, { copies: CopyRule[]; countersign: boolean }>;
}

export function draftOf(s: Settings): Draft {
  return {
    office: { ...s.office },
    from: s.hours.desk_from.slice(0, 5),
    to: s.hours.desk_to.slice(0, 5),
    request_prefix: s.numbers.request_prefix,
    order_prefix: s.numbers.order_prefix,
    figures: {
      clock_notify: String(s.clocks.notify),
      clock_write_public: String(s.clocks.write_public),
      clock_arrive: String(s.clocks.arrive),
      clock_before_appointment: String(s.clocks.before_appointment),
      unreached_tries: String(s.follow_up.unreached_tries),
      unreached_days: String(s.follow_up.unreached_days),
      idle_lock_minutes: String(s.idle_lock_minutes),
    },
    kinds: structuredClone(s.kinds),
  };
}

/** `8:00`, `0800` and `08:00` as the door takes them, or null. */
function hour(text: string): string | null {
  const found = /^(\d{1,2}):?(\d{2})$/.exec(text.trim());
  if (!found || Number(found[1]) > 23 || Number(found[2]) > 59) return null;
  return `${found[1]!.padStart(2, '0')}:${found[2]}:00`;
}

/** The settings typed, or the fields that cannot be read. */
export function read(d: Draft): { settings: Settings; bad: null } | { settings: null; bad: string[] } {
  const [from, to] = [hour(d.from), hour(d.to)];
  const bad = Object.entries(d.figures)
    .filter(([, text]) => !/^\d{1,4}$/.test(text.trim()))
    .map(([figure]) => figure);
  if (from === null) bad.push('from');
  if (to === null) bad.push('to');
  if (bad.length > 0 || from === null || to === null) return { settings: null, bad };
  const n = (figure: Figure) => Number(d.figures[figure]);
  return {
    bad: null,
    settings: {
      office: { ...d.office },
      hours: { desk_from: from, desk_to: to },
      numbers: { request_prefix: d.request_prefix.trim(), order_prefix: d.order_prefix.trim() },
      clocks: {
        notify: n('clock_notify'),
        write_public: n('clock_write_public'),
        arrive: n('clock_arrive'),
        before_appointment: n('clock_before_appointment'),
      },
      kinds: d.kinds,
      follow_up: { unreached_tries: n('unreached_tries'), unreached_days: n('unreached_days') },
      idle_lock_minutes: n('idle_lock_minutes'),
    },
  };
}

/** A setting that differs between two versions: its path, such as `clocks.notify`, and both values. */
export interface Difference {
  path: string[];
  old: unknown;
  new: unknown;
}

export function differences(old: unknown, fresh: unknown, path: string[] = []): Difference[] {
  if (fresh !== null && typeof fresh === 'object' && !Array.isArray(fresh)) {
    return Object.entries(fresh).flatMap(([key, value]) =>
      differences((old as Record<string, unknown> | undefined)?.[key], value, [...path, key]),
    );
  }
  return JSON.stringify(old) === JSON.stringify(fresh) ? [] : [{ path, old, new: fresh }];
}
