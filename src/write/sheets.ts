/** The typeset sheets of the volumes: drawn in pieces, so that memory holds one of them, and each as seldom as can be. */
import type { Typeset } from "../engines/typst-child.ts";
import { indicatorCode } from "../model/ids.ts";
import type { Measured } from "../paginate/paginate.ts";
import { sha256 } from "../world.ts";
import type { IndexData, SheetData } from "./appendix-sheets.ts";

/** Draws a template with its data, and reads back what stands under the label. */
export type Typesetter = (
  template: string,
  data: unknown,
  label: string,
) => Promise<Pick<Typeset, "pdf" | "marks" | "missing">>;

/** What the template reports of each part: on which page of its own PDF it begins. */
export interface SheetMark {
  readonly kind: "cover" | "master" | "index" | "divider" | "frame" | "blank" | "card" | "closing" | "end";
  readonly id: string;
  readonly page: number;
}

/** Sheets of one volume, or a piece of them, in one PDF. */
export interface DrawnSheets {
  readonly pdf: Uint8Array;
  readonly marks: readonly SheetMark[];
}

/** A longer list begins each of its sections on a page of its own. */
const longList = 500;

/** So many dividers, or other sheets of one kind, are drawn together. */
const together = 60;

/** The sheets of a volume in pieces that are drawn one by one: the same pages, whatever piece they stand in. */
export function piecesOf(data: SheetData): SheetData[] {
  const { marks, cover, indexes, dividers, frames, blanks, closing, cards } = data;
  const none = {
    ...data,
    marks: [],
    cover: null,
    indexes: [],
    dividers: [],
    frames: [],
    blanks: [],
    closing: null,
    cards: [],
  };
  if (indexes.every(({ rows }) => rows.length <= longList) && [dividers, frames, blanks, cards].every(isFew))
    return [data];
  const lists = indexes
    .flatMap(partsOf)
    .map((each, at) => ({ ...none, marks: at === 0 ? marks : [], indexes: [each] }));
  return [
    ...(cover === null ? [] : [{ ...none, cover }]),
    ...lists,
    ...groups(dividers).map((each) => ({ ...none, dividers: each })),
    ...groups(frames).map((each) => ({ ...none, frames: each })),
    ...groups(blanks).map((each) => ({ ...none, blanks: each })),
    ...(closing === null ? [] : [{ ...none, closing }]),
    ...groups(cards).map((each) => ({ ...none, cards: each })),
  ];
}

const isFew = (sheets: readonly unknown[]): boolean => sheets.length <= together;

function groups<T>(sheets: readonly T[]): T[][] {
  const count = Math.ceil(sheets.length / together);
  return Array.from({ length: count }, (_, index) => sheets.slice(index * together, (index + 1) * together));
}

/** A list, or the sections of a long one. */
export function partsOf(index: IndexData): IndexData[] {
  if (index.rows.length <= longList) return [index];
  const parts: IndexData["rows"][number][][] = [];
  for (const row of index.rows) {
    if (row.type === "section" || parts.length === 0) parts.push([]);
    parts.at(-1)?.push(row);
  }
  return parts.map((rows, at) => ({ ...index, rows, title: at === 0 ? index.title : null }));
}

/** Draws pieces; one that is as it was the last time is not drawn again. */
export class SheetDrawer {
  /** Characters that no font has. */
  readonly missing = new Set<string>();
  readonly #set: Typesetter;
  #last = new Map<string, DrawnSheets>();
  #now = new Map<string, DrawnSheets>();

  constructor(set: Typesetter) {
    this.#set = set;
  }

  async draw(data: SheetData): Promise<DrawnSheets> {
    const key = sha256(JSON.stringify(data));
    const drawn = this.#now.get(key) ?? this.#last.get(key) ?? (await this.#draw(data));
    this.#now.set(key, drawn);
    return drawn;
  }

  async #draw(data: SheetData): Promise<DrawnSheets> {
    const { pdf, marks, missing } = await this.#set("appendix.typ", data, "part");
    for (const each of missing) this.missing.add(each);
    return { pdf, marks: marks as SheetMark[] };
  }

  /** Begins another round: what is not drawn in it is forgotten after it. */
  turn(): void {
    [this.#last, this.#now] = [this.#now, new Map()];
  }
}

/** Pages of each part of a volume, from the marks that the template reported in its pieces. */
export function measuredSheets(pieces: readonly DrawnSheets[]): Measured {
  const counts = pieces.flatMap(({ marks }) =>
    marks.map((mark, index) => ({ ...mark, pages: (marks[index + 1]?.page ?? 0) - mark.page })),
  );
  const sum = (kind: SheetMark["kind"]): number =>
    counts.reduce((all, each) => (each.kind === kind ? all + each.pages : all), 0);
  return {
    cover: sum("cover"),
    master: sum("master"),
    index: sum("index"),
    closing: sum("closing"),
    dividers: new Map(
      counts.filter((each) => each.kind === "divider").map((each) => [indicatorCode(each.id), each.pages]),
    ),
    cards: new Map(counts.filter((each) => each.kind === "card").map((each) => [each.id, each.pages])),
  };
}
