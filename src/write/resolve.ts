/** References in text → words: the one place where exhibit numbers and page numbers are spelled. */
import { fill } from "../assemble/format.ts";
import type { Cell, Inline } from "../model/document.ts";
import type { ExhibitId } from "../model/ids.ts";
import type { PagePlan } from "../model/plan.ts";
import type { Words } from "../schema/words.ts";

export interface References {
  readonly exhibitText: (exhibit: ExhibitId) => string;
  /** `45` or `45–52`; a dash for an exhibit that the plan does not have. */
  readonly pagesText: (exhibit: ExhibitId) => string;
}

export const references = (plan: PagePlan, words: Words): References => ({
  exhibitText: (exhibit) => exhibit,
  pagesText: (exhibit) => {
    const pages = plan.exhibits.get(exhibit);
    if (pages === undefined) return "–";
    const [from, to] = pages;
    return fill(from === to ? words.format.page : words.format.pages, { from, to });
  },
});

/** An inline as plain text. */
export function plainInline(inline: Inline, { exhibitText, pagesText }: References): string {
  if (inline.type === "exhibit") return exhibitText(inline.exhibit);
  return inline.type === "pages" ? pagesText(inline.exhibit) : inline.text;
}

/** A cell as plain text. */
export const plainCell = (cell: Cell, refs: References): string =>
  cell.map((inline) => plainInline(inline, refs)).join("");

/** Inlines in which every reference has become text. */
export const resolved = (content: readonly Inline[], refs: References): Inline[] =>
  content.map((inline) =>
    inline.type === "exhibit" || inline.type === "pages" ? { type: "text", text: plainInline(inline, refs) } : inline,
  );
