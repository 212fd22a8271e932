/** Links inside an evidence PDF still work when it is bound, and bring no further pages along. */
import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFRef, PDFString } from "pdf-lib";
import { expect, it } from "vitest";
import { handmadePdf } from "../../support/handmade-pdf.ts";
import { bind, prepare } from "../../support/pdf-pages.ts";

const link = (goal: string): string => `<< /Type /Annot /Subtype /Link /Rect [10 10 90 90] /Border [0 0 0] ${goal} >>`;

/** Two pages; all links stand on the first. */
const linked = handmadePdf([
  "<< /Type /Catalog /Pages 2 0 R /Dests << /old 12 0 R >> /Names << /Dests << /Kids [11 0 R] >> >> >>",
  "<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 /MediaBox [0 0 300 300] >>",
  "<< /Type /Page /Parent 2 0 R /Annots [5 0 R 6 0 R 7 0 R 8 0 R 9 0 R 10 0 R 13 0 R 14 0 R 15 0 R] >>",
  "<< /Type /Page /Parent 2 0 R >>",
  link("/Dest [4 0 R /XYZ 5 50 null]"),
  link("/A << /S /GoTo /D (chapter) >>"),
  link("/Dest /old"),
  link("/A << /S /URI /URI (https://sample.invalid/a\\(b\\)) >>"),
  link("/Dest (nowhere)"),
  link("/A << /S /GoToR /F (other.pdf) /D (x) >>"),
  "<< /Limits [(chapter) (chapter)] /Names [(chapter) << /D [4 0 R /FitH 70] >>] >>",
  "[3 0 R /Fit]",
  link("/A << /S /GoTo /D [1 /Fit] >>"),
  "<< /Type /Annot /Subtype /Widget /FT /Btn /T (go) /Rect [10 10 20 20] /A << /S /GoTo /D [4 0 R /Fit] >> >>",
  link("/Dest [99 0 R /Fit]"),
]);

interface Found {
  readonly names: readonly string[];
  /** Of each page, where its links lead: a page from 1, a name, an address, or nothing for a link that leads nowhere. */
  readonly links: readonly (readonly (string | number)[])[];
  readonly pageObjects: number;
}

async function read(bytes: Uint8Array): Promise<Found> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const pages = document.getPages();
  const number = (target: unknown): number => pages.findIndex(({ ref }) => ref === target) + 1;
  const links = pages.map(({ node }) =>
    (node.Annots()?.asArray() ?? []).map((_, index) => {
      const annotation = node.Annots()?.lookup(index, PDFDict);
      const goal = annotation?.lookup(PDFName.of("Dest"));
      if (goal instanceof PDFArray) return number(goal.get(0) instanceof PDFRef ? goal.get(0) : undefined);
      if (goal instanceof PDFHexString) return goal.decodeText();
      return annotation?.lookupMaybe(PDFName.of("A"), PDFDict)?.lookup(PDFName.of("URI"), PDFString).decodeText() ?? "";
    }),
  );
  const tree = document.catalog.lookupMaybe(PDFName.of("Names"), PDFDict)?.lookup(PDFName.of("Dests"), PDFDict);
  const kids = tree?.lookup(PDFName.of("Kids"), PDFArray);
  const names = (kids?.asArray() ?? []).flatMap((_, index) => {
    const pairs = kids?.lookup(index, PDFDict).lookup(PDFName.of("Names"), PDFArray);
    return Array.from({ length: (pairs?.size() ?? 0) / 2 }, (__, at) => {
      const [name, goal] = [pairs?.lookup(at * 2, PDFHexString), pairs?.lookup(at * 2 + 1, PDFArray)];
      return `${name?.decodeText() ?? ""} → ${String(number(goal?.get(0)))} ${String(goal?.get(1))}`;
    });
  });
  const objects = document.context.enumerateIndirectObjects();
  const isPage = (object: unknown): boolean =>
    object instanceof PDFDict && object.lookup(PDFName.of("Type")) === PDFName.of("Page");
  return { names, links, pageObjects: objects.filter(([, object]) => isPage(object)).length };
}

it("leads links to the copies of their pages, by name below the number of the exhibit", async () => {
  const done = await prepare(linked);
  expect(done.removed).toEqual(["remote-link"]);
  const found = await read(await bind(done, done));
  expect(found).toEqual({
    names: [
      "1-1-1-01/chapter → 2 /FitH",
      "1-1-1-01/old → 1 /Fit",
      "1-1-1-02/chapter → 4 /FitH",
      "1-1-1-02/old → 3 /Fit",
    ],
    links: [
      [2, "1-1-1-01/chapter", "1-1-1-01/old", "https://sample.invalid/a%28b%29", "", "", 2, 2, ""],
      [],
      [4, "1-1-1-02/chapter", "1-1-1-02/old", "https://sample.invalid/a%28b%29", "", "", 4, 4, ""],
      [],
    ],
    pageObjects: 4,
  });
});
