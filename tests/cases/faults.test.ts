/** What should be, where the program was seen to do something else; also the workspaces that have no golden. */
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { tempFolder } from "../support/folders.ts";
import { noise, tinyPdf } from "./bytes.ts";
import { codesOf, run } from "./run.ts";
import { build, config, map, noEvidence, swap, plan } from "./workspace.ts";
import type { Case } from "./workspace.ts";

const folder = tempFolder();
let count = 0;

function make(changes: Omit<Case, "name" | "about">): string {
  count += 1;
  const root = path.join(folder, String(count), "workspace");
  build(root, { name: "", about: "", ...changes });
  return root;
}

const onWindows = process.platform === "win32";

describe("files that are not what they are called", () => {
  test("random bytes named .pdf prove nothing", async () => {
    const root = make({ files: { [plan]: noise(3000) } });
    expect((await run(["check"], root)).exitCode).toBe(3);
    expect(await codesOf(root)).toEqual(["unreadable-file"]);
  });

  test("a text named .pdf is told", async () => {
    expect(await codesOf(make({ files: { [plan]: "样例，不是 PDF\n" } }))).toEqual(["unreadable-file"]);
  });
});

describe("nothing outside the workspace is read", () => {
  const outside = (root: string, name: string, text: string): void => {
    mkdirSync(path.dirname(path.join(root, "..", name)), { recursive: true });
    writeFileSync(path.join(root, "..", name), text);
  };

  test.skipIf(onWindows)("a map that is a symbolic link out of it", async () => {
    const root = make({
      files: { "indicators.yaml": null },
      links: { "indicators.yaml": "../outside.yaml" },
      after: (at) => outside(at, "outside.yaml", map),
    });
    expect((await run(["check"], root)).exitCode).toBe(2);
  });

  test.skipIf(onWindows)("an evidence folder that is a symbolic link out of it", async () => {
    const root = make({
      files: noEvidence(),
      links: { evidence: "../outside" },
      after: (at) => outside(at, "outside/教育局/2-2 人员名册2019.txt", "样例\n"),
    });
    expect((await run(["check"], root)).out).not.toContain("16.6%");
    expect((await run(["check"], root)).exitCode).not.toBe(1);
  });

  test.skipIf(onWindows)("a text that is a symbolic link out of it", async () => {
    const root = make({
      files: { "narrative/2-2.md": null },
      links: { "narrative/2-2.md": "../../secret.md" },
      after: (at) => outside(at, "secret.md", "样例秘密\n"),
    });
    expect((await run(["compile", "--outline"], root)).out).not.toContain("样例秘密");
  });
});

describe("configuration", () => {
  test("a style that does not exist is told by check, at its place", async () => {
    const root = make({ files: { "evipack.yaml": swap(config, "waivers: []", "style: gb9705") } });
    const { exitCode, err } = await run(["check"], root);
    expect([exitCode, err]).toEqual([2, expect.stringContaining("evipack.yaml:12:8")]);
  });

  test("a threshold with two limits is told", async () => {
    const root = make({ files: { "indicators.yaml": swap(map, "at_least: 2, ", "at_least: 2, at_most: 5, ") } });
    expect((await run(["check"], root)).exitCode).toBe(2);
  });

  test("a stage that ends before it begins is told", async () => {
    const stages = "stages:\n  - { title: 宣传发动, from: 2019-05-01, to: 2019-01-01 }";
    const root = make({ files: { "evipack.yaml": swap(config, "waivers: []", stages) } });
    expect(await codesOf(root)).toEqual(["period-reversed"]);
  });

  test("limits of between in the wrong order are told", async () => {
    const root = make({ files: { "indicators.yaml": swap(map, "at_least: 2, ", "between: [5, 2], ") } });
    expect((await run(["check"], root)).exitCode).toBe(2);
  });

  test("a full-width colon is named as such", async () => {
    const root = make({ files: { "evipack.yaml": swap(config, "applicant: 样例区", "applicant：样例区") } });
    expect((await run(["check"], root)).err).toContain("：");
    expect((await run(["check"], root)).err).not.toContain("名称不能跨行");
  });

  test("a misspelt key is told once, not as missing too", async () => {
    const root = make({ files: { "evipack.yaml": swap(config, "applicant:", "aplicant:") } });
    expect(await codesOf(root)).toEqual(["unknown-key"]);
  });

  test("a fault in facts.yaml does not make every fact unknown", async () => {
    const facts = "population: { title: 常住人口, value: 10000 }\nbudget: { titel: 经费, value: 2 }\n";
    expect(await codesOf(make({ files: { "facts.yaml": facts } }))).not.toContain("unknown-fact");
  });

  test("a missing choice is told as missing", async () => {
    const root = make({ files: { "indicators.yaml": swap(map, "status: sample\n", "") } });
    expect(await codesOf(root)).toEqual(["missing-key"]);
  });
});

describe("verdict and warnings", () => {
  test("a draft with gaps is not called complete", async () => {
    const root = make({ files: { "evidence/教育局/2-2 人员名册2019.txt": null } });
    const { exitCode, out } = await run(["compile", "--draft", "--out", path.join(root, "..", "draft")], root);
    expect([exitCode, out]).toEqual([0, expect.not.stringContaining("材料齐备")]);
  });

  test("check tells of two files with one serial number, as compile does", async () => {
    const files = { "evidence/教育局/2-2-01 人员名册.txt": "甲\n", "evidence/教育局/2-2-01 人员名册续.txt": "乙\n" };
    expect(await codesOf(make({ files }))).toEqual(["serial-taken"]);
  });

  test("of a file and its copy, the copy is the duplicate", async () => {
    const root = make({ files: { "evidence/教育局/1-1-2 会议纪要2019-03-12 副本.txt": "样例 2019\n" } });
    expect((await run(["check"], root)).out).toContain("2019-03-12 副本.txt  提醒 duplicate-file");
  });

  test("two texts for one indicator: both are kept, or one is told", async () => {
    const root = make({ files: { "narrative/2-2 师资.md": "样例：另一份。\n" } });
    const { out } = await run(["compile", "--outline"], root);
    const kept = out.includes("样例：另一份") && out.includes("样例：队伍稳定");
    expect(kept || (await codesOf(root)).length > 0).toBe(true);
  });

  test("a text in GBK does not stop the check", async () => {
    const root = make({ files: { "narrative/2-2.md": Buffer.from([0xd1, 0xf9, 0xc0, 0xfd]) } });
    expect((await run(["check"], root)).out).toContain("一、按评估部分");
  });

  test.skipIf(onWindows)("names cannot write to the terminal", async () => {
    const root = make({
      files: {
        "evidence/教育局/扫描\u001b[31m件.txt": "1\n",
        "evidence/教育局/扫描\n错误 forged-line.txt": "2\n",
        [plan]: tinyPdf("plan"),
      },
    });
    const { out } = await run(["check"], root);
    expect(out).not.toContain("\u001b");
    expect(out).not.toMatch(/^错误 forged-line/mu);
  });
});
