/** The index of the appendix as a workbook: one row an exhibit, to be sorted and filtered. */
import { archiveDay } from "../assemble/appendix-index.ts";
import { writeWorkbook } from "../engines/xlsx.ts";
import type { Sheet } from "../engines/xlsx.ts";
import type { ExhibitId } from "../model/ids.ts";
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

type Cell = Sheet["rows"][number][number];
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
    "form",
    "original",
  ],
};

const widths: Readonly<Record<ColumnName, number>> = {
  serial: 6,
  exhibit: 11,
  indicator: 8,
  requirement: 18,
  title: 34,
  number: 20,
  department: 16,
  day: 12,
  volume: 6,
  first: 6,
  last: 6,
  pages: 6,
  proof: 16,
  secrecy: 8,
  remark: 14,
  form: 8,
  original: 60,
};

/**
 * The number of an exhibit opens its first page, its proving passage that page, and the path its original (of several
 * files the first). `workspace` is the way up to where originals lie, as `../`; null when they lie elsewhere.
 */
export async function writeIndexXlsx(from: From): Promise<Uint8Array> {
  const { pack, plan, words } = from;
  const { workbook } = words;
  const { index } = pack.appendix;
  const isOnly = plan.volumes.length === 1;
  const order = orders[index].filter((name) => !isOnly || name !== "volume");
  const titles = index === "archive" ? { ...workbook.columns, ...workbook.archive } : workbook.columns;
  const cellsOf = cellsFrom(from);
  return writeWorkbook(
    {
      name: words.appendix.index,
      columns: order.map((name) => ({ title: titles[name], width: widths[name], onScreen: name === "original" })),
      rows: pack.exhibits.map((exhibit, at) => {
        const cells = cellsOf(exhibit, at + 1);
        return order.map((name) => cells[name]);
      }),
    },
    pack.asOf,
  );
}

interface From {
  readonly workspace: string | null;
  readonly pack: Pack;
  readonly plan: PagePlan;
  readonly rendered: RenderedFiles;
  readonly words: Words;
}

const joined = (parts: readonly string[], gap: string): string => parts.filter((each) => each !== "").join(gap);

function cellsFrom(from: From): (exhibit: Exhibit, serial: number) => Readonly<Record<ColumnName, Cell>> {
  const { plan, pack, rendered, words, workspace } = from;
  const { citationTarget } = references(plan, words);
  return (exhibit, serial) => {
    const { id, proves, requirement, title, docNumber, department, day, files, registered } = exhibit;
    const place = plan.exhibits.get(id);
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
      proof: proofCell(id, from),
      secrecy: registered?.secrecy ?? "",
      remark: remarkOf(exhibit, words),
      form: formText(exhibit, rendered, words),
      original: address === null ? paths : { text: paths, address },
    };
  };
}

/** Words that open a page of the appendix. */
const opening = (text: string, target: CitationTarget | null): Cell =>
  target === null || text === "" ? text : { text, address: pageAddress(target) };

function pageCells(place: Place | undefined): Readonly<Record<"volume" | "first" | "last" | "pages", Cell>> {
  if (place === undefined) return { volume: null, first: null, last: null, pages: null };
  const [first, last] = printedRange(place);
  return { volume: place.volume.number, first, last, pages: last - first + 1 };
}

function proofCell(id: ExhibitId, { plan, words }: From): Cell {
  const { proofText, citationTarget } = references(plan, words);
  const proof = plan.proofs?.get(id);
  return opening(joined([proofText(id), proof?.quote ?? ""], words.format.colon), citationTarget(id, proof?.page ?? 1));
}

function remarkOf({ registered }: Exhibit, { appendix: { archive } }: Words): string {
  return joined([registered?.copy === "copy" ? archive.copy : "", registered?.remark ?? ""], archive.gap);
}
