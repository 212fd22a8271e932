/** A PDF with Chinese text as some programs write it: the font is named, and need not be in the file. */
import { handmadePdf } from "./handmade-pdf.ts";
import type { Part } from "./handmade-pdf.ts";

/** A page set in a composite font whose descriptor is `descriptor`; object 7 is a font file. */
export const songPdf = (descriptor = "", xref: "sound" | "broken" = "sound", ordering = "GB1"): Buffer => {
  const parts: readonly Part[] = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 400] /Contents 4 0 R /Resources << /Font << /F1 5 0 R /F2 8 0 R >> >> >>",
    { dict: "", content: "BT /F1 20 Tf 20 300 Td <cda8d6aa> Tj ET" },
    "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light-GBK-EUC-H /Encoding /GBK-EUC-H /DescendantFonts [6 0 R] >>",
    `<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (${ordering}) /Supplement 2 >> /FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 6 ${descriptor} >> >>`,
    { dict: "/Subtype /CIDFontType0C", content: "a font" },
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
  ];
  return handmadePdf(parts, xref);
};
