/** `evipack package`: a BagIt bag of pack and originals, as folder and ZIP, and what it refuses. */
import { createHash } from "node:crypto";
import {
  appendFileSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { run as runTool, missingTools, needs } from "../support/tools.ts";
import { run } from "../cases/run.ts";
import { config } from "../cases/workspace.ts";
import { filesBelow, tempFolder } from "../support/folders.ts";
import { compileSmall, flip, printed, reseal } from "../support/small-pack.ts";
import { readOoxmlPart } from "../../src/engines/ooxml.ts";
import type { SiteData } from "../../src/model/site.ts";
import { readDataScript } from "../../src/write/site/script.ts";
import { verifyOutput } from "../../src/schema/packs.ts";

const folder = tempFolder();
let root: string;
beforeAll(async () => {
  ({ root } = await compileSmall(folder, {
    ...printed,
    "evidence/教育局/1-1-1 规划文件（样教〔2018〕3号）.pdf": null,
    "evidence/教育局/1-1-1 规划文件：100%落实（样教〔2018〕3号）.pdf":
      printed["evidence/教育局/1-1-1 规划文件（样教〔2018〕3号）.pdf"] ?? null,
  }));
});

const sha256 = (file: string): string => createHash("sha256").update(readFileSync(file)).digest("hex");

let count = 0;
/** A copy of the workspace with more in its evipack.yaml. */
function workspace(more = ""): string {
  count += 1;
  const copy = path.join(folder, `copy-${String(count)}`);
  cpSync(root, copy, { recursive: true });
  writeFileSync(path.join(copy, "evipack.yaml"), config + more);
  return copy;
}

async function faults(place: string): Promise<string[]> {
  const { out } = await run(["verify", place, "--format", "json"], folder);
  return verifyOutput.parse(JSON.parse(out)).diagnostics.map(({ code, file }) => `${code} ${file}`);
}

describe("a delivery", () => {
  let here: string;
  beforeAll(async () => {
    here = workspace();
    await run(["package"], here);
  });

  it("is a bag whose lists tell every file", () => {
    const bag = path.join(here, "delivery");
    const lines = (name: string): string[] => readFileSync(path.join(bag, name), "utf8").split("\n").slice(0, -1);
    for (const list of ["manifest-sha256.txt", "tagmanifest-sha256.txt"]) {
      for (const line of lines(list)) {
        const [sum = "", name = ""] = line.split("  ", 2);
        expect([name, sha256(path.join(bag, name.replaceAll("%25", "%")))]).toEqual([name, sum]);
      }
    }
    const payload = filesBelow(bag).filter((each) => each.startsWith("data/"));
    expect(
      lines("manifest-sha256.txt")
        .map((each) => each.slice(66).replaceAll("%25", "%"))
        .toSorted(),
    ).toEqual(payload);
    expect(lines("bagit.txt")).toEqual(["BagIt-Version: 1.0", "Tag-File-Character-Encoding: UTF-8"]);
    const bytes = payload.reduce((sum, each) => sum + statSync(path.join(bag, each)).size, 0);
    expect(lines("bag-info.txt")).toEqual([
      "Source-Organization: 样例区 样例区创建办",
      "External-Description: 样例区学习型城市自评报告",
      "Bagging-Date: 2019-10-31",
      `Payload-Oxum: ${String(bytes)}.${String(payload.length)}`,
      "Bag-Software-Agent: evipack 0.1.0",
    ]);
  });

  it("holds the pack as it is, but for what leads to originals, and these under their numbers", () => {
    const data = path.join(here, "delivery", "data");
    const changed = filesBelow(path.join(here, "pack")).filter(
      (name) => sha256(path.join(data, "pack", name)) !== sha256(path.join(here, "pack", name)),
    );
    expect(changed.toSorted()).toEqual([
      "manifest.json",
      "manifest.sha256",
      "site/data.js",
      "支撑材料汇编.docx",
      "支撑材料目录.xlsx",
    ]);
    expect(readdirSync(path.join(data, "originals"))).toContain("1-1-1-01 规划文件：100%落实（样教〔2018〕3号）.pdf");
    const list = readFileSync(path.join(data, "originals.txt"), "utf8").trimEnd().split("\n").slice(1);
    expect(list).toHaveLength(10);
    for (const line of list) {
      const [, , file = "", source = "", sum] = line.split("\t");
      expect([sha256(path.join(data, file)), sha256(path.join(here, source))]).toEqual([sum, sum]);
    }
    const readme = readFileSync(path.join(data, "README.txt"), "utf8");
    expect(readme).toContain("  支撑材料汇编.pdf　支撑材料汇编（PDF，17 页）\n");
    expect(readme).toContain("\noriginals/　原件 10 个，");
  });

  it("leads to its own originals from the appendix, the index and the offline page", async () => {
    const pack = path.join(here, "delivery/data/pack");
    const originals = readdirSync(path.join(here, "delivery/data/originals"));
    const rels = (file: string, part: string): string => readOoxmlPart(readFileSync(path.join(pack, file)), part) ?? "";
    const data = readDataScript(readFileSync(path.join(pack, "site/data.js"))) as { readonly data: SiteData };
    const site = data.data.exhibits.flatMap((exhibit) => exhibit.files.map(({ address }) => address ?? ""));
    const office = [
      rels("支撑材料汇编.docx", "word/_rels/document.xml.rels"),
      rels("支撑材料目录.xlsx", "xl/worksheets/_rels/sheet1.xml.rels"),
    ].map((xml) => [...xml.matchAll(/Target="([^"]*originals[^"]*)"/gu)].map(([, target = ""]) => target));
    for (const [folders, addresses] of [
      ["../originals/", office[0]],
      ["../originals/", office[1]],
      ["../../originals/", site],
    ] as const) {
      const names = (addresses ?? []).map((each) => [
        each.startsWith(folders),
        decodeURIComponent(each.slice(folders.length)),
      ]);
      expect(new Map(names.map(([, name]) => [name, true]))).toEqual(new Map(originals.map((name) => [name, true])));
      expect(names.every(([starts]) => starts)).toBe(true);
    }
    const { out } = await run(["verify", path.join(here, "delivery"), "--format", "json"], folder);
    expect(verifyOutput.parse(JSON.parse(out)).unchecked.originals).toEqual([]);
  });

  it("is sound, as a folder and as a ZIP, and gives the same bytes again", async () => {
    expect(await faults(path.join(here, "delivery"))).toEqual([]);
    expect((await run(["package", "--zip"], here)).exitCode).toBe(0);
    const zip = path.join(here, "delivery.zip");
    expect(await faults(zip)).toEqual([]);
    const before = sha256(zip);
    expect((await run(["package", "--zip"], here)).exitCode).toBe(0);
    expect(sha256(zip)).toBe(before);
    expect((await run(["package"], here)).exitCode).toBe(0);
    expect(readdirSync(here).filter((name) => /kept|^\.delivery/u.test(name))).toEqual([]);
  });

  const unzip = missingTools("unzip");
  it.skipIf(unzip.length > 0)(`opens in other programs${needs(unzip)}`, async () => {
    await run(["package", "--out", path.join(folder, "样例.zip")], here);
    const listed = runTool("unzip", ["-Z1", path.join(folder, "样例.zip")])
      .trimEnd()
      .split("\n");
    expect(listed[0]).toBe("样例/bag-info.txt");
    expect(listed.every((each) => each.startsWith("样例/"))).toBe(true);
    expect(runTool("unzip", ["-tq", path.join(folder, "样例.zip")])).toContain("No errors");
  });
});

describe("what is refused, with nothing written", () => {
  const refused = async (here: string, ...argv: readonly string[]): Promise<string> => {
    const ran = await run(["package", ...argv], here);
    expect(ran.exitCode).toBe(1);
    expect(existsSync(path.join(here, "delivery"))).toBe(false);
    return ran.out;
  };

  it("originals that were changed or are gone, each named", async () => {
    const here = workspace();
    appendFileSync(path.join(here, "evidence/财政局/2-1-1 拨款凭证2019-04-09.txt"), "更正\n");
    rmSync(path.join(here, "evidence/教育局/2-2 人员名册2019.txt"));
    expect(await refused(here)).toBe(`evidence/教育局/2-2 人员名册2019.txt  错误 original-changed
  附件 2-2-01 的原件在编成果包之后不见了。
  → 用 evipack compile 重编后再打包；改错了的，把原来的文件放回去。
evidence/财政局/2-1-1 拨款凭证2019-04-09.txt  错误 original-changed
  附件 2-1-1-04 的原件在编成果包之后改动过。
  → 用 evipack compile 重编后再打包；改错了的，把原来的文件放回去。

结论：有 2 处不能交付，什么也没写；退出码 1。
`);
  });

  it("an original that lies outside of evidence/, in or beside the workspace", async () => {
    for (const source of ["../src/拨款凭证.txt", "evipack.yaml"]) {
      const here = workspace();
      reseal(path.join(here, "pack"), (manifest) => ({
        ...manifest,
        evidence: manifest.evidence.map((each) => (each.exhibit === "2-1-1-04" ? { ...each, source } : each)),
      }));
      const told = `${source}  错误 original-changed\n  manifest.json 记的附件 2-1-1-04 的原件不在 evidence/ 里`;
      expect(await refused(here)).toContain(told);
    }
  });

  it("a pack that is not as it was compiled, and no pack", async () => {
    const here = workspace();
    flip(path.join(here, "pack", "自评报告.docx"), 0.5);
    rmSync(path.join(here, "pack", "manifest.sha256"));
    const said = await refused(here);
    expect(said).toContain("自评报告.docx  错误 file-changed");
    expect(said).toContain("manifest.json  错误 manifest-changed");
    rmSync(path.join(here, "pack"), { recursive: true });
    expect((await run(["package"], here)).err).toContain("no-manifest");
  });

  it("files that are too large, of a type or with a name that is not taken", async () => {
    const here = workspace(
      "package: { max_file_mb: 0.05, allowed_types: [PDF, .docx, xlsx, .PDF], ascii_names: true }\n",
    );
    const said = await refused(here);
    expect(said).toMatch(/自评报告\.pdf  错误 file-too-large\n  有 [\d.]+ MB，超过上限 0\.05 MB。/u);
    expect(said).toContain("evidence/财政局/2-1-1 拨款凭证2018-04-12.png  错误 type-not-allowed\n  是 png 文件");
    expect(said).toContain("（pdf、docx、xlsx）");
    expect(said).toContain("自评报告.docx  错误 name-not-ascii");
    expect(said).not.toContain("核对结果.json  错误 type-not-allowed");
    expect(said).toMatch(/site\/index\.html  错误 type-not-allowed\n.*\n  → .*在 package\.leave_out 里写 site；/u);
    const limited = workspace("package: { max_file_mb: 0.2 }\n");
    expect((await run(["package", "--zip"], limited)).out).toContain("delivery.zip  错误 file-too-large");
  });

  it("nothing of what the docs' example takes", async () => {
    const docs = readFileSync("docs/package.md", "utf8");
    const example = /```yaml\n(package:[\s\S]*?)```/u.exec(docs)?.[1] ?? "";
    expect(example).toContain("allowed_types");
    const here = workspace(example.replace("jpg", "jpg, png, txt, zip"));
    expect((await run(["compile"], here)).exitCode).toBeLessThan(2);
    const ran = await run(["package"], here);
    expect(`${ran.out}${ran.err}`).not.toContain("type-not-allowed");
  });

  it("places that hold something else", async () => {
    const here = workspace();
    writeFileSync(path.join(here, "x.zip"), "mine");
    for (const out of ["evidence", ".", "pack/d", "x.zip", "evidence/d.zip", "narrative"]) {
      const ran = await run(["package", "--out", out], here);
      expect([out, ran.exitCode, ran.err.includes("unsafe-output")]).toEqual([out, 2, true]);
    }
    expect(readFileSync(path.join(here, "x.zip"), "utf8")).toBe("mine");
  });
});

describe("settings", () => {
  it("ascii_names gives the pack English names and the originals their numbers alone", async () => {
    const here = workspace("package: { ascii_names: true }\n");
    expect((await run(["compile"], here)).exitCode).toBe(0);
    expect((await run(["package"], here)).exitCode).toBe(0);
    const files = filesBelow(path.join(here, "delivery"));
    expect(files.filter((each) => !/^[ -~]+$/u.test(each))).toEqual([]);
    expect(files).toContain("data/pack/evidence-appendix.pdf");
    expect(files).toContain("data/originals/1-1-1-01.pdf");
    const list = readFileSync(path.join(here, "delivery/data/originals.txt"), "utf8");
    expect(list).toContain("1-1-1-01\t规划文件：100%落实");
    expect(await faults(path.join(here, "delivery"))).toEqual([]);
  });

  it("what is wrong in evipack.yaml is told with its place", async () => {
    const here = workspace("package: { max_file_mb: -1, allowed: [pdf] }\n");
    const ran = await run(["package"], here);
    expect(ran.exitCode).toBe(2);
    expect(ran.err).toMatch(/evipack\.yaml:13:\d+ {2}错误 out-of-bounds/u);
    expect(ran.err).toMatch(/evipack\.yaml:13:\d+ {2}错误 unknown-key/u);
  });
});
