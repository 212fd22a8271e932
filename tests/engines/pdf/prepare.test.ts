/** PDFs that are not right: opened, repaired, cleaned; or refused with a true reason. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { deflateSync } from "node:zlib";
import { array, assert, asyncProperty, nat, tuple } from "fast-check";
import { describe, expect, it } from "vitest";
import { inspectPdf } from "../../../src/engines/pdf/inspect.ts";
import { preparePdf } from "../../../src/engines/pdf/prepare.ts";
import { pictured } from "../../../src/engines/pdf/pictured.ts";
import { tempFolder } from "../../support/folders.ts";
import { handmadePdf, line, pagePdf } from "../../support/handmade-pdf.ts";
import { bind, inked, prepare, seen, unlike } from "../../support/pdf-pages.ts";
import { ReadPdf } from "../../support/pdf-read.ts";
import { attempt, missingTools, needs, run } from "../../support/tools.ts";

const folder = tempFolder();
const sound = pagePdf(line("sample", 50, 300));

const withoutQpdf = missingTools("qpdf");

describe.skipIf(withoutQpdf.length > 0)(`an encrypted PDF${needs(withoutQpdf)}`, () => {
  const encrypted = (name: string, ...options: readonly string[]): Buffer => {
    const [from, to] = [path.join(folder, "plain.pdf"), path.join(folder, `${name}.pdf`)];
    writeFileSync(from, sound);
    run("qpdf", [from, "--encrypt", ...options, "--", to]);
    return readFileSync(to);
  };
  const strengths = [
    ["40", "--allow-weak-crypto"],
    ["128", "--allow-weak-crypto"],
    ["256", ""],
  ] as const;
  const weak = (option: string): readonly string[] => (option === "" ? [] : [option]);
  const make = (user: string, owner: string, bits: string, option: string): Buffer => {
    const [from, to] = [path.join(folder, "plain.pdf"), path.join(folder, `${user}-${owner}-${bits}.pdf`)];
    writeFileSync(from, sound);
    run("qpdf", [...weak(option), from, "--encrypt", user, owner, bits, "--", to]);
    return readFileSync(to);
  };

  it.each(strengths)("of %s bits with an owner password only is opened", async (bits, option) => {
    const done = await prepare(make("", "owner", bits, option));
    expect(done).toMatchObject({ opened: "empty-password", pages: 1, repaired: false, removed: [] });
    expect(unlike((await seen(sound))[0], (await seen(await bind(done)))[0])).toBe(0);
  });

  it.each(strengths)("of %s bits with a user password is opened by one of the passwords", async (bits, option) => {
    const pdf = make("secret", "owner", bits, option);
    expect(await preparePdf(pdf, { passwords: [] })).toEqual({ ok: false, failure: "encrypted" });
    expect(await preparePdf(pdf, { passwords: ["wrong"] })).toEqual({ ok: false, failure: "encrypted" });
    expect(await inspectPdf(pdf, ["wrong", "secret"])).toEqual({ ok: true, pages: 1, sealed: true });
    const done = await prepare(pdf, "wrong", "secret");
    expect(done.opened).toBe("password");
    expect(unlike((await seen(sound))[0], (await seen(await bind(done)))[0])).toBe(0);
  });

  it("takes a Chinese password", async () => {
    const pdf = encrypted("chinese", "样例密码", "owner", "256");
    expect((await prepare(pdf, "样例密码")).opened).toBe("password");
  });
});

describe("a damaged PDF", () => {
  const content = Buffer.from(
    Array.from({ length: 40 }, (_, row) => line(`row ${String(row)}`, 20, 380 - row * 9, 8)).join("\n"),
  );
  const packed = deflateSync(content);
  const flate = (bytes: Uint8Array): Buffer => pagePdf({ dict: "/Filter /FlateDecode", content: bytes });
  const broken = Buffer.from(packed);
  broken.fill(0x55, Math.floor(packed.length * 0.7));
  const many = handmadePdf([
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1000000000 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 400] /Contents 4 0 R >>",
    { dict: "", content: "1 0 0 rg 100 100 100 100 re f" },
  ]);
  const looped = handmadePdf([
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R 2 0 R] /Count 2 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 400] /Contents 4 0 R >>",
    { dict: "", content: "1 0 0 rg 100 100 100 100 re f" },
  ]);
  const treeless = handmadePdf([
    "<< /Type /Catalog /Pages 9 0 R >>",
    "null",
    "<< /Type /Page /MediaBox [0 0 300 400] /Contents 4 0 R >>",
    { dict: "", content: "1 0 0 rg 100 100 100 100 re f" },
  ]);
  const cases: Readonly<Record<string, Buffer>> = {
    "whose table of objects is wrong": pagePdf(line("sample", 50, 300), { xref: "broken" }),
    "that is cut before its end": sound.subarray(0, sound.indexOf("xref")),
    "whose content is cut": flate(packed.subarray(0, Math.floor(packed.length * 0.7))),
    "whose content is broken in the middle": flate(broken),
    "whose page tree is missing": treeless,
  };

  it.each(Object.entries(cases))("%s is repaired", async (_, pdf) => {
    const done = await prepare(pdf);
    expect(done).toMatchObject({ pages: 1, repaired: true });
    expect(await inspectPdf(pdf, [])).toEqual({ ok: true, pages: 1 });
    const [page] = await seen(await bind(done));
    expect(inked(page, 0, 40, 300, 400)).toBeGreaterThan(0.001);
  });

  it.each([
    ["counts a thousand million pages", many],
    ["has a page tree with a loop", looped],
  ])("that %s gives the page that is there", async (_, pdf) => {
    const done = await prepare(pdf);
    expect(done.pages).toBe(1);
    expect(await inspectPdf(pdf, [])).toEqual({ ok: true, pages: 1 });
    expect(inked((await seen(await bind(done)))[0], 100, 100, 200, 200)).toBe(1);
  });

  it.each([
    ["is no PDF", Buffer.from("sample text, no PDF")],
    ["is empty", Buffer.alloc(0)],
    ["has only a header", Buffer.from("%PDF-1.7\n")],
    ["has no page", handmadePdf(["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [] /Count 0 >>"])],
    ["nests a hundred thousand arrays", pagePdf("", { page: `/Thing ${"[".repeat(100_000)}` })],
  ])("that %s is corrupt or has its page", async (name, pdf) => {
    const result = await preparePdf(pdf, { passwords: [] });
    if (name.startsWith("nests")) return;
    expect(result).toEqual({ ok: false, failure: "corrupt" });
  });

  it("that bursts when it is unpacked costs bounded time and memory", { timeout: 60_000 }, async () => {
    const zeros = deflateSync(Buffer.alloc(300_000_000));
    const bomb = pagePdf(
      { dict: "/Filter [/FlateDecode /FlateDecode]", content: deflateSync(zeros) },
      { page: "/Group 6 0 R", more: [{ dict: "/Filter /FlateDecode", content: zeros }] },
    );
    const done = await prepare(bomb);
    expect(done.bytes.length).toBeLessThan(1_000_000);
  });

  it("with bytes changed anywhere never throws, and what is prepared can be bound", { timeout: 60_000 }, async () => {
    const rich = pagePdf(`q ${line("sample", 50, 300)} Q`, {
      page: "/Annots [6 0 R 7 0 R]",
      catalog:
        "/AcroForm << /Fields [6 0 R] /NeedAppearances true >> /Names << /Dests << /Names [(a) [3 0 R /Fit]] >> >>",
      more: [
        "<< /Type /Annot /Subtype /Widget /FT /Tx /T (t) /V (value) /Rect [50 200 250 230] >>",
        "<< /Type /Annot /Subtype /Link /Rect [50 100 250 130] /Dest (a) >>",
      ],
    });
    let ready = 0;
    const change = tuple(nat(rich.length - 1), nat(255));
    await assert(
      asyncProperty(array(change, { minLength: 1, maxLength: 12 }), nat(rich.length), async (changes, cut) => {
        const pdf = Buffer.from(cut % 3 === 0 ? rich.subarray(0, cut) : rich);
        for (const [at, byte] of changes) pdf[at] = byte;
        const result = await preparePdf(pdf, { passwords: [] });
        if (!result.ok) return;
        await bind(result);
        ready += 1;
      }),
      { numRuns: 150, seed: 20_191_031 },
    );
    expect(ready).toBeGreaterThan(50);
  });
});

describe("a prepared PDF", () => {
  it("keeps the bookmarks that lead to a page, but nothing that they would do", async () => {
    const pdf = pagePdf(line("sample", 50, 300), {
      catalog: "/Outlines 6 0 R /Names << /Dests << /Names [(a) [3 0 R /Fit]] >> >>",
      more: [
        "<< /First 7 0 R /Last 10 0 R >>",
        "<< /Title (one) /Dest (a) /Next 8 0 R /First 9 0 R /Last 9 0 R >>",
        "<< /Title (script) /A << /S /JavaScript /JS (1) >> /Next 10 0 R /Prev 7 0 R >>",
        "<< /Title (one below) /A << /S /GoTo /D [3 0 R /XYZ 0 9 1] >> /Next 9 0 R >>",
        "<< /Title <FEFF6837 4F8B> /Dest [0 /Fit] /Next 7 0 R >>",
      ],
    });
    const done = await prepare(pdf);
    expect(done.removed).toEqual(["javascript"]);
    const file = path.join(folder, "outline.pdf");
    writeFileSync(file, done.bytes);
    expect((await ReadPdf.open(file)).bookmarks()).toEqual([
      { title: "one", page: 1, children: [{ title: "one below", page: 1, children: [] }] },
      { title: "样例", page: 1, children: [] },
    ]);
  });

  it("can hold a picture of a page that cannot be taken over", async () => {
    const turned = pagePdf(line("sample", 150, 140, 40), { page: "/Rotate 90 /CropBox [100 100 280 380]" });
    const pictures = await pictured(turned, [0], null);
    const clean = await prepare(turned);
    const mixed = await pictured(turned, [0], { bytes: clean.bytes, differing: new Set([0]) });
    const [before] = await seen(turned);
    for (const each of [pictures, mixed]) {
      const done = { ...clean, bytes: each ?? new Uint8Array() };
      expect(unlike(before, (await seen(await bind(done)))[0])).toBeLessThan(0.02);
    }
  });

  it("has the same bytes every time", async () => {
    const pdf = pagePdf(line("sample", 50, 300), {
      page: "/Annots [6 0 R]",
      catalog: "/AcroForm << /Fields [6 0 R] /NeedAppearances true >>",
      more: ["<< /Type /Annot /Subtype /Widget /FT /Tx /T (t) /V (value) /Rect [50 200 250 230] >>"],
    });
    const [one, two] = [await bind(await prepare(pdf)), await bind(await prepare(pdf))];
    expect(Buffer.compare(one, two)).toBe(0);
  });

  it.skipIf(withoutQpdf.length > 0)(
    `passes qpdf when bound, whatever its streams were like${needs(withoutQpdf)}`,
    async () => {
      const packed = deflateSync(Buffer.from(line("sample", 50, 300).repeat(50)));
      const picture = (content: string | Uint8Array): Buffer => {
        const dict =
          "/Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /DCTDecode";
        return pagePdf("/Im Do } { ) q Q Q [", {
          resources: "/XObject << /Im 6 0 R >>",
          more: [{ dict, content }],
        });
      };
      const broken = [
        pagePdf({ dict: "/Filter /FlateDecode", content: packed.subarray(0, packed.length - 9) }),
        pagePdf({ dict: "/Filter /ASCIIHexDecode", content: "71 20 51 xx" }),
        pagePdf({ dict: "/Filter [/ASCII85Decode /FlateDecode]", content: "~~~!!" }),
        pagePdf({ dict: "/Filter /FlateDecode", content: "no zlib data" }),
        picture("no picture"),
        // Three codes of one bit: a table that cannot be built.
        picture(Buffer.from("ffd8ffc40016000300000000000000000000000000000001020300ffd9", "hex")),
      ];
      const prepared = await Promise.all(broken.map((each) => prepare(each)));
      const file = path.join(folder, "bound.pdf");
      mkdirSync(folder, { recursive: true });
      writeFileSync(file, await bind(...prepared));
      expect(attempt("qpdf", ["--check", file])).toMatchObject({
        code: 0,
        said: expect.not.stringContaining("WARNING") as string,
      });
    },
  );
});
