/** Page setup for sheets whose author made none: A4, landscape where wide, as narrow as can still be read. */
import { readOoxmlPart, withParts } from "../../engines/ooxml.ts";
import { scanXml } from "../../engines/xml.ts";
import type { XmlElement } from "../../engines/xml.ts";
import { partsOf } from "../../engines/zip-parts.ts";

/** A4 in mm, and the margins that are set where the author set no page. */
const [short, long, margin] = [210, 297, 12];
/** Smaller than this nobody reads it on paper: 10 pt becomes 5.5 pt. */
const smallestScale = 55;
/** mm of one character of the usual font (7 px at 96 dpi; ISO/IEC 29500-1, 18.3.1.13). */
const characterWidth = (7 * 25.4) / 96;
const usualColumn = 9.14;
/** Larger parts are left as they are: their pages are many anyway. */
const largestPart = 64 * 1024 * 1024;

interface SheetFacts {
  root: XmlElement | null;
  properties: XmlElement | null;
  fitProperty: XmlElement | null;
  margins: XmlElement | null;
  setup: XmlElement | null;
  breaks: boolean;
  /** Width of a column in characters, by number from 1. */
  readonly widths: Map<number, number>;
  defaultWidth: number;
  lastColumn: number;
}

/** The workbook with a page setup on each sheet that has none; null when nothing is to be changed. */
export function withPageSetup(bytes: Uint8Array): Uint8Array | null {
  const sheets = partsOf(bytes).filter((part) => /^xl\/worksheets\/[^/]+\.xml$/u.test(part));
  const printed = sheetsWithPrintArea(bytes);
  const changed = new Map<string, string>();
  for (const part of sheets) {
    if (printed.has(part)) continue;
    const xml = readOoxmlPart(bytes, part);
    const edited = xml === null || xml.length > largestPart ? null : setUpPage(xml);
    if (edited !== null) changed.set(part, edited);
  }
  return changed.size === 0 ? null : withParts(bytes, changed);
}

/** Sheets of which the author chose what is printed (defined name `_xlnm.Print_Area`). */
function sheetsWithPrintArea(bytes: Uint8Array): ReadonlySet<string> {
  const targets = new Map<string, string>();
  scanXml(readOoxmlPart(bytes, "xl/_rels/workbook.xml.rels") ?? "", ({ name, attributes }) => {
    if (name === "Relationship") targets.set(attributes["Id"] ?? "", attributes["Target"] ?? "");
  });
  const sheets: string[] = [];
  const printed: number[] = [];
  scanXml(readOoxmlPart(bytes, "xl/workbook.xml") ?? "", ({ name, attributes }) => {
    if (name === "sheet") {
      const id = Object.entries(attributes).find(([key]) => key.endsWith(":id"))?.[1] ?? "";
      sheets.push(`xl/${(targets.get(id) ?? "").replace(/^\/?(?:xl\/)?/u, "")}`);
    }
    if (name === "definedName" && attributes["name"] === "_xlnm.Print_Area") {
      printed.push(Number(attributes["localSheetId"] ?? "-1"));
    }
  });
  return new Set(printed.flatMap((index) => sheets[index] ?? []));
}

function setUpPage(xml: string): string | null {
  const facts = factsOf(xml);
  if (facts?.root?.name !== "worksheet" || isSetUp(facts)) return null;
  const width = widthOf(facts);
  const room = (paper: number): number => paper - 2 * margin;
  const landscape = width > room(short);
  const scale = Math.floor(Math.min(1, room(landscape ? long : short) / Math.max(width, 1)) * 100);
  const fits = scale >= smallestScale;
  return write(xml, facts, { landscape, fits: scale < 100 && fits, scale: fits ? 100 : smallestScale });
}

function factsOf(xml: string): SheetFacts | null {
  const facts: SheetFacts = {
    root: null,
    properties: null,
    fitProperty: null,
    margins: null,
    setup: null,
    breaks: false,
    widths: new Map(),
    defaultWidth: usualColumn,
    lastColumn: 0,
  };
  let cell = 0;
  const wellFormed = scanXml(xml, (element) => {
    if (element.depth === 0) facts.root = element;
    else if (element.name === "c") cell = columnOf(element.attributes["r"] ?? "") || cell + 1;
    else if (element.name === "row") cell = 0;
    else if (element.name === "v" || element.name === "is") facts.lastColumn = Math.max(facts.lastColumn, cell);
    else readSetting(element, facts);
  });
  return wellFormed ? facts : null;
}

