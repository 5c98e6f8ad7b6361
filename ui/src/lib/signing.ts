// A signature while it is being given: on paper and seen by who records it, by a person's own PIN, or drawn here.
import type { SignatureInput, SignedHow } from '../bindings/verbs';
import { session } from './session.svelte';

export interface Signing {
  how: SignedHow;
  /** Who signed for the requester; nobody is taken for granted. */
  by: 'requester' | 'other' | null;
  name: string;
  /** A person of the office who signs for the requester by PIN. */
  person: number | null;
  pin: string;
  strokes: [number, number][][];
}

/** Nothing signed yet. A worker cannot witness his own order's paper, so he begins with another way. */
export function unsigned(requester: boolean): Signing {
  const worker = session.who?.roles.includes('worker') && !session.may('return_order');
  const how = worker ? (requester ? 'drawn' : 'pin') : 'paper';
  return { how, by: null, name: '', person: null, pin: '', strokes: [] };
}

/** The first field that is still empty, by the name under which the door would miss it. */
export function gap(signing: Signing, requester: boolean): string | null {
  const { how, by, name, person, pin, strokes } = signing;
  if (requester && how === 'pin' && person === null) return 'signature_person';
  if (requester && how !== 'pin' && by === null) return 'signature_by';
  if (requester && how !== 'pin' && by === 'other' && name.trim() === '') return 'signature_name';
  if (how === 'pin' && pin === '') return 'pin';
  if (how === 'drawn' && strokes.length === 0) return 'signature';
  return null;
}

/** How a person of the office signed a step of his own. */
export function ownHand({ how, pin, strokes }: Signing) {
  return { how, pin: how === 'pin' ? pin : null, strokes: how === 'drawn' ? strokes : null };
}

/** The requester's signature, or that of who signed for him. Without a name the door takes the caller's. */
export function requesterHand({ how, by, name, person, pin, strokes }: Signing): SignatureInput {
  if (how === 'pin') return { how, name: null, person, pin, strokes: null };
  return { how, name: by === 'other' ? name : null, person: null, pin: null, strokes: how === 'drawn' ? strokes : null };
}
