/** References in text → words: the one place where exhibit numbers and page numbers are spelled. */
import { fill } from "../assemble/format.ts";
import type { Inline } from "../model/document.ts";
import type { ExhibitId } from "../model/ids.ts";
import type { PagePlan } from "../model/plan.ts";
import type { Words } from "../schema/words.ts";

export interface References {
  readonly exhibitText: (exhibit: ExhibitId) => string;
  /** `45` or `45–52`; a dash for an exhibit that the plan does not have. */
  readonly pagesText: (exhibit: ExhibitId) => string;
  /** 附件2-1-1-01，第45页: `page` of the exhibit, counted from 1, as it is printed. */
  readonly citationText: (exhibit: ExhibitId, page: number) => string;
}

export const references = (plan: PagePlan, { format }: Words): References => ({
  exhibitText: (exhibit) => exhibit,
  pagesText: (exhibit) => {
    const pages = plan.exhibits.get(exhibit);
    if (pages === undefined) return "–";
    const [from, to] = pages;
    return fill(from === to ? format.page : format.pages, { from, to });
  },
  citationText: (exhibit, page) => {
    const first = plan.exhibits.get(exhibit)?.[0];
    return fill(format.citation, { exhibit, page: first === undefined ? "–" : first + page - 1 });
  },
});

/** An inline as plain text; of a footnote nothing. */
export function plainInline(inline: Inline, refs: References): string {
  switch (inline.type) {
    case "exhibit":
      return refs.exhibitText(inline.exhibit);
    case "pages":
      return refs.pagesText(inline.exhibit);
    case "citation":
      return refs.citationText(inline.exhibit, inline.page);
    case "note":
      return "";
    case "break":
      return "\n";
    default:
      return inline.text;
  }
}

/** Inlines as plain text. */
export const plainText = (content: readonly Inline[], refs: References): string =>
  content.map((inline) => plainInline(inline, refs)).join("");

/** Inlines in which every reference into the appendix has become text. */
export const resolved = (content: readonly Inline[], refs: References): Inline[] =>
  content.map((inline) => {
    if (inline.type === "note") return { ...inline, content: resolved(inline.content, refs) };
    return inline.type === "exhibit" || inline.type === "pages" || inline.type === "citation"
      ? { type: "text", text: plainInline(inline, refs) }
      : inline;
  });
