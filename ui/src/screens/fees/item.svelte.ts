// An item of the fee schedule as it is typed: figures are texts until they are read.
import type { Change, FeeCategory, FeeItem, Price } from '../../bindings/verbs';
import { thousandths } from '../../lib/lines.svelte';
import { cents, money } from '../../lib/time';

export const CATEGORIES: FeeCategory[] = ['household', 'staff_community', 'special'];
export const FORMS: Price['form'][] = ['each', 'free', 'range', 'from', 'actual', 'hourly', 'first_then', 'by_kind'];

/** A whole number of at most five digits; null when it is none. */
export function whole(text: string): number | null {
  const plain = text.trim().normalize('NFKC');
  return /^\d{1,5}$/.test(plain) ? Number(plain) : null;
}

/** An item with nothing in it yet. */
export function blankItem(category: FeeCategory): FeeItem {
  return {
    code: '',
    category,
    group: '',
    name: '',
    also: '',
    unit: '',
    labour: { form: 'each', price: 0 },
    minimum: null,
    cap: null,
    variants: [],
    material: { included: false, listed: [], market: false, owner: false },
    warranty_days: 0,
    remarks: '',
    noted: false,
  };
}

export class PriceDraft {
  form = $state<Price['form']>('each');
  /** Of each unit, of the first units, of an hour. */
  price = $state('');
  /** Of a range, to its most; of further units, for each. */
  other = $state('');
  first = $state('1');
  step = $state('60');
  least = $state('0');

  constructor(price: Price | null) {
    if (!price) return;
    this.form = price.form;
    switch (price.form) {
      case 'each':
        // Nobody gets a price of nothing by not typing one.
        this.price = price.price === 0 ? '' : money(price.price);
        break;
      case 'from':
        this.price = money(price.price);
        break;
      case 'range':
        [this.price, this.other] = [money(price.from), money(price.to)];
        break;
      case 'hourly':
        [this.price, this.step, this.least] = [money(price.rate), String(price.step), String(price.least)];
        break;
      case 'first_then':
        [this.price, this.other, this.first] = [money(price.price), money(price.then), String(price.first / 1000)];
        break;
    }
  }

  /** The figures that the form needs and that cannot be read. */
  get unreadable(): 'price' | 'other' | 'first' | 'step' | 'least' | null {
    const { form } = this;
    if (form === 'free' || form === 'actual' || form === 'by_kind') return null;
    if (cents(this.price) === null || (form === 'each' && cents(this.price) === 0)) return 'price';
    if ((form === 'range' || form === 'first_then') && cents(this.other) === null) return 'other';
    if (form === 'first_then' && thousandths(this.first) === null) return 'first';
    if (form === 'hourly' && whole(this.step) === null) return 'step';
    return form === 'hourly' && whole(this.least) === null ? 'least' : null;
  }

  value(): Price {
    const [price, other] = [cents(this.price) ?? 0, cents(this.other) ?? 0];
    switch (this.form) {
      case 'each':
        return { form: 'each', price };
      case 'from':
        return { form: 'from', price };
      case 'range':
        return { form: 'range', from: price, to: other };
      case 'hourly':
        return { form: 'hourly', rate: price, step: whole(this.step) ?? 0, least: whole(this.least) ?? 0 };
      case 'first_then':
        return { form: 'first_then', first: thousandths(this.first) ?? 0, price, then: other };
      default:
        return { form: this.form };
    }
  }
}

export class VariantDraft {
  name = $state('');
  /** Another price, or so much more for the line, for each unit or for each further piece. */
  change = $state<'instead' | 'line' | 'each' | 'further'>('line');
  labour: PriceDraft;
  amount = $state('');

  constructor(name = '', change: Change | null = null) {
    this.name = name;
    this.labour = new PriceDraft(change?.change === 'instead' ? change.labour : null);
    if (change?.change === 'instead') this.change = 'instead';
    if (change?.change === 'further') [this.change, this.amount] = ['further', money(change.amount)];
    if (change?.change === 'add') [this.change, this.amount] = [change.each ? 'each' : 'line', money(change.amount)];
  }

  value(): Change {
    if (this.change === 'instead') return { change: 'instead', labour: this.labour.value() };
    if (this.change === 'further') return { change: 'further', amount: cents(this.amount) ?? 0 };
    return { change: 'add', amount: cents(this.amount) ?? 0, each: this.change === 'each' };
  }
}

export class ListedDraft {
  name = $state('');
  price = $state('');
  unit = $state('');

  constructor(name = '', price = '', unit = '') {
    [this.name, this.price, this.unit] = [name, price, unit];
  }
}

const limit = (text: string) => text.trim() === '' || cents(text) !== null;

export class ItemDraft {
  code = $state('');
  category = $state<FeeCategory>('household');
  group = $state('');
  name = $state('');
  also = $state('');
  unit = $state('');
  labour: PriceDraft;
  minimum = $state('');
  cap = $state('');
  variants = $state<VariantDraft[]>([]);
  included = $state(false);
  market = $state(false);
  owner = $state(false);
  listed = $state<ListedDraft[]>([]);
  warranty = $state('0');
  remarks = $state('');
  noted = $state(false);

  constructor(item: FeeItem) {
    [this.code, this.category, this.group, this.name, this.unit] = [item.code, item.category, item.group, item.name, item.unit];
    this.also = item.also;
    this.labour = new PriceDraft(item.labour);
    [this.minimum, this.cap] = [money(item.minimum), money(item.cap)];
    this.variants = item.variants.map((v) => new VariantDraft(v.name, v.change));
    [this.included, this.market, this.owner] = [item.material.included, item.material.market, item.material.owner];
    this.listed = item.material.listed.map((l) => new ListedDraft(l.name, money(l.price), l.unit));
    [this.warranty, this.remarks, this.noted] = [String(item.warranty_days), item.remarks, item.noted];
  }

  /** The field whose figure cannot be read, as the door would name it. */
  get unreadable(): string | null {
    if (this.labour.unreadable) return `labour.${this.labour.unreadable}`;
    if (!limit(this.minimum)) return 'minimum';
    if (!limit(this.cap)) return 'cap';
    for (const [n, variant] of this.variants.entries()) {
      const figure = variant.change === 'instead' ? variant.labour.unreadable : cents(variant.amount) === null ? 'amount' : null;
      if (figure) return `variants.${n}.${figure}`;
    }
    for (const [n, listed] of this.listed.entries()) {
      if (cents(listed.price) === null) return `material.listed.${n}.price`;
    }
    return whole(this.warranty) === null ? 'warranty_days' : null;
  }

  item(): FeeItem {
    return {
      code: this.code,
      category: this.category,
      group: this.group,
      name: this.name,
      also: this.also,
      unit: this.unit,
      labour: this.labour.value(),
      minimum: this.minimum.trim() === '' ? null : cents(this.minimum),
      cap: this.cap.trim() === '' ? null : cents(this.cap),
      variants: this.variants.map((v) => ({ name: v.name, change: v.value() })),
      material: {
        included: this.included,
        listed: this.listed.map((l) => ({ name: l.name, price: cents(l.price) ?? 0, unit: l.unit })),
        market: this.market,
        owner: this.owner,
      },
      warranty_days: whole(this.warranty) ?? 0,
      remarks: this.remarks,
      noted: this.noted,
    };
  }
}
