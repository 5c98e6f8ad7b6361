// Kinds of record as the screen knows them: where each is shown, what it is called and its sign. A link to a record,
// wherever it stands, goes by this list; a new kind of record is a line here.
import ClipboardList from '@lucide/svelte/icons/clipboard-list';
import Building2 from '@lucide/svelte/icons/building-2';
import NotebookText from '@lucide/svelte/icons/notebook-text';
import ReceiptText from '@lucide/svelte/icons/receipt-text';
import type { Action, Named } from '../bindings/verbs';
import { go, href } from './route.svelte';
import { session } from './session.svelte';

interface RecordKind {
  /** First part of the address of its screen; the row's id follows. */
  screen: string;
  /** Message key of what one is called. */
  title: string;
  /** Who may open it. */
  right: Action;
  icon: typeof ClipboardList;
  /** Whether another record is another sheet, on which nothing of the one before stays. */
  sheet?: boolean;
}

/** By the table that holds the record. */
const KINDS = {
  work_order: { screen: 'order', title: 'audit-row-work-order', right: 'see_orders', icon: ClipboardList, sheet: true },
  request: { screen: 'request', title: 'audit-row-request', right: 'see_requests', icon: NotebookText, sheet: true },
  place: { screen: 'places', title: 'audit-row-place', right: 'see_places', icon: Building2 },
  fee_schedule: { screen: 'fees', title: 'audit-row-fee-schedule', right: 'be_here', icon: ReceiptText },
} satisfies Record<string, RecordKind>;

export type RecordTable = keyof typeof KINDS;
const kinds: Record<string, RecordKind> = KINDS;

export function kindOf(table: string): RecordKind | undefined {
  return kinds[table];
}

/** Address of a record; nothing where its kind has no screen, or this person may not see it. */
export function addressOf(record: Pick<Named, 'table' | 'id'>): string | undefined {
  const kind = kinds[record.table];
  return kind && session.may(kind.right) ? href(kind.screen, record.id) : undefined;
}

/** Goes to a record. */
export function openRecord(table: RecordTable, id: number) {
  go(KINDS[table].screen, id);
}

/** Whether the screen shows one record on a sheet of its own. */
export function isSheet(screen: string): boolean {
  return Object.values(kinds).some((kind) => kind.sheet && kind.screen === screen);
}
