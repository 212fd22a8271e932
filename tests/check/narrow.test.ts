/** Checks of one part: by department, by section, by what changed; in a workspace on disk, through the command. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { checkOutput } from "../../src/schema/outputs.ts";
import type { CheckOutput } from "../../src/schema/outputs.ts";
import { run } from "../cases/run.ts";
import type { Ran } from "../cases/run.ts";
import { build, config, swap } from "../cases/workspace.ts";
import { tempFolder } from "../support/folders.ts";

const folder = tempFolder();

const stages =
  'stages:\n  - { title: 样例一, from: 2019-01-01, to: 2019-06-30, due: ["1"] }\n  - { title: 样例二, from: 2019-07-01, to: 2019-12-31 }\n' +
  "severity: { figure-without-evidence: off, score-without-evidence: off }\n";

/** 教育局 lacks its plan, 财政局 a voucher; one file fits nothing; the narrative of 2-2 is missing. */
function workspace(name: string): string {
  const root = path.join(folder, name);
  build(root, {
    name,
    about: "",
    files: {
      "evipack.yaml": swap(config, "waivers: []\n", stages),
      "evidence/教育局/1-1-1 规划文件（样教〔2018〕3号）.pdf": null,
      "evidence/财政局/2-1-1 拨款凭证2019-04-09.txt": null,
      "evidence/财政局/样例杂项.txt": "样例 杂项\n",
      "narrative/2-2.md": null,
    },
  });
  return root;
}

async function check(root: string, ...argv: readonly string[]): Promise<CheckOutput> {
  const { exitCode, out, err } = await run(["check", "--format", "json", ...argv], root);
  expect(err).toBe("");
  const output = checkOutput.parse(JSON.parse(out));
  expect(output.verdict.exitCode).toBe(exitCode);
  return output;
}

const open = ({ requirements }: CheckOutput): string[] => requirements.flatMap(({ id, owed }) => (owed ? [id] : []));
const codes = ({ diagnostics }: CheckOutput): string[] => diagnostics.map((each) => each.code);

describe("a part of a check", () => {
  const root = workspace("part");

  it("is not what a whole check shows", async () => {
    const whole = await check(root);
    expect(whole).toMatchObject({ filter: null, changes: null, verdict: { exitCode: 1, applicable: 6, covered: 4 } });
    expect(open(whole)).toEqual(["1-1-1/plan", "2-1-1/voucher"]);
    expect(codes(whole).toSorted()).toEqual(["missing-evidence", "narrative-missing", "too-few", "unmatched-file"]);
    expect(whole.evidence).toHaveLength(8);
  });

  it.each<[readonly string[], string[], string[], number, object]>([
    [
      ["--department", "教育局"],
      ["1-1-1/plan"],
      ["missing-evidence", "narrative-missing"],
      3,
      { requirements: 3, problems: 2 },
    ],
    [
      ["--department", "finance"],
      ["2-1-1/voucher"],
      ["too-few", "unmatched-file"],
      3,
      { requirements: 3, problems: 2 },
    ],
    [
      ["--department", "finance", "--department", "education"],
      ["1-1-1/plan", "2-1-1/voucher"],
      ["missing-evidence", "narrative-missing", "too-few", "unmatched-file"],
      6,
      { requirements: 0, problems: 0 },
    ],
    [["--section", "1"], ["1-1-1/plan"], ["missing-evidence"], 2, { requirements: 4, problems: 3 }],
    [["--section", "2-1"], ["2-1-1/voucher"], ["too-few"], 3, { requirements: 3, problems: 3 }],
    [["--section", "2-1-2"], [], [], 1, { requirements: 5, problems: 4 }],
    [["--section", "2", "--department", "教育局"], [], ["narrative-missing"], 1, { requirements: 5, problems: 3 }],
  ])("%j", async (argv, owed, found, applicable, hidden) => {
    const part = await check(root, ...argv);
    expect(open(part)).toEqual(owed);
    expect(codes(part).toSorted()).toEqual(found);
    expect(part.verdict.applicable).toBe(applicable);
    expect(part.filter).toMatchObject({ hidden });
    expect(part.verdict.exitCode).toBe(owed.length > 0 ? 1 : 0);
    const sum = (counts: readonly { readonly applicable: number }[]): number =>
      counts.reduce((all, each) => all + each.applicable, 0);
    expect([sum(part.sections), sum(part.departments)]).toEqual([applicable, applicable]);
  });

  it("what is hidden and what is shown are together what the whole check tells", async () => {
    const others = async (...argv: readonly string[]): Promise<number> =>
      Number(/其他问题（(\d+) 个/u.exec((await run(["check", ...argv], root)).out)?.[1] ?? 0);
    const [whole, shown] = [await others(), await others("--section", "2")];
    const { out } = await run(["check", "--section", "2"], root);
    expect(out).toContain(`、${String(whole - shown)} 个问题`);
  });

  it.each(["human", "markdown", "github", "junit", "sarif"])("says so: %s", async (format) => {
    const { out } = await run(["check", "--format", format, "--department", "财政局"], root);
    expect(out).toContain("只看：财政局");
    expect(out).toContain("未列 3 项材料要求、1 个问题");
    expect((await run(["check", "--format", format], root)).out).not.toContain("只看");
  });

  it("with --fail-on warning a warning alone ends with 1", async () => {
    const argv = ["check", "--section", "2-2", "--quiet"];
    expect(await run(argv, root)).toMatchObject({ exitCode: 0 });
    expect(await run([...argv, "--fail-on", "warning"], root)).toMatchObject({
      exitCode: 1,
      out: expect.stringContaining("退出码 1"),
    });
  });

  it("tells the stage, and when each requirement is due", async () => {
    const { stages: told, requirements } = await check(root);
    expect(told).toEqual({
      current: { number: 2, title: "样例二", from: "2019-07-01", to: "2019-12-31", daysLeft: 61 },
      due: 2,
      overdue: 1,
    });
    expect(requirements.map(({ due }) => due?.daysLeft)).toEqual([-123, -123, 61, 61, 61, 61]);
  });
});

