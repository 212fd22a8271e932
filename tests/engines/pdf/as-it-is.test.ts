/** PDFs that need nothing before they are bound, and those that look as if they did not. */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { preparePdf } from "../../../src/engines/pdf/prepare.ts";
import { tempFolder } from "../../support/folders.ts";
import { line, pagePdf } from "../../support/handmade-pdf.ts";
import { bind, inked, prepare, seen } from "../../support/pdf-pages.ts";
import { missingTools, needs, run } from "../../support/tools.ts";

const content = line("sample", 50, 300);
const sound = pagePdf(content);
const isKept = async (pdf: Buffer): Promise<boolean> => pdf.equals((await prepare(pdf)).bytes);

describe("a PDF that needs nothing", () => {
  it.each([
    ["with a page of text", sound],
    ["that lies on its side", pagePdf(content, { page: "/Rotate 90" })],
    ["of which a part is shown", pagePdf(content, { page: "/CropBox [10 10 200 300]" })],
    ["with an empty list of annotations", pagePdf(content, { page: "/Annots []" })],
    ["with metadata, which is not bound", pagePdf(content, { catalog: "/Lang (en)" })],
  ])("%s is prepared as it is", async (_, pdf) => {
    expect(await isKept(pdf)).toBe(true);
  });

  const note = "<< /Type /Annot /Subtype /Text /Rect [0 0 20 20] /Contents (sample) >>";
  const layer = "<< /Type /OCG /Name (sample) >>";
  it.each([
    ["has a script", pagePdf(content, { catalog: "/OpenAction << /S /JavaScript /JS (app.alert) >>" })],
    ["acts when a page is opened", pagePdf(content, { page: "/AA << /O << /S /Launch /F (x) >> >>" })],
    ["has a note on a page", pagePdf(content, { page: "/Annots [6 0 R]", more: [note] })],
    ["has layers", pagePdf(content, { catalog: "/OCProperties << /OCGs [6 0 R] /D << >> >>", more: [layer] })],
    ["leaves a state open", pagePdf("q 0.5 0 0 0.5 0 0 cm")],
    ["closes what it did not open", pagePdf(`Q ${content}`)],
    ["names its corners the other way round", pagePdf(content, { page: "/MediaBox [300 400 0 0]" })],
    ["shows more than it has", pagePdf(content, { page: "/CropBox [-10 -10 900 900]" })],
    ["has an odd turn", pagePdf(content, { page: "/Rotate 450" })],
    ["has an old encoding", pagePdf({ dict: "/Filter /ASCIIHexDecode", content: "71 0A 51>" })],
    ["has a table of objects that is wrong", pagePdf(content, { xref: "broken" })],
  ])("is not one that %s", async (_, pdf) => {
    expect(await isKept(pdf)).toBe(false);
  });
});

describe("a PDF that was changed later", () => {
  /** The file with a second version of its content behind it, and a table of objects that finds the first or the second. */
  function changed(finds: "first" | "second"): Buffer {
    const dark = "4 0 obj\n<< /Length 24 >>\nstream\n0 g 100 100 100 100 re f\nendstream\nendobj\n";
    const table = sound.lastIndexOf("xref\n0");
    const body = Buffer.concat([sound, Buffer.from(dark)]);
    const at = String(sound.length).padStart(10, "0");
    const entry = finds === "second" ? `4 1\n${at} 00000 n \n` : "0 1\n0000000000 65535 f \n";
    const end = `xref\n${entry}trailer\n<< /Size 6 /Root 1 0 R /Prev ${String(table)} >>\nstartxref\n${String(body.length)}\n%%EOF\n`;
    return Buffer.concat([body, Buffer.from(end)]);
  }

  it.each(["first", "second"] as const)("shows what its table of objects finds: the %s", async (finds) => {
    const done = await prepare(changed(finds));
    const [page] = await seen(await bind(done));
    expect(inked(page, 110, 110, 190, 190) > 0.9).toBe(finds === "second");
  });

  it("is the same where an object stands twice before one table", async () => {
    const twice = Buffer.concat([
      sound.subarray(0, 15),
      Buffer.from("4 0 obj\n<< /Length 2 >>\nstream\nq \nendstream\nendobj\n"),
      sound.subarray(15),
    ]);
    expect(await isKept(twice)).toBe(false);
  });
});

const missing = missingTools("qpdf");

describe.skipIf(missing.length > 0)(`a PDF as programs write it${needs(missing)}`, () => {
  const folder = tempFolder();
  it.each([
    ["with streams of objects", ["--object-streams=generate"], true],
    ["laid out for the web, which has two tables of objects", ["--linearize"], false],
    ["encrypted", ["--encrypt", "", "owner", "256", "--"], false],
  ] as const)("%s", async (_, options, kept) => {
    const [from, to] = [path.join(folder, "from.pdf"), path.join(folder, "to.pdf")];
    writeFileSync(from, sound);
    run("qpdf", [from, ...options, to]);
    const pdf = readFileSync(to);
    const done = await preparePdf(pdf, { passwords: [] });
    expect(done.ok && pdf.equals(done.bytes)).toBe(kept);
  });
});
