/**
 * Changes to a PDF that Typst wrote: the objects that change are written once more behind the end, with a table of their
 * places (incremental update; ISO 32000-1, 7.5.6). The rest stays byte for byte, so tags and PDF/A stay as they were.
 */

/** Page of another file beside the PDF. */
export interface RemotePage {
  readonly file: string;
  /** From 1. */
  readonly page: number;
}

const marker = "evipack:beside/";

/** The address that a template writes for a page of another file; `amendPdf` makes it a link there. */
export const remoteAddress = ({ file, page }: RemotePage): string =>
  `${marker}${String(page)}/${encodeURIComponent(file).replace(/[()'*!]/gu, percent)}`;

/**
 * Links to `remoteAddress` become links to a page of a file beside this one (GoToR; ISO 32000-1, 12.6.4.3). With
 * `sheets`, pages that are wider than high are shown as they lie in a bound book, with their head at the left.
 */
export function amendPdf(bytes: Uint8Array, { sheets }: { readonly sheets: boolean }): Uint8Array {
  const pdf = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { places, start, trailer } = readTable(pdf);
  const changed = [...places].flatMap(([number, at]): [number, string][] => {
    const text = objectAt(pdf, at);
    const better = text === null ? null : (linked(text) ?? (sheets ? turned(text) : null));
    return better === null ? [] : [[number, better]];
  });
  return changed.length === 0 ? bytes : Buffer.concat([pdf, update(pdf.length, changed, { start, trailer })]);
}

interface Table {
  /** Where each object begins. */
  readonly places: ReadonlyMap<number, number>;
  readonly start: number;
  readonly trailer: string;
}

/** Table and trailer at the end of the file. Throws for a file that has none in plain text. */
function readTable(pdf: Buffer): Table {
  const end = pdf.toString("latin1", Math.max(0, pdf.length - 64));
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/u.exec(end)?.[1] ?? Number.NaN);
  const tail = Number.isNaN(start) ? "" : pdf.toString("latin1", start);
  const [, first, count, rows = "", trailer = ""] =
    /^xref\s+(\d+) (\d+)\s+([\s\S]*?)trailer\s*<<([\s\S]*?)>>\s*startxref/u.exec(tail) ?? [];
  if (first === undefined || count === undefined) throw new Error("PDF without a table of its objects");
  const places = rows.match(/\d{10} \d{5} [nf]/gu) ?? [];
  return {
    places: new Map(
      places.flatMap((row, index): [number, number][] =>
        row.endsWith("n") ? [[Number(first) + index, Number(row.slice(0, 10))]] : [],
      ),
    ),
    start,
    trailer,
  };
}

/** A dictionary as text, from its number to `endobj`; null for a stream. */
function objectAt(pdf: Buffer, at: number): string | null {
  const end = pdf.indexOf("endobj", at, "latin1");
  const text = pdf.toString("latin1", at, Math.min(end, at + 4096));
  return /\bstream\r?\n/u.test(text) ? null : `${text}endobj\n`;
}

function linked(text: string): string | null {
  if (!text.includes(marker)) return null;
  return text.replace(/\/S\s*\/URI\s*\/URI\s*\(evipack:beside\/(\d+)\/([^)]*)\)/u, (_, page: string, file: string) => {
    const name = decodeURIComponent(file);
    const ascii = /^[\u0020-\u007E]*$/u.test(name) ? `/F (${name.replace(/[()\\]/gu, "\\$&")}) ` : "";
    const wide = Buffer.from(`\uFEFF${name}`, "utf16le").swap16().toString("hex").toUpperCase();
    const fallback = ascii === "" ? `/F <${wide}> ` : ascii;
    return `/S /GoToR /F << /Type /Filespec ${fallback}/UF <${wide}> >> /D [${String(Number(page) - 1)} /XYZ null null null] /NewWindow true`;
  });
}

function turned(text: string): string | null {
  if (!/\/Type\s*\/Page\b/u.test(text)) return null;
  const [, width, height] = /\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/u.exec(text) ?? [];
  if (width === undefined || Number(width) <= Number(height)) return null;
  return text.replace("/MediaBox", "/Rotate 270\n  /MediaBox");
}

function update(from: number, changed: readonly [number, string][], { start, trailer }: Omit<Table, "places">): Buffer {
  let at = from + 1;
  const rows = changed.map(([number, text]) => {
    const row = `${String(number)} 1\n${String(at).padStart(10, "0")} 00000 n \n`;
    at += Buffer.byteLength(text, "latin1");
    return row;
  });
  const texts = changed.map(([, text]) => text).join("");
  return Buffer.from(
    `\n${texts}xref\n${rows.join("")}trailer\n<<${trailer}/Prev ${String(start)}\n>>\nstartxref\n${String(at)}\n%%EOF\n`,
    "latin1",
  );
}

const percent = (sign: string): string => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
