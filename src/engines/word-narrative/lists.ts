/** Numbered and bulleted paragraphs of Word → lists. */
import type { Block, Inline, List } from "../../model/document.ts";

export interface Item {
  /** Which list of the document it belongs to. */
  readonly list: string;
  /** 0 for the outermost. */
  readonly depth: number;
  readonly ordered: boolean;
  /** Its number in the list. */
  readonly number: number;
  readonly content: readonly Inline[];
  /** Figures that stand in it. */
  readonly more: readonly Block[];
}

/** Counts items as Word does: a list goes on after text in between, and what is inside starts anew. */
export class Counter {
  readonly #counts = new Map<string, number[]>();
  readonly #starts: ReadonlyMap<string, ReadonlyMap<number, number>>;

  constructor(starts: ReadonlyMap<string, ReadonlyMap<number, number>>) {
    this.#starts = starts;
  }

  next(list: string, depth: number): number {
    const counts = this.#counts.get(list) ?? [];
    const start = this.#starts.get(list)?.get(depth) ?? 1;
    const number = (counts[depth] ?? start - 1) + 1;
    this.#counts.set(list, [...Array.from({ length: depth }, (_, level) => counts[level] ?? 0), number]);
    return number;
  }
}

/** Items one after another as lists inside each other. */
export function listsOf(items: readonly Item[]): List[] {
  const lists: { readonly first: Item; readonly items: Block[][]; inner: Item[] }[] = [];
  const close = (): void => {
    const open = lists.at(-1);
    if (open === undefined) return;
    open.items.at(-1)?.push(...listsOf(open.inner));
    open.inner = [];
  };
  for (const item of items) {
    let open = lists.at(-1);
    if (open !== undefined && item.depth > open.first.depth) {
      open.inner.push(item);
      continue;
    }
    close();
    const same = open !== undefined && open.first.list === item.list && open.first.ordered === item.ordered;
    if (open === undefined || !same || item.depth < open.first.depth) {
      open = { first: item, items: [], inner: [] };
      lists.push(open);
    }
    open.items.push([{ type: "paragraph", content: item.content }, ...item.more]);
  }
  close();
  return lists.map(({ first, items: done }) => ({
    type: "list",
    ordered: first.ordered,
    start: first.number,
    items: done,
  }));
}
