/** Text whose font is named in a PDF and not in it: Chinese is drawn in ours, Latin as pdfium always draws it. */
import { expect, it } from "vitest";
import { readPdfText } from "../../src/engines/pdfium-text.ts";
import { sha256 } from "../../src/world.ts";
import { handmadePdf } from "../support/handmade-pdf.ts";
import { inked, seen } from "../support/pdf-pages.ts";
import { songPdf } from "../support/song-pdf.ts";

/** A page in a simple font that no machine has. */
const latin = handmadePdf([
  "<< /Type /Catalog /Pages 2 0 R >>",
  "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
  "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 400] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
  { dict: "", content: "BT /F1 20 Tf 20 300 Td (Sample) Tj ET" },
  "<< /Type /Font /Subtype /TrueType /BaseFont /Sample /Encoding /WinAnsiEncoding /FontDescriptor << /Type /FontDescriptor /FontName /Sample /Flags 32 /StemV 80 >> >>",
]);

it("Latin text is drawn as it is where there are no fonts at all", async () => {
  const [page] = await seen(latin);
  expect(sha256(page?.data ?? "").slice(0, 16)).toBe("14a631563f3f430d");
});

it("Chinese text is drawn, and read as before", async () => {
  const [page] = await seen(songPdf());
  expect(inked(page, 20, 296, 60, 318)).toBeGreaterThan(0.1);
  expect((await readPdfText(songPdf(), []))?.pieces.map(({ text }) => text)).toEqual(["通知"]);
});
