/** evipack.lock.yaml: reads well, comes back as it went, and is merged by git. */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lockName, readLock } from "../../src/load/lock.ts";
import { readLockLines } from "../../src/load/lock-lines.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { shapeOf } from "../../src/model/exhibit-number.ts";
import { exhibitId } from "../../src/model/ids.ts";
import type { Lock, LockEntry } from "../../src/model/lock.ts";
import { compareNames } from "../../src/model/order.ts";
import { lockText, writeLock } from "../../src/write/lock.ts";
import { indicator, mapOf, section } from "../check/models.ts";
import { tempFolder } from "../support/folders.ts";

const map = mapOf(section("1", indicator("1-1"), indicator("1-2")), section("2", indicator("2")));
const shape = shapeOf(map.exhibitNumber);
const folder = tempFolder();

const entry = (number: string, facts: Partial<Omit<LockEntry, "number">> = {}): LockEntry => ({
  number: exhibitId(number),
  files: new Map([[`evidence/教育局/${number} 样例.pdf`, "a".repeat(64)]]),
  links: new Map([[`${number.replace(/-\d+$/u, "")}/plan`, "0123456789abcdef"]]),
  gone: false,
  ...facts,
});

async function readBack(text: string): Promise<{ readonly lock: Lock; readonly found: readonly Diagnostic[] }> {
  writeFileSync(path.join(folder, lockName), text);
  const found: Diagnostic[] = [];
  const lock = await readLock(folder, map, found);
  return { lock, found };
}

describe("the text", () => {
  it("has a head, a line for each leaf, and a block for each exhibit", () => {
    const others = [entry("1-2-07", { links: new Map(), gone: true }), entry("9-9-01")];
    expect(lockText([entry("1-1-01"), ...others], map)).toBe(
      [
        "# 复核记录：哪些材料看过了，各自的编号是什么。由 evipack check --accept 写出，和材料一起保存、提交。",
        "# 编号给出以后不再变动，也不再给别的材料；材料或要求在复核之后有变动，核对时会提醒。",
        "schema: evipack/lock@1",
        "exhibits:",
        "  # 1-1 指标 1-1",
        "  1-1-01:",
        "    files:",
        `      evidence/教育局/1-1-01 样例.pdf: ${"a".repeat(64)}`,
        "    links:",
        "      1-1/plan: 0123456789abcdef",
        "  # 1-2 指标 1-2",
        "  1-2-07:",
        "    files:",
        `      evidence/教育局/1-2-07 样例.pdf: ${"a".repeat(64)}`,
        "    gone: true",
        "  # 2 指标 2",
        "  # 指标体系里已经没有的指标",
        "  9-9-01:",
        "    files:",
        `      evidence/教育局/9-9-01 样例.pdf: ${"a".repeat(64)}`,
        "    links:",
        "      9-9/plan: 0123456789abcdef",
        "",
      ].join("\n"),
    );
    expect(lockText([], { ...map, language: "en" })).toMatch(/^# Record of reviews/u);
  });

  it("of nothing is read as nothing, also with Windows line ends", async () => {
    expect(await readBack(lockText([], map))).toEqual({ lock: [], found: [] });
    const windows = lockText([entry("1-1-01")], map).replaceAll("\n", "\r\n");
    expect(await readBack(windows)).toEqual({ lock: [entry("1-1-01")], found: [] });
  });

  const hex = (length: number): fc.Arbitrary<string> =>
    fc.oneof(
      fc.string({ unit: fc.constantFrom(..."0123456789abcdef"), minLength: length, maxLength: length }),
      // What YAML could take for numbers.
      fc.constantFrom("1".repeat(length), `${"1".repeat(length - 2)}e5`, "0".repeat(length)),
    );
  const name = fc
    .oneof(
      fc.string({ unit: "binary", minLength: 1, maxLength: 20 }),
      fc.string({ unit: fc.constantFrom(..."教育 2019-（〔〕）.,[]{}&*!|>%@`?~'\":#"), maxLength: 12 }),
    )
    .map((text) => `evidence/样例/${text.normalize("NFC")}`);
  const anyEntry = fc.record({
    files: fc
      .uniqueArray(fc.tuple(name, fc.oneof(hex(64), fc.constant("unread"))), {
        minLength: 1,
        maxLength: 4,
        selector: ([each]) => each,
      })
      .map((each) => new Map(each)),
    links: fc
      .uniqueArray(fc.tuple(fc.constantFrom("1-1/plan", "2", "1.10/计划", "1e3/x"), hex(16)), {
        selector: ([each]) => each,
      })
      .map((each) => new Map(each)),
    gone: fc.boolean(),
  });

  it("comes back as it went, whatever files are called", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyEntry, { maxLength: 5 }), async (entries) => {
        const lock = entries.map((each, index) => ({
          ...each,
          number: exhibitId(`1-2-${String(index + 8).padStart(2, "0")}`),
        }));
        const { lock: back, found } = await readBack(lockText(lock, map));
        expect(found).toEqual([]);
        // The same text with a remark in it is read as YAML.
        const asYaml = await readBack(lockText(lock, map).replace("exhibits:\n", "exhibits: # 样例\n"));
        expect(asYaml).toEqual({ lock: back, found });
        const plain = (all: Lock): unknown =>
          all.map((each) => ({
            ...each,
            files: [...each.files],
            links: [...each.links].toSorted(([a], [b]) => compareNames(a, b)),
          }));
        expect(plain(back)).toEqual(plain(lock));
      }),
      { numRuns: 200, seed: 20191031 },
    );
  });
});

