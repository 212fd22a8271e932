/** What the DOCX writer is told besides the report. */
import type { ExhibitId } from "../../model/ids.ts";
import type { Reference } from "../../model/reference.ts";
import type { Style } from "../../schema/style.ts";

export interface DocxContext {
  readonly style: Style;
  /** The day that the file is dated with, YYYY-MM-DD. */
  readonly asOf: string;
  readonly language: "zh-CN" | "en";
  readonly author: string;
  /** Page on which a heading stands, as printed; null when it is not known. */
  readonly headingPage: (anchor: string) => number | null;
  /** What stands in the text for an exhibit, e.g. `2-1-3-01`. */
  readonly exhibitText: (id: ExhibitId) => string;
  /** What stands in the text for the pages of an exhibit, e.g. `45–52`. */
  readonly pagesText: (id: ExhibitId) => string;
  /** The same with the page of a proof on a line of its own, for cells of tables. */
  readonly cellText: (id: ExhibitId) => string;
  /** What stands in the text for a page of an exhibit, counted from 1, e.g. 附件2-1-3-01，第45页. */
  readonly citationText: (id: ExhibitId, page: number) => string;
  /** File beside the document, and page in it, to which a page of an exhibit leads; null for one that is not there. */
  readonly citationTarget?: (id: ExhibitId, page: number) => { readonly file: string; readonly page: number } | null;
  /** A Word file that lends the document its looks. */
  readonly reference?: Reference | null;
  /** Whether a table of contents follows the cover. */
  readonly contents: boolean;
}
