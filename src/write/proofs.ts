/** Proving passages that registers name: found on the prepared pages, or told with their cell. */
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Diagnostic, Facts, Staged } from "../diagnostics/diagnostic.ts";
import { findWords } from "../engines/pdfium-find.ts";
import type { Search } from "../engines/pdfium-find.ts";
import type { Locator } from "../model/evidence.ts";
import type { ExhibitId } from "../model/ids.ts";
import type { Exhibit, Pack } from "../model/pack.ts";
import type { PlannedFile, Proof } from "../model/plan.ts";
import type { RenderedFiles } from "../model/rendered.ts";
import { filesOf, unitsOf } from "../paginate/units.ts";
import { readFile } from "../world.ts";

/** A page of an exhibit: of which file, and which of its pages (from 0). */
interface ExhibitPage {
  readonly file: PlannedFile | null;
  readonly page: number;
}

/** The proofs of all exhibits whose register names a passage. Files are read one by one. */
export async function locateProofs(
  pack: Pack,
  rendered: RenderedFiles,
): Promise<Staged<ReadonlyMap<ExhibitId, Proof>>> {
  const [proofs, diagnostics]: [Map<ExhibitId, Proof>, Diagnostic[]] = [new Map(), []];
  for (const exhibit of pack.exhibits) {
    const locator = exhibit.registered?.locator ?? null;
    if (locator === null) continue;
    const pages = pagesOf(exhibit, pack, rendered);
    const found = await locate(locator, pages, rendered);
    if ("reason" in found) {
      const { page } = locator;
      const quote = locator.quote.slice(0, 40);
      const isBound = exhibit.files.some((file) => (rendered.get(file.path)?.placeholder ?? null) === null);
      const reason: Facts["locator-missing"]["reason"] = isBound ? found.reason : "placeholder";
      const facts = { exhibit: exhibit.id, page, quote, pages: pages.length, reason, found: found.found };
      diagnostics.push(diagnostic("locator-missing", locator.at, facts));
    }
    if (found.proof !== null) proofs.set(exhibit.id, found.proof);
  }
  return { value: proofs, diagnostics };
}

interface Missing {
  readonly reason: "page" | "quote" | "no-text";
  /** A page of the exhibit on which the words do stand. */
  readonly found: number | null;
  /** What can be shown all the same: the page. */
  readonly proof: Proof | null;
}

async function locate(
  locator: Locator,
  pages: readonly ExhibitPage[],
  rendered: RenderedFiles,
): Promise<Missing | { readonly proof: Proof }> {
  const { page, quote, area } = locator;
  const named = page === null ? null : (pages[page - 1] ?? null);
  const at = (number: number, { file, page: inFile }: ExhibitPage, boxes: Proof["boxes"]): Proof => ({
    page: number,
    file,
    pageOfFile: inFile,
    boxes,
    area: boxes.length === 0 ? area : null,
    quote,
  });
  if (page !== null && named === null) return { reason: "page", found: null, proof: null };
  const plain = page === null || named === null ? null : at(page, named, []);
  if (plain !== null && (quote === "" || area !== null)) return { proof: plain };
  const searches = await searchesOf(pages, quote, rendered);
  const hits = pages.flatMap((each, index) => {
    const hit = searches.get(keyOf(each))?.found.find((words) => words.page === each.page);
    return hit === undefined ? [] : [{ number: index + 1, each, boxes: hit.boxes }];
  });
  const hit = hits.find(({ number }) => page === null || number === page);
  if (hit !== undefined) return { proof: at(hit.number, hit.each, hit.boxes) };
  const looked = named === null ? pages : [named];
  const hasText = looked.some((each) => searches.get(keyOf(each))?.withText.has(each.page) === true);
  return { reason: hasText ? "quote" : "no-text", found: hits[0]?.number ?? null, proof: plain };
}

const keyOf = ({ file }: ExhibitPage): string => (file === null ? "" : `${file.source}#${String(file.index)}`);

async function searchesOf(
  pages: readonly ExhibitPage[],
  quote: string,
  rendered: RenderedFiles,
): Promise<ReadonlyMap<string, Search>> {
  const searches = new Map<string, Search>();
  for (const each of pages) {
    const part = each.file === null ? undefined : rendered.get(each.file.source)?.parts[each.file.index];
    if (part?.type !== "pdf" || searches.has(keyOf(each))) continue;
    const read = await readFile(part.file);
    const search = read.ok ? await findWords(read.bytes, quote) : null;
    if (search !== null) searches.set(keyOf(each), search);
  }
  return searches;
}

/** The pages of an exhibit, from the first on which it stands to the last, as citations count them. */
function pagesOf({ id, leaf }: Exhibit, pack: Pack, rendered: RenderedFiles): ExhibitPage[] {
  const book = pack.appendix.books.find(({ groups }) =>
    groups.some((group) => group.leaf === leaf && group.exhibits.some((each) => each.id === id)),
  );
  if (book === undefined) return [];
  const groups = book.groups.filter((group) => group.leaf === leaf);
  const material = { rendered, sizes: new Map<string, number>() };
  const sheets = unitsOf({ ...book, groups }, pack, { material, cards: new Map() }).flatMap((unit) => unit.sheets);
  return sheets.flatMap(({ part, pages }) => {
    const own = filesOf(part).filter(({ exhibit }) => exhibit === id);
    const file = part.type === "file" ? part.file : null;
    return own.length === 0 ? [] : Array.from({ length: pages }, (_, page): ExhibitPage => ({ file, page }));
  });
}
