/** `evipack verify`: a pack is sound as it was compiled, and whatever was changed in it is found and named. */
import { copyFileSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFString } from "pdf-lib";
import type { PDFObject } from "pdf-lib";
import { beforeAll, describe, expect, it } from "vitest";
import { pictureRule } from "../../src/engines/pdfium-file.ts";
import { verifyOutput } from "../../src/schema/packs.ts";
import type { VerifyOutput } from "../../src/schema/packs.ts";
import { run } from "../cases/run.ts";
import { filesBelow, root, tempFolder } from "../support/folders.ts";
import { compileSmall, flip, reseal } from "../support/small-pack.ts";
import type { SmallPack } from "../support/small-pack.ts";

const folder = tempFolder();
let pack: SmallPack;
beforeAll(async () => {
  pack = await compileSmall(folder);
});

async function verify(place: string): Promise<VerifyOutput> {
  const ran = await run(["verify", place, "--format", "json"], folder);
  const said = verifyOutput.parse(JSON.parse(ran.out));
  expect(said.verdict).toEqual({
    exitCode: ran.exitCode,
    sound: ran.exitCode === 0,
    faults: said.diagnostics.length,
  });
  return said;
}

const faults = async (place: string): Promise<string[]> =>
  (await verify(place)).diagnostics.map(({ code, file }) => `${code} ${file}`);

/** Saves a changed PDF and lets the manifest agree with its bytes. */
async function change(place: string, name: string, edit: (pdf: PDFDocument) => void): Promise<void> {
  const file = path.join(place, name);
  const pdf = await PDFDocument.load(readFileSync(file), { updateMetadata: false });
  edit(pdf);
  writeFileSync(file, await pdf.save({ useObjectStreams: false }));
  reseal(place);
}

const appendix = "支撑材料汇编.pdf";

describe("the picture of a page", () => {
  it("is named after the pdfium that draws it: another version may draw differently, and is not compared with it", () => {
    const { dependencies } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
    expect(pictureRule).toContain(`pdfium-${dependencies["@hyzyla/pdfium"]} `);
  });

  it("of another rule is told as not compared", async () => {
    const copy = pack.copy();
    reseal(copy, (manifest) => ({ ...manifest, pagePictures: "pdfium-1.0 36dpi rgba" }));
    const { verdict, checked, unchecked } = await verify(copy);
    expect([verdict.sound, checked.firstPages, unchecked.firstPages]).toEqual([true, 0, true]);
  });
});

describe("a pack as it was compiled", () => {
  it("is sound, and everything in it was looked at", async () => {
    const { verdict, checked, unchecked, kind } = await verify(path.join(pack.root, "pack"));
    expect(verdict).toEqual({ exitCode: 0, sound: true, faults: 0 });
    expect(kind).toBe("pack");
    expect(checked).toMatchObject({ files: 14, firstPages: 10 });
    expect(checked.labels).toBeGreaterThan(10);
    expect(checked.links).toBeGreaterThan(20);
    expect(unchecked).toEqual({ addresses: 0, originals: [], firstPages: false });
  });

  it("says so in one line with -q", async () => {
    const { out } = await run(["verify", "workspace/pack", "-q", "--lang", "en"], folder);
    expect(out).toBe("Verdict: sound, and as it was compiled; exit code 0.\n");
  });
});

describe("a flipped bit", () => {
  const names = [
    "manifest.json",
    "manifest.sha256",
    "支撑材料汇编.docx",
    appendix,
    "核对结果.json",
    "支撑材料目录.xlsx",
    "缺项清单.xlsx",
    "自评报告.docx",
    "自评报告.pdf",
    ...["data.js", "index.html", "site.css", "site.js", "text.js"].map((name) => `site/${name}`),
  ];

  it("is looked for in every file of the pack", () => {
    expect(filesBelow(path.join(pack.root, "pack"))).toEqual(names.toSorted());
  });

  it.each(names.flatMap((name) => [0, 0.3, 0.77, 1].map((place) => ({ name, place }))))(
    "is found in $name at $place",
    async ({ name, place }) => {
      const copy = pack.copy();
      flip(path.join(copy, name), place);
      const ran = await run(["verify", copy], folder);
      expect([1, 2]).toContain(ran.exitCode);
      // One that no longer reads as a manifest is told as changed all the same.
      const wanted = name.startsWith("manifest.")
        ? /错误 manifest-changed$/mu
        : new RegExp(`^${name}  错误 file-changed$`, "mu");
      expect(`${ran.out}${ran.err}`).toMatch(wanted);
      rmSync(copy, { recursive: true });
    },
  );
});

