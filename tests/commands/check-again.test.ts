/** `check` over a workspace that has not changed says what it said; after any change it says what a first run says. */
import { existsSync, mkdirSync, renameSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { main } from "../../src/cli.ts";
import { build, config, map, plan } from "../cases/workspace.ts";
import { tempFolder } from "../support/folders.ts";
import { pagePdf } from "../support/handmade-pdf.ts";
import { testWorld } from "../support/world.ts";

const folder = tempFolder();
let made = 0;

/** Files have been at rest for an hour. */
const later = (): number => Date.now() + 3_600_000;

interface Ran {
  readonly exitCode: number;
  readonly out: string;
  readonly err: string;
}

async function check(root: string, argv: readonly string[] = [], env: Record<string, string> = {}): Promise<Ran> {
  const { world, out, err } = testWorld({ cwd: root, env, now: later });
  return { exitCode: await main(["check", ...argv], world), out: out(), err: err() };
}

function workspace(): string {
  made += 1;
  const root = path.join(folder, String(made));
  const files = { [plan]: pagePdf("BT /F1 18 Tf 30 300 Td (PLAN) Tj ET"), "evidence/教育局/1-1-1 纪要.txt": "样例" };
  build(root, { name: "", about: "", files });
  return root;
}

const cached = (root: string, name: string): string => path.join(root, ".evipack/cache", name);

/** What the evidence told is written down by a check, and not when the one before is told again. */
const forget = (root: string): void => rmSync(cached(root, "evidence.bin"));
const isToldAgain = (root: string): boolean => !existsSync(cached(root, "evidence.bin"));

describe("a second check", () => {
  it.each([[[]], [["--format", "json"]], [["--lang", "en", "--detail", "verdict"]], [["--department", "财政局"]]])(
    "says what the first one said: %j",
    async (argv) => {
      const root = workspace();
      const first = await check(root, argv);
      expect(first.out).not.toBe("");
      forget(root);
      expect(await check(root, argv)).toEqual(first);
      expect(isToldAgain(root)).toBe(true);
      expect(await check(root, [...argv, "--no-cache"])).toEqual(first);
    },
  );

  const write = (file: string, content: string | Buffer) => (root: string) => {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), content);
  };
  it.each<[string, (root: string) => void]>([
    ["a file of evidence", write(plan, pagePdf("BT /F1 18 Tf 30 300 Td (PLAY) Tj ET"))],
    ["a new file", write("evidence/财政局/2-1-1 决算2019.txt", "样例")],
    ["a file that is gone", (root) => unlinkSync(path.join(root, plan))],
    ["another name", (root) => renameSync(path.join(root, plan), path.join(root, `${plan}.pdf`))],
    ["a new folder without files", (root) => mkdirSync(path.join(root, "evidence/别的局"), { recursive: true })],
    ["a link", (root) => symlinkSync("1-1-1 纪要.txt", path.join(root, "evidence/教育局/1-1-1 另一份.txt"))],
    ["the configuration", write("evipack.yaml", config.replace("as_of: 2019-10-31", "as_of: 2019-11-30"))],
    ["the map", write("indicators.yaml", map.replace("组织领导", "组织与领导"))],
    ["figures", write("facts.yaml", "residents: { title: 样例人口, value: 1000, unit: 人 }\n")],
    ["a table", write("tables/样例.csv", "镇,人数\n样例镇,3\n")],
    ["a text", write("narrative/1-1-1.md", "样例文字。\n")],
    ["the lock", write("evipack.lock.yaml", "schema: evipack-lock-0\n")],
  ])("is made anew after a change: %s", async (_, change) => {
    const root = workspace();
    await check(root);
    forget(root);
    change(root);
    const told = await check(root);
    expect(told).toEqual(await check(root, ["--no-cache"]));
    expect(told.exitCode >= 2 || !isToldAgain(root)).toBe(true);
  });

  it("is made anew where the map lies in a hidden folder and has changed", async () => {
    const root = workspace();
    write(".maps/own.yaml", map)(root);
    write("evipack.yaml", config.replace("indicators.yaml", ".maps/own.yaml"))(root);
    const first = await check(root);
    write(".maps/own.yaml", map.replaceAll("title: 基本条件", "title: 基础条件"))(root);
    const second = await check(root);
    expect(second.out).not.toBe(first.out);
    expect(second.out).toContain("基础条件");
  });

  it("is made anew with other options, and on another day", async () => {
    const root = workspace();
    write("evipack.yaml", config.replace("as_of: 2019-10-31\n", ""))(root);
    const days = ["1572480000", "1577750400"];
    for (const day of days) {
      const told = await check(root, [], { SOURCE_DATE_EPOCH: day });
      expect(told).toEqual(await check(root, ["--no-cache"], { SOURCE_DATE_EPOCH: day }));
      expect(told.out).toContain(day === days[0] ? "2019-10-31" : "2019-12-31");
    }
    expect((await check(root, ["--as-of", "2019-10-31", "--lang", "en"])).out).toContain("as of 2019-10-31");
  });

  it.each([
    ["--paranoid"],
    ["--profile"],
    ["--log=json"],
    ["--as-of=today"],
    ["--accept"],
    ["--output=told.txt"],
    ["--no-cache"],
  ])("is always made where more is asked than what was said: %s", async (option) => {
    const root = workspace();
    await check(root, [option]);
    expect(existsSync(cached(root, "verdict.bin"))).toBe(false);
  });

  it("is made anew where files have not been at rest, or where the last one could not go on", async () => {
    const root = workspace();
    const { world } = testWorld({ cwd: root, now: () => Date.now() });
    await main(["check"], world);
    expect(existsSync(cached(root, "verdict.bin"))).toBe(false);
    write("evipack.yaml", "title: 样例\n")(root);
    expect((await check(root)).exitCode).toBe(2);
    expect(existsSync(cached(root, "verdict.bin"))).toBe(false);
  });

  it("is made anew where what was kept is damaged", async () => {
    const root = workspace();
    const first = await check(root);
    writeFileSync(cached(root, "verdict.bin"), "{}");
    expect(await check(root)).toEqual(first);
  });
});
