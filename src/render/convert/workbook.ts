/** The sheets of an XLSX, by name and part, and what the workbook says of their printing. */
import { readOoxmlPart } from "../../engines/ooxml.ts";
import { escapeXml, scanXml } from "../../engines/xml.ts";
import type { HeadRows } from "./sheet-head.ts";

export const workbookPart = "xl/workbook.xml";

export interface Sheet {
  readonly name: string;
  /** Path in the package. */
  readonly part: string;
  readonly hidden: boolean;
  /** The author chose what is printed (`_xlnm.Print_Area`). */
  readonly hasArea: boolean;
  /** The author chose which rows or columns come again on each page (`_xlnm.Print_Titles`). */
  readonly hasTitles: boolean;
}

/** The sheets in the order of the workbook; none where it cannot be read. */
export function sheetsOf(bytes: Uint8Array): readonly Sheet[] {
  const targets = new Map<string, string>();
  scanXml(readOoxmlPart(bytes, "xl/_rels/workbook.xml.rels") ?? "", ({ name, attributes }) => {
    if (name === "Relationship") targets.set(attributes["Id"] ?? "", attributes["Target"] ?? "");
  });
  const sheets: Pick<Sheet, "name" | "part" | "hidden">[] = [];
  const said = new Set<string>();
  scanXml(readOoxmlPart(bytes, workbookPart) ?? "", ({ name, attributes }) => {
    if (name === "sheet") {
      const id = Object.entries(attributes).find(([key]) => key.endsWith(":id"))?.[1] ?? "";
      const part = `xl/${(targets.get(id) ?? "").replace(/^\/?(?:xl\/)?/u, "")}`;
      const hidden = (attributes["state"] ?? "visible") !== "visible";
      sheets.push({ name: attributes["name"] ?? "", part, hidden });
    }
    if (name === "definedName") said.add(`${attributes["name"] ?? ""} ${attributes["localSheetId"] ?? ""}`);
  });
  return sheets.map((sheet, index) => ({
    ...sheet,
    hasArea: said.has(`_xlnm.Print_Area ${String(index)}`),
    hasTitles: said.has(`_xlnm.Print_Titles ${String(index)}`),
  }));
}

/** The workbook's XML with rows that come again on each page of a sheet, by the sheet's place from 0. */
export function withTitles(xml: string, sheets: readonly Sheet[], heads: ReadonlyMap<number, HeadRows>): string {
  const prefix = /<(\w+:)?workbook\b/u.exec(xml)?.[1] ?? "";
  const names = [...heads].map(([index, [first, last]]) => {
    const sheet = `'${(sheets[index]?.name ?? "").replaceAll("'", "''")}'`;
    const rows = `${escapeXml(sheet)}!$${String(first)}:$${String(last)}`;
    return `<${prefix}definedName name="_xlnm.Print_Titles" localSheetId="${String(index)}">${rows}</${prefix}definedName>`;
  });
  const [open, close] = [`<${prefix}definedNames>`, `</${prefix}definedNames>`];
  const own = xml.indexOf(close);
  if (own !== -1) return xml.slice(0, own) + names.join("") + xml.slice(own);
  const end = xml.indexOf(`</${prefix}sheets>`) + `</${prefix}sheets>`.length;
  return xml.slice(0, end) + open + names.join("") + close + xml.slice(end);
}
