// Lines of a quote as they are typed: items of the fee schedule, or work that it does not name, with their materials.
import type { Amount, FeeItem, FeeItemId, LineInput, MaterialCheck, OwnerChoice, Price, QuoteView, QuotedLine, Supply, Used, WorkedOut } from '../bindings/verbs';
import { cents, money } from './time';

export type SupplyKind = Supply['supply'];

/** A typed quantity, such as `2` or `2.5`, in thousandths; null when it is none. */
export function thousandths(text: string): number | null {
  const found = /^(\d{1,6})(?:[.．](\d{1,3}))?$/.exec(text.trim().normalize('NFKC'));
  return found ? Number(found[1]) * 1000 + Number((found[2] ?? '').padEnd(3, '0')) : null;
}

/** A typed count of further pieces, none where nothing is typed; null when it is none. */
const pieces = (text: string): number | null => (/^\d{0,3}$/.test(text.trim().normalize('NFKC')) ? Number(text.normalize('NFKC')) : null);

/** Thousandths as they are typed. */
const plain = (thousandths: number) => String(thousandths / 1000);

export class MaterialDraft {
  name = $state('');
  spec = $state('');
  quantity = $state('1');
  supply = $state<SupplyKind>('market');
  price = $state('');
  /** How the owner's own was found on site (R21). */
  check = $state<MaterialCheck['result'] | null>(null);
  warning = $state('');
  choice = $state<OwnerChoice | null>(null);
  /** Just added by a person, who goes on in it. */
  fresh = false;

  /** As it was kept. */
  static of(used: Used): MaterialDraft {
    const draft = new MaterialDraft();
    [draft.name, draft.spec, draft.quantity] = [used.name, used.spec, plain(used.quantity)];
    draft.supply = used.supply.supply;
    if ('price' in used.supply) draft.price = money(used.supply.price);
    draft.check = used.check?.result ?? null;
    if (used.check?.result === 'not_fit') [draft.warning, draft.choice] = [used.check.warning, used.check.choice];
    return draft;
  }

  get owners(): boolean {
    return this.supply === 'owner';
  }

  /** What was found; nothing while that is not all said. */
  get found(): MaterialCheck | null {
    if (!this.owners || this.check === null) return null;
    if (this.check === 'fit') return { result: 'fit' };
    return this.choice && { result: 'not_fit', warning: this.warning, choice: this.choice };
  }

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
  /** How many further pieces, by the name of their variant. */
  further = $state<Record<string, string>>({});
  materials = $state<MaterialDraft[]>([]);
  /** Just added by a person, who goes on in it. */
  fresh = false;

  /** As it was kept, with its item as the schedule has it. */
  static of(line: QuotedLine, item: FeeItem | null): LineDraft {
    const draft = new LineDraft();
    const { work } = line;
    if (line.item !== null && item) draft.item = { id: line.item, item };
    [draft.name, draft.quantity, draft.minutes] = [line.name, plain(work.quantity), String(work.minutes ?? '')];
    const counted = (name: string) => item?.variants.some((v) => v.name === name && v.change.change === 'further');
    [draft.agreed, draft.variants] = [money(work.agreed), work.variants.filter((name) => !counted(name))];
    for (const name of work.variants) if (counted(name)) draft.further[name] = String(Number(draft.further[name] ?? '0') + 1);
    draft.materials = work.materials.map((used) => MaterialDraft.of(used));
    return draft;
  }

  /** One more material, to be typed. */
  addMaterial() {
    const used = new MaterialDraft();
    used.fresh = true;
    this.materials.push(used);
  }

  take(id: FeeItemId, item: FeeItem) {
    this.item = { id, item };
    this.name = item.name;
    [this.variants, this.further] = [[], {}];
  }

  give() {
    this.item = null;
    [this.variants, this.further] = [[], {}];
  }

  /** The price that holds: of a chosen variant that has its own, else the item's. */
  get labour(): Price | null {
    const item = this.item?.item;
    const instead = item?.variants.find(({ name, change }) => change.change === 'instead' && this.variants.includes(name));
    return instead?.change.change === 'instead' ? instead.change.labour : (item?.labour ?? null);
  }

  /** The variants that apply, that of further pieces once for each of them. */
  get chosen(): string[] {
    return [...this.variants, ...Object.entries(this.further).flatMap(([name, count]) => Array<string>(pieces(count) ?? 0).fill(name))];
  }

  /** Whether a count of further pieces cannot be read. */
  get miscounted(): boolean {
    return Object.values(this.further).some((count) => pieces(count) === null);
  }

  get hourly(): boolean {
    return this.labour?.form === 'hourly';
  }

  /**
   * Whether a person says the price: of a range, of the actual case (from a least price or none), of work that the
   * schedule does not name.
   */
  get open(): boolean {
    const form = this.labour?.form;
    return form === undefined || form === 'range' || form === 'from' || form === 'actual';
  }

  /** Whether something of the owner's own was not looked at yet (R21). */
  get unseen(): boolean {
    return this.materials.some((used) => used.owners && used.check === null);
  }
}

export class LinesDraft {
  lines = $state<LineDraft[]>([]);
  /** What the lines come to, as it is read out; nothing while they cannot be worked out. */
  told = $state.raw<WorkedOut | null>(null);
  /** The lines that were told, as they were sent. */
  #toldOf = '';

  /** Notes what lines come to, or that it is not known. */
  tell(lines: LineInput[], told: WorkedOut | null) {
    [this.told, this.#toldOf] = [told, JSON.stringify(lines)];
  }

  /** The total that was read out of the very lines that stand here; nothing while another is worked out. */
  get readOut(): Amount | null {
    return this.told && JSON.stringify(this.inputs()) === this.#toldOf ? this.told.total : null;
  }

  /** One more line, to be typed. */
  add() {
    const line = new LineDraft();
    line.fresh = true;
    this.#put(line);
  }

  /** One more line, of an item of the schedule. */
  take(id: FeeItemId, item: FeeItem) {
    const line = new LineDraft();
    line.take(id, item);
    this.#put(line);
  }

  #put(line: LineDraft) {
    // What was told before was of other lines.
    if (this.lines.length === 0) this.told = null;
    this.lines.push(line);
  }

  /** The lines of a quote that was kept. */
  takeUp(view: QuoteView) {
    this.lines = view.quote.lines.map((line, n) => LineDraft.of(line, view.items[n] ?? null));
  }

  /** The field whose figure cannot be read, such as `lines.0.quantity`. */
  get unreadable(): string | null {
    for (const [n, line] of this.lines.entries()) {
      if (thousandths(line.quantity) === null) return `lines.${n}.quantity`;
      if (line.open && line.agreed.trim() !== '' && cents(line.agreed) === null) return `lines.${n}.agreed`;
      if (line.miscounted) return `lines.${n}.variants`;
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
        variants: line.chosen,
        agreed: line.open && line.agreed.trim() !== '' ? cents(line.agreed) : null,
        materials: line.materials.map((used) => ({
          name: used.name,
          spec: used.spec,
          quantity: thousandths(used.quantity) ?? 0,
          supply: used.priced
            ? { supply: used.supply as 'listed' | 'market', price: cents(used.price) ?? 0 }
            : { supply: used.supply as 'included' | 'owner' },
          check: used.found,
        })),
      },
    }));
  }
}
