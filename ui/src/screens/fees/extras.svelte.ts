// Surcharges and the holiday calendar of a draft as they are typed.
import type { Calendar, FeeCategory, Surcharge } from '../../bindings/verbs';
import { cents, money } from '../../lib/time';
import { CATEGORIES } from './item.svelte';

export const OCCASIONS = ['night', 'holiday', 'urgent'] as const;
export const EXTRAS = ['percent', 'line', 'order'] as const;

/** `22:00`, `2200` or `7:30` as the ledger writes a time of day; null when it is none. */
function clock(text: string): string | null {
  const found = /^(\d{1,2}):?(\d{2})$/.exec(text.trim().normalize('NFKC'));
  if (!found || Number(found[1]) > 23 || Number(found[2]) > 59) return null;
  return `${(found[1] ?? '').padStart(2, '0')}:${found[2]}:00`;
}

/** A per cent with at most two decimals in hundredths of it; null when it is none. */
const percent = (text: string) => cents(text.normalize('NFKC').replace('%', ''));

export class SurchargeDraft {
  when = $state<Surcharge['when']['when']>('night');
  from = $state('22:00');
  to = $state('07:00');
  extra = $state<Surcharge['extra']['extra']>('percent');
  amount = $state('');
  categories = $state<FeeCategory[]>([...CATEGORIES]);

  constructor(surcharge: Surcharge | null = null) {
    if (!surcharge) return;
    const { when, extra } = surcharge;
    this.when = when.when;
    if (when.when === 'night') [this.from, this.to] = [when.from.slice(0, 5), when.to.slice(0, 5)];
    this.extra = extra.extra;
    this.amount = extra.extra === 'percent' ? String(extra.basis_points / 100) : money(extra.amount);
    this.categories = [...surcharge.categories];
  }

  get unreadable(): 'from' | 'to' | 'amount' | null {
    if (this.when === 'night' && clock(this.from) === null) return 'from';
    if (this.when === 'night' && clock(this.to) === null) return 'to';
    return (this.extra === 'percent' ? percent(this.amount) : cents(this.amount)) === null ? 'amount' : null;
  }

  value(): Surcharge {
    const { when, extra } = this;
    return {
      when: when === 'night' ? { when, from: clock(this.from) ?? '', to: clock(this.to) ?? '' } : { when },
      extra:
        extra === 'percent' ? { extra, basis_points: percent(this.amount) ?? 0 } : { extra, amount: cents(this.amount) ?? 0 },
      categories: CATEGORIES.filter((category) => this.categories.includes(category)),
    };
  }
}

export class DayDraft {
  day = $state('');
  name = $state('');
  holiday = $state(true);

  constructor(day = '', name = '', holiday = true) {
    [this.day, this.name, this.holiday] = [day, name, holiday];
  }
}

export class ExtrasDraft {
  surcharges = $state<SurchargeDraft[]>([]);
  weekends = $state(false);
  days = $state<DayDraft[]>([]);

  constructor(surcharges: Surcharge[], calendar: Calendar) {
    this.surcharges = surcharges.map((surcharge) => new SurchargeDraft(surcharge));
    this.weekends = calendar.weekends;
    this.days = [...calendar.days]
      .sort((a, b) => a.day.localeCompare(b.day))
      .map(({ day, name, holiday }) => new DayDraft(day, name, holiday));
  }

  /** The first field that cannot be read, such as `surcharges.0.amount`. */
  get unreadable(): string | null {
    for (const [n, surcharge] of this.surcharges.entries()) {
      if (surcharge.unreadable) return `surcharges.${n}.${surcharge.unreadable}`;
    }
    const blank = this.days.findIndex((day) => day.day === '');
    return blank < 0 ? null : `calendar.days.${blank}.day`;
  }

  values(): { surcharges: Surcharge[]; calendar: Calendar } {
    return {
      surcharges: this.surcharges.map((surcharge) => surcharge.value()),
      calendar: {
        weekends: this.weekends,
        days: this.days.map(({ day, name, holiday }) => ({ day, name, holiday })),
      },
    };
  }
}

/** What is typed of a draft's extras, beside what the ledger held when it was last taken over. */
export class ExtrasKept {
  typed = $state.raw<ExtrasDraft>(new ExtrasDraft([], { weekends: false, days: [] }));
  /** Someone else changed them meanwhile. */
  clash = $state(false);
  #from = $state('');

  constructor(surcharges: Surcharge[], calendar: Calendar) {
    this.discard(surcharges, calendar);
  }

  get changed(): boolean {
    return this.typed.unreadable !== null || JSON.stringify(this.typed.values()) !== this.#from;
  }

  /** Takes over what the ledger holds now; what was typed and is not saved stays. */
  adopt(surcharges: Surcharge[], calendar: Calendar) {
    const now = new ExtrasDraft(surcharges, calendar);
    const from = JSON.stringify(now.values());
    if (from === this.#from) return;
    const mine = JSON.stringify(this.typed.values());
    if (mine === this.#from) this.typed = now;
    else if (mine !== from) this.clash = true;
    this.#from = from;
  }

  discard(surcharges: Surcharge[], calendar: Calendar) {
    this.typed = new ExtrasDraft(surcharges, calendar);
    this.#from = JSON.stringify(this.typed.values());
    this.clash = false;
  }
}
