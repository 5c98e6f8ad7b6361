// Which groups of the rail a person has folded or unfolded, kept on this machine.
import { SvelteMap } from 'svelte/reactivity';

const chosen = new SvelteMap<string, boolean>();

const key = (person: number, group: string) => `rail-${person}-${group}`;

/** Whether the group stands open; `first` until the person has chosen. */
export function unfolded(person: number, group: string, first: boolean): boolean {
  const name = key(person, group);
  const kept = chosen.get(name) ?? { open: true, shut: false }[localStorage.getItem(name) ?? ''];
  return kept ?? first;
}

export function fold(person: number, group: string, open: boolean) {
  chosen.set(key(person, group), open);
  localStorage.setItem(key(person, group), open ? 'open' : 'shut');
}
