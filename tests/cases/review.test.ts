/** Reviewing over time, as an office does it: accept, work on, look again, compile. */
import { chmodSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { checkOutput } from "../../src/schema/outputs.ts";
import { tempFolder } from "../support/folders.ts";
import { codesOf, readManifest, run } from "./run.ts";
import { build, map, plan, swap } from "./workspace.ts";

const folder = tempFolder();
let count = 0;

function workspace(): { readonly root: string; readonly at: (file: string) => string } {
  count += 1;
  const root = path.join(folder, String(count), "workspace");
  build(root, { name: "", about: "" });
  return { root, at: (file) => path.join(root, file) };
}

const lockName = "evipack.lock.yaml";
const roster = "evidence/教育局/2-2 人员名册2019.txt";
const voucher = "evidence/财政局/2-1-1 拨款凭证2019-04-09.txt";

interface Requirement {
  readonly id: string;
  readonly status: string;
  readonly items: readonly { readonly source: string; readonly exhibit: string | null; readonly reviewed: boolean }[];
}

async function requirements(root: string): Promise<readonly Requirement[]> {
  const { out } = await run(["check", "--format", "json"], root);
  return checkOutput.parse(JSON.parse(out)).requirements;
}

const exhibits = async (root: string): Promise<Record<string, string | null>> =>
  Object.fromEntries(
    (await requirements(root)).flatMap(({ items }) => items.map((each) => [each.source, each.exhibit])),
  );

test("without --accept nothing is written, and nothing is reviewed", async () => {
  const { root, at } = workspace();
  await run(["check"], root);
  await run(["compile"], root);
  expect(existsSync(at(lockName))).toBe(false);
  expect((await requirements(root)).flatMap(({ items }) => items.map((each) => each.reviewed))).not.toContain(true);
});

test("numbers stay, whatever comes before and after them", async () => {
  const { root, at } = workspace();
  await run(["check", "--accept"], root);
  const before = await exhibits(root);
  expect(before[voucher]).toBe("2-1-1-03");
  // An earlier one, which would have taken the number; the decision is renamed, another voucher goes.
  writeFileSync(at("evidence/财政局/2-1-1 拨款凭证2017-01-02.txt"), "样例 更早的\n");
  renameSync(
    at("evidence/财政局/2-1-1 预算批复（样财〔2019〕8号）.txt"),
    at("evidence/财政局/2-1-1 预算批复2019（样财〔2019〕8号）.txt"),
  );
  rmSync(at("evidence/财政局/2-1-1 拨款凭证2018-04-12.png"));
  const after = await exhibits(root);
  expect(after).toMatchObject({
    [voucher]: "2-1-1-03",
    "evidence/财政局/2-1-1 预算批复2019（样财〔2019〕8号）.txt": "2-1-1-01",
    "evidence/财政局/2-1-1 拨款凭证2017-01-02.txt": "2-1-1-04",
  });
  expect(await codesOf(root)).toEqual(["gone-since-review"]);
  const accepted = await run(["check", "--accept", "--quiet"], root);
  expect(accepted.out).toContain("新复核 1 件，确认不再使用的 1 件");
  expect([await codesOf(root), await exhibits(root)]).toEqual([[], after]);
});

test("the pack has the numbers of the lock, and compile says which may still move", async () => {
  const { root, at } = workspace();
  await run(["check", "--accept"], root);
  expect((await run(["compile"], root)).out).not.toContain(lockName);
  const lock = readFileSync(at(lockName), "utf8");
  writeFileSync(at("evidence/教育局/2-2 人员名册2017.txt"), "样例 2017\n");
  const compiled = await run(["compile"], root);
  expect(compiled.out).toContain("有 1 件的编号还没有记入 evipack.lock.yaml");
  expect((await run(["compile", "--lang", "en"], root)).out).toContain("may still move: 1.");
  expect((await run(["compile", "--draft"], root)).out).not.toContain(lockName);
  const { evidence } = readManifest(at("pack"));
  expect(evidence.find((each) => each.source === roster)?.exhibit).toBe("2-2-01");
  expect(readFileSync(at(lockName), "utf8")).toBe(lock);
});

test("a changed file makes its requirement stale, which counts as covered and does not fail", async () => {
  const { root, at } = workspace();
  await run(["check", "--accept"], root);
  writeFileSync(at(roster), "样例 改过\n");
  const checked = await run(["check"], root);
  expect([checked.exitCode, checked.out]).toEqual([
    0,
    expect.stringContaining("已覆盖 6 项（100%，含待复核 1 项）；错误 0 个，提醒 1 个"),
  ]);
  const states = (all: readonly Requirement[]): unknown =>
    all
      .filter((each) => each.id === "2-2/roster")
      .map(({ status, items }) => [status, items.map((each) => each.reviewed)]);
  expect(states(await requirements(root))).toEqual([["stale", [false]]]);
  await run(["check", "--accept", "2-2"], root);
  expect(states(await requirements(root))).toEqual([["covered", [true]]]);
});

test("a requirement that asks for more is told at its place in the map", async () => {
  const { root, at } = workspace();
  await run(["check", "--accept"], root);
  writeFileSync(
    at("indicators.yaml"),
    swap(map, "title: 人员名册, kind: roster", "title: 专职人员名册, aliases: [人员名册], kind: roster"),
  );
  const { out } = await run(["check", "--lang", "en"], root);
  expect(out).toContain(
    'indicators.yaml:50:13  warning asked-since-review\n  "专职人员名册" of 2-2 asks for something else than when 2-2-01 was reviewed.',
  );
});

test("JSON on stdout is the check alone; what was accepted is on stderr", async () => {
  const { root } = workspace();
  const { out, err } = await run(["check", "--accept", "--format", "json"], root);
  expect(
    checkOutput.parse(JSON.parse(out)).requirements.flatMap(({ items }) => items.map((each) => each.reviewed)),
  ).not.toContain(false);
  expect(err).toBe("已记入 evipack.lock.yaml：新复核 9 件。\n");
});

test("what cannot be read is not accepted, and said", async () => {
  const { root, at } = workspace();
  writeFileSync(at(plan), "");
  const { out, exitCode } = await run(["check", "--accept", "-q"], root);
  expect([exitCode, out]).toEqual([3, expect.stringContaining("新复核 8 件。另有 1 件读不出来，没有确认。")]);
  expect((await requirements(root)).find((each) => each.id === "1-1-1/plan")?.items[0]).toMatchObject({
    exhibit: "1-1-1-01",
    reviewed: false,
  });
});

describe("the lock is the same text", () => {
  test("whatever was accepted first, and on every run", async () => {
    const [one, two] = [workspace(), workspace()];
    await run(["check", "--accept"], one.root);
    for (const code of ["2-2", "2-1-2/approval", "1", "2-1-1-03", "2"])
      await run(["check", "--accept", code], two.root);
    const text = readFileSync(one.at(lockName), "utf8");
    expect(readFileSync(two.at(lockName), "utf8")).toBe(text);
    await run(["check", "--accept"], one.root);
    expect(readFileSync(one.at(lockName), "utf8")).toBe(text);
  });
});

const isRoot = process.getuid?.() === 0;

test.skipIf(isRoot || process.platform === "win32")(
  "a workspace that may not be written is told, and nothing accepted",
  async () => {
    const { root } = workspace();
    chmodSync(root, 0o555);
    const { exitCode, err } = await run(["check", "--accept"], root);
    chmodSync(root, 0o755);
    expect([exitCode, err]).toEqual([2, expect.stringContaining("lock-unwritten")]);
    expect(existsSync(path.join(root, lockName))).toBe(false);
  },
);
