/** `compile` after one change: what is the same is taken over from before, and the pack is what a first run makes. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { deserialize, serialize } from "node:v8";
import { describe, expect, it, vi } from "vitest";
import { buildKey } from "../../src/load/build.ts";
import { readKept, writeKept } from "../../src/load/kept.ts";
import type { InkBand } from "../../src/engines/pdfium-ink.ts";
import type { Manifest } from "../../src/schema/manifest.ts";
import type { EarlierVolume } from "../../src/write/volumes.ts";
import { run } from "../cases/run.ts";
import { build, config, plan } from "../cases/workspace.ts";
import { filesBelow, tempFolder } from "../support/folders.ts";
import { pagePdf } from "../support/handmade-pdf.ts";
import { sha256 } from "../support/samples.ts";
import { setPages, unmeasured } from "../support/set-pages.ts";

const folder = tempFolder();
let made = 0;

const textPdf = (text: string): Buffer =>
  pagePdf(`BT /F1 18 Tf 30 300 Td (${text}) Tj ET`, { page: "/MediaBox [0 0 595 842]" });

const voucher = "evidence/财政局/2-1-1 拨款凭证2017-04-09.pdf";

/** A workspace of one volume a section, compiled. */
async function compiled(): Promise<{ readonly root: string; readonly volume: (at: number) => string }> {
  made += 1;
  const root = path.join(folder, String(made));
  const files = {
    "evipack.yaml": `${config}appendix: { volumes: section }\n`,
    [plan]: textPdf("PLAN"),
    [voucher]: textPdf("VOUCHER"),
  };
  build(root, { name: "", about: "", files });
  await run(["compile"], root);
  const names = filesBelow(path.join(root, "pack")).filter((name) => /第.册.*\.pdf$/u.test(name));
  expect(names).toHaveLength(2);
  return { root, volume: (at) => path.join(root, "pack", names[at - 1] ?? "") };
}

let shared: ReturnType<typeof compiled> | null = null;

/** One workspace for all tests that leave a sound pack behind: compiled as it is now. */
async function current(): ReturnType<typeof compiled> {
  shared ??= compiled();
  const found = await shared;
  await run(["compile"], found.root);
  return found;
}

const sumsOf = (pack: string): readonly string[] =>
  filesBelow(pack).map((file) => `${file} ${sha256(path.join(pack, file))}`);

/** What a first run makes of the workspace as it is now. */
async function freshSums(root: string): Promise<readonly string[]> {
  await run(["compile", "--no-cache", "--out", "fresh"], root);
  return sumsOf(path.join(root, "fresh"));
}

const cacheOf = (root: string): string => path.join(root, ".evipack/cache");

interface Kept {
  readonly volumes: Map<string, EarlierVolume>;
  readonly strips: Map<string, readonly InkBand[]>;
  readonly pictures: Map<string, string | null>;
  readonly whole: Map<string, number>;
}

/** Changes what is remembered of the appendix. */
async function change(root: string, how: (kept: Kept) => void): Promise<void> {
  const name = readdirSync(cacheOf(root)).find((each) => each.startsWith("appendix-")) ?? "";
  const [file, key] = [path.join(cacheOf(root), name), await buildKey()];
  const kept = deserialize((await readKept(file, key)) ?? Buffer.alloc(0)) as Kept;
  how(kept);
  await writeKept(file, key, serialize(kept));
}

/** Pictures of first pages in the manifest, by evidence. */
function picturesOf(root: string): ReadonlyMap<string, string | null> {
  const { evidence } = JSON.parse(readFileSync(path.join(root, "pack/manifest.json"), "utf8")) as Manifest;
  return new Map(evidence.map((each) => [each.source, each.firstPage]));
}

describe("a volume in which nothing changed", () => {
  it("is taken over from the pack that is replaced, and only that one", async () => {
    const { root, volume } = await compiled();
    // A volume that shows where it came from: the same pages, and a comment behind them.
    const marked = Buffer.concat([readFileSync(volume(1)), Buffer.from("\n% 样例\n")]);
    writeFileSync(volume(1), marked);
    const [sum, bytes] = [sha256(volume(1)), marked.length];
    await change(root, ({ volumes }) => {
      for (const [each, found] of volumes)
        if (found.file === volume(1)) volumes.set(each, { ...found, sha256: sum, bytes });
    });
    const before = readFileSync(volume(2));
    writeFileSync(path.join(root, voucher), textPdf("VOUCHER OF 2017"));
    expect((await run(["compile"], root)).err).toBe("");
    expect(readFileSync(volume(1)).equals(marked)).toBe(true);
    expect(readFileSync(volume(2)).equals(before)).toBe(false);
    expect(readFileSync(volume(2)).includes("样例\n%%EOF")).toBe(false);
  });

  it("is bound anew where somebody has changed it", async () => {
    const { root, volume } = await current();
    const bytes = readFileSync(volume(1));
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
    writeFileSync(volume(1), bytes);
    writeFileSync(path.join(root, voucher), textPdf("VOUCHER OF 2016"));
    await run(["compile"], root);
    expect(sumsOf(path.join(root, "pack"))).toEqual(await freshSums(root));
  });
});

