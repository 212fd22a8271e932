/** Same input, same bytes: again, in another zone and locale, from another folder, at another place. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { tmpdir } from "node:os";
import { embeddedVersion } from "../../src/engines/libreoffice.ts";
import { beforeAll, describe, expect, it } from "vitest";
import { checkOutput } from "../../src/schema/outputs.ts";
import { tinyPng } from "../cases/bytes.ts";
import { build, noEvidence } from "../cases/workspace.ts";
import { docxSample, xlsxSample } from "../render/convert/samples.ts";
import { ended, start } from "../support/child.ts";
import { filesBelow, tempFolder } from "../support/folders.ts";
import { compile, copySample, readPack, sampleFolder, samplePack, sha256 } from "../support/samples.ts";
import type { SampleName } from "../support/samples.ts";
import { needs } from "../support/tools.ts";

/** SHA-256 of every file of a pack, the manifest too. */
const sums = (folder: string): Record<string, string> =>
  Object.fromEntries(filesBelow(folder).map((file) => [file, sha256(path.join(folder, file))]));

const samples: readonly (readonly [name: SampleName, exitCode: number])[] = [
  ["fenghua", 3],
  ["unesco", 0],
];

describe.each(samples)("pack of %s", (name, exitCode) => {
  const folder = tempFolder();
  const out = (run: string): string => path.join(folder, run, "pack");
  let first: Record<string, string>;
  beforeAll(async () => {
    first = sums((await samplePack(name)).folder);
  });

  it("is whole: nine files, two of a briefing, and the offline page with a picture", () => {
    expect(Object.keys(first)).toHaveLength(name === "fenghua" ? 17 : 14);
  });

  it("has the same bytes in Shanghai, in a Chinese locale, from a copy of the workspace at another place", async () => {
    const copy = copySample(name, path.join(folder, "另一处 (copy)", "w"));
    const env = { TZ: "Asia/Shanghai", LANG: "zh_CN.UTF-8", LC_ALL: "zh_CN.UTF-8" };
    const child = start(["compile", "-C", copy, "--out", out("shanghai")], { cwd: tmpdir(), env });
    expect(await ended(child)).toBe(exitCode);
    expect(sums(out("shanghai"))).toEqual(first);
  });

  it.runIf(name === "unesco")("has the same bytes when compiled again, over the earlier pack", async () => {
    for (const _time of ["once", "again"]) {
      await compile(sampleFolder(name), out("again"));
      expect(sums(out("again"))).toEqual(first);
    }
  });
});

const missing = (await embeddedVersion()) === null ? ["@matbee/libreoffice-converter"] : [];

describe.skipIf(missing.length > 0)(`Office files converted anew${needs(missing)}`, () => {
  const folder = tempFolder();

  it("give the same bytes in two processes, whatever their zone, locale, folder and cache", async () => {
    const paper = Buffer.from(await docxSample());
    const files = {
      ...noEvidence(),
      "evidence/教育局/1-1-1 规划文件（样教〔2018〕3号）.docx": paper,
      "evidence/财政局/2-1-1 预算批复（样财〔2019〕8号）.docx": paper.subarray(0, paper.length - 30),
      "evidence/教育局/2-2 人员名册2019.xlsx": Buffer.from(await xlsxSample(14, 20)),
      "evidence/财政局/2-1-1 拨款凭证2018-04-12.png": tinyPng(90),
    };
    const places = [
      ["one", { TZ: "Asia/Shanghai", LANG: "zh_CN.UTF-8", LC_ALL: "zh_CN.UTF-8" }],
      ["另一处 (two)", { TZ: "America/New_York", LANG: "en_US.UTF-8", LC_ALL: "C" }],
    ] as const;
    const packs: string[] = [];
    for (const [place, env] of places) {
      const workspace = path.join(folder, place);
      build(workspace, { name: place, about: "", files });
      const pack = path.join(workspace, "成果");
      const argv = ["compile", "-C", workspace, "--out", pack, "--no-cache"];
      const child = start(argv, { cwd: workspace, env: { ...env, EVIPACK_CONVERTER: "embedded" } });
      expect(await ended(child)).toBe(3);
      packs.push(pack);
    }
    const [one = "", two = ""] = packs;
    const converted = readPack(one).manifest.evidence.filter(({ converter }) => converter !== null);
    expect(converted.map(({ state }) => state)).toEqual(["included", "included", "included"]);
    const { diagnostics } = checkOutput.parse(JSON.parse(readFileSync(path.join(one, "核对结果.json"), "utf8")));
    const ofDamaged = diagnostics.filter(({ file }) => file.includes("预算批复"));
    expect(ofDamaged.map(({ code, message }) => [code, message])).toEqual([
      ["unreadable-file", "已损坏，只有读得出的部分编入了汇编，不能证明 2-1-1“预算批复”"],
    ]);
    expect(sums(two)).toEqual(sums(one));
  }, 300_000);
});
