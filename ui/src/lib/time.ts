// Times as the office writes them, in its own zone, whatever the machine's is.
import { session } from './session.svelte';

function parts(instant: string | number | Date) {
  const zone = session.status?.zone ?? 'UTC';
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const found = Object.fromEntries(format.formatToParts(new Date(instant)).map((p) => [p.type, p.value]));
  return { day: `${found.year}-${found.month}-${found.day}`, time: `${found.hour}:${found.minute}` };
}

/** `2026-11-23 20:05` */
export function dateTime(instant: string | null | undefined): string {
  if (!instant) return '';
  const { day, time } = parts(instant);
  return `${day} ${time}`;
}

/** `20:05` today, otherwise `11-22 20:05`. */
export function near(instant: string | null | undefined, now = Date.now()): string {
  if (!instant) return '';
  const at = parts(instant);
  const today = parts(now).day;
  if (at.day === today) return at.time;
  return at.day.slice(0, 4) === today.slice(0, 4) ? `${at.day.slice(5)} ${at.time}` : `${at.day} ${at.time}`;
}

/** The office's day of that instant, `2026-11-23`. */
export function officeDay(instant: string | number): string {
  return parts(instant).day;
}

/** Today's day in the office, `2026-11-23`. */
export function today(): string {
  return parts(Date.now()).day;
}

/** A typed day, `2026-11-23`, `20261123` or `11-23` of this year; null when it is none. */
export function day(text: string, today: string): string | null {
  const found = /^(?:(\d{4})[-/.]?)?(\d{1,2})[-/.]?(\d{2}|(?<=[-/.])\d)$/.exec(text.trim());
  if (!found) return null;
  const [, year = today.slice(0, 4), month = '', date = ''] = found;
  const iso = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  const real = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(real.getTime()) && real.toISOString().startsWith(iso) ? iso : null;
}

/** A span of seconds in tabular figures: `4:05`, `1:04:05`, `2d 04:05`. */
export function span(seconds: number): string {
  const s = Math.abs(Math.trunc(seconds));
  const two = (n: number) => String(n).padStart(2, '0');
  const days = Math.trunc(s / 86400);
  const [h, m, rest] = [Math.trunc((s % 86400) / 3600), Math.trunc((s % 3600) / 60), s % 60];
  if (days > 0) return `${days}d ${two(h)}:${two(m)}`;
  return h > 0 ? `${h}:${two(m)}:${two(rest)}` : `${m}:${two(rest)}`;
}

/** Cents as a plain amount, `12.50`. */
export function money(cents: number | null | undefined): string {
  return cents === null || cents === undefined ? '' : (cents / 100).toFixed(2);
}

/** A typed amount in cents, or null when it is none. */
export function cents(text: string): number | null {
  const plain = text.trim().normalize('NFKC').replace(/,/g, '');
  return /^\d{1,9}(\.\d{1,2})?$/.test(plain) ? Math.round(Number(plain) * 100) : null;
}

/** The instant at which an office day begins, `days` after the named one. */
export function dayStart(day: string, days: number): string {
  const guess = new Date(`${day}T00:00:00Z`).getTime() + days * 86_400_000;
  // The office's offset at that moment, found by asking what time it is there.
  const there = parts(guess);
  const offset = new Date(`${there.day}T${there.time}:00Z`).getTime() - guess;
  return new Date(guess - offset).toISOString();
}

/** Minutes by which a zone's clock is ahead of UTC at that instant. */
function ahead(zone: string, instant: number): number {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, hourCycle: 'h23', timeZoneName: 'longOffset' });
  const name = format.formatToParts(instant).find((part) => part.type === 'timeZoneName')?.value ?? '';
  const [, sign, hours = '0', minutes = '0'] = /GMT([+-])(\d+):?(\d*)/.exec(name) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

/** The computer's time zone and the office's, if their clocks differ now or within the year. */
export function differingZone(now = Date.now()): { computer: string; office: string } | null {
  const office = session.status?.zone;
  const computer = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (!office || !computer) return null;
  const halfAYear = 182 * 86_400_000;
  const alike = [now, now + halfAYear].every((at) => ahead(office, at) === ahead(computer, at));
  return alike ? null : { computer, office };
}
