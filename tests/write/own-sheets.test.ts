/** Cover, dividers, closing sheet (备考表) and spine labels as evipack.yaml wants them, in packs that are read back. */
import path from "node:path";
import { describe, expect, it } from "vitest";
import { run } from "../cases/run.ts";
import { build, config, englishConfig } from "../cases/workspace.ts";
import type { Files } from "../cases/workspace.ts";
import { tempFolder } from "../support/folders.ts";
import { mp4 } from "../support/handed-in.ts";
import { ReadPdf } from "../support/pdf-read.ts";
import { readPack } from "../support/samples.ts";
import type { PackOnDisk } from "../support/samples.ts";
import { missingTools, needs, pageTexts, run as tool, squeeze } from "../support/tools.ts";

const missing = missingTools("pdftotext");

interface Compiled {
  readonly root: string;
  readonly pack: PackOnDisk;
  /** Texts of the pages of each volume. */
  readonly volumes: readonly (readonly string[])[];
}

async function compiled(
  appendix: string,
  base: "chinese" | "english" = "chinese",
  more: Files = {},
): Promise<Compiled> {
  const root = path.join(tempFolder(), "workspace");
  const own = base === "chinese" ? config : englishConfig;
  build(root, {
    name: "",
    about: "",
    base,
    files: {
      "evipack.yaml": `${own}appendix: { ${appendix} }\n`,
      ...(base === "chinese" ? { "evidence/财政局/2-1-2 机构批文录像2019.mp4": mp4(60, 640, 480) } : {}),
      ...more,
    },
  });
  const ran = await run(["compile"], root);
  if (ran.exitCode > 1) throw new Error(`${ran.out}${ran.err}`);
  const pack = readPack(path.join(root, "pack"));
  const volumes = pack.manifest.outputs
    .filter(({ role, format }) => role === "appendix" && format === "pdf")
    .map((each) => pageTexts(path.join(pack.folder, each.path), "-layout").map(squeeze));
  return { root, pack, volumes };
}

