// A price list on its way into a draft: the file, what its columns hold, what was understood of each row, and what a
// person decided where nothing was (R18).
import type { Columns, Doubt, FeeCategory, FeeItem, FeeScheduleId, Field, Row, SheetRead } from '../../bindings/verbs';
import { asDeskError, call, type DeskError } from '../../lib/ipc';
import { t } from '../../lib/words.svelte';
import { blankItem } from './item.svelte';

export const FIELDS: Field[] = [
  'code', 'category', 'group', 'name', 'spec', 'unit', 'labour', 'material', 'price', 'remarks', 'note', 'ignored',
];

/** What a spreadsheet calls a column counted from 0. */
export const letters = (n: number): string => (n < 26 ? '' : letters(Math.floor(n / 26) - 1)) + String.fromCharCode(65 + (n % 26));

/** What is to become of a row. */
export type Fate = 'understood' | 'noted' | 'heading' | 'decided' | 'left_out' | 'open';

/** A sentence with the column that it is about. */
export const placed = (column: string, sentence: string) => (column === '' ? sentence : t('import-placed', { column, sentence }));

/** A doubt in words. */
export const doubt = ({ why, column, text }: Doubt) => placed(column, t(`import-doubt-${why.replaceAll('_', '-')}`, { text }));

/** What stands in a row. */
export const stands = (row: Row) => row.texts.map(([, text]) => text).filter((text) => text !== '').join(' ｜ ');

/** One key's answer to a doubt: the price with the words kept, or the row left out. */
export type Answer = 'keep' | 'leave';

/** Rows are of a kind where the same is unclear of them, and the same answers can be given. */
function kind(row: Row): string {
  if (row.outcome.outcome !== 'left') return '';
  const whys = [...new Set(row.outcome.left.map((doubt) => doubt.why))].sort();
  return `${row.outcome.kept === null ? 'hard' : 'keep'} ${whys.join(' ')}`;
}

export class ImportDraft {
  path = $state<string | null>(null);
  sheet = $state(0);
  category = $state<FeeCategory>('household');
  prefix = $state('');
  read = $state.raw<SheetRead | null>(null);
  /** As a person set them; none to have them proposed. */
  columns = $state.raw<Columns | null>(null);
  /** By row: the item in its place, or none to leave the row out. */
  decisions = $state.raw(new Map<number, FeeItem | null>());
  /** Whether the headings were found, or a person assigns the columns. */
  proposed = $state(true);
  error = $state.raw<DeskError | null>(null);
  busy = $state(false);
  /** The kind of doubt that was answered last, and how. */
  last = $state.raw<{ kind: string; answer: Answer } | null>(null);
  /** What was decided before each answer. */
  #before = $state.raw<Map<number, FeeItem | null>[]>([]);
  #turn = 0;

  constructor(readonly schedule: FeeScheduleId) {}

  /** Another file: everything begins anew. */
  async open(path: string) {
    [this.path, this.sheet, this.columns, this.read, this.decisions] = [path, 0, null, null, new Map()];
    await this.again();
  }

  /** Another sheet of the file: its rows are others. */
  async turn(sheet: number) {
    [this.sheet, this.columns, this.decisions] = [sheet, null, new Map()];
    await this.again();
  }

