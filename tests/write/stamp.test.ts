/** Page numbers as evipack.yaml wants them: their words and their place, in packs that are read back and verified. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { showsStamp } from "../../src/verify/goals.ts";
import { run } from "../cases/run.ts";
import { config } from "../cases/workspace.ts";
import { tempFolder } from "../support/folders.ts";
import { compileSmall, printed, reseal } from "../support/small-pack.ts";
import { missingTools, needs, pageTexts, run as tool, squeeze } from "../support/tools.ts";

const missing = missingTools("pdftotext");
const file = "支撑材料汇编.pdf";

/** Where the lowest or the highest words of each page stand, in shares of the page's width and height. */
function placesOf(pdf: string, edge: "foot" | "head"): { readonly x: number; readonly y: number }[] {
  const pages = tool("pdftotext", ["-bbox", pdf, "-"]).split("<page ").slice(1);
  return pages.map((page) => {
    const [width = 1, height = 1] = [...page.matchAll(/(?:width|height)="([\d.]+)"/gu)].map(([, side]) => Number(side));
    const words = [...page.matchAll(/<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)"/gu)].map(
      (found) => found.slice(1).map(Number),
    );
    const tops = words.map(([, top = 0]) => top);
    const line = edge === "foot" ? Math.max(...tops) : Math.min(...tops);
    const own = words.filter(([, top = 0]) => Math.abs(top - line) < 2);
    const [left, right] = [Math.min(...own.map(([x = 0]) => x)), Math.max(...own.map(([, , x = 0]) => x))];
    return { x: (left + right) / 2 / width, y: line / height };
  });
}

const compiled = (appendix: string): ReturnType<typeof compileSmall> =>
  compileSmall(tempFolder(), { ...printed, "evipack.yaml": `${config}appendix: { ${appendix} }\n` });

describe.skipIf(missing.length > 0)(`the number on each page ${needs(missing)}`, () => {
  it("stands at the foot, on odd pages at the right, on even ones at the left", async () => {
    const places = placesOf(path.join((await compiled("start: next")).copy(), file), "foot");
    expect(places.length).toBeGreaterThan(10);
    for (const [index, { x, y }] of places.entries()) {
      expect(y).toBeGreaterThan(0.95);
      expect(index % 2 === 0 ? x > 0.8 : x < 0.4).toBe(true);
    }
  });

  it("has the words and the place that are wanted, the manifest tells them, and verify holds them against the pages", async () => {
    const form = "{exhibit} 第{n}页";
    const small = await compiled(`stamp: { position: center, at: head, form: "${form}", plain: "第{n}页" }`);
    const pack = small.copy();
    const texts = pageTexts(path.join(pack, file), "-raw").map(squeeze);
    for (const [index, text] of texts.entries()) expect(text).toMatch(new RegExp(`第${String(index + 1)}页$`, "u"));
    expect(texts.some((text) => text.endsWith("2-1-1-01第10页"))).toBe(true);
    for (const { x, y } of placesOf(path.join(pack, file), "head")) {
      expect(y).toBeLessThan(0.05);
      expect(Math.abs(x - 0.5)).toBeLessThan(0.02);
    }
    const manifest = JSON.parse(readFileSync(path.join(pack, "manifest.json"), "utf8")) as { readonly stamp: unknown };
    expect(manifest.stamp).toEqual({ form, plain: "第{n}页" });
    expect((await run(["verify", pack], small.root)).exitCode).toBe(0);
    // A pack of old does not tell its form: the number is looked for as a word.
    reseal(pack, (told) => ({ ...told, stamp: undefined }));
    expect((await run(["verify", pack], small.root)).exitCode).toBe(0);
    reseal(pack, (told) => ({ ...told, stamp: { form: "{exhibit} 第{n}张", plain: "第{n}页" } }));
    const { exitCode, out } = await run(["verify", pack], small.root);
    expect([exitCode, out]).toEqual([1, expect.stringContaining("page-label")]);
  });

  it("may be the number alone, and goes on from one volume to the next", async () => {
    const stamp = 'stamp: { position: right, form: "{n}" }';
    const small = await compiled(`volumes: section, numbering: global, ${stamp}`);
    const pack = small.copy();
    const manifest = JSON.parse(readFileSync(path.join(pack, "manifest.json"), "utf8")) as {
      readonly outputs: readonly {
        readonly path: string;
        readonly numberedFrom: number | null;
        readonly pages: number;
      }[];
    };
    const volumes = manifest.outputs.filter((each) => each.path.startsWith("支撑材料汇编 第"));
    expect(volumes.map(({ numberedFrom }) => numberedFrom)).toEqual([1, (volumes[0]?.pages ?? 0) + 1]);
    const texts = volumes.flatMap((each) => pageTexts(path.join(pack, each.path), "-raw"));
    expect(texts.map((text) => text.trim().split("\n").at(-1))).toEqual(texts.map((_, index) => String(index + 1)));
    expect((await run(["verify", pack], small.root)).exitCode).toBe(0);
    reseal(pack, (told) => ({
      ...told,
      outputs: told.outputs.map((each) => (each.volume === 2 ? { ...each, numberedFrom: 1 } : each)),
    }));
    expect((await run(["verify", pack], small.root)).out).toContain("page-label");
  });

  it.each([
    ['form: "第{m}页"', "bad-form"],
    ['form: "{exhibit}"', "bad-form"],
    ['form: "{exhibit}{n}"', "bad-form"],
    ['form: "☃ {n}"', "bad-form"],
    ['form: "{n} }"', "bad-form"],
    ['plain: "{exhibit} {n}"', "bad-form"],
    ["position: middle", "unknown-value"],
  ])("cannot be { %s }", async (stamp, code) => {
    await expect(compiled(`stamp: { ${stamp} }`)).rejects.toThrow(code);
  });
});

describe("a stamp that is read", () => {
  const form = { form: "附件{exhibit} · {n}", plain: "{n}" };
  const shown = { label: "12", volume: 1, exhibits: ["2-1-1-01", "2-1-1-02"] };

  it.each([
    ["附件2-1-1-01 · 12", true],
    ["附件2-1-1-01至2-1-1-02 ·12 ", true],
    ["样例 附件2-1-1-02 · 12", true],
    ["附件2-1-1-01 · 112", false],
    ["附件2-1-1-01 · 1", false],
    ["附件2-1-1-03 · 12", false],
    ["12", false],
    ["", false],
  ])("%s is the one of page 12: %s", (line, is) => {
    expect(showsStamp(line, form, shown)).toBe(is);
  });

  it("on our own sheets is the plain one", () => {
    expect(showsStamp("12", form, { ...shown, exhibits: [] })).toBe(true);
    expect(showsStamp("返回目录 12", form, { ...shown, exhibits: [] })).toBe(true);
    expect(showsStamp("212", form, { ...shown, exhibits: [] })).toBe(false);
  });
});
