/**
 * How sheets come onto paper where their author did not say: A4, landscape where wide, as narrow as can still be read;
 * the head of a long table on each page, and the name of the sheet where there are several.
 */
import { readOoxmlPart, withParts } from "../../engines/ooxml.ts";
import { factsOf, isTrue } from "./sheet-facts.ts";
import type { SheetFacts } from "./sheet-facts.ts";
import { contentWidths, sharedWidths } from "./sheet-widths.ts";
import { headOf, markedStyles } from "./sheet-head.ts";
import type { HeadRows } from "./sheet-head.ts";
import { headerWithName, mayHaveHeader } from "./sheet-header.ts";
import { sheetsOf, withTitles, workbookPart } from "./workbook.ts";
import type { Sheet } from "./workbook.ts";

/** A4 in mm, and the margins that are set where the author set no page. */
const [short, long, margin] = [210, 297, 12];
/** Smaller than this nobody reads it on paper: 10 pt becomes 5.5 pt. */
const smallestScale = 55;
/** mm of one character of the usual font (7 px at 96 dpi; ISO/IEC 29500-1, 18.3.1.13). */
const characterWidth = (7 * 25.4) / 96;
/** Larger parts are left as they are: their pages are many anyway. */
const largestPart = 64 * 1024 * 1024;

/** Characters of the usual font that stand side by side on A4 landscape at a scale in percent. */
export const charactersAcross = (scale: number): number =>
  Math.floor(((long - 2 * margin) * 100) / scale / characterWidth);

interface ReadSheet {
  readonly sheet: Sheet;
  readonly xml: string;
  readonly facts: SheetFacts;
}

/**
 * The workbook made ready for paper: a page setup on each sheet that has none, no smaller than `smallest` percent;
 * heads that come again; names of sheets. Null when nothing is to be changed.
 */
export function withPageSetup(bytes: Uint8Array, smallest = smallestScale): Uint8Array | null {
  const sheets = sheetsOf(bytes);
  const read = sheets.flatMap((sheet): ReadSheet[] => {
    const xml = readOoxmlPart(bytes, sheet.part);
    const facts = xml === null || xml.length > largestPart ? null : factsOf(xml);
    return xml === null || facts?.root?.name !== "worksheet" ? [] : [{ sheet, xml, facts }];
  });
  const several = read.filter(({ sheet, facts }) => !sheet.hidden && facts.lastColumn > 0).length > 1;
  const changed = new Map<string, string>();
  const shared = read.some(({ facts }) => facts.widths.size === 0) ? sharedWidths(bytes) : [];
  for (const { sheet, xml, facts: came } of read) {
    const isOwn = sheet.hasArea || isSetUp(came);
    const fitted = isOwn || came.widths.size > 0 ? null : fittedColumns(xml, came, shared);
    const facts = fitted === null ? came : { ...came, widths: fitted };
    const setup = isOwn ? null : setupFor(facts, smallest);
    // The margins of a page setup of ours leave room for it.
    const margins = setup === null ? facts.margins : null;
    const header = several && mayHaveHeader(xml, { ...facts, margins });
    if (setup !== null || header) changed.set(sheet.part, write(xml, facts, { setup, fitted, named: header }));
  }
  const heads = headsOf(bytes, sheets, read);
  const workbook = heads.size === 0 ? null : readOoxmlPart(bytes, workbookPart);
  if (workbook !== null) changed.set(workbookPart, withTitles(workbook, sheets, heads));
  return changed.size === 0 ? null : withParts(bytes, changed);
}

/** Widths by content where nobody has set any, as where a program wrote the sheet; null where the usual width does. */
function fittedColumns(
  xml: string,
  { defaultWidth, lastColumn }: SheetFacts,
  shared: readonly number[],
): Map<number, number> | null {
  const widths = contentWidths(xml, shared, { usual: defaultWidth, lastColumn });
  return widths.size === 0 ? null : widths;
}

/** Heads of the sheets that say nothing of their own, by the sheet's place. */
function headsOf(
  bytes: Uint8Array,
  sheets: readonly Sheet[],
  read: readonly ReadSheet[],
): ReadonlyMap<number, HeadRows> {
  const marked = markedStyles(readOoxmlPart(bytes, "xl/styles.xml") ?? "");
  const heads = new Map<number, HeadRows>();
  for (const { sheet, facts } of read) {
    const head = sheet.hasTitles ? null : headOf(facts, marked);
    if (head !== null) heads.set(sheets.indexOf(sheet), head);
  }
  return heads;
}

