/**
 * Changes to a PDF that Typst wrote: links to pages of another file, and pages that are turned. Streams stay byte for byte
 * and all other objects say what they said, so tags and PDF/A stay as Typst made them; but those others are packed, for a
 * report with thousands of links and cells consists mostly of them.
 */
import { packedPdf } from "./packed.ts";
import type { PdfObject } from "./packed.ts";

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
 * `sheets`, pages that are wider than high are shown as they lie in a bound book, with their head at the left. Throws for
 * a file that has no table of its objects in plain text.
 */
export function amendPdf(bytes: Uint8Array, { sheets }: { readonly sheets: boolean }): Uint8Array {
  const pdf = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { objects, trailer } = readObjects(pdf);
  const files = new RemoteFiles(Math.max(...objects.map(({ number }) => number)));
  const amended = objects.map((object): PdfObject => {
    if (typeof object.content !== "string") return object;
    const text = linked(object.content, files);
    return { ...object, content: sheets ? turned(text) : text };
  });
  return packedPdf([...amended, ...files.objects()], trailer);
}

/** The objects in the order of the file, and what the trailer says besides their number. */
function readObjects(pdf: Buffer): { objects: readonly PdfObject[]; trailer: string } {
  const end = pdf.toString("latin1", Math.max(0, pdf.length - 64));
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/u.exec(end)?.[1] ?? Number.NaN);
  const tail = Number.isNaN(start) ? "" : pdf.toString("latin1", start);
  const [, first, rows = "", trailer = ""] =
    /^xref\s+(\d+) \d+\s+([\s\S]*?)trailer\s*<<([\s\S]*?)>>\s*startxref/u.exec(tail) ?? [];
  if (first === undefined) throw new Error("PDF without a table of its objects");
  const places = (rows.match(/\d{10} \d{5} [nf]/gu) ?? [])
    .flatMap((row, index) =>
      row.endsWith("n") ? [{ number: Number(first) + index, at: Number(row.slice(0, 10)) }] : [],
    )
    .toSorted((a, b) => a.at - b.at);
  const objects = places.map(({ number, at }, index) => {
    const raw = pdf.subarray(at, places[index + 1]?.at ?? start);
    const content = raw.subarray(raw.indexOf("obj") + 3, raw.lastIndexOf("endobj"));
    const isStream = /endstream\s*$/u.test(content.toString("latin1", Math.max(0, content.length - 16)));
    return { number, content: isStream ? content : content.toString("latin1").trim() };
  });
  return { objects, trailer: trailer.replace(/\/Size\s+\d+/u, "").trim() };
}

/** The files to which links lead: each is described once. */
class RemoteFiles {
  readonly #last: number;
  readonly #numbers = new Map<string, number>();

  /** `last`: the highest number of an object that there is. */
  constructor(last: number) {
    this.#last = last;
  }

  reference(name: string): string {
    const number = this.#numbers.get(name) ?? this.#last + this.#numbers.size + 1;
    this.#numbers.set(name, number);
    return `${String(number)} 0 R`;
  }

  objects(): PdfObject[] {
    return [...this.#numbers].map(([name, number]) => {
      const wide = `<${Buffer.from(`\uFEFF${name}`, "utf16le").swap16().toString("hex").toUpperCase()}>`;
      const plain = /^[\u0020-\u007E]*$/u.test(name) ? `(${name.replace(/[()\\]/gu, "\\$&")})` : wide;
      return { number, content: `<< /Type /Filespec /F ${plain} /UF ${wide} >>` };
    });
  }
}

function linked(text: string, files: RemoteFiles): string {
  if (!text.includes(marker)) return text;
  return text.replace(
    /\/S\s*\/URI\s*\/URI\s*\(evipack:beside\/(\d+)\/([^)]*)\)/u,
    (_, page: string, file: string) =>
      `/S /GoToR /F ${files.reference(decodeURIComponent(file))} /D [${String(Number(page) - 1)} /XYZ null null null] /NewWindow true`,
  );
}

function turned(text: string): string {
  if (!/\/Type\s*\/Page\b/u.test(text)) return text;
  const [, width, height] = /\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/u.exec(text) ?? [];
  if (width === undefined || Number(width) <= Number(height)) return text;
  return text.replace("/MediaBox", "/Rotate 270\n  /MediaBox");
}

const percent = (sign: string): string => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