  /** Reads the sheet as it is set now; what was decided of its rows stays. */
  async again() {
    if (this.path === null) return;
    const mine = ++this.#turn;
    const asked = this.columns;
    [this.busy, this.error] = [true, null];
    try {
      const read = await call('fees.read_sheet', {
        path: this.path,
        sheet: this.sheet,
        columns: asked,
        category: this.category,
      });
      if (mine !== this.#turn) return;
      if (asked === null) this.proposed = read.columns !== null;
      [this.read, this.columns] = [read, read.columns];
      const there = new Set(read.rows.map((row) => row.number));
      this.decisions = new Map([...this.decisions].filter(([row]) => there.has(row)));
      [this.last, this.#before] = [null, []];
    } catch (thrown) {
      // Nothing comes in by settings whose rows nobody saw.
      if (mine === this.#turn) [this.error, this.read] = [asDeskError(thrown), null];
    } finally {
      if (mine === this.#turn) this.busy = false;
    }
  }

  /** Sets what a column holds, or which row is the last of the headings. */
  async assign(change: { column: number; field: Field | null } | { heading: number }) {
    const top = this.read?.top ?? [];
    const width = Math.max(0, ...top.map((row) => row.cells.length));
    const old = this.columns ?? { heading_row: 0, fields: [], headings: [], unsure: [] };
    const fields = Array.from({ length: width }, (_, n) => old.fields[n] ?? null);
    const unsure = Array.from({ length: width }, (_, n) => old.unsure[n] ?? false);
    let { headings, heading_row } = old;
    if ('heading' in change) {
      heading_row = change.heading;
      const row = top.find((r) => r.number === heading_row);
      headings = Array.from({ length: width }, (_, n) => row?.cells[n] ?? '');
    } else {
      fields[change.column] = change.field;
      unsure[change.column] = false;
    }
    this.columns = { heading_row, fields, unsure, headings: Array.from({ length: width }, (_, n) => headings[n] ?? '') };
    await this.again();
  }

  /** What a column holds that waits for a person: its heading, the first texts below, what was proposed. */
  asked(column: number): { heading: string; texts: string[]; field: Field | null } {
    const below = (this.read?.top ?? []).filter((row) => row.number > (this.columns?.heading_row ?? 0));
    const texts = new Set(below.map((row) => row.cells[column] ?? '').filter((text) => text !== ''));
    return { heading: this.columns?.headings[column] ?? '', texts: [...texts].slice(0, 3), field: this.columns?.fields[column] ?? null };
  }

  fate(row: Row): Fate {
    const decided = this.decisions.get(row.number);
    if (decided !== undefined) return decided === null ? 'left_out' : 'decided';
    if (row.outcome.outcome === 'understood') return row.outcome.understood.noted ? 'noted' : 'understood';
    return row.outcome.outcome === 'group' ? 'heading' : 'open';
  }

  /** The item that a row comes in as; none where it does not, or not yet. */
  item(row: Row): FeeItem | null {
    const decided = this.decisions.get(row.number);
    if (decided !== undefined) return decided;
    return row.outcome.outcome === 'understood' ? row.outcome.understood : null;
  }

  /** Where a person begins who fills a row in: what stands in it, without a price. */
  begun(row: Row): FeeItem {
    const known = this.item(row);
    if (known) return known;
    const text = (field: Field) => row.texts.find(([of]) => of === field)?.[1] ?? '';
    return {
      ...blankItem(this.category),
      code: text('code'),
      group: text('group'),
      name: [text('name'), text('spec')].filter((part) => part !== '').join(' '),
      unit: text('unit'),
      remarks: [text('labour'), text('price'), text('material'), text('remarks')].filter((part) => part !== '').join(t('fees-then')),
    };
  }

  decide(row: Row, item: FeeItem | null | undefined) {
    const decisions = new Map(this.decisions);
    if (item === undefined) decisions.delete(row.number);
    else decisions.set(row.number, item);
    this.decisions = decisions;
  }

  /** The rows that wait for a person. */
  get waiting(): Row[] {
    return (this.read?.rows ?? []).filter((row) => this.fate(row) === 'open');
  }

  /** The item that a row may come in as with its price, the rest kept as a remark; none where the price is not clear. */
  kept(row: Row): FeeItem | null {
    return row.outcome.outcome === 'left' ? row.outcome.kept : null;
  }

  /** Answers a row: its price with the words kept, or not at all. */
  answer(row: Row, answer: Answer) {
    this.#answer([row], answer);
    this.last = { kind: kind(row), answer };
  }

  /** Open rows with the kind of doubt that was answered last. */
  get alike(): Row[] {
    const { last } = this;
    return last === null ? [] : this.waiting.filter((row) => kind(row) === last.kind);
  }

  /** Answers all of them as the last one was. */
  answerAlike() {
    if (this.last) this.#answer(this.alike, this.last.answer);
  }

  /** Takes the last answer back, with all rows that it was given to. */
  takeBack() {
    const before = this.#before.pop();
    if (before) this.decisions = before;
    this.last = null;
  }

  get answered(): boolean {
    return this.#before.length > 0;
  }

  #answer(rows: Row[], answer: Answer) {
    this.#before = [...this.#before, this.decisions];
    const given = rows.map((row): [number, FeeItem | null] => [row.number, answer === 'keep' ? this.kept(row) : null]);
    this.decisions = new Map([...this.decisions, ...given]);
  }

  /** The sentence that the door said of a row. */
  wrong(row: Row): string | null {
    return this.error?.field?.startsWith(`rows.${row.number}.`) || this.error?.field === `rows.${row.number}` ? this.error.sentence : null;
  }

  /** Takes all rows into the draft; how many items came in, or none where the door refused. */
  async take(version: number): Promise<number | null> {
    if (this.path === null || this.read === null || this.columns === null || this.busy) return null;
    [this.busy, this.error] = [true, null];
    try {
      const done = await call('fees.import', {
        schedule: this.schedule,
        version,
        path: this.path,
        digest: this.read.digest,
        sheet: this.sheet,
        columns: this.columns,
        category: this.category,
        prefix: this.prefix,
        decisions: [...this.decisions].map(([row, item]) => ({ row, item })),
      });
      [this.path, this.read, this.columns, this.prefix] = [null, null, null, ''];
      return done.items;
    } catch (thrown) {
      this.error = asDeskError(thrown);
      return null;
    } finally {
      this.busy = false;
    }
  }
}
