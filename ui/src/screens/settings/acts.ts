// Words for what stands in the audit trail: verbs, rows and fields.
import { has, name, t } from '../../lib/words.svelte';

/** Areas of verbs, as the trail can be filtered by. */
export const AREAS = [
  'orders', 'requests', 'fees', 'quotes', 'settlement', 'places', 'residents', 'parties', 'people', 'departments',
  'settings', 'backup', 'audit', 'registers', 'office', 'desk', 'clock',
];

/** `orders.accept` in words; a verb without words as it is. */
export function verbName(verb: string): string {
  const [area = '', step = ''] = verb.split('.');
  const own = `audit-verb-${verb.replaceAll(/[._]/g, '-')}`;
  if (has(own)) return t(own);
  const kind = { orders: 'order-step', requests: 'request-step' }[area];
  return kind && has(`${kind}-${step.replaceAll('_', '-')}`) ? name(kind, step) : verb;
}

/** What kind of row `work_order:12` is, in words; a kind without words as it is. */
export function rowKind(row: string | null): string {
  const [table = ''] = (row ?? '').split(':');
  const key = `audit-row-${table.replaceAll('_', '-')}`;
  return has(key) ? t(key) : table;
}

/** Who did it. Nobody is signed in while signing in; the daily backup is the program's own. */
export function doer(act: { person_name: string | null; verb: string }): string {
  return act.person_name ?? (act.verb.startsWith('backup.') ? t('audit-program') : '');
}

/** A column in words, where the screen has words for it. */
export function fieldName(field: string): string {
  const plain = field.replace(/_id$/, '').replaceAll('_', '-');
  return has(`field-${plain}`) ? t(`field-${plain}`) : field;
}
