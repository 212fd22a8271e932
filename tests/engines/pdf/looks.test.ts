/** What is on the page stays on the page: forms, stamps, layers, turned and cut pages look as before when bound. */
import { describe, expect, it } from "vitest";
import { handmadePdf, line, pagePdf } from "../../support/handmade-pdf.ts";
import type { Part } from "../../support/handmade-pdf.ts";
import { bind, inked, prepare, seen, stamped, unlike } from "../../support/pdf-pages.ts";

const square: Part = {
  dict: "/Type /XObject /Subtype /Form /BBox [0 0 10 10]",
  content: "1 0 0 rg 0 0 10 10 re f",
};

/** A page with one annotation (object 6) and what it needs (from 7 on). */
const annotated = (annotation: string, more: readonly Part[] = [], page = "", catalog = ""): Buffer =>
  pagePdf(line("sample", 20, 370), { page: `/Annots [6 0 R] ${page}`, catalog, more: [annotation, ...more] });

const textField = (entries: string): string =>
  `<< /Type /Annot /Subtype /Widget /FT /Tx /T (name) /Rect [50 200 250 230] /F 4 ${entries} >>`;

const cases: Readonly<Record<string, Buffer>> = {
  "a stamp that is stretched and turned by its matrix": annotated(
    "<< /Type /Annot /Subtype /Stamp /Rect [50 200 250 300] /F 4 /AP << /N 7 0 R >> >>",
    [{ dict: "/Subtype /Form /BBox [0 0 20 10] /Matrix [0 1 -1 0 0 0]", content: "1 0 0 rg 0 0 15 5 re f" }],
  ),
  "a stamp on a page that is turned": annotated(
    "<< /Type /Annot /Subtype /Stamp /Rect [50 200 250 300] /AP << /N 7 0 R >> >>",
    [square],
    "/Rotate 90",
  ),
  "a mark that stays upright on a page that is turned": annotated(
    "<< /Type /Annot /Subtype /Stamp /Rect [150 200 250 300] /F 16 /AP << /N 7 0 R >> >>",
    [{ dict: "/Subtype /Form /BBox [0 0 10 10]", content: "1 0 0 rg 0 0 10 3 re f" }],
    "/Rotate 90",
  ),
  "a ticked box with its states": annotated(
    "<< /Type /Annot /Subtype /Widget /FT /Btn /T (box) /Rect [50 200 80 230] /V /Yes /AS /Yes /AP << /N << /Yes 7 0 R /Off 8 0 R >> >> >>",
    [square, { dict: "/Subtype /Form /BBox [0 0 10 10]", content: "" }],
    "",
    "/AcroForm << /Fields [6 0 R] >>",
  ),
  "a field whose drawing leans on the form's resources": annotated(
    textField("/V (value) /AP << /N 7 0 R >>"),
    [
      { dict: "/Subtype /Form /BBox [0 0 200 30]", content: "/Tx BMC BT /Helv 16 Tf 5 10 Td (leaning) Tj ET EMC" },
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ],
    "",
    "/AcroForm << /Fields [6 0 R] /DR << /Font << /Helv 8 0 R >> >> /DA (/Helv 12 Tf 0 g) >>",
  ),
  "a page that is cut": pagePdf(`${line("outside", 5, 5)} ${line("inside", 120, 200)}`, {
    page: "/CropBox [100 100 280 380]",
  }),
  "a page in units of its own": pagePdf(line("unit", 50, 150), { page: "/UserUnit 2 /MediaBox [0 0 150 200]" }),
  "a page that is turned by 270 and begins elsewhere": pagePdf(line("turned", 150, 350), {
    page: "/Rotate 270 /MediaBox [100 100 400 500]",
  }),
  "graphics states that are popped too often": pagePdf(
    `q 1 0 0 1 40 0 cm Q Q Q 1 0 0 1 0 -60 cm ${line("popped", 50, 300)}`,
  ),
  "graphics states and a path left open": pagePdf(
    `q 0.2 0 0 0.2 0 0 cm q ${line("small", 400, 900, 60)} 10 10 200 90 re`,
  ),
  "text left open with a string that does not end": pagePdf(
    `${line("whole", 50, 300)} BT /F1 14 Tf 50 200 Td (never ends`,
  ),
  "an inline image with an operator in its data": pagePdf(
    "q 100 0 0 100 50 150 cm BI /W 2 /H 2 /BPC 8 /CS /G ID \u0000Q q EI Q 0 0 1 rg 200 200 20 20 re f",
  ),
  "a highlight without a drawing": annotated(
    "<< /Type /Annot /Subtype /Highlight /Rect [20 360 120 390] /C [1 1 0] /QuadPoints [20 390 120 390 20 360 120 360] >>",
  ),
};

