// What stands on the rail: screens in groups by what the role does. A new screen is a line here and one in screens.ts.
import ArchiveRestore from '@lucide/svelte/icons/archive-restore';
import Banknote from '@lucide/svelte/icons/banknote';
import Building2 from '@lucide/svelte/icons/building-2';
import CalendarCheck from '@lucide/svelte/icons/calendar-check-2';
import ClipboardList from '@lucide/svelte/icons/clipboard-list';
import Columns3 from '@lucide/svelte/icons/columns-3';
import Footprints from '@lucide/svelte/icons/footprints';
import Inbox from '@lucide/svelte/icons/inbox';
import Moon from '@lucide/svelte/icons/moon';
import NotebookText from '@lucide/svelte/icons/notebook-text';
import ReceiptText from '@lucide/svelte/icons/receipt-text';
import Settings2 from '@lucide/svelte/icons/settings-2';
import Stamp from '@lucide/svelte/icons/stamp';
import Users from '@lucide/svelte/icons/users-round';
import type { Action, Role } from '../bindings/verbs';

export interface RailLink {
  path: string;
  /** Message key. */
  label: string;
  /** Who may open it. */
  right: Action;
  icon: typeof Inbox;
  /** As shown: `Alt+1`. */
  keys?: string;
  /** Roles that go there every day: their group is never folded to begin with. */
  daily: Role[];
}

export interface RailGroup {
  name: string;
  /** Message key. */
  label: string;
  links: RailLink[];
}

const DESK: Role[] = ['clerk', 'desk_supervisor', 'monitor'];
const CREW: Role[] = ['worker', 'foreman', 'department_head', 'water_power_engineer'];

export const groups: RailGroup[] = [
  {
    name: 'desk',
    label: 'ui-rail-desk',
    links: [
      { path: 'workbench', label: 'ui-nav-workbench', right: 'see_orders', icon: Inbox, keys: 'Alt+1', daily: [...DESK, ...CREW, 'manager', 'cashier'] },
      { path: 'book-in', label: 'ui-nav-book-in', right: 'return_order', icon: Stamp, keys: 'F4', daily: DESK },
      { path: 'day-end', label: 'day-end', right: 'see_orders', icon: CalendarCheck, daily: DESK },
      { path: 'handover', label: 'day-handover', right: 'see_requests', icon: Moon, daily: DESK },
    ],
  },
  {
    name: 'work',
    label: 'ui-rail-work',
    links: [
      { path: 'queue/issued', label: 'ui-nav-queues', right: 'see_orders', icon: Columns3, keys: 'Alt+2', daily: [...DESK, ...CREW, 'manager'] },
      { path: 'orders', label: 'ui-nav-orders', right: 'see_orders', icon: ClipboardList, keys: 'Alt+3', daily: [...DESK, ...CREW, 'manager'] },
      { path: 'requests', label: 'ui-nav-requests', right: 'see_requests', icon: NotebookText, keys: 'Alt+4', daily: [...DESK, 'manager'] },
    ],
  },
  {
    name: 'money',
    label: 'ui-rail-money',
    links: [
      { path: 'money', label: 'money-nav', right: 'see_money', icon: Banknote, daily: [...DESK, 'cashier', 'manager'] },
      { path: 'fees', label: 'fees-nav', right: 'be_here', icon: ReceiptText, daily: ['department_head'] },
    ],
  },
  {
    name: 'oversight',
    label: 'ui-rail-oversight',
    links: [{ path: 'audit', label: 'ui-nav-audit', right: 'see_audit', icon: Footprints, daily: ['manager'] }],
  },
  {
    name: 'office',
    label: 'ui-rail-office',
    links: [
      { path: 'places', label: 'ui-nav-places', right: 'see_places', icon: Building2, keys: 'Alt+5', daily: [...DESK, 'manager'] },
      { path: 'people', label: 'ui-nav-people', right: 'be_here', icon: Users, daily: ['administrator'] },
      { path: 'settings', label: 'ui-nav-settings', right: 'change_settings', icon: Settings2, daily: ['administrator'] },
      { path: 'backup', label: 'ui-nav-backup', right: 'back_up', icon: ArchiveRestore, daily: ['administrator'] },
    ],
  },
];

/** First part of a link's address: which screen it opens. */
export const screenOf = (link: RailLink): string => link.path.split('/')[0] ?? '';

/** The groups as this person sees them: what may be opened, in groups that have something. */
export function groupsFor(may: (right: Action) => boolean): RailGroup[] {
  const open = groups.map((group) => ({ ...group, links: group.links.filter((link) => may(link.right)) }));
  return open.filter((group) => group.links.length > 0);
}

/** Whether someone of these roles goes to this group every day. */
export function isDaily(group: RailGroup, roles: Role[]): boolean {
  return group.links.some((link) => link.daily.some((role) => roles.includes(role)));
}