describe("an appendix of two volumes", () => {
  it("is judged volume by volume, and links lead from one to the other", async () => {
    const copy = pack.copy();
    const second = "支撑材料汇编（二）.pdf";
    copyFileSync(path.join(copy, appendix), path.join(copy, second));
    reseal(copy, (manifest) => ({
      ...manifest,
      outputs: manifest.outputs.flatMap((each) =>
        each.path === appendix ? [each, { ...each, path: second, volume: 2 }] : [each],
      ),
      evidence: manifest.evidence.map((each) =>
        each.exhibit?.startsWith("2-") === true ? { ...each, volume: 2 } : each,
      ),
    }));
    const link = (page: number): Goals => ({ A: { S: "GoToR", F: second, D: [page, "Fit"] } });
    await change(copy, appendix, (pdf) => retarget(pdf, link(16)));
    const { checked, verdict } = await verify(copy);
    expect(verdict.faults).toBe(0);
    expect(checked).toMatchObject({ labels: 34, firstPages: 10 });
    await change(copy, appendix, (pdf) => retarget(pdf, link(17)));
    await change(copy, second, (pdf) => pdf.removePage(pdf.getPageCount() - 1));
    expect(await faults(copy)).toContain(`exhibit-page ${second}`);
    expect(await faults(copy)).toContain(`dead-link ${appendix}`);
  });
});

describe("what was taken, added or exchanged", () => {
  it("a removed and an extra file are named, both at once", async () => {
    const copy = pack.copy();
    renameSync(path.join(copy, "自评报告.docx"), path.join(copy, "自评报告（改）.docx"));
    expect(await faults(copy)).toEqual(["file-missing 自评报告.docx", "file-extra 自评报告（改）.docx"]);
  });

  it("a manifest that is gone, or no folder at all, ends with 2", async () => {
    const copy = pack.copy();
    rmSync(path.join(copy, "manifest.json"));
    for (const place of [copy, path.join(folder, "nowhere")]) {
      const ran = await run(["verify", place], folder);
      expect(ran).toMatchObject({ exitCode: 2, out: "" });
      expect(ran.err).toContain("no-manifest");
    }
  });

  it("a manifest without its checksum is not proven", async () => {
    const copy = pack.copy();
    rmSync(path.join(copy, "manifest.sha256"));
    expect((await verify(copy)).diagnostics).toMatchObject([{ file: "manifest.sha256", facts: { list: null } }]);
  });

  it("a manifest that names files outside of its folder is none", async () => {
    const copy = pack.copy();
    const outside = path.join(path.dirname(copy), "outside.json");
    writeFileSync(outside, "{}");
    reseal(copy, (manifest) => ({
      ...manifest,
      outputs: manifest.outputs.map((each) => (each.role === "check" ? { ...each, path: "../outside.json" } : each)),
    }));
    expect((await run(["verify", copy], folder)).err).toContain("no-manifest");
  });

  it("two exhibits that changed places are found by the looks of their pages", async () => {
    const copy = pack.copy();
    const { evidence } = JSON.parse(readFileSync(path.join(copy, "manifest.json"), "utf8"));
    const page = (end: string): number =>
      evidence.find((each: { source: string }) => each.source.endsWith(end)).pages[0] - 1;
    const [a, b] = [page("规划文件（样教〔2018〕3号）.pdf"), page("2017-04-09.pdf")];
    await change(copy, appendix, (pdf) => {
      // What is drawn changes places, with what it draws with; the stamps behind it stay, so the numbers are right.
      const [x, y] = [pdf.getPage(a).node, pdf.getPage(b).node];
      const parts = [x, y].map((node) => (node.Contents() as PDFArray).asArray());
      const [first = [], second = []] = parts;
      const [own, other] = [x, y].map((node) => node.Resources() as PDFDict) as [PDFDict, PDFDict];
      const fonts = (resources: PDFDict): PDFDict => resources.lookup(PDFName.of("Font"), PDFDict);
      // The font of the stamps, under the name that each page has for it.
      const stamps = [own, other]
        .flatMap((each) => fonts(each).entries())
        .filter(([name]) => /Evipack/u.test(name.asString()));
      for (const [name, font] of stamps) for (const each of [own, other]) fonts(each).set(name, font);
      x.set(PDFName.of("Resources"), other);
      y.set(PDFName.of("Resources"), own);
      x.set(PDFName.of("Contents"), pdf.context.obj([...second.slice(0, -1), ...first.slice(-1)]));
      y.set(PDFName.of("Contents"), pdf.context.obj([...first.slice(0, -1), ...second.slice(-1)]));
    });
    expect(await faults(copy)).toEqual([`exhibit-page ${appendix}`, `exhibit-page ${appendix}`]);
  });

  it("a page that was taken out is found by the count, the numbers and the looks", async () => {
    const copy = pack.copy();
    await change(copy, appendix, (pdf) => pdf.removePage(3));
    const found = await faults(copy);
    expect(found).toContain(`page-count ${appendix}`);
    expect(found).toContain(`page-label ${appendix}`);
    expect(found).toContain(`exhibit-page ${appendix}`);
    expect(found).toContain(`dead-link ${appendix}`);
  });

  it("a label that is not the printed number", async () => {
    const copy = pack.copy();
    await change(copy, appendix, (pdf) => {
      pdf.catalog.set(PDFName.of("PageLabels"), pdf.context.obj({ Nums: [0, { S: "D" }, 4, { S: "D", St: 6 }] }));
    });
    const { diagnostics, checked } = await verify(copy);
    expect(diagnostics.map((each) => each.facts["page"])).toEqual(
      Array.from({ length: checked.labels - 4 }, (_, index) => index + 5),
    );
  });

  it.each([
    ["a name that is not there", () => ({ Dest: PDFString.of("nowhere") }), "no-page"],
    ["a file that is not there", () => ({ A: { S: "GoToR", F: "no.pdf", D: [0, "Fit"] } }), "no-file"],
    ["a page that a file does not have", () => ({ A: { S: "GoToR", F: "自评报告.pdf", D: [99, "Fit"] } }), "no-page"],
    ["an address of ours", () => ({ A: { S: "URI", URI: "evipack:exhibit/9" } }), "no-place"],
  ] as const)("a link to %s", async (_, goal, reason) => {
    const copy = pack.copy();
    await change(copy, appendix, (pdf) => retarget(pdf, goal() as Goals));
    expect((await verify(copy)).diagnostics).toMatchObject([{ code: "dead-link", facts: { page: 2, reason } }]);
  });

  it("a link to another file of the pack is followed, one to an original is told", async () => {
    const copy = pack.copy();
    await change(copy, appendix, (pdf) => retarget(pdf, { A: { S: "GoToR", F: "自评报告.pdf", D: [1, "Fit"] } }));
    expect(await faults(copy)).toEqual([]);
    await change(copy, appendix, (pdf) => retarget(pdf, { A: { S: "URI", URI: "../evidence/a%20b.pdf" } }));
    const said = await verify(copy);
    // Besides those to which the index leads.
    const indexed = filesBelow(path.join(pack.root, "evidence"));
    expect(said.unchecked.originals).toContain("../evidence/a b.pdf");
    for (const original of said.unchecked.originals.filter((each) => each !== "../evidence/a b.pdf"))
      expect(indexed).toContain(path.relative("../evidence", original));
    expect(said.verdict.exitCode).toBe(0);
  });

  it("files that do not open", async () => {
    const copy = pack.copy();
    writeFileSync(path.join(copy, appendix), "%PDF-1.7\nnothing");
    writeFileSync(path.join(copy, "核对结果.json"), "{");
    copyFileSync(path.join(copy, "缺项清单.xlsx"), path.join(copy, "自评报告.docx"));
    reseal(copy);
    expect(await faults(copy)).toEqual(
      [`file-unsound ${appendix}`, "file-unsound 核对结果.json", "file-unsound 自评报告.docx"].toSorted(),
    );
  });
});

