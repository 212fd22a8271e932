/** PDFs written object by object, so that a test can say exactly what is in one, faults included. */

/** Text of an object, or a stream with the inside of its dictionary and its content. */
export type Part = string | { readonly dict: string; readonly content: string | Uint8Array };

/**
 * A PDF of objects 1, 2, 3 …; object 1 is the catalog. Only `xref: "broken"` writes offsets that are wrong,
 * as a file has them that was cut or changed by hand.
 */
export function handmadePdf(parts: readonly Part[], xref: "sound" | "broken" = "sound"): Buffer {
  const chunks: Buffer[] = [Buffer.from("%PDF-1.7\n%\u00E2\u00E3\u00CF\u00D3\n", "latin1")];
  const offsets: number[] = [];
  const length = (): number => chunks.reduce((sum, each) => sum + each.length, 0);
  for (const [index, part] of parts.entries()) {
    offsets.push(length());
    chunks.push(Buffer.from(`${String(index + 1)} 0 obj\n`), bodyOf(part), Buffer.from("\nendobj\n"));
  }
  const start = length();
  const shift = xref === "broken" ? 7 : 0;
  const rows = offsets.map((each) => `${String(each + shift).padStart(10, "0")} 00000 n \n`).join("");
  const size = String(parts.length + 1);
  const trailer = `trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${String(start + shift)}\n%%EOF\n`;
  chunks.push(Buffer.from(`xref\n0 ${size}\n0000000000 65535 f \n${rows}${trailer}`));
  return Buffer.concat(chunks);
}

function bodyOf(part: Part): Buffer {
  if (typeof part === "string") return Buffer.from(part, "latin1");
  const content = typeof part.content === "string" ? Buffer.from(part.content, "latin1") : Buffer.from(part.content);
  const head = `<< ${part.dict} /Length ${String(content.length)} >>\nstream\n`;
  return Buffer.concat([Buffer.from(head, "latin1"), content, Buffer.from("\nendstream")]);
}

/** What a page of `pagePdf` has besides its content. */
export interface PageFacts {
  /** Entries of the page's dictionary. */
  readonly page?: string;
  /** Entries of the catalog. */
  readonly catalog?: string;
  /** Entries of the page's resources; Helvetica is there as /F1. */
  readonly resources?: string;
  /** Further objects, from number 6 on. */
  readonly more?: readonly Part[];
  readonly xref?: "sound" | "broken";
}

/** One page of 300 by 400 points. Objects: 1 catalog, 2 tree, 3 page, 4 content, 5 Helvetica, then those that are given. */
export function pagePdf(content: string | Part, facts: PageFacts = {}): Buffer {
  const { page = "", catalog = "", resources = "", more = [], xref = "sound" } = facts;
  const box = page.includes("/MediaBox") ? "" : "/MediaBox [0 0 300 400]";
  return handmadePdf(
    [
      `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
      "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      `<< /Type /Page /Parent 2 0 R ${box} /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> ${resources} >> ${page} >>`,
      typeof content === "string" ? { dict: "", content } : content,
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
      ...more,
    ],
    xref,
  );
}

/** Operators that print a line of Latin text. */
export const line = (text: string, x: number, y: number, size = 14): string =>
  `BT /F1 ${String(size)} Tf 1 0 0 1 ${String(x)} ${String(y)} Tm (${text}) Tj ET`;