/** Whether the author cared for the page: a turn, a scale, a fit or breaks. */
function isSetUp({ setup, fitProperty, breaks }: SheetFacts): boolean {
  const { orientation, scale = "100" } = setup?.attributes ?? {};
  return breaks || isTrue(fitProperty?.attributes["fitToPage"]) || orientation === "landscape" || scale !== "100";
}

interface PageSetup {
  readonly landscape: boolean;
  /** Made as small as the width of the page asks. */
  readonly fits: boolean;
  readonly scale: number;
}

function setupFor(facts: SheetFacts, smallest: number): PageSetup {
  const width = widthOf(facts);
  const room = (paper: number): number => paper - 2 * margin;
  const landscape = width > room(short);
  const scale = Math.floor(Math.min(1, room(landscape ? long : short) / Math.max(width, 1)) * 100);
  const fits = scale >= smallest;
  return { landscape, fits: scale < 100 && fits, scale: fits ? 100 : smallest };
}

/** Width of all columns up to the last one with content, in mm. */
function widthOf({ widths, defaultWidth, lastColumn }: SheetFacts): number {
  let sum = 0;
  for (let column = 1; column <= lastColumn; column += 1) sum += widths.get(column) ?? defaultWidth;
  return sum * characterWidth;
}

type Edit = readonly [start: number, end: number, text: string];

/** LibreOffice reads these elements wherever they stand in the sheet, so their order needs no care. */
function write(
  xml: string,
  facts: SheetFacts,
  { setup, fitted, named }: { setup: PageSetup | null; fitted: ReadonlyMap<number, number> | null; named: boolean },
): string {
  const close = xml.lastIndexOf("</");
  const edits: Edit[] = [];
  if (fitted !== null && facts.data !== null)
    edits.push([facts.data.start, facts.data.start, columnsOf(fitted, facts.data.prefix)]);
  if (setup !== null) {
    edits.push(...setupEdits(xml, facts, setup), [close, close, pageOf(setup, facts.root?.prefix ?? "")]);
  }
  if (named) {
    const { replaces, text } = headerWithName(xml, facts);
    edits.push([...(replaces ?? ([close, close] as const)), text]);
  }
  return edits
    .toSorted((a, b) => b[0] - a[0])
    .reduce((text, [start, end, put]) => text.slice(0, start) + put + text.slice(end), xml);
}

function columnsOf(widths: ReadonlyMap<number, number>, prefix: string): string {
  const columns = [...widths]
    .toSorted(([one], [other]) => one - other)
    .map(([column, width]) => {
      const at = String(column);
      return `<${prefix}col min="${at}" max="${at}" width="${width.toFixed(2)}" customWidth="1"/>`;
    });
  return `<${prefix}cols>${columns.join("")}</${prefix}cols>`;
}

function pageOf({ landscape, fits, scale }: PageSetup, prefix: string): string {
  const inch = (margin / 25.4).toFixed(2);
  const size = fits ? `fitToWidth="1" fitToHeight="0"` : `scale="${String(scale)}"`;
  return (
    `<${prefix}pageMargins left="${inch}" right="${inch}" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>` +
    `<${prefix}pageSetup paperSize="9" orientation="${landscape ? "landscape" : "portrait"}" ${size}/>`
  );
}

/** Takes away what the new page setup replaces, and says that it fits a width. */
function setupEdits(xml: string, facts: SheetFacts, { fits }: PageSetup): Edit[] {
  const { root, properties, fitProperty, margins, setup } = facts;
  const prefix = root?.prefix ?? "";
  const fit = fits ? `<${prefix}pageSetUpPr fitToPage="1"/>` : "";
  const edits: Edit[] = [];
  for (const old of [margins, setup, fitProperty]) if (old?.selfClosing === true) edits.push([old.start, old.end, ""]);
  if (fit !== "" && root !== null) {
    if (properties === null) edits.push([root.end, root.end, `<${prefix}sheetPr>${fit}</${prefix}sheetPr>`]);
    else if (!properties.selfClosing) edits.push([properties.end, properties.end, fit]);
    else {
      const open = xml.slice(properties.start, properties.end).replace(/\/>$/u, ">");
      edits.push([properties.start, properties.end, `${open}${fit}</${prefix}sheetPr>`]);
    }
  }
  return edits;
}
