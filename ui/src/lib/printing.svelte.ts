// Orders on paper: as they were printed last, to the printer used last. What did not reach the paper waits on its order.
import type { FormProfile } from '../bindings/verbs';
import { asDeskError, call, type DeskError, printDocument } from './ipc';
import { printerUsedLast } from './printers.svelte';
import { t, words } from './words.svelte';
import { say } from '../parts/Toasts.svelte';

const PROFILE = 'profile';
const AT_ONCE = 'issue-prints';

/** The layout that was printed last. */
export const profileUsedLast = () => (localStorage.getItem(PROFILE) as FormProfile | null) ?? 'a4';
export const keepProfile = (profile: FormProfile) => localStorage.setItem(PROFILE, profile);

/** Prints copies of an order, all where none is named. Throws `DeskError`. */
export async function printOrder(order: number, copies: number[], profile: FormProfile, printer: string) {
  const input = { order, locale: words.locale, profile, copies, printer };
  const { value, job } = await printDocument('orders.print', input, printer);
  // The paper is on its way in any case; a fact that could not be noted leaves the print as sent.
  if (job.accepted) {
    await call('orders.report_print', { print: value.print, fact: 'accepted', job: job.job }).catch(() => undefined);
  }
  say(t('print-sent', { printer }));
}

/** Whether this desk issues and prints by one key. */
class IssuePrints {
  on = $state(localStorage.getItem(AT_ONCE) !== 'off');

  choose(on: boolean) {
    this.on = on;
    localStorage.setItem(AT_ONCE, on ? 'on' : 'off');
  }
}
export const issuePrints = new IssuePrints();

/** An order that should be on paper by now and is not, and why; its screen opens the print dialog for it. */
let unprinted: { order: number; error: DeskError | null } | null = null;

/** Prints a new order whole; false where that is left to the print dialog, once the printer can be chosen there. */
export async function printNew(order: number): Promise<boolean> {
  const printer = printerUsedLast();
  let error: DeskError | null = null;
  try {
    if (printer !== null) {
      await printOrder(order, [], profileUsedLast(), printer);
      return true;
    }
  } catch (thrown) {
    error = asDeskError(thrown);
  }
  unprinted = { order, error };
  return false;
}

/** What is to be said in the print dialog of this order; undefined where it need not open by itself. Told once. */
export function takeUnprinted(order: number): DeskError | null | undefined {
  if (unprinted?.order !== order) return undefined;
  const { error } = unprinted;
  unprinted = null;
  return error;
}