describe("reading line by line", () => {
  const text = lockText(
    [
      entry("1-1-01"),
      entry("1-2-07", { links: new Map(), gone: true }),
      entry("2-08", {
        files: new Map([
          ["evidence/教育局/2 联席会议/签到（2019年，第1次）[样例] & 照片.jpg", "1".repeat(64)],
          ["evidence/教育局/读不出.pdf", "unread"],
        ]),
        links: new Map([["2/plan", "11111111111111e5"]]),
      }),
    ],
    map,
  );

  it("takes what the program writes", () => {
    expect(
      readLockLines(text.split("\n"), shape)?.map((each) => [each.number, each.files.size, each.links.size]),
    ).toEqual([
      ["1-1-01", 1, 1],
      ["1-2-07", 1, 0],
      ["2-08", 2, 1],
    ]);
  });

  it.each<[string, (text: string) => string]>([
    ["another version", (each) => each.replace("lock@1", "lock@2")],
    ["a remark behind a value", (each) => each.replace("gone: true", "gone: true # 样例")],
    ["a name twice", (each) => each.replace("  1-2-07:", "  1-1-01:")],
    [
      "a file twice",
      (each) =>
        each.replace("evidence/教育局/读不出.pdf", "evidence/教育局/2 联席会议/签到（2019年，第1次）[样例] & 照片.jpg"),
    ],
    ["an unknown name", (each) => each.replace("    gone: true", "    lost: true")],
    ["no files", (each) => each.replace(/ {4}files:\n.*1-1-01.*\n/u, "")],
    ["an empty list of files", (each) => each.replace(/( {4}files:\n).*1-1-01.*\n/u, "$1")],
    ["an empty list of links", (each) => `${each}    links:\n`],
    ["a hash of another length", (each) => each.replace("0123456789abcdef", "0123456789abcde")],
    ["a number for a hash", (each) => each.replace('"11111111111111e5"', "1111111111111115")],
    ["a mark of a conflict", (each) => each.replace("    gone: true", "=======")],
  ])("leaves %s to YAML", (_, change) => {
    expect(change(text)).not.toBe(text);
    expect(readLockLines(change(text).split("\n"), shape)).toBe(null);
  });
});

