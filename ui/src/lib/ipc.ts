// The way to the door: every verb by name, with the types made from the core.
import { invoke } from '@tauri-apps/api/core';
import type { Code, Error as ErrorShape, Verbs } from '../bindings/verbs';
import { doubt } from './doubt.svelte';
import { touch, touchAll } from './refresh.svelte';
import { session } from './session.svelte';
import { t } from './words.svelte';

/** What was not done, and why. */
export class DeskError extends Error {
  readonly code: Code;
  readonly params: Record<string, string>;
  readonly field: string | null;

  constructor(shape: ErrorShape) {
    super(shape.code);
    this.code = shape.code;
    this.params = (shape.params ?? {}) as Record<string, string>;
    this.field = shape.field;
  }

  /** The sentence for the user. */
  get sentence(): string {
    return t(`error-${this.code}`, this.params);
  }
}

/** Keys that may be null may as well be left out. */
export type Loose<T> = T extends object
  ? { [K in keyof T as null extends T[K] ? never : K]: T[K] } & {
      [K in keyof T as null extends T[K] ? K : never]?: T[K];
    }
  : T;

export type Input<N extends keyof Verbs> = Loose<Verbs[N]['in']>;

interface Answer {
  ok?: { value: unknown; touched: string[]; job?: unknown };
  err?: ErrorShape;
}

/** Whatever was thrown, as a `DeskError`. */
export function asDeskError(thrown: unknown): DeskError {
  if (thrown instanceof DeskError) return thrown;
  if (thrown && typeof thrown === 'object' && 'code' in thrown) return new DeskError(thrown as ErrorShape);
  return new DeskError({ code: 'broken', params: {}, field: null });
}

/** Errors that say that the screen lags behind the ledger. */
const BEHIND: Code[] = ['stale', 'step-not-now', 'request-step-not-now'];

/** Questions under way; the document tells their number, so that whoever looks from outside knows when all is there. */
let asking = 0;
function underWay(change: 1 | -1) {
  asking += change;
  document.documentElement.dataset.asking = String(asking);
}

async function answered(command: string, args: Record<string, unknown>): Promise<NonNullable<Answer['ok']>> {
  let answer: Answer;
  underWay(1);
  try {
    answer = await invoke<Answer>(command, args);
  } catch (thrown) {
    throw asDeskError(thrown);
  } finally {
    underWay(-1);
  }
  if (answer.err) {
    const error = new DeskError(answer.err);
    if (error.code === 'session-locked') session.locked = true;
    if (error.code === 'sign-in-first') session.leave();
    if (BEHIND.includes(error.code)) touchAll();
    doubt.meet(error);
    throw error;
  }
  if (!answer.ok) throw asDeskError(null);
  touch(answer.ok.touched);
  return answer.ok;
}

/** Calls a verb; refreshes what it touched. Throws `DeskError`. */
export async function call<N extends keyof Verbs>(verb: N, input: Input<N>): Promise<Verbs[N]['out']> {
  const ok = await answered('call', { token: session.token, name: verb, input });
  return ok.value as Verbs[N]['out'];
}

/** A verb that returns a document, as the shell is asked for it. */
export function asked<N extends keyof Verbs>(verb: N, input: Input<N>) {
  return { token: session.token, name: verb, input };
}

/** Asks where to save, then has the document written there. Resolves to the path and the answer, or null when closed. */
export async function saveDocument<N extends keyof Verbs>(
  verb: N,
  input: Input<N>,
  title: string,
  name: string,
): Promise<{ path: string; value: Verbs[N]['out'] } | null> {
  const path = await invoke<string | null>('pick', { wanted: { what: 'save', title, name } });
  if (path === null) return null;
  const ok = await answered('save_document', { asked: asked(verb, input), path });
  return { path, value: ok.value as Verbs[N]['out'] };
}

/** How far a print got: `accepted` by the print system, or only handed over; and its number there. */
export interface Job {
  accepted: boolean;
  job: string | null;
}

/** Prints a verb's document. */
export async function printDocument<N extends keyof Verbs>(verb: N, input: Input<N>, printer: string) {
  const ok = await answered('print_document', { asked: asked(verb, input), printer });
  return { value: ok.value as Verbs[N]['out'], job: ok.job as Job };
}

/** Whether the print system is done with a job; null where it cannot be asked. */
export const printDone = (job: string) => invoke<boolean | null>('print_done', { job });

export interface Printer {
  name: string;
  default: boolean;
}

export interface About {
  version: string;
  home: string;
  key_file: string | null;
  /** Whether setup offers the demo office. */
  trying_out: boolean;
  /** How to sign in, when the ledger is the demo office. */
  demo: { login: string; password: string; pin: string } | null;
}

export const about = () => invoke<About>('about');
export const pickFolder = (title: string) => invoke<string | null>('pick', { wanted: { what: 'folder', title } });
/** Asks for a file; the dialog begins in `folder`, and any other can be gone to. */
export const pickFile = (title: string, endings: string[], folder: string | null = null) =>
  invoke<string | null>('pick', { wanted: { what: 'open', title, endings, folder } });

/** Puts a backup in the place of a ledger that could not be opened; the shell opens it afterwards. */
export const restoreLedger = (rescue: { file: string; login: string; password: string; recovery_key: string }) =>
  answered('restore_ledger', { rescue });

/** Opens a whole ledger whose key this computer lost. */
export const openWithKey = (recoveryKey: string) => answered('open_with_key', { recoveryKey });

/** Plays the demo office into a ledger that has no office yet. */
export const playDemo = () => answered('play_demo', {});
