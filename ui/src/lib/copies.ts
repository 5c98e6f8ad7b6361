// What a copy (聯) is called: 第N聯, and behind it the office's own name where it has one (R10).
import { t } from './words.svelte';

export function copyName(copy: { copy_no: number; label: string }): string {
  return `${t(`forms-copy-${copy.copy_no}`)} ${copy.label}`.trim();
}