function readSetting(element: XmlElement, facts: SheetFacts): void {
  const { name, attributes } = element;
  switch (name) {
    case "sheetPr":
      facts.properties = element;
      return;
    case "pageSetUpPr":
      facts.fitProperty = element;
      return;
    case "pageMargins":
      facts.margins = element;
      return;
    case "pageSetup":
      facts.setup = element;
      return;
    case "rowBreaks":
    case "colBreaks":
      facts.breaks = true;
      return;
    case "sheetFormatPr":
      facts.defaultWidth = Number(attributes["defaultColWidth"] ?? usualColumn) || usualColumn;
      return;
    case "col": {
      const hidden = /^(?:1|true)$/u.test(attributes["hidden"] ?? "");
      const [first, last] = [Number(attributes["min"]), Math.min(Number(attributes["max"]), 1000)];
      const width = hidden ? 0 : Number(attributes["width"] ?? facts.defaultWidth) || 0;
      for (let column = first; column <= last; column += 1) facts.widths.set(column, width);
    }
  }
}

/** `AB12` is in column 28. */
const columnOf = (reference: string): number =>
  [...reference.replace(/[^A-Z]/gu, "")].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

/** Whether the author cared for the page: a turn, a scale, a fit or breaks. */
function isSetUp({ setup, fitProperty, breaks }: SheetFacts): boolean {
  const { orientation, scale = "100" } = setup?.attributes ?? {};
  const fit = /^(?:1|true)$/u.test(fitProperty?.attributes["fitToPage"] ?? "");
  return breaks || fit || orientation === "landscape" || scale !== "100";
}

/** Width of all columns up to the last one with content, in mm. */
function widthOf({ widths, defaultWidth, lastColumn }: SheetFacts): number {
  let sum = 0;
  for (let column = 1; column <= lastColumn; column += 1) sum += widths.get(column) ?? defaultWidth;
  return sum * characterWidth;
}

interface PageSetup {
  readonly landscape: boolean;
  /** Made as small as the width of the page asks. */
  readonly fits: boolean;
  readonly scale: number;
}

/** LibreOffice reads these elements wherever they stand in the sheet, so their order needs no care. */
function write(xml: string, facts: SheetFacts, { landscape, fits, scale }: PageSetup): string {
  const { root, properties, fitProperty, margins, setup } = facts;
  const prefix = root?.prefix ?? "";
  const inch = (margin / 25.4).toFixed(2);
  const size = fits ? `fitToWidth="1" fitToHeight="0"` : `scale="${String(scale)}"`;
  const page =
    `<${prefix}pageMargins left="${inch}" right="${inch}" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>` +
    `<${prefix}pageSetup paperSize="9" orientation="${landscape ? "landscape" : "portrait"}" ${size}/>`;
  const fit = fits ? `<${prefix}pageSetUpPr fitToPage="1"/>` : "";
  const edits: (readonly [start: number, end: number, text: string])[] = [];
  for (const old of [margins, setup, fitProperty]) if (old?.selfClosing === true) edits.push([old.start, old.end, ""]);
  if (fit !== "" && root !== null) {
    if (properties === null) edits.push([root.end, root.end, `<${prefix}sheetPr>${fit}</${prefix}sheetPr>`]);
    else if (!properties.selfClosing) edits.push([properties.end, properties.end, fit]);
    else {
      const open = xml.slice(properties.start, properties.end).replace(/\/>$/u, ">");
      edits.push([properties.start, properties.end, `${open}${fit}</${prefix}sheetPr>`]);
    }
  }
  const close = xml.lastIndexOf("</");
  if (close > 0) edits.push([close, close, page]);
  return edits
    .toSorted((a, b) => b[0] - a[0])
    .reduce((text, [start, end, added]) => text.slice(0, start) + added + text.slice(end), xml);
}