describe("names that nothing goes by", () => {
  const root = workspace("names");
  it.each<[readonly string[], string]>([
    [["--department", "财政"], "是否想写“财政局”？"],
    [["--department", "finanse"], "是否想写“finance”？"],
    [["--section", "2-1-l"], "是否想写“2-1-1”？"],
    [["--section", "指标"], "可以写评估部分的编号（1、2），也可以写"],
    [["--since", "nothing.json"], "没有这个文件"],
    [["--since", "facts.yaml"], "不是以前的核对结果"],
    [["--format", "xlsx"], "--output gaps.xlsx"],
  ])("%j: %s", async (argv, words) => {
    const { exitCode, out, err } = await run(["check", ...argv, "--lang", "zh-CN"], root);
    expect([exitCode, out]).toEqual([2, ""]);
    expect(err).toContain(words);
    expect(err).not.toContain(folder);
  });

  it("are all told at once", async () => {
    const { err } = await run(["check", "--department", "财政", "--section", "9"], root);
    expect(err.match(/unknown-name/gu)).toHaveLength(2);
  });

  it("a check of one part is nothing to compare with", async () => {
    await run(["check", "--output", "part.json", "--section", "1"], root);
    const { exitCode, err } = await run(["check", "--since", "part.json"], root);
    expect([exitCode, err]).toEqual([2, expect.stringContaining("只看一部分")]);
  });
});

