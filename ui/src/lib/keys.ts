// Keys of the whole window. One guard in the capture phase: while an input method composes, Enter chooses a word and
// never submits.
import { go } from './route.svelte';
import { session } from './session.svelte';

export interface Shortcut {
  /** As shown: `F2`, `Alt+1`. */
  keys: string;
  /** Message key of what it does. */
  label: string;
  /** Whether it works over an open dialog. */
  over?: boolean;
  run: () => void;
}

export const shortcuts: Shortcut[] = [
  { keys: 'F2', label: 'ui-key-new-report', run: () => toIntake() },
  { keys: 'F3', label: 'ui-key-find-order', run: () => focus('[data-key="find"]') },
  { keys: 'F4', label: 'ui-key-book-in', run: () => go('book-in') },
  { keys: 'Alt+1', label: 'ui-nav-workbench', run: () => go('workbench') },
  { keys: 'Alt+2', label: 'ui-nav-queues', run: () => go('queue', 'issued') },
  { keys: 'Alt+3', label: 'ui-nav-orders', run: () => go('orders') },
  { keys: 'Alt+4', label: 'ui-nav-requests', run: () => go('requests') },
  { keys: 'Alt+5', label: 'ui-nav-places', run: () => go('places') },
  { keys: 'Alt+0', label: 'ui-key-rail', run: () => focus('nav [aria-current="page"]') },
  { keys: 'Alt+Left', label: 'ui-key-back', run: () => history.back() },
  { keys: 'F9', label: 'ui-lock', over: true, run: () => document.querySelector<HTMLElement>('[data-key="lock"]')?.click() },
  { keys: 'F1', label: 'ui-key-help', run: () => document.dispatchEvent(new CustomEvent('show-keys')) },
];

function focus(selector: string) {
  const found = document.querySelector<HTMLInputElement>(selector);
  found?.focus();
  found?.select?.();
}

function toIntake() {
  go('workbench');
  requestAnimationFrame(() => focus('[data-key="intake"]'));
}

/** Whether keys belong to the screen: no dialog is open over it, and no lock. */
export function onScreen(): boolean {
  return !session.locked && document.querySelector('[role="dialog"]') === null;
}

function pressed(event: KeyboardEvent): string {
  const key = event.key === 'ArrowLeft' ? 'Left' : event.key;
  return `${event.ctrlKey ? 'Ctrl+' : ''}${event.altKey ? 'Alt+' : ''}${key}`;
}

/** Starts listening. */
export function listen() {
  document.addEventListener(
    'keydown',
    (event) => {
      if (event.isComposing || event.keyCode === 229) {
        if (event.key === 'Enter') event.stopImmediatePropagation();
        return;
      }
      const found = shortcuts.find((s) => s.keys === pressed(event));
      if (found && !session.locked && (found.over || onScreen())) {
        event.preventDefault();
        found.run();
      }
    },
    { capture: true },
  );
}
