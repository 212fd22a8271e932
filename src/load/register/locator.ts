/** The proving passage that a row names: page, words, or a place on the page. */
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Locator } from "../../model/evidence.ts";
import { soundCells } from "./raw.ts";
import type { RawCell, RawRow } from "./raw.ts";

/** Reads 定位页, 定位原文 and 定位框; null where the row names none. What cannot be understood is told with its cell. */
export function readLocator(raw: RawRow, found: Diagnostic[]): Locator | null {
  const written = (field: "locatorPage" | "locatorQuote" | "locatorArea"): RawCell | undefined =>
    soundCells(raw, field).find(({ text }) => text.trim() !== "");
  const understood = <T>(
    cell: RawCell | undefined,
    what: "page" | "area",
    read: (text: string) => T | null,
  ): T | null => {
    const value = cell === undefined ? null : read(cell.text.normalize("NFKC").trim());
    if (cell !== undefined && value === null)
      found.push(diagnostic("register-locator", cell.at, { got: cell.text.slice(0, 40), what }));
    return value;
  };
  const cells = { page: written("locatorPage"), quote: written("locatorQuote"), area: written("locatorArea") };
  const page = understood(cells.page, "page", pageOf);
  const area = understood(cells.area, "area", areaOf);
  const quote = cells.quote?.text.trim() ?? "";
  if (page === null && quote === "") return null;
  return { page, quote, area, at: (cells.quote ?? cells.page)?.at ?? raw.at };
}

/** 3, 第3页, p. 3. */
function pageOf(text: string): number | null {
  const page = Number(/^(?:第\s*|pp?\.?\s*|page\s*)?(\d{1,5})\s*页?$/iu.exec(text)?.[1] ?? 0);
  return page > 0 ? page : null;
}

/** 20,35,120,18: mm from the left and the upper edge of the page as it is seen, width and height. */
function areaOf(text: string): Locator["area"] {
  const numbers = text.split(/[\s,、;x×]+/u).map(Number);
  const [left = NaN, top = NaN, width = NaN, height = NaN] = numbers;
  const isSound = numbers.length === 4 && left >= 0 && top >= 0 && width > 0 && height > 0;
  return isSound ? { left, top, width, height } : null;
}
