/** Two runs at once: the later says so and writes nothing; a run that was killed is in nobody's way. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { run } from "../cases/run.ts";
import { build } from "../cases/workspace.ts";
import { eventually } from "../render/convert/fake-child.ts";
import { ended, start } from "../support/child.ts";
import { tempFolder } from "../support/folders.ts";

describe.skipIf(process.platform === "win32")("two runs for one pack", () => {
  const home = tempFolder();
  const workspace = path.join(home, "work");
  const mark = path.join(home, ".pack.busy");
  const tools = path.join(home, "tools");
  const compile = () => run(["compile", "--out", "../pack", "-q"], workspace);

  beforeAll(() => {
    build(workspace, { name: "at-once", about: "" });
    mkdirSync(tools);
    // An office suite that never ends.
    const suite = '#!/bin/sh\ncase "$1" in --version) echo "LibreOffice 1.2.3" ;; *) exec sleep 600 ;; esac\n';
    writeFileSync(path.join(tools, "soffice"), suite, { mode: 0o755 });
  });

  it("the second ends with 2, names the first, and leaves it alone; a killed one is passed over", async () => {
    const child = start(["compile", "-C", workspace, "--out", path.join(home, "pack"), "--no-cache"], {
      env: { EVIPACK_CONVERTER: "soffice", PATH: `${tools}${path.delimiter}${process.env["PATH"] ?? ""}` },
    });
    expect(await eventually(() => existsSync(mark))).toBe(true);
    const second = await compile();
    expect([second.exitCode, second.out]).toEqual([2, ""]);
    expect(second.err).toContain(
      `../pack  错误 busy\n  另一次运行（进程 ${String(child.pid)}）正在往这里写，这一次什么也没写。\n  → 等它结束再试；确定没有别的运行，就删去 .pack.busy。\n`,
    );
    expect(readdirSync(home)).toContain(`.pack.new-${String(child.pid)}`);
    expect(existsSync(path.join(home, "pack"))).toBe(false);

    const elsewhere = await run(["compile", "--out", "../other", "-q"], workspace);
    expect(elsewhere.exitCode).toBe(0);

    child.kill("SIGKILL");
    await ended(child);
    expect(existsSync(mark)).toBe(true);
    expect((await compile()).exitCode).toBe(0);
    expect(readdirSync(home).filter((name) => name.startsWith("."))).toEqual([]);
  });

  it("a mark of another machine is respected, until somebody takes it away", async () => {
    const text = '{"machine":"somewhere-else","process":1}';
    writeFileSync(mark, text);
    const ran = await compile();
    expect([ran.exitCode, ran.out]).toEqual([2, ""]);
    expect(ran.err).toContain("另一次运行正在往这里写");
    expect(readFileSync(mark, "utf8")).toBe(text);
    expect(readdirSync(home).filter((name) => name.startsWith("."))).toEqual([".pack.busy"]);
  });

  it.each(["", '{"machine":'])("a mark that a killed run did not finish (%j) is taken over", async (text) => {
    writeFileSync(mark, text);
    expect((await compile()).exitCode).toBe(0);
    expect(readdirSync(home).filter((name) => name.startsWith("."))).toEqual([]);
  });
});
