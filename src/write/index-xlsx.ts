/** The index of the appendix as a workbook: one row an exhibit, to be sorted and filtered. */
import { archiveDay } from "../assemble/appendix-index.ts";
import { listNames, writeLists } from "../engines/xlsx/lists.ts";
import type { ListCell, ListColumn } from "../engines/xlsx/lists.ts";
import type { Exhibit, Pack } from "../model/pack.ts";
import { printedRange } from "../model/plan.ts";
import type { PagePlan, Place } from "../model/plan.ts";
import type { RenderedFiles } from "../model/rendered.ts";
import type { Words } from "../schema/words.ts";
import { originalAddress } from "./original-address.ts";
import { pageAddress } from "./page-address.ts";
import { formText } from "./placeholders.ts";
import { references } from "./resolve.ts";
import type { CitationTarget } from "./resolve.ts";

type ColumnName = keyof Words["workbook"]["columns"];

/** Columns in their order; that of the volume only where there are several. */
const orders: Readonly<Record<Pack["appendix"]["index"], readonly ColumnName[]>> = {
  default: [
    "exhibit",
    "indicator",
    "requirement",
    "title",
    "number",
    "department",
    "day",
    "volume",
    "first",
    "last",
    "pages",
    "proof",
    "quote",
    "form",
    "original",
  ],
  // 归档文件目录: 序号、档号、文号、责任者、题名、日期、密级、页数、备注 (DA/T 22-2015); what else is known stands behind it.
  archive: [
    "serial",
    "exhibit",
    "number",
    "department",
    "title",
    "day",
    "secrecy",
    "volume",
    "first",
    "last",
    "pages",
    "remark",
    "indicator",
    "requirement",
    "proof",
    "quote",
    "form",
    "original",
  ],
};

type Widths = Readonly<Record<ColumnName, number>>;

const usualWidths: Widths = {
  serial: 6,
  exhibit: 11,
  indicator: 8,
  requirement: 16,
  title: 30,
  number: 20,
  department: 16,
  day: 12,
  volume: 6,
  first: 8,
  last: 8,
  pages: 8,
  proof: 11,
  quote: 17,
  secrecy: 8,
  remark: 14,
  form: 11,
  original: 60,
};

/** Short codes, days and numbers stand in the middle of their columns. */
const centred: ReadonlySet<ColumnName> = new Set([
  "serial",
  "exhibit",
  "indicator",
  "day",
  "volume",
  "first",
  "last",
  "pages",
  "secrecy",
  "form",
]);

/** Either has so many columns as come onto A4, set sideways, in a size that can be read; the archive's more. */
const widths: Readonly<Record<Pack["appendix"]["index"], Widths>> = {
  default: usualWidths,
  archive: {
    ...usualWidths,
    serial: 5,
    exhibit: 10,
    indicator: 7,
    requirement: 14,
    title: 25,
    number: 18,
    department: 14,
    day: 10,
    volume: 5,
    first: 5,
    last: 5,
    pages: 5,
    quote: 17,
    secrecy: 6,
    remark: 12,
    form: 7,
  },
};

/**
 * The number of an exhibit opens its first page, the page of its proving passage that page, and the path its original (of
 * several files the first). The words of the passage are a cell of their own: LibreOffice does not wrap a link. `workspace` is the way up to where originals lie, as `../`; null when they lie elsewhere.
 */
export async function writeIndexXlsx(from: From): Promise<Uint8Array> {
  const { pack, plan, words } = from;
  const { workbook } = words;
  const { index } = pack.appendix;
  const isOnly = plan.volumes.length === 1;
  const order = orders[index].filter((name) => !isOnly || name !== "volume");
  const titles = index === "archive" ? { ...workbook.columns, ...workbook.archive } : workbook.columns;
  const cellsOf = cellsFrom(from);
  const title = words.appendix.index;
  const [name = ""] = listNames([title]);
  const columns = order.map((each): ListColumn => ({
    title: titles[each],
    width: widths[index][each],
    align: centred.has(each) ? "center" : "left",
    onScreen: each === "original",
  }));
  const rows = pack.exhibits.map((exhibit, at) => {
    const cells = cellsOf(exhibit, at + 1);
    return order.map((each) => cells[each]);
  });
  return writeLists([{ name, lines: [], columns, rows, tints: [] }], {
    language: pack.language,
    day: pack.asOf,
    title,
  });
}

interface From {
  readonly workspace: string | null;
  readonly pack: Pack;
  readonly plan: PagePlan;
  readonly rendered: RenderedFiles;
  readonly words: Words;
}

function cellsFrom(from: From): (exhibit: Exhibit, serial: number) => Readonly<Record<ColumnName, ListCell>> {
  const { plan, pack, rendered, words, workspace } = from;
  const { citationTarget, proofText } = references(plan, words);
  return (exhibit, serial) => {
    const { id, proves, requirement, title, docNumber, department, day, files, registered } = exhibit;
    const place = plan.exhibits.get(id);
    const proof = plan.proofs?.get(id);
    const [lead] = files;
    const address = lead === undefined ? null : originalAddress(lead, workspace);
    const paths = files.map(({ path }) => path).join("\n");
    return {
      serial,
      exhibit: opening(id, citationTarget(id, 1)),
      indicator: proves.join(words.format.list),
      requirement: requirement?.title ?? "",
      title,
      number: docNumber,
      department,
      day: pack.appendix.index === "archive" ? archiveDay(day) : day,
      ...pageCells(place),
      proof: opening(proofText(id), citationTarget(id, proof?.page ?? 1)),
      quote: proof?.quote ?? "",
      secrecy: registered?.secrecy ?? "",
      remark: remarkOf(exhibit, words),
      form: formText(exhibit, rendered, words),
      original: address === null ? paths : { text: paths, link: { address } },
    };
  };
}

/** Words that open a page of the appendix. */
const opening = (text: string, target: CitationTarget | null): ListCell =>
  target === null || text === "" ? text : { text, link: { address: pageAddress(target) } };

function pageCells(place: Place | undefined): Readonly<Record<"volume" | "first" | "last" | "pages", ListCell>> {
  if (place === undefined) return { volume: null, first: null, last: null, pages: null };
  const [first, last] = printedRange(place);
  return { volume: place.volume.number, first, last, pages: last - first + 1 };
}

function remarkOf({ registered }: Exhibit, { appendix: { archive } }: Words): string {
  return [registered?.copy === "copy" ? archive.copy : "", registered?.remark ?? ""]
    .filter((each) => each !== "")
    .join(archive.gap);
}
