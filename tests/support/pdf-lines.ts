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

/** The smallest box around what is black within a part of a page; throws when nothing is. */
export function inkOf(pdf: string, page: number, within: Partial<Ink> = {}): Ink {
  const image = runRaw("pdftoppm", [
    "-gray",
    "-r",
    String(25.4 * dotsPerMm),
    "-f",
    String(page),
    "-l",
    String(page),
    pdf,
  ]);
  const [head = "", width = "0", height = "0"] =
    /^P5\s+(\d+)\s+(\d+)\s+\d+\s/u.exec(image.toString("latin1", 0, 64)) ?? [];
  const [columns, rows] = [Number(width), Number(height)];
  const part = { left: 0, top: 0, right: columns / dotsPerMm, bottom: rows / dotsPerMm, ...within };
  const [fromX, toX] = [part.left, part.right].map((each) => Math.round(each * dotsPerMm)) as [number, number];
  const [fromY, toY] = [part.top, part.bottom].map((each) => Math.round(each * dotsPerMm)) as [number, number];
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let y = fromY; y < Math.min(toY, rows); y += 1) {
    for (let x = fromX; x < Math.min(toX, columns); x += 1) {
      if ((image[head.length + y * columns + x] ?? 255) > 128) continue;
      [left, right, top, bottom] = [
        Math.min(left, x),
        Math.max(right, x + 1),
        Math.min(top, y),
        Math.max(bottom, y + 1),
      ];
    }
  }
  if (right < 0) throw new Error(`page ${String(page)} is empty there`);
  return { left: left / dotsPerMm, right: right / dotsPerMm, top: top / dotsPerMm, bottom: bottom / dotsPerMm };
}
