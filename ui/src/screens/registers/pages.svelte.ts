// A register read page by page: the first page stays fresh, further ones are fetched as the end comes in sight.
import { Query } from '../../lib/refresh.svelte';

interface Page<R> {
  rows: R[];
  more: boolean;
}

export class Pages<R> {
  first: Query<Page<R>>;
  #rest = $state.raw<R[]>([]);
  #more = $state(false);
  #loading = false;
  #read: (before: number | null) => Promise<Page<R>>;
  #id: (row: R) => number;

  constructor(read: (before: number | null) => Promise<Page<R>>, id: (row: R) => number, topics: () => string[]) {
    this.#read = read;
    this.#id = id;
    this.first = new Query(() => read(null), topics);
    $effect(() => {
      this.#more = this.first.value?.more ?? false;
      this.#rest = [];
    });
  }

  get rows(): R[] {
    return [...(this.first.value?.rows ?? []), ...this.#rest];
  }

  next = async () => {
    const last = this.rows.at(-1);
    if (this.#loading || !this.#more || last === undefined) return;
    this.#loading = true;
    const page = await this.#read(this.#id(last)).catch(() => null);
    this.#loading = false;
    if (page) {
      this.#rest = [...this.#rest, ...page.rows];
      this.#more = page.more;
    }
  };
}
