/** The pool of child processes, with a child that hangs, crashes, grows or answers as the file says. */
import { spawn } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { embeddedEngine } from "../../../src/render/convert/embedded.ts";
import type { EmbeddedOptions } from "../../../src/render/convert/embedded.ts";
import type { Engine, EngineFailure } from "../../../src/render/convert/engine.ts";
import { root, tempFolder } from "../../support/folders.ts";
import { eventually, fakeChild, isAlive } from "./fake-child.ts";

const folder = tempFolder();
let count = 0;

interface Bench {
  readonly engine: Engine;
  readonly convert: (word: string) => Promise<EngineFailure | null>;
  /** Process ids of all children that were started. */
  readonly started: () => readonly number[];
}

function bench(options: Partial<EmbeddedOptions> = {}): Bench {
  count += 1;
  const script = fakeChild(folder, `child-${String(count)}`);
  const usual = { timeLimit: 20, memoryLimit: 2 ** 40, replaceAt: 2 ** 40, filesEach: 100, processes: 1 };
  const engine = embeddedEngine({ id: "fake", script, ...usual, ...options });
  let files = 0;
  return {
    engine,
    convert: (word) => {
      files += 1;
      const input = `${script}-${String(files)}`;
      writeFileSync(input, word);
      return engine.toPdf({ input, output: `${input}.pdf`, format: "docx", lastPage: null, clock: 0 });
    },
    started: () => (existsSync(`${script}.starts`) ? lines(`${script}.starts`).map(Number) : []),
  };
}

const lines = (file: string): string[] => readFileSync(file, "utf8").trim().split("\n");

describe("the embedded engine", () => {
  it("starts nothing before the first file, and one process for many", async () => {
    const { engine, convert, started } = bench();
    expect(started()).toEqual([]);
    expect(await Promise.all(["a", "b", "fail", "c"].map((word) => convert(word)))).toEqual([
      null,
      null,
      "corrupt",
      null,
    ]);
    expect(started()).toHaveLength(1);
    await engine.close();
    expect(started().filter(isAlive)).toEqual([]);
  });

  it("kills what hangs at its limit, and goes on with the next file", async () => {
    const { engine, convert, started } = bench({ timeLimit: 1 });
    expect([await convert("a"), await convert("hang"), await convert("b")]).toEqual([null, "timed-out", null]);
    expect(started()).toHaveLength(2);
    expect(started().filter(isAlive)).toHaveLength(1);
    await engine.close();
  });

  it("kills what grows beyond its memory", async () => {
    const { engine, convert, started } = bench({ memoryLimit: 400 * 1024 * 1024 });
    expect([await convert("eat"), await convert("b")]).toEqual(["too-large", null]);
    expect(started()).toHaveLength(2);
    await engine.close();
  });

  it("tries a file that crashed a used process once more in a fresh one", async () => {
    const { engine, convert, started } = bench();
    expect([await convert("a"), await convert("crash-when-used")]).toEqual([null, null]);
    expect(started()).toHaveLength(2);
    await engine.close();
  });

  it("does not try a file again that crashed a fresh process", async () => {
    const { engine, convert, started } = bench();
    expect([await convert("crash"), await convert("b")]).toEqual(["crashed", null]);
    expect(started()).toHaveLength(2);
    await engine.close();
  });

  it("replaces a process after so many files, and one that has grown", async () => {
    const byCount = bench({ filesEach: 2 });
    for (const word of ["a", "b", "c", "d", "e"]) expect(await byCount.convert(word)).toBeNull();
    expect(byCount.started()).toHaveLength(3);
    const bySize = bench({ replaceAt: 1 });
    for (const word of ["a", "b"]) expect(await bySize.convert(word)).toBeNull();
    expect(bySize.started()).toHaveLength(2);
    await Promise.all([byCount.engine.close(), bySize.engine.close()]);
  });

  it("uses as many processes as it may", async () => {
    const { engine, convert, started } = bench({ processes: 2 });
    await Promise.all(["a", "b", "c"].map((word) => convert(word)));
    expect(started()).toHaveLength(2);
    await engine.close();
  });

  it("tells when there is no engine at all", async () => {
    const engine = embeddedEngine({
      id: "none",
      script: path.join(folder, "not-there.mjs"),
      processes: 1,
      timeLimit: 5,
      memoryLimit: 2 ** 40,
      replaceAt: 2 ** 40,
      filesEach: 10,
    });
    const job = { input: "x", output: "y", format: "docx", lastPage: null, clock: 0 };
    expect([await engine.toPdf(job), await engine.toPdf(job)]).toEqual(["no-converter", "no-converter"]);
  });
});

/** A program that has one busy child; it says the child's process id once it is busy. */
function busyProgram(name: string): { readonly pid: number; readonly child: () => number } {
  const script = fakeChild(folder, name);
  const input = path.join(folder, `${name}-input`);
  writeFileSync(input, "hang");
  const engine = pathToFileURL(path.join(root, "src", "render", "convert", "embedded.ts")).href;
  const program = path.join(folder, `${name}-program.mjs`);
  const options = { id: "x", script, processes: 1, timeLimit: 600, memoryLimit: 2 ** 40, replaceAt: 2 ** 40 };
  const job = { input, output: `${input}.pdf`, format: "docx", lastPage: null, clock: 0 };
  writeFileSync(
    program,
    `import { embeddedEngine } from ${JSON.stringify(engine)};
await embeddedEngine(${JSON.stringify({ ...options, filesEach: 9 })}).toPdf(${JSON.stringify(job)});`,
  );
  const started = spawn(process.execPath, ["--import", import.meta.resolve("tsx"), program], { stdio: "ignore" });
  return {
    pid: started.pid ?? 0,
    child: () => (existsSync(`${script}.starts`) ? Number(lines(`${script}.starts`)[0]) : 0),
  };
}

describe("no child is left behind", () => {
  it.each<NodeJS.Signals>(["SIGINT", "SIGTERM", "SIGKILL"])("when the program gets %s", async (signal) => {
    const program = busyProgram(`busy-${signal}`);
    expect(await eventually(() => program.child() > 0)).toBe(true);
    // Time enough for the question to arrive, so that the child is deaf.
    await new Promise((resolve) => {
      setTimeout(resolve, 300);
    });
    expect(isAlive(program.child())).toBe(true);
    process.kill(program.pid, signal);
    expect(await eventually(() => !isAlive(program.child()))).toBe(true);
  });
});