describe("a bound page", () => {
  it.each(Object.entries(cases))("shows %s as before", async (_, pdf) => {
    const bound = await bind(await prepare(pdf));
    const [[before], [after]] = [await seen(pdf), await seen(bound)];
    expect(inked(before, 0, 40, before?.width ?? 0, before?.height ?? 0)).toBeGreaterThan(0);
    expect(unlike(before, after)).toBeLessThan(0.0005);
    expect(stamped(after)).toBeGreaterThan(stamped(before));
  });
});

describe("a form field", () => {
  const chinese = Buffer.from("\uFEFF奉化区样例甲社区", "utf16le").swap16().toString("hex");
  const form = "/AcroForm << /Fields [6 0 R] /NeedAppearances true /DA (/Helv 12 Tf 0 g) >>";
  const stale: Part = { dict: "/Subtype /Form /BBox [0 0 200 30]", content: "0 0 200 30 re f" };

  it("with a Chinese value and no drawing is drawn, inside its box", async () => {
    const pdf = annotated(textField(`/V <${chinese}>`), [], "", form);
    const [page] = await seen((await prepare(pdf)).bytes);
    expect(inked(page, 50, 200, 250, 230)).toBeGreaterThan(0.03);
    expect(inked(page, 0, 0, 300, 200) + inked(page, 0, 232, 300, 360)).toBe(0);
  });

  it("is drawn anew where the file says that its drawings are stale", async () => {
    const pdf = annotated(textField(`/V <${chinese}> /AP << /N 7 0 R >>`), [stale], "", form);
    const [page] = await seen((await prepare(pdf)).bytes);
    expect(inked(page, 50, 200, 250, 230)).toBeGreaterThan(0.03);
    expect(inked(page, 50, 200, 250, 230)).toBeLessThan(0.5);
  });

  it("of many lines is wrapped between Chinese characters and shrunk to fit", async () => {
    const long = Buffer.from(`\uFEFF${"样例社区学习活动".repeat(12)}`, "utf16le")
      .swap16()
      .toString("hex");
    const pdf = annotated(textField(`/Ff 4096 /V <${long}>`), [], "", form);
    const [page] = await seen((await prepare(pdf)).bytes);
    expect(inked(page, 50, 200, 250, 230)).toBeGreaterThan(0.1);
    expect(inked(page, 252, 100, 300, 300)).toBe(0);
  });

  it("of a choice shows the words of what is chosen, in a comb each sign in its cell", async () => {
    const choice = textField("/FT /Ch /Ff 131072 /V (b) /Opt [[(a) (first)] [(b) (second choice)]]").replace(
      "/FT /Tx",
      "",
    );
    const comb = textField("/Ff 16777216 /MaxLen 10 /V (12)");
    const [one] = await seen((await prepare(annotated(choice, [], "", form))).bytes);
    const [two] = await seen((await prepare(annotated(comb, [], "", form))).bytes);
    expect(inked(one, 100, 200, 150, 230)).toBeGreaterThan(0);
    expect(inked(two, 52, 200, 88, 230)).toBeGreaterThan(0);
    expect(inked(two, 92, 200, 250, 230)).toBe(0);
  });

  it("keeps its value beside one of the same name in another file", async () => {
    const file = (ink: string): Buffer =>
      annotated(
        textField("/V (x) /AP << /N 7 0 R >>"),
        [{ dict: "/Subtype /Form /BBox [0 0 200 30]", content: ink }],
        "",
        "/AcroForm << /Fields [6 0 R] >>",
      );
    const [a, b] = [file("1 0 0 rg 0 0 100 30 re f"), file("0 0 1 rg 100 0 100 30 re f")];
    const bound = await seen(await bind(await prepare(a), await prepare(b)), 0, 1);
    expect(unlike((await seen(a))[0], bound[0])).toBe(0);
    expect(unlike((await seen(b))[0], bound[1])).toBe(0);
  });
});