/** Lets the first link of page 2, the index, lead elsewhere. Texts are PDF texts, in UTF-16 where they need it. */
function retarget(pdf: PDFDocument, entries: Goals): void {
  const link = pdf.getPage(1).node.lookup(PDFName.of("Annots"), PDFArray).lookup(0, PDFDict);
  for (const key of ["A", "Dest"]) link.delete(PDFName.of(key));
  for (const [key, value] of Object.entries(entries)) link.set(PDFName.of(key), objectOf(pdf, value));
}

type Goals = Readonly<Record<string, PDFObject | Action>>;

interface Action {
  readonly S: string;
  readonly F?: string;
  readonly D?: readonly [page: number, view: string];
  readonly URI?: string;
}

/** A destination as it is, or an action; the file that an action names may be a text or a specification of a file. */
function objectOf(pdf: PDFDocument, value: PDFObject | Action): PDFObject {
  if (!("S" in value)) return value;
  const { S, F, D, URI } = value;
  const action = pdf.context.obj({ S: PDFName.of(S) });
  if (F !== undefined) {
    const name = PDFHexString.fromText(F);
    action.set(PDFName.of("F"), D?.[0] === 0 ? name : pdf.context.obj({ Type: "Filespec", UF: name }));
  }
  if (URI !== undefined) action.set(PDFName.of("URI"), PDFString.of(URI));
  if (D !== undefined) action.set(PDFName.of("D"), pdf.context.obj([D[0], D[1]]));
  return action;
}
