/** Where lines and ink stand on a page, in mm from the top left corner of the page as it is shown. */
import { run, runRaw } from "./tools.ts";

export interface Line {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Of the line as the font has it, not of its ink. */
  readonly top: number;
  readonly bottom: number;
}

const mm = (points: string | undefined): number => (Number(points) / 72) * 25.4;

const unescaped = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot);/gu, (_, name: string) => ({ amp: "&", lt: "<", gt: ">", quot: '"' })[name] ?? "");

/** Lines of a page from top to bottom, as pdftotext finds them; pieces of one line are joined. */
export function linesOf(pdf: string, page: number): Line[] {
  const xml = run("pdftotext", ["-bbox-layout", "-f", String(page), "-l", String(page), pdf, "-"]);
  const pieces = [...xml.matchAll(/<line xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)<\/line>/gsu)].map(
    ([, left, top, right, bottom, inner = ""]): Line => ({
      text: unescaped([...inner.matchAll(/<word[^>]*>(.*?)<\/word>/gsu)].map(([, word = ""]) => word).join(" ")),
      left: mm(left),
      right: mm(right),
      top: mm(top),
      bottom: mm(bottom),
    }),
  );
  const rows: Line[][] = [];
  for (const piece of pieces.toSorted((a, b) => middle(a) - middle(b))) {
    const row = rows.at(-1);
    if (row?.[0] === undefined || middle(piece) - middle(row[0]) > 1.5) rows.push([piece]);
    else row.push(piece);
  }
  return rows.map(joined);
}

/** Pieces of one line, from left to right. */
function joined(row: readonly Line[]): Line {
  const pieces = row.toSorted((a, b) => a.left - b.left);
  return {
    text: pieces.map(({ text }) => text).join(""),
    left: Math.min(...pieces.map(({ left }) => left)),
    right: Math.max(...pieces.map(({ right }) => right)),
    top: Math.min(...pieces.map(({ top }) => top)),
    bottom: Math.max(...pieces.map(({ bottom }) => bottom)),
  };
}

const middle = ({ top, bottom }: Line): number => (top + bottom) / 2;

export interface Ink {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const dotsPerMm = 10;

/** A page as it is seen, in shades of grey. */
export interface Drawn {
  readonly columns: number;
  readonly rows: number;
  /** A byte for each dot, row by row from the top. */
  readonly dots: Buffer;
}

export function drawPage(pdf: string, page: number): Drawn {
  const only = ["-f", String(page), "-l", String(page)];
  const image = runRaw("pdftoppm", ["-gray", "-r", String(25.4 * dotsPerMm), ...only, pdf]);
  const [head = "", width = "0", height = "0"] =
    /^P5\s+(\d+)\s+(\d+)\s+\d+\s/u.exec(image.toString("latin1", 0, 64)) ?? [];
  return { columns: Number(width), rows: Number(height), dots: image.subarray(head.length) };
}

/** The smallest box around what is black within a part of a page; throws when nothing is. */
export function inkOf({ columns, rows, dots }: Drawn, within: Partial<Ink> = {}): Ink {
  const part = { left: 0, top: 0, right: columns / dotsPerMm, bottom: rows / dotsPerMm, ...within };
  const [fromX, toX] = [part.left, part.right].map((each) => Math.round(each * dotsPerMm)) as [number, number];
  const [fromY, toY] = [part.top, part.bottom].map((each) => Math.round(each * dotsPerMm)) as [number, number];
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let y = fromY; y < Math.min(toY, rows); y += 1) {
    for (let x = fromX; x < Math.min(toX, columns); x += 1) {
      if ((dots[y * columns + x] ?? 255) > 128) continue;
      [left, right] = [Math.min(left, x), Math.max(right, x + 1)];
      [top, bottom] = [Math.min(top, y), Math.max(bottom, y + 1)];
    }
  }
  if (right < 0) throw new Error("the page is empty there");
  return { left: left / dotsPerMm, right: right / dotsPerMm, top: top / dotsPerMm, bottom: bottom / dotsPerMm };
}
