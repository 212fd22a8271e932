/**
 * `evipack watch` as people run it: real files, real changes; every step waits for what is printed. Nearly all the time
 * nothing happens, so all tests wait at once.
 */
import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { appendFileSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, it } from "vitest";
import type { TestContext } from "vitest";
import { run } from "../cases/run.ts";
import { build, map } from "../cases/workspace.ts";
import { ended, program } from "../support/child.ts";
import { tempFolder } from "../support/folders.ts";

const folder = tempFolder();

interface Watched {
  readonly root: string;
  readonly child: ChildProcess;
  /** Waits until what was printed since the last call matches, and gives it. */
  readonly until: (wanted: RegExp) => Promise<string>;
}

function watched({ onTestFinished }: TestContext, name: string, ...more: readonly string[]): Watched {
  const root = path.join(folder, name);
  build(root, { name: "", about: "" });
  const child = spawn(process.execPath, [program, "watch", "-C", root, ...more], {
    env: { ...process.env, LANG: "C" },
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  let [said, from] = ["", 0];
  let heard = (): void => undefined;
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => {
      said += text;
      heard();
    });
  const until = async (wanted: RegExp): Promise<string> => {
    for (;;) {
      const found = wanted.exec(said.slice(from));
      if (found !== null) {
        const told = said.slice(from, from + found.index + found[0].length);
        from += told.length;
        return told;
      }
      if (child.exitCode !== null) throw new Error(`ended; said: ${said}`);
      await new Promise<void>((resolve) => {
        heard = resolve;
      });
    }
  };
  return { root, child, until };
}

const checked = /\d\d:\d\d:\d\d 核对完。[^\n]*\n/u;
const roster = "evidence/教育局/2-2 人员名册2019.txt";

describe.skipIf(process.platform === "win32").concurrent("evipack watch", { timeout: 120_000 }, () => {
  it("shows how things stand, again after each change, and ends with one line", async (test) => {
    const { expect } = test;
    const { root, child, until } = watched(test, "plain");
    const first = await until(checked);
    expect(first).toMatch(/已覆盖 6 项[\s\S]*退出码 0。\n/u);
    expect(first).not.toContain("\u001b");
    rmSync(path.join(root, roster));
    expect(await until(checked)).toMatch(/^\n?有变动：evidence\/教育局\/2-2 人员名册2019\.txt\n[\s\S]*已覆盖 5 项/u);
    const end = ended(child);
    child.kill("SIGINT");
    expect(await until(/已停止监视。\n/u)).toBe("\n已停止监视。\n");
    expect(await end).toBe(130);
  });

  it("tells after the first check what is otherwise than before, without the departments", async (test) => {
    const { expect } = test;
    const { root, until } = watched(test, "again");
    expect(await until(checked)).toContain("二、按责任部门");
    rmSync(path.join(root, roster));
    const missing = await until(checked);
    expect(missing).toContain("\n\n与上次核对相比\n  2-2 师资队伍：人员名册  已覆盖 → 缺\n\n结论：");
    expect(missing).toContain("1 基本条件");
    expect(missing).not.toContain("按责任部门");
    const menu = "evidence/教育局/食堂菜单.txt";
    writeFileSync(path.join(root, menu), "菜单");
    expect(await until(checked)).toContain(`与上次核对相比\n  ${menu}  错误 unmatched-file\n    对应不上`);
    rmSync(path.join(root, menu));
    expect(await until(checked)).toContain(`与上次核对相比\n  已消除：${menu}  错误 unmatched-file\n`);
    writeFileSync(path.join(root, roster), "样例 名册\n");
    expect(await until(checked)).toContain("  2-2 师资队伍：人员名册  缺 → 已覆盖\n");
  });

  it("goes on over a broken map, folders that go and come, and a workspace that does", async (test) => {
    const { expect } = test;
    const { root, until } = watched(test, "broken");
    await until(checked);
    writeFileSync(path.join(root, "indicators.yaml"), "id: [\n");
    expect(await until(checked)).toContain("yaml-syntax");
    writeFileSync(path.join(root, "indicators.yaml"), map);
    expect(await until(checked)).toContain("已覆盖 6 项");
    renameSync(path.join(root, "evidence"), path.join(folder, "aside"));
    expect(await until(checked)).toContain("no-evidence-folder");
    renameSync(path.join(folder, "aside"), path.join(root, "evidence"));
    expect(await until(checked)).toContain("已覆盖 6 项");
    rmSync(path.join(root, roster));
    expect(await until(checked)).toContain("已覆盖 5 项");
    renameSync(root, `${root}-aside`);
    await until(/工作目录不见了/u);
    renameSync(`${root}-aside`, root);
    expect(await until(checked)).toContain("已覆盖 5 项");
    writeFileSync(path.join(root, roster), "样例 名册\n");
    expect(await until(checked)).toContain("已覆盖 6 项");
  });

  it("waits for a file that is still being written, and is not woken by what it need not know", async (test) => {
    const { expect } = test;
    const { root, until } = watched(test, "growing");
    await until(checked);
    await run(["compile", "-q", "--draft"], root);
    writeFileSync(path.join(root, "evidence/教育局/~$lock.docx"), "lock");
    const growing = path.join(root, "evidence/教育局/1-1-1 补充.txt");
    mkdirSync(path.dirname(growing), { recursive: true });
    let pieces = 0;
    const writing = setInterval(() => {
      appendFileSync(growing, "样例\n");
      pieces += 1;
      if (pieces === 12) clearInterval(writing);
    }, 200);
    const told = await until(checked);
    expect(pieces).toBe(12);
    expect(told).toMatch(/有变动：evidence\/教育局\/1-1-1 补充\.txt\n/u);
  });

  it("looks by itself where folders tell nothing, in English too", async (test) => {
    const { expect } = test;
    const { root, until } = watched(test, "poll", "--poll", "0.2", "--lang", "en", "-q");
    expect(await until(/^Verdict[^\n]*\nChecked at [^\n]*\n/mu)).toContain("exit code 0");
    rmSync(path.join(root, roster));
    expect(await until(/Checked at [^\n]*\n/u)).toContain("exit code 1");
  });

  it("does not begin over a folder that is not there", async ({ expect }) => {
    const ran = await run(["watch", "-C", "nowhere/here", "--lang", "en"], folder);
    expect([ran.exitCode, ran.out]).toEqual([2, ""]);
    expect(ran.err).toContain('There is no folder "nowhere/here"');
  });

  it.for([
    ["--as-of", "2019-99-99", "--as-of"],
    ["--department", "nobody", "nobody"],
    ["--section", "99", "99"],
  ])(
    "ends with 2 where %s is wrong: no change of a file would mend it",
    async ([option = "", value = "", said = ""], { expect }) => {
      build(path.join(folder, `typed${option}`), { name: "", about: "", files: {} });
      const ran = await run(["watch", "-C", `typed${option}`, option, value, "--lang", "en"], folder);
      expect([ran.exitCode, ran.out]).toEqual([2, ""]);
      expect(ran.err).toContain(said);
    },
  );

  it("says what --poll may be", async ({ expect }) => {
    const ran = await run(["watch", "--poll", "soon", "--lang", "en"], folder);
    expect([ran.exitCode, ran.out]).toEqual([2, ""]);
    expect(ran.err).toContain('--poll cannot be "soon"');
  });
});