describe("what changed since", () => {
  /** Keeps a check and a pack, then one file is added, one changed, one removed. */
  async function changed(name: string): Promise<string> {
    const root = workspace(name);
    await run(["check", "--output", "old.json"], root);
    await run(["compile", "--out", "pack"], root);
    writeFileSync(path.join(root, "evidence/财政局/2-1-1 拨款凭证2019-05-01.txt"), "样例 新凭证\n");
    writeFileSync(path.join(root, "evidence/教育局/2-2 人员名册2019.txt"), "样例 改过的名册\n");
    rmSync(path.join(root, "evidence/教育局/1-1-2 会议纪要2018-11-28.txt"));
    return root;
  }

  const files = {
    added: ["evidence/财政局/2-1-1 拨款凭证2019-05-01.txt"],
    changed: ["evidence/教育局/2-2 人员名册2019.txt"],
    removed: ["evidence/教育局/1-1-2 会议纪要2018-11-28.txt"],
  };
  const statuses = [
    { requirement: "1-1-2/minutes", from: "covered", to: "insufficient" },
    { requirement: "2-1-1/voucher", from: "insufficient", to: "covered" },
  ];
  const root = changed("since");

  it.each(["old.json", "pack", "pack/manifest.json"])("%s: files and statuses", async (since) => {
    const output = await check(await root, "--since", since);
    expect(output.changes).toEqual({ since: { name: since, asOf: "2019-10-31" }, files, statuses });
    expect(output.requirements.map((each) => each.id)).toEqual(["1-1-2/minutes", "2-1-1/voucher", "2-2/roster"]);
    expect(codes(output)).toEqual(["missing-years"]);
    expect(output.filter).toMatchObject({ since });
  });

  it("can be narrowed further", async () => {
    const output = await check(await root, "--since", "old.json", "--department", "财政局");
    expect(output.changes).toMatchObject({
      files: { added: files.added, changed: [], removed: [] },
      statuses: [statuses[1]],
    });
    expect(output.verdict).toMatchObject({ exitCode: 0, applicable: 1 });
  });

  it.each(["human", "markdown", "github", "junit", "sarif"])("is told in every format: %s", async (format) => {
    const { out } = await run(["check", "--format", format, "--since", "old.json"], await root);
    for (const name of [...files.added, ...files.changed, ...files.removed]) expect(out).toContain(name);
    expect(out).toContain("自 old.json（2019-10-31）以来");
  });

  it("a pack without its check tells of files only; an old check without files of statuses only", async () => {
    const here = await changed("halves");
    rmSync(path.join(here, "pack/核对结果.json"));
    expect((await check(here, "--since", "pack/manifest.json")).changes).toMatchObject({ files, statuses: null });
    const old = JSON.parse(readFileSync(path.join(here, "old.json"), "utf8")) as Record<string, unknown>;
    delete old["evidence"];
    mkdirSync(path.join(here, "kept"));
    writeFileSync(path.join(here, "kept/old.json"), JSON.stringify(old));
    expect((await check(here, "--since", "kept/old.json")).changes).toMatchObject({ files: null, statuses });
    const { out } = await run(["check", "--since", "kept/old.json"], here);
    expect(out).toContain("文件的变化无从比较");
  });

  it("nothing changed: nothing is shown, exit 0", async () => {
    const here = workspace("same");
    await run(["check", "--output", "old.json"], here);
    const ran: Ran = await run(["check", "--since", "old.json", "--detail", "gaps"], here);
    expect(ran).toMatchObject({ exitCode: 0, out: expect.stringContaining("没有变化") });
  });
});

describe("the format follows from the name of the output", () => {
  const root = workspace("formats");
  it.each<[string, string]>([
    ["a.json", "{\n"],
    ["a.xml", "<?xml"],
    ["a.sarif", '{\n  "$schema"'],
    ["a.sarif.json", '{\n  "$schema"'],
    ["a.md", "## "],
    ["a.XLSX", "PK"],
    ["a.txt", "样例区"],
  ])("%s", async (name, begins) => {
    const ran = await run(["check", "--output", name], root);
    expect(ran).toMatchObject({ exitCode: 1, err: "", out: expect.stringMatching(/^结论：/u) });
    expect(readFileSync(path.join(root, name), "latin1").slice(0, 20)).toContain(
      Buffer.from(begins).toString("latin1"),
    );
  });

  it("unless another is asked for", async () => {
    await run(["check", "--output", "b.txt", "--format", "json"], root);
    expect(JSON.parse(readFileSync(path.join(root, "b.txt"), "utf8"))).toMatchObject({ schema: "evipack/check@1" });
  });

  it.each(["a.json", "a.xml", "a.sarif", "a.md", "a.XLSX"])("twice the same bytes: %s", async (name) => {
    await run(["check", "--output", name], root);
    const first = readFileSync(path.join(root, name));
    await run(["check", "--output", name], root);
    expect(readFileSync(path.join(root, name)).equals(first)).toBe(true);
  });
});
