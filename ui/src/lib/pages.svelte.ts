// A register read page by page: the first page stays fresh, further ones are fetched as the end comes in sight.
import { asDeskError, type DeskError } from './ipc';
import { Query } from './refresh.svelte';

/** Rows of a page: more than fit on a screen, few enough to be there at once. */
export const PAGE = 60;

interface Page<R> {
  rows: R[];
  more: boolean;
}

export class Pages<R> {
  first: Query<Page<R>>;
  #rest = $state.raw<R[]>([]);
  #more = $state(false);
  #failed = $state.raw<DeskError | null>(null);
  #loading = false;
  /** Counts the questions for the first page: a further page belongs to the one it was asked under. */
  #turn = 0;
  /** The question whose first page is shown. */
  #shown = 0;
  #read: (last: number | null) => Promise<Page<R>>;
  #id: (row: R) => number;

  /** `read` gives the page behind the row of that id, and the first page for null. */
  constructor(read: (last: number | null) => Promise<Page<R>>, id: (row: R) => number, topics: () => string[]) {
    this.#read = read;
    this.#id = id;
    this.first = new Query(() => {
      this.#turn += 1;
      return read(null);
    }, topics);
    $effect(() => {
      this.#more = this.first.value?.more ?? false;
      this.#rest = [];
      this.#failed = null;
      this.#loading = false;
      this.#shown = this.#turn;
    });
  }

  get rows(): R[] {
    return [...(this.first.value?.rows ?? []), ...this.#rest];
  }

  /** Why the first page or a further one could not be read. */
  get error(): DeskError | null {
    return this.first.error ?? this.#failed;
  }

  next = async () => {
    const [turn, last] = [this.#turn, this.rows.at(-1)];
    if (this.#loading || !this.#more || last === undefined || this.#shown !== turn) return;
    this.#loading = true;
    try {
      const page = await this.#read(this.#id(last));
      // By now something else may be asked for; what belongs to the old list is dropped.
      if (turn !== this.#turn) return;
      this.#rest = [...this.#rest, ...page.rows];
      this.#more = page.more;
      this.#failed = null;
    } catch (thrown) {
      if (turn === this.#turn) this.#failed = asDeskError(thrown);
    } finally {
      if (turn === this.#turn) this.#loading = false;
    }
  };
}
