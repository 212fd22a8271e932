/** The typeset part of the appendix as data for its template: cover, index, dividers, picture pages, placeholder pages. */
import { fill } from "../assemble/format.ts";
import type { Exhibit, Pack } from "../model/pack.ts";
import type { PagePlan } from "../model/plan.ts";
import type { Measured } from "../paginate/paginate.ts";
import type { Rendered, RenderedExhibits } from "../model/rendered.ts";
import type { Style } from "../schema/style.ts";
import type { Words } from "../schema/words.ts";
import { indicatorCode } from "../model/ids.ts";
import { cardData } from "./cards.ts";
import type { Card } from "./cards.ts";
import { plainCell, references } from "./resolve.ts";
import type { References } from "./resolve.ts";

export const linkScheme = "evipack";

/** What the template reports of each part: on which page of its own PDF it begins. */
export interface SheetMark {
  readonly kind: "cover" | "index" | "divider" | "frame" | "card" | "end";
  readonly id: string;
  readonly page: number;
}

/** Everything that `templates/appendix.typ` reads, with the page numbers of a plan. */
export function appendixSheets(
  pack: Pack,
  rendered: RenderedExhibits,
  plan: PagePlan,
  looks: { readonly style: Style; readonly words: Words },
): unknown {
  const { words, style } = looks;
  const { appendix, language, asOf } = pack;
  const refs = references(plan, words);
  const target = (exhibit: string): string => `${linkScheme}:exhibit/${encodeURI(exhibit)}`;
  return {
    style,
    language,
    date: asOf.split("-").map(Number),
    cover: appendix.cover,
    index: {
      title: appendix.indexTitle,
      columns: appendix.columns,
      rows: appendix.rows.map((row) =>
        row.type === "exhibit"
          ? { type: row.type, cells: row.cells.map((cell) => plainCell(cell, refs)), target: target(row.exhibit) }
          : row,
      ),
    },
    dividers: appendix.dividers.map((divider) => ({
      ...divider,
      id: divider.code,
      rows: divider.rows.map((row) => ({
        cells: row.cells.map((cell) => plainCell(cell, refs)),
        target: target(row.exhibit),
      })),
      back: { text: words.appendix.back, target: `${linkScheme}:index` },
    })),
    frames: pack.exhibits.flatMap((exhibit) => framesFor(exhibit, rendered.get(exhibit.id), words)),
    cards: pack.exhibits.flatMap((exhibit) => cardFor(exhibit, rendered.get(exhibit.id), words, refs)),
  };
}

export const frameId = (exhibit: string, page: number): string => `${exhibit}#${String(page)}`;

function framesFor(exhibit: Exhibit, rendered: Rendered | undefined, words: Words): unknown[] {
  if (rendered?.type !== "pictures") return [];
  const { id, title, department, date } = exhibit;
  const caption = [
    fill(words.appendix.caption, { title }),
    [department, date].filter((part) => part !== "").join(words.format.comma),
  ].filter((part) => part !== "");
  return rendered.pictures.map(({ box }, page) => ({ id: frameId(id, page), caption, box }));
}

function cardFor(exhibit: Exhibit, rendered: Rendered | undefined, words: Words, refs: References): Card[] {
  if (rendered?.type !== "card") return [];
  const { id, evidence } = exhibit;
  return [cardData({ ...rendered, id, exhibit, evidence }, words, refs)];
}

/** Pages of each part, from the marks that the template reported. */
export function measuredSheets(marks: readonly SheetMark[]): Measured {
  const pagesOf = (index: number): number => (marks[index + 1]?.page ?? 0) - (marks[index]?.page ?? 0);
  const counts = marks.map((mark, index) => ({ ...mark, pages: pagesOf(index) }));
  return {
    cover: counts.find((each) => each.kind === "cover")?.pages ?? 0,
    index: counts.find((each) => each.kind === "index")?.pages ?? 0,
    dividers: new Map(
      counts.filter((each) => each.kind === "divider").map((each) => [indicatorCode(each.id), each.pages]),
    ),
  };
}
