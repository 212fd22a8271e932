/** `check` on the samples: the nine faults that were put in, and no other. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { repairs, unreadableRepairs } from "../../fixtures/make/repairs.ts";
import { jsonSchema, schemaNames } from "../../src/schema/json-schema.ts";
import { checkOutput } from "../../src/schema/outputs.ts";
import { unread } from "../support/child.ts";
import { root, tempFolder } from "../support/folders.ts";
import { expectGolden } from "../support/golden.ts";
import { apply, copySample, evipack } from "../support/samples.ts";

const goldens = path.join(import.meta.dirname, "golden");

const cases: readonly (readonly [file: string, exitCode: number, argv: readonly string[]])[] = [
  ["fenghua.check.zh-CN.txt", 3, ["check", "-C", "fixtures/fenghua"]],
  ["fenghua.check.en.txt", 3, ["check", "-C", "fixtures/fenghua", "--lang", "en"]],
  ["fenghua.check.quiet.txt", 3, ["check", "-C", "fixtures/fenghua", "--quiet"]],
  ...(["zh-CN", "en"] as const).flatMap((lang) =>
    (["verdict", "summary", "gaps"] as const).map(
      (detail) =>
        [
          `fenghua.check.${detail}.${lang}.txt`,
          3,
          ["check", "-C", "fixtures/fenghua", "--lang", lang, "--detail", detail],
        ] as const,
    ),
  ),
  ...(["junit", "sarif", "markdown", "github"] as const).map(
    (format) =>
      [
        `fenghua.check.${format}.txt`,
        3,
        ["check", "-C", "fixtures/fenghua", "--department", "统计局", "--format", format],
      ] as const,
  ),
  ["fenghua.outline.txt", 3, ["compile", "-C", "fixtures/fenghua", "--outline"]],
  ["unesco.check.en.txt", 0, ["check", "-C", "fixtures/unesco"]],
  ["unesco.outline.txt", 0, ["compile", "-C", "fixtures/unesco", "--outline"]],
];

describe("goldens", () => {
  it.each(cases)("%s", async (file, exitCode, argv) => {
    const said = await evipack(...argv);
    expectGolden(path.join(goldens, file), said);
    expect(said.exitCode).toBe(exitCode);
    expect(said.err).toBe("");
  });

  it("are all made by a case above", () => {
    expect(readdirSync(goldens).toSorted()).toEqual(cases.map(([file]) => file).toSorted());
  });
});

describe("output that nobody reads, as in `evipack … | head`", () => {
  it.each([
    ["check", "-C", "fixtures/unesco"],
    ["compile", "-C", "fixtures/unesco", "--outline"],
  ])("is no fault of the program: %s", async (...argv) => {
    expect(await unread(argv)).toBe("");
  });
});

/** Code and file of everything that a check in JSON tells. */
async function check(workspace: string) {
  const { exitCode, out } = await evipack("check", "-C", workspace, "--format", "json");
  const output = checkOutput.parse(JSON.parse(out));
  expect(output.verdict.exitCode).toBe(exitCode);
  return { exitCode, output, found: output.diagnostics.map(({ code, file }) => `${code} ${file}`) };
}

const unreadable = [
  "unreadable-file evidence/教育局/2-2-1 专职人员名册2019.pdf",
  "unreadable-file evidence/统计局/3-3-1 抽样说明2019-09-02.pdf",
];
const others = [
  "missing-evidence evidence/农业农村局",
  "missing-evidence evidence/社区学院",
  "missing-evidence evidence/考核办",
  "too-few evidence/社区学院",
  "outside-window evidence/文广旅体局/1-2-3 场馆开放公告2015-05-18.pdf",
  "unmatched-file evidence/区府办/办公室/食堂用餐安排（2019年国庆）.docx",
  "duplicate-file evidence/宣传部/1-1-3 联席会议纪要2019-03-12.pdf",
];

describe("fenghua", () => {
  const [readable, complete] = [path.join(tempFolder(), "readable"), path.join(tempFolder(), "complete")];

  beforeAll(async () => {
    apply(await unreadableRepairs(), copySample("fenghua", readable));
    apply(await repairs(), copySample("fenghua", complete));
  });

  it("holds exactly the faults put in, each told once, and exits 3", async () => {
    const { exitCode, found } = await check("fixtures/fenghua");
    expect(found.toSorted()).toEqual([...unreadable, ...others].toSorted());
    expect(exitCode).toBe(3);
  });

  it("names the requirement that each fault leaves open", async () => {
    const { output } = await check("fixtures/fenghua");
    const open = output.requirements.filter(({ status }) => status !== "covered" && status !== "optional");
    expect(open.map(({ indicator, title, status, have, need }) => [indicator, title, status, have, need])).toEqual([
      ["1-2-3", "场馆开放公告", "out-of-window", 0, 1],
      ["1-4-1", "核查意见", "missing", 0, 1],
      ["2-1-3", "捐助票据", "missing", 0, 1],
      ["2-2-1", "专职人员名册", "unreadable", 0, 1],
      ["2-4-2", "报刊样本", "insufficient", 2, 3],
      ["3-1-3", "新型职业农民名册", "missing", 0, 1],
      ["3-3-1", "抽样说明", "unreadable", 0, 1],
    ]);
  });

  it("exits 1 once the two unreadable files are repaired", async () => {
    const { exitCode, found } = await check(readable);
    expect(found.toSorted()).toEqual(others.toSorted());
    expect(exitCode).toBe(1);
  });

  it("exits 0 and finds nothing once all is repaired", async () => {
    const { exitCode, output, found } = await check(complete);
    expect(found).toEqual([]);
    expect(output.verdict).toMatchObject({ complete: true, errors: 0, warnings: 0 });
    expect(output.verdict.covered).toBe(output.verdict.applicable);
    expect(exitCode).toBe(0);
  });
});

describe("committed JSON Schemas", () => {
  it.each(schemaNames)("%s is what the program's own schema makes", (name) => {
    const file = name === "map" ? "indicators/indicator-map.schema.json" : `docs/schemas/${name}.schema.json`;
    expect(readFileSync(path.join(root, file), "utf8")).toBe(jsonSchema(name));
  });

  it("stand for every schema, and no other file stands beside them", () => {
    const written = schemaNames.filter((name) => name !== "map").map((name) => `${name}.schema.json`);
    expect(readdirSync(path.join(root, "docs/schemas")).toSorted()).toEqual(written.toSorted());
  });
});
