// Where a version of the fee schedule stands, in words.
import type { ScheduleView } from '../../bindings/verbs';
import { today } from '../../lib/time';
import { t } from '../../lib/words.svelte';

export function stateOf({ schedule, in_force }: ScheduleView): string {
  if (schedule.state === 'draft') return t('fees-state-draft');
  if (schedule.state === 'dropped') return t('fees-state-dropped');
  if (in_force) return t('fees-state-in-force');
  return t((schedule.valid_from ?? '') > today() ? 'fees-state-coming' : 'fees-state-past');
}

/** From when until when it holds; empty for a draft. */
export function validOf({ schedule: { valid_from: from }, until }: ScheduleView): string {
  if (from === null) return '';
  return until === null ? t('fees-from', { from }) : t('fees-from-until', { from, until });
}
