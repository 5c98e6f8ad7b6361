// Prices of the fee schedule in words, as the wall has them: the core says them, for what is in sight and all at once.
import type { FeeItem, PriceSaid } from '../bindings/verbs';
import { call } from './ipc';
import { type Locale, words } from './words.svelte';

interface Known {
  said: PriceSaid | null;
  /** In which language it was asked for. */
  locale: Locale | null;
}

class Prices {
  #known = new WeakMap<FeeItem, Known>();
  #waiting: FeeItem[] = [];
  /** Counts the answers: whoever shows a price looks again after each. */
  #answers = $state(0);

  /** The item's price in words; null until the core has said it. */
  of(item: FeeItem): PriceSaid | null {
    void this.#answers;
    const known = this.#known.get(item) ?? { said: null, locale: null };
    if (known.locale !== words.locale) {
      this.#known.set(item, { ...known, locale: words.locale });
      if (this.#waiting.push(item) === 1) queueMicrotask(() => void this.#ask());
    }
    return known.said;
  }

  /** Another version of the item shows what the one before did until its own price is said. */
  carry(before: FeeItem, after: FeeItem) {
    const known = this.#known.get(before);
    if (known) this.#known.set(after, { ...known, locale: null });
  }

  async #ask() {
    const [items, locale] = [this.#waiting, words.locale];
    this.#waiting = [];
    try {
      const said = await call('fees.say', { items, locale });
      for (const [n, item] of items.entries()) this.#known.set(item, { said: said[n] ?? null, locale });
      this.#answers += 1;
    } catch {
      // Whoever shows it next asks again.
      for (const item of items) this.#known.delete(item);
    }
  }
}

export const prices = new Prices();
