// Lines of a quote as they are typed: items of the fee schedule, or work that it does not name, with their materials.
import type { FeeItem, FeeItemId, LineInput, Supply } from '../bindings/verbs';
import { cents } from './time';

export type SupplyKind = Supply['supply'];

/** A typed quantity, such as `2` or `2.5`, in thousandths; null when it is none. */
export function thousandths(text: string): number | null {
  const found = /^(\d{1,6})(?:[.．](\d{1,3}))?$/.exec(text.trim().normalize('NFKC'));
  return found ? Number(found[1]) * 1000 + Number((found[2] ?? '').padEnd(3, '0')) : null;
}

export class MaterialDraft {
  name = $state('');
  spec = $state('');
  quantity = $state('1');
  supply = $state<SupplyKind>('market');
  price = $state('');

  get priced(): boolean {
    return this.supply === 'listed' || this.supply === 'market';
  }
}

export class LineDraft {
  /** The item taken from the schedule; none for work that it does not name. */
  item = $state.raw<{ id: FeeItemId; item: FeeItem } | null>(null);
  name = $state('');
  quantity = $state('1');
  minutes = $state('');
  agreed = $state('');
  variants = $state<string[]>([]);
  materials = $state<MaterialDraft[]>([]);

  take(id: FeeItemId, item: FeeItem) {
    this.item = { id, item };
    this.name = item.name;
    this.variants = [];
  }

  give() {
    this.item = null;
    this.variants = [];
  }

  get hourly(): boolean {
    return this.item?.item.labour.form === 'hourly';
  }

  /** Whether a person says the price: of a range, of the actual case, of work that the schedule does not name. */
  get open(): boolean {
    const form = this.item?.item.labour.form;
    return form === undefined || form === 'range' || form === 'actual';
  }
}

export class LinesDraft {
  lines = $state<LineDraft[]>([]);

  /** The field whose figure cannot be read, such as `lines.0.quantity`. */
  get unreadable(): string | null {
    for (const [n, line] of this.lines.entries()) {
      if (thousandths(line.quantity) === null) return `lines.${n}.quantity`;
      if (line.open && line.agreed.trim() !== '' && cents(line.agreed) === null) return `lines.${n}.agreed`;
      if (line.hourly && !/^\d{0,6}$/.test(line.minutes.trim())) return `lines.${n}.minutes`;
      for (const [m, used] of line.materials.entries()) {
        if (thousandths(used.quantity) === null) return `lines.${n}.materials.${m}.quantity`;
        if (used.priced && cents(used.price) === null) return `lines.${n}.materials.${m}.price`;
      }
    }
    return null;
  }

  inputs(): LineInput[] {
    return this.lines.map((line) => ({
      item: line.item?.id ?? null,
      name: line.name,
      work: {
        quantity: thousandths(line.quantity) ?? 0,
        minutes: line.hourly && line.minutes.trim() !== '' ? Number(line.minutes) : null,
        variants: [...line.variants],
        agreed: line.open && line.agreed.trim() !== '' ? cents(line.agreed) : null,
        materials: line.materials.map((used) => ({
          name: used.name,
          spec: used.spec,
          quantity: thousandths(used.quantity) ?? 0,
          supply: used.priced
            ? { supply: used.supply as 'listed' | 'market', price: cents(used.price) ?? 0 }
            : { supply: used.supply as 'included' | 'owner' },
        })),
      },
    }));
  }
}
