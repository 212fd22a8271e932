/** References in text → words: the one place where exhibit numbers and page numbers are spelled. */
import { fill } from "../assemble/format.ts";
import type { Inline } from "../model/document.ts";
import type { ExhibitId } from "../model/ids.ts";
import { typedCitation } from "../model/mention.ts";
import { placeOfPage, placeOfProof, printedNumber, printedRange } from "../model/plan.ts";
import type { PagePlan, Place, Volume } from "../model/plan.ts";
import type { Words } from "../schema/words.ts";
import { volumeFile } from "./volume-names.ts";

/** How references are spelled. */
export interface Spelling {
  readonly exhibitText: (exhibit: ExhibitId) => string;
  /** `45`, `45–52`, or 第2册 45–52 where there are several volumes; with the page of its proof; a dash for an exhibit that the plan does not have. */
  readonly pagesText: (exhibit: ExhibitId) => string;
  /** The same with the page of its proof on a line of its own (45–52 / 见第47页), as a narrow column has room for it. */
  readonly cellText: (exhibit: ExhibitId) => string;
  /** 附件2-1-1-01，第45页: `page` of the exhibit, counted from 1, as it is printed; of a page that it has not, as it is typed. */
  readonly citationText: (exhibit: ExhibitId, page: number) => string;
}

export interface References extends Spelling {
  /** 见第47页: where the proving passage of an exhibit stands; empty without one. */
  readonly proofText: (exhibit: ExhibitId) => string;
  /** Where it leads: the file of the appendix beside the report, and its page there from 1; null for a page that there is not. */
  readonly citationTarget: (exhibit: ExhibitId, page: number) => CitationTarget | null;
}

export interface CitationTarget {
  readonly file: string;
  readonly page: number;
}

/**
 * How references are spelled and where they lead. `within`: the volume in which they are read, where there are several;
 * what stands in the same one is named without its number.
 */
export function references(plan: PagePlan, words: Words, within: Volume | null = null): References {
  const { format } = words;
  const named = ({ number }: Volume): number | null =>
    plan.volumes.length === 1 || number === within?.number ? null : number;
  const proofOf = (exhibit: ExhibitId): number | null => {
    const proof = placeOfProof(plan, exhibit);
    return proof === null ? null : printedNumber(proof.volume, proof.page);
  };
  /** Pages of an exhibit and, where there are several, that of its proof. */
  const spelled = (exhibit: ExhibitId): readonly [pages: string, proof: number | null] => {
    const place = plan.exhibits.get(exhibit);
    if (place === undefined) return ["–", null];
    return [pagesWords(format, named(place.volume), place), place.first === place.last ? null : proofOf(exhibit)];
  };
  return {
    exhibitText: (exhibit) => exhibit,
    pagesText: (exhibit) => {
      const [pages, proof] = spelled(exhibit);
      return proof === null ? pages : fill(format.proof, { pages, n: proof });
    },
    cellText: (exhibit) => {
      const [pages, proof] = spelled(exhibit);
      return proof === null ? pages : `${pages}\n${fill(format.proof_page, { n: proof })}`;
    },
    proofText: (exhibit) => {
      const n = proofOf(exhibit);
      return n === null ? "" : fill(format.proof_page, { n });
    },
    citationText: (exhibit, page) => {
      const found = placeOfPage(plan, exhibit, page);
      if (found === null) return typedCitation(exhibit, page);
      return citationWords(format, exhibit, named(found.volume), printedNumber(found.volume, found.page));
    },
    citationTarget: (exhibit, page) => {
      const found = placeOfPage(plan, exhibit, page);
      return found === null ? null : { file: volumeFile(found.volume, plan, words), page: found.page };
    },
  };
}

type InColumns = Pick<Spelling, "pagesText" | "cellText">;

/** The same for the lists of the appendix, whose column of pages has room for a volume and a range in one line. */
export const inLists = <T extends InColumns>(refs: T): T => ({ ...refs, pagesText: refs.cellText });

/**
 * The same for a cell of any other table: pages behind a volume stand on a line of their own too (第2册 / 45–52), or the
 * range would be torn at its dash.
 */
export const inCells = <T extends InColumns>(refs: T): T => ({
  ...refs,
  pagesText: (exhibit) => refs.cellText(exhibit).replace(/ (?=\d+[–—-]\d)/u, "\n"),
});

function pagesWords(format: Words["format"], number: number | null, place: Place): string {
  const [from, to] = printedRange(place);
  const single = from === to;
  if (number === null) return fill(single ? format.page : format.pages, { from, to });
  return fill(single ? format.page_volume : format.pages_volume, { volume: number, from, to });
}

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
