// A draft of the fee schedule as a grid: every row can be typed in, and all changes are saved together.
import type { FeeItem, FeeItemId, FeeScheduleId, ItemAt, ShownSchedule } from '../../bindings/verbs';
import { asDeskError, call, type DeskError } from '../../lib/ipc';
import { prices } from '../../lib/said.svelte';
import { cents, money } from '../../lib/time';
import { blankItem, whole } from './item.svelte';

let next = 0;

export class GridRow {
  readonly key = ++next;
  /** Where the ledger has it; none for a row that was added. */
  at = $state.raw<ItemAt | null>(null);
  item = $state.raw<FeeItem>(blankItem('household'));
  /** What the ledger holds; none for a row that was added. */
  held = $state.raw<FeeItem | null>(null);
  dropped = $state(false);
  /** Someone else changed it meanwhile. */
  clash = $state(false);
  /** Figures as they are being typed. */
  price = $state<string | null>(null);
  warranty = $state<string | null>(null);

  constructor(at: ItemAt | null, item: FeeItem, held: FeeItem | null) {
    [this.at, this.item, this.held] = [at, item, held];
  }

  get changed(): boolean {
    return this.dropped ? this.at !== null : this.unreadable || JSON.stringify(this.item) !== JSON.stringify(this.held);
  }

  /** A figure cannot be read. */
  get unreadable(): boolean {
    const { labour } = this.item;
    // A price of nothing that came with a list stays as it is; nobody gets it by not typing one.
    if (labour.form === 'each' && (this.price !== null || this.held === null) && !cents(this.typedPrice)) return true;
    return whole(this.typedWarranty) === null;
  }

  put(part: Partial<FeeItem>) {
    const after = { ...this.item, ...part };
    prices.carry(this.item, after);
    this.item = after;
  }

  get typedPrice(): string {
    const { labour } = this.item;
    return this.price ?? (labour.form === 'each' && (labour.price > 0 || this.held !== null) ? money(labour.price) : '');
  }

  typePrice(text: string) {
    const price = cents(text);
    this.price = text;
    if (price) this.put({ labour: { form: 'each', price } });
  }

  /** The cell is left: what could be read stands there as the ledger writes it. */
  leave() {
    if (this.price !== null && cents(this.price)) this.price = null;
    if (this.warranty !== null && whole(this.warranty) !== null) this.warranty = null;
  }

  get typedWarranty(): string {
    return this.warranty ?? String(this.item.warranty_days);
  }

  typeWarranty(text: string) {
    const days = whole(text);
    this.warranty = text;
    if (days !== null) this.put({ warranty_days: days });
  }
}

export class GridDraft {
  rows = $state.raw<GridRow[]>([]);
  version = $state(0);
  error = $state.raw<DeskError | null>(null);
  busy = $state(false);
  /** Rows of the last refused save, in the order of the call. */
  #sent: GridRow[] = [];

  constructor(readonly schedule: FeeScheduleId) {}

  get changed(): GridRow[] {
    return this.rows.filter((row) => row.changed);
  }

  /** Takes over what the ledger holds; what was typed and is not saved stays. */
  adopt(shown: ShownSchedule) {
    this.version = shown.version.schedule.version;
    const known = new Map<FeeItemId, GridRow>();
    for (const row of this.rows) if (row.at) known.set(row.at.id, row);
    const rows = shown.items.map(({ id, version, item }) => {
      const row = known.get(id);
      const at = { id, version };
      if (!row) return new GridRow(at, item, item);
      if (row.at?.version === version) return row;
      if (row.changed) row.clash = true;
      else row.item = item;
      [row.at, row.held] = [at, item];
      return row;
    });
    const there = new Set(rows);
    // What another took out while it was typed in here is kept as a new one.
    for (const row of this.rows) {
      if (!there.has(row) && row.at !== null && row.changed && !row.dropped) [row.at, row.held, row.clash] = [null, null, true];
    }
    this.rows = [...rows, ...this.rows.filter((row) => row.at === null)];
  }

  add(item: FeeItem): GridRow {
    const row = new GridRow(null, item, null);
    this.rows = [...this.rows, row];
    return row;
  }

  drop(row: GridRow) {
    if (row.at === null) this.rows = this.rows.filter((other) => other !== row);
    else row.dropped = !row.dropped;
  }

  discard() {
    this.rows = this.rows
      .filter((row) => row.at !== null)
      .map((row) => (row.changed && row.held ? new GridRow(row.at, row.held, row.held) : row));
    this.error = null;
  }

  /** The sentence that the door said of a row, or of its field. */
  wrong(row: GridRow, field: string | null): string | null {
    const [, n, rest] = /^items\.(\d+)(?:\.(.+))?$/.exec(this.error?.field ?? '') ?? [];
    if (n === undefined || this.#sent[Number(n)] !== row) return null;
    return field === null || rest === field ? (this.error?.sentence ?? null) : null;
  }

  async save(): Promise<boolean> {
    const changed = this.changed;
    if (this.busy || changed.length === 0 || changed.some((row) => !row.dropped && row.unreadable)) return false;
    const put = changed.filter((row) => !row.dropped);
    const sent = put.map((row) => row.item);
    const gone = changed.filter((row) => row.dropped);
    const dropped = gone.flatMap((row) => (row.at ? [row.at] : []));
    [this.busy, this.error, this.#sent] = [true, null, put];
    try {
      const saved = await call('fees.edit', {
        schedule: this.schedule,
        version: this.version,
        name: null,
        surcharges: null,
        calendar: null,
        items: put.map((row) => ({ at: row.at, item: row.item })),
        dropped,
      });
      for (const [n, row] of put.entries()) {
        const now = saved.items[n];
        if (!now) continue;
        // What was typed meanwhile stays, and is another change.
        if (row.item === sent[n]) row.item = now.item;
        [row.at, row.held, row.clash] = [{ id: now.id, version: now.version }, now.item, false];
      }
      this.rows = this.rows.filter((row) => !gone.includes(row));
      this.version = saved.schedule.version;
      return true;
    } catch (thrown) {
      this.error = asDeskError(thrown);
      return false;
    } finally {
      this.busy = false;
    }
  }
}