describe("what is not seen", () => {
  it.each([
    ["hidden", "/F 2", true],
    ["not viewed", "/F 32", true],
    ["not printed, but viewed", "/F 0", false],
  ])("%s", async (_, flags, gone) => {
    const pdf = annotated(`<< /Subtype /Stamp /Rect [50 200 250 300] ${flags} /AP << /N 7 0 R >> >>`, [square]);
    const [page] = await seen(await bind(await prepare(pdf)));
    expect(inked(page, 50, 200, 250, 300) === 0).toBe(gone);
  });

  const layered = (off: string, configuration = ""): Buffer =>
    pagePdf(`/OC /L1 BDC 1 0 0 rg 50 200 50 50 re f EMC /OC /L2 BDC 0 0 1 rg 150 200 50 50 re f EMC`, {
      resources: "/Properties << /L1 6 0 R /L2 7 0 R >>",
      page: "/Annots [8 0 R]",
      catalog: `/OCProperties << /OCGs [6 0 R 7 0 R] /D << /OFF [${off}] ${configuration} >> >>`,
      more: [
        "<< /Type /OCG /Name (layer) >>",
        "<< /Type /OCG /Name (layer) /Usage << /View << /ViewState /OFF >> >> >>",
        "<< /Type /Annot /Subtype /Stamp /OC 6 0 R /Rect [50 300 100 350] /AP << /N 9 0 R >> >>",
        square,
      ],
    });

  it("layers of each file are shown or hidden as in the file, with their annotations", async () => {
    const files = [layered("6 0 R"), layered("7 0 R"), layered("", "/BaseState /OFF /ON [7 0 R]"), layered("")];
    const automatic = layered("", "/AS [<< /Event /View /Category [/View] /OCGs [7 0 R] >>]");
    const all = [...files, automatic];
    const bound = await seen(await bind(...(await Promise.all(all.map((each) => prepare(each))))), 0, 1, 2, 3, 4);
    const marks = bound.map((page) => [
      inked(page, 55, 205, 95, 245) > 0,
      inked(page, 155, 205, 195, 245) > 0,
      inked(page, 55, 305, 95, 345) > 0,
    ]);
    expect(marks).toEqual([
      [false, true, false],
      [true, false, true],
      [false, true, false],
      [true, true, true],
      [true, false, true],
    ]);
  });
});

describe("pages that share what they use", () => {
  it("do not show each other's annotations", async () => {
    const pdf = handmadePdf([
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 /MediaBox [0 0 300 400] /Resources 5 0 R >>",
      "<< /Type /Page /Parent 2 0 R /Annots [6 0 R] >>",
      "<< /Type /Page /Parent 2 0 R /Rotate 180 /Annots [7 0 R] >>",
      "<< >>",
      "<< /Subtype /Stamp /Rect [10 100 60 150] /AP << /N 8 0 R >> >>",
      "<< /Subtype /Stamp /Rect [200 300 250 350] /AP << /N 8 0 R >> >>",
      square,
    ]);
    const [before, after] = [await seen(pdf, 0, 1), await seen(await bind(await prepare(pdf)), 0, 1)];
    expect([unlike(before[0], after[0]), unlike(before[1], after[1])]).toEqual([0, 0]);
    expect(inked(after[0], 10, 100, 60, 150)).toBe(1);
  });
});