describe("what is remembered of pages", () => {
  it("is how each looks by itself: text in a font of no file is not set by what was drawn before it", async () => {
    const root = path.join(folder, "fonts");
    const files = { [plan]: setPages([unmeasured]), [voucher]: setPages([unmeasured]) };
    build(root, { name: "", about: "", files });
    await run(["compile"], root);
    writeFileSync(path.join(root, plan), textPdf("PLAN"));
    await run(["compile"], root);
    // Another process, in which the voucher is the first page of this kind.
    vi.resetModules();
    const another = await import("../cases/run.ts");
    expect((await another.run(["verify", "pack"], root)).exitCode).toBe(0);
    expect(sumsOf(path.join(root, "pack"))).toEqual(await freshSums(root));
  });

  it("is how those look that are bound anew, and where they have ink", async () => {
    const { root } = await compiled();
    const before = picturesOf(root);
    let [strips, pictures, whole]: [number, number, readonly number[]] = [0, 0, []];
    // What is remembered is made to differ from what would be found.
    await change(root, (kept) => {
      [strips, pictures, whole] = [kept.strips.size, kept.pictures.size, [...kept.whole.values()]];
      for (const [key, bands] of kept.strips)
        kept.strips.set(
          key,
          bands.map((band) => ({ ...band, runs: [[0, 595]] as const })),
        );
      for (const key of kept.pictures.keys()) kept.pictures.set(key, "0".repeat(64));
      kept.volumes.clear();
    });
    expect(strips).toBe(2);
    expect(whole).toEqual([1, 1]);
    expect(pictures).toBe([...before.values()].filter((picture) => picture !== null).length);
    const another = plan.replace("规划", "另一规划");
    writeFileSync(path.join(root, another), textPdf("MORE"));
    await run(["compile"], root);
    const after = picturesOf(root);
    // The strip is said to be full now: the pages are laid otherwise, so that their pictures are others too.
    for (const file of [plan, voucher]) expect(after.get(file)).toMatch(/^(?!0{64})[0-9a-f]{64}$/u);
    for (const file of [plan, voucher]) expect(after.get(file)).not.toBe(before.get(file));
    expect(after.get(another)).toMatch(/^(?!0{64})[0-9a-f]{64}$/u);
  });

  it("is the picture of a page under the same number", async () => {
    const { root } = await compiled();
    const before = picturesOf(root);
    await change(root, ({ pictures, volumes }) => {
      for (const [key, picture] of pictures) if (picture === before.get(plan)) pictures.set(key, "0".repeat(64));
      volumes.clear();
    });
    writeFileSync(path.join(root, voucher), textPdf("VOUCHER OF 2017"));
    await run(["compile"], root);
    expect(picturesOf(root).get(plan)).toBe("0".repeat(64));
    expect(picturesOf(root).get(voucher)).toMatch(/^(?!0{64})[0-9a-f]{64}$/u);
  });

  it.each(["evidence", "map", "numbers"])("gives the same pack after a change of the %s", async (what) => {
    const { root } = await current();
    if (what === "evidence") writeFileSync(path.join(root, voucher), textPdf("OTHER"));
    // One exhibit more moves the pages of all that follow.
    if (what === "numbers") writeFileSync(path.join(root, plan.replace("规划", "另一规划")), textPdf("MORE"));
    if (what === "map") {
      const map = path.join(root, "indicators.yaml");
      writeFileSync(map, readFileSync(map, "utf8").replace("基本条件", "基本的条件"));
    }
    await run(["compile"], root);
    expect(sumsOf(path.join(root, "pack"))).toEqual(await freshSums(root));
  });

  it("costs no more than a miss when it is damaged", async () => {
    const { root } = await current();
    const cache = path.join(cacheOf(root), "content-v2");
    const files = filesBelow(cache);
    expect(files.length).toBeGreaterThan(3);
    for (const name of files) {
      const bytes = readFileSync(path.join(cache, name));
      bytes[0] = (bytes[0] ?? 0) ^ 1;
      writeFileSync(path.join(cache, name), bytes);
    }
    writeFileSync(path.join(root, voucher), textPdf("YET ANOTHER"));
    await run(["compile"], root);
    expect(sumsOf(path.join(root, "pack"))).toEqual(await freshSums(root));
  });
});
