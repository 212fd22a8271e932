/** PDFs of pages that are each set in one font, which they name and mostly do not hold. */
import { handmadePdf } from "./handmade-pdf.ts";
import type { Part } from "./handmade-pdf.ts";

/** A text in its encoding, as it stands before Tj, and the font in which it is set; more objects from number `at` on. */
interface Setting {
  readonly text: string;
  readonly font: (at: number) => string;
  readonly more?: (at: number) => readonly Part[];
}

const latin = "(Sample 2024 WQ)";

/** One of the fourteen that every viewer has, if `name` is so. */
const standard = (name: string): Setting => ({
  text: latin,
  font: () => `<< /Type /Font /Subtype /Type1 /BaseFont /${name} >>`,
});

/** A simple font with flags as in ISO 32000-1, 9.8.2; of `letters` it tells how wide they are. */
const simple = (name: string, flags: number, letters = ""): Setting => ({
  text: latin,
  font: () =>
    `<< /Type /Font /Subtype /TrueType /BaseFont /${name} /Encoding /WinAnsiEncoding ${letters} /FontDescriptor ` +
    `<< /Type /FontDescriptor /FontName /${name} /Flags ${String(flags)} /StemV 80 /ItalicAngle 0 >> >>`,
});

/** All printed characters of ASCII, some narrow, some wide. */
const widths = Array.from({ length: 95 }, (_, index) => String(300 + ((index * 37) % 500))).join(" ");
const narrowAndWide = `/FirstChar 32 /LastChar 126 /Widths [${widths}]`;

const composite = (name: string, ordering: string, encoding: string, text: string): Setting => ({
  text,
  font: (at) =>
    `<< /Type /Font /Subtype /Type0 /BaseFont /${name} /Encoding /${encoding} /DescendantFonts [${String(at)} 0 R] >>`,
  more: () => [
    `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /${name} /DW 900 /CIDSystemInfo ` +
      `<< /Registry (Adobe) /Ordering (${ordering}) /Supplement 2 >> /FontDescriptor ` +
      `<< /Type /FontDescriptor /FontName /${name} /Flags 6 /StemV 90 >> >>`,
  ],
});

/** A font that is in the file. */
const held = (font: Uint8Array): Setting => ({
  text: latin,
  font: (at) =>
    `<< /Type /Font /Subtype /TrueType /BaseFont /Held /Encoding /WinAnsiEncoding /FontDescriptor ` +
    `<< /Type /FontDescriptor /FontName /Held /Flags 32 /FontFile2 ${String(at)} 0 R >> >>`,
  more: () => [{ dict: `/Length1 ${String(font.length)}`, content: font }],
});

/** Of its letters only the font knows how wide they are, and the font is not there. */
export const unmeasured = simple("SampleSerif", 34);

/** Fonts of all kinds that differ in how pdfium finds and measures them; `font` is a TrueType file. */
export const settings = (font: Uint8Array): readonly Setting[] => [
  ...["Helvetica", "Times-BoldItalic", "Courier", "Symbol"].map(standard),
  simple("Arial", 32),
  simple("SimSun", 32),
  simple("Sample", 32),
  unmeasured,
  simple("Sample,BoldItalic", 32),
  simple("Sample", 32, narrowAndWide),
  simple("SampleSerif-Bold", 34, narrowAndWide),
  composite("SimSun", "GB1", "UniGB-UCS2-H", "<901A77E500410062>"),
  composite("Sample", "Identity", "Identity-H", "<00240025004400450046>"),
  held(font),
];

/** A page of 300 by 400 points for each setting. */
export function setPages(pages: readonly Setting[]): Buffer {
  const parts: Part[] = [];
  const kids: string[] = [];
  for (const { text, font, more } of pages) {
    const at = parts.length + 3;
    kids.push(`${String(at)} 0 R`);
    parts.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 400] /Contents ${String(at + 1)} 0 R /Resources << /Font << /F1 ${String(at + 2)} 0 R >> >> >>`,
      { dict: "", content: `BT /F1 28 Tf 20 300 Td ${text} Tj ET` },
      font(at + 3),
      ...(more?.(at + 3) ?? []),
    );
  }
  const tree = `<< /Type /Pages /Kids [${kids.join(" ")}] /Count ${String(kids.length)} >>`;
  return handmadePdf(["<< /Type /Catalog /Pages 2 0 R >>", tree, ...parts]);
}
