// What a person has begun to type outlives the screen it is typed on: it goes when it is recorded or the session ends.
import { session } from './session.svelte';

/** The draft of that name of the person at the desk; made at its first use. */
export function draft<T>(name: string, make: () => T): T {
  const kept = session.seat?.drafts;
  const found = kept?.get(name) as T | undefined;
  if (found !== undefined) return found;
  const begun = make();
  kept?.set(name, begun);
  return begun;
}

/** The draft of that name, where one was begun. */
export function kept<T>(name: string): T | undefined {
  return session.seat?.drafts.get(name) as T | undefined;
}