describe.skipIf(missing.length > 0)(`the sheets of a volume ${needs(missing)}`, () => {
  it("end with a closing sheet that counts truly, is numbered, and has room for names and a date", async () => {
    const { root, pack, volumes } = await compiled("volumes: section, closing: true");
    expect(volumes).toHaveLength(2);
    for (const [index, texts] of volumes.entries()) {
      const { evidence } = pack.manifest;
      const here = evidence.filter(({ volume }) => volume === index + 1);
      const exhibits = [...new Set(here.map(({ exhibit }) => String(exhibit)))].toSorted();
      const pages = here.reduce((sum, { pages: at }) => sum + (at === null ? 0 : at[1] - at[0] + 1), 0);
      const replaced = here.filter(({ state }) => state === "placeholder").length;
      const last = texts.at(-1) ?? "";
      const [first, end] = [exhibits[0], exhibits.at(-1)];
      expect(last).toContain(`备考表支撑材料汇编第${String(index + 1)}册`);
      expect(last).toContain(
        `本册共有附件${String(exhibits.length)}件（${String(first)}至${String(end)}），${String(texts.length)}页。`,
      );
      expect(last).toContain(`其中材料${String(pages)}页，目录等其他各页${String(texts.length - pages)}页。`);
      expect(last.includes("不能装订")).toBe(replaced > 0);
      for (const word of ["立卷人：", "检查人：", "立卷时间：", "年月日"]) expect(last).toContain(word);
      expect(last.endsWith(String(texts.length))).toBe(true);
      expect(texts.filter((text) => text.startsWith("备考表"))).toHaveLength(1);
    }
    const marks = (await ReadPdf.open(path.join(pack.folder, "支撑材料汇编 第2册 保障措施.pdf"))).bookmarks();
    expect(marks.map(({ title }) => title)).toContain(`备考表（第${String(volumes[1]?.length)}页）`);
    expect((await run(["verify", "pack"], root)).exitCode).toBe(0);
  });

  it("come without cover and dividers where those are not wanted, and bookmarks lead to the exhibits", async () => {
    const { root, pack, volumes } = await compiled("cover: false, dividers: false");
    const [texts = []] = volumes;
    // The mark of a sample is not lost with the cover.
    expect(texts[0]).toMatch(/^样例支撑材料目录/u);
    expect(texts.some((text) => text.includes("返回目录"))).toBe(false);
    const pages = pack.manifest.evidence.flatMap(({ pages: at }) => (at === null ? [] : [at]));
    expect(Math.min(...pages.map(([first]) => first))).toBe(2);
    expect(texts.length).toBe(1 + pages.reduce((sum, [first, last]) => sum + last - first + 1, 0));
    const [section] = (await ReadPdf.open(pack.file("appendix", "pdf"))).bookmarks().slice(1);
    expect(section?.children[0]).toMatchObject({ title: "1-1-1 列入规划（第2页）", page: 2 });
    expect((await run(["verify", "pack"], root)).exitCode).toBe(0);
  });

  it("have labels for their spines, set from top to bottom, only where they are asked for", async () => {
    const { root, pack } = await compiled("volumes: section, spines: { width_mm: 40 }");
    const [labels] = pageTexts(pack.file("spines", "pdf")).map(squeeze);
    for (const word of ["宽40毫米", "第1册", "第2册", "1-1-1-01至1-1-2-03", "2017—2019", "样例区创建办"])
      expect(labels).toContain(word);
    const stacked = pageTexts(pack.file("spines", "pdf"), "-raw")[0] ?? "";
    for (const word of ["支撑材料汇编", "基本条件", "保障措施"]) expect(stacked.replace(/\s/gu, "")).toContain(word);
    expect(stacked).toMatch(/支\s+撑\s+材\s+料/u);
    const told = pack.manifest.outputs.find(({ role }) => role === "spines");
    expect(told).toMatchObject({ path: "脊背标签.pdf", format: "pdf", pages: 1, volume: null });
    expect((await run(["verify", "pack"], root)).exitCode).toBe(0);
    const plain = await compiled("volumes: section, spines: off");
    expect(plain.pack.manifest.outputs.some(({ role }) => role === "spines")).toBe(false);
  });

  it("line up on their spines, with years upright, under the title of the appendix and not of the report", async () => {
    const { pack } = await compiled("volumes: year, spines: { width_mm: 35 }");
    const boxes = tool("pdftotext", ["-bbox", pack.file("spines", "pdf"), "-"]);
    const words = [...boxes.matchAll(/xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)</gu)].map(
      ([, left, top, right, bottom, text]) => ({
        text: text ?? "",
        top: Number(top),
        width: Number(right) - Number(left),
        height: Number(bottom) - Number(top),
      }),
    );
    const topsOf = (text: string): number[] => words.filter((word) => word.text.startsWith(text)).map(({ top }) => top);
    const labels = pack.manifest.outputs.filter(({ role, format }) => role === "appendix" && format === "pdf").length;
    expect(labels).toBeGreaterThan(2);
    for (const sign of ["支", "编", "第"]) {
      const tops = topsOf(sign);
      expect(tops).toHaveLength(labels);
      expect(Math.max(...tops) - Math.min(...tops)).toBeLessThan(0.1);
    }
    const years = words.filter(({ text }) => /^\d{4}$/u.test(text));
    expect(years.every(({ width, height }) => width > height)).toBe(true);
    const below = years.filter(({ top }) => top > Math.max(...topsOf("编")));
    expect(below.map(({ text }) => text)).toEqual(expect.arrayContaining(["2017", "2018", "2019"]));
    const text = words.map((word) => word.text).join("");
    for (const sign of "自评报告") expect(text).not.toContain(sign);
  });

  it("name the only exhibit of a volume, and no range", async () => {
    const gone = Object.fromEntries(
      ["2017-05-16", "2018-11-28", "2019-03-12"].map((day) => [`evidence/教育局/1-1-2 会议纪要${day}.txt`, null]),
    );
    const { pack, volumes } = await compiled("volumes: section, spines: { width_mm: 40 }", "chinese", gone);
    const own = new Set(pack.manifest.evidence.flatMap(({ volume, exhibit }) => (volume === 1 ? (exhibit ?? []) : [])));
    expect([...own]).toEqual(["1-1-1-01"]);
    expect(volumes[0]?.[0]).toContain("附件：1-1-1-01页数");
    expect(squeeze(pageTexts(pack.file("spines", "pdf")).join(""))).not.toContain("1-1-1-01至");
  });

  it("speak English where the map does", async () => {
    const { root, pack, volumes } = await compiled("closing: true, spines: { width_mm: 25 }", "english");
    const [texts = []] = volumes;
    expect(texts.at(-1)).toContain(`Closingsheet`);
    expect(texts.at(-1)).toContain(`4exhibits,1.1-01to1.10-03,on${String(texts.length)}pages.`);
    expect(texts.at(-1)).toContain("Boundby:");
    expect(squeeze(pageTexts(pack.file("spines", "pdf")).join(""))).toContain("Cutalongthedashedlines:25mmwide");
    expect((await run(["verify", "pack"], root)).exitCode).toBe(0);
  });

  it.each([
    ["spines: { width_mm: 5 }", "out-of-bounds"],
    ["spines: wide", "wrong-type"],
    ["closing: maybe", "wrong-type"],
  ])("cannot be { %s }", async (appendix, code) => {
    await expect(compiled(appendix)).rejects.toThrow(code);
  });
});