describe("writing", () => {
  it("replaces the file whole and leaves nothing beside it", async () => {
    const root = path.join(folder, "written");
    mkdirSync(root);
    await writeLock(root, lockName, "one\n");
    await writeLock(root, lockName, "two\n");
    expect([readdirSync(root), readFileSync(path.join(root, lockName), "utf8")]).toEqual([[lockName], "two\n"]);
  });

  it("where it cannot be written, the earlier one stays", async () => {
    const root = path.join(folder, "taken");
    mkdirSync(path.join(root, lockName, "something"), { recursive: true });
    await expect(writeLock(root, lockName, "one\n")).rejects.toMatchObject({
      diagnostics: [{ code: "lock-unwritten" }],
    });
    expect(readdirSync(root)).toEqual([lockName]);
    await expect(writeLock(path.join(folder, "nowhere"), lockName, "one\n")).rejects.toMatchObject({
      diagnostics: [{ code: "lock-unwritten", facts: { cause: "ENOENT" } }],
    });
  });
});

const hasGit = spawnSync("git", ["--version"]).status === 0;

describe.skipIf(!hasGit)("two people who accept at the same time", () => {
  const git = (cwd: string, ...argv: readonly string[]): string =>
    execFileSync("git", ["-c", "user.name=样例", "-c", "user.email=sample@example.org", ...argv], {
      cwd,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
    });

  /** Both change the lock of `base` on a branch of their own; gives what git makes of it, or null for a conflict. */
  async function merged(name: string, base: Lock, ours: Lock, theirs: Lock): Promise<string | null> {
    const root = path.join(folder, name);
    mkdirSync(root);
    git(root, "init", "--quiet", "--initial-branch=main");
    const commit = async (lock: Lock): Promise<void> => {
      await writeLock(root, lockName, lockText(lock, map));
      git(root, "add", "--all");
      git(root, "commit", "--quiet", "--allow-empty", "--message=样例");
    };
    await commit(base);
    git(root, "checkout", "--quiet", "-b", "theirs");
    await commit(theirs);
    git(root, "checkout", "--quiet", "main");
    await commit(ours);
    const { status } = spawnSync(
      "git",
      ["-c", "user.name=样例", "-c", "user.email=sample@example.org", "merge", "--quiet", "--no-edit", "theirs"],
      { cwd: root },
    );
    return status === 0 ? readFileSync(path.join(root, lockName), "utf8") : null;
  }

  const other = (number: string): LockEntry =>
    entry(number, { files: new Map([[`evidence/${number}.pdf`, "b".repeat(64)]]) });
  const [one, two, three] = [entry("1-1-01"), entry("1-1-02"), entry("1-2-01")];
  const base = [one, two, three];

  it("under neighbouring indicators: both stand, as if one had accepted both", async () => {
    const [ours, theirs] = [entry("1-1-03"), entry("1-2-02")];
    const text = await merged("neighbours", base, [...base.slice(0, 2), ours, ...base.slice(2)], [...base, theirs]);
    expect(text).toBe(lockText([...base.slice(0, 2), ours, ...base.slice(2), theirs], map));
  });

  it("the first entries of two indicators", async () => {
    const text = await merged("first", [], [entry("1-1-01")], [entry("1-2-01")]);
    expect(text).toBe(lockText([entry("1-1-01"), entry("1-2-01")], map));
  });

  it("changes of two exhibits that stand side by side", async () => {
    const text = await merged("side-by-side", base, [other("1-1-01"), ...base.slice(1)], [one, other("1-1-02"), three]);
    expect(text).toBe(lockText([other("1-1-01"), other("1-1-02"), three], map));
  });

  it("the same number given twice is a conflict, which is told with its line", async () => {
    const ours = [...base.slice(0, 2), entry("1-1-03"), three];
    const theirs = [...base.slice(0, 2), other("1-1-03"), three];
    expect(await merged("conflict", base, ours, theirs)).toBe(null);
    const text = readFileSync(path.join(folder, "conflict", lockName), "utf8");
    const { lock, found } = await readBack(text);
    const line = text.split("\n").findIndex((each) => each.startsWith("<<<<<<<")) + 1;
    expect([lock, found]).toMatchObject([[], [{ code: "lock-conflict", at: { file: lockName, line } }]]);
  });
});
