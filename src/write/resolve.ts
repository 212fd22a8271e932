/** References in text → words: the one place where exhibit numbers and page numbers are spelled. */
import { fill } from "../assemble/format.ts";
import type { Inline } from "../model/document.ts";
import type { ExhibitId } from "../model/ids.ts";
import { typedCitation } from "../model/mention.ts";
import { printedPage } from "../model/plan.ts";
import type { PagePlan } from "../model/plan.ts";
import type { Words } from "../schema/words.ts";

/** How references are spelled. */
export interface Spelling {
  readonly exhibitText: (exhibit: ExhibitId) => string;
  /** `45` or `45–52`; a dash for an exhibit that the plan does not have. */
  readonly pagesText: (exhibit: ExhibitId) => string;
  /** 附件2-1-1-01，第45页: `page` of the exhibit, counted from 1, as it is printed; of a page that it has not, as it is typed. */
  readonly citationText: (exhibit: ExhibitId, page: number) => string;
}

export interface References extends Spelling {
  /** Where it leads: the file of the appendix beside the report, and its page there from 1; null for a page that there is not. */
  readonly citationTarget: (exhibit: ExhibitId, page: number) => CitationTarget | null;
}

export interface CitationTarget {
  readonly file: string;
  readonly page: number;
}

export const references = (plan: PagePlan, { format, files }: Words): References => ({
  exhibitText: (exhibit) => exhibit,
  pagesText: (exhibit) => {
    const pages = plan.exhibits.get(exhibit);
    if (pages === undefined) return "–";
    const [from, to] = pages;
    return fill(from === to ? format.page : format.pages, { from, to });
  },
  citationText: (exhibit, page) => {
    const printed = printedPage(plan, exhibit, page);
    // There is one volume; what is bound in one needs no number.
    return printed === null ? typedCitation(exhibit, page) : citationWords(format, exhibit, null, printed);
  },
  citationTarget: (exhibit, page) => {
    const printed = printedPage(plan, exhibit, page);
    return printed === null ? null : { file: `${files.appendix}.pdf`, page: printed };
  },
});

/** `volume`: null where the appendix has only one. */
export const citationWords = (
  { citation, citation_volume }: Words["format"],
  exhibit: ExhibitId,
  volume: number | null,
  page: number,
): string => (volume === null ? fill(citation, { exhibit, page }) : fill(citation_volume, { exhibit, volume, page }));

/** An inline as plain text; of a footnote nothing. */
export function plainInline(inline: Inline, refs: Spelling): string {
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
export const plainText = (content: readonly Inline[], refs: Spelling): string =>
  content.map((inline) => plainInline(inline, refs)).join("");
