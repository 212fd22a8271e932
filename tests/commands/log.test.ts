/** `--log json` and `--profile`: one line an event, whatever a file is called; the pack never hangs on the clock. */
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { main } from "../../src/cli.ts";
import { logEvent, logStages } from "../../src/schema/log.ts";
import type { LogEvent } from "../../src/schema/log.ts";
import { readManifest } from "../cases/run.ts";
import type { Ran } from "../cases/run.ts";
import { build } from "../cases/workspace.ts";
import type { Files } from "../cases/workspace.ts";
import { tempFolder } from "../support/folders.ts";
import { testWorld } from "../support/world.ts";

const folder = tempFolder();

function workspace(name: string, files: Files = {}): string {
  const root = path.join(folder, name);
  build(root, { name: "", about: "", files });
  return root;
}

/** A clock that ticks once each time it is asked: 10 ms forward, or what `tick` says. */
async function run(argv: readonly string[], cwd: string, tick: (asked: number) => number = () => 10): Promise<Ran> {
  let [asked, at] = [0, Date.UTC(2018, 4, 20, 4)];
  const now = (): number => {
    asked += 1;
    at += tick(asked);
    return at;
  };
  const { world, out, err } = testWorld({ cwd, now });
  const exitCode = await main(argv, world);
  return { exitCode, out: out(), err: err() };
}

/** Every line must be one event, for readers that know more line breaks than JSON does, too. */
function eventsOf(err: string): LogEvent[] {
  expect(err).toMatch(/\n$/u);
  return err
    .slice(0, -1)
    .split(/[\n\r\v\f\u0085\u2028\u2029]/u)
    .map((line) => logEvent.parse(JSON.parse(line)));
}

const told = <E extends LogEvent["event"]>(
  events: readonly LogEvent[],
  event: E,
): readonly Extract<LogEvent, { event: E }>[] =>
  events.filter((each): each is Extract<LogEvent, { event: E }> => each.event === event);

describe("--log json", () => {
  it("tells the stages of compile and every file of them, and prints what it always prints", async () => {
    const root = workspace("compile");
    const plain = await run(["compile"], root);
    const sums = readManifest(path.join(root, "pack")).outputs;
    const logged = await run(["compile", "--no-cache", "--log", "json"], root, () => 1000);
    expect([logged.exitCode, logged.out]).toEqual([plain.exitCode, plain.out]);
    expect(readManifest(path.join(root, "pack")).outputs).toEqual(sums);
    const events = eventsOf(logged.err);
    expect(events[0]).toMatchObject({ event: "start", schema: "evipack/log@1", command: "compile" });
    expect(events.at(-1)).toMatchObject({ event: "end", exitCode: 0 });
    const stages = told(events, "stage").map(({ stage }) => stage);
    expect([...new Set(stages)]).toEqual(logStages.slice(0, -1));
    const files = told(events, "file");
    const rendered = files.filter(({ stage }) => stage === "render");
    expect(rendered).toHaveLength(9);
    expect(rendered.map(({ index, total }) => [index, total])).toEqual(rendered.map((_, index) => [index, 9]));
    expect(rendered[0]?.file).toMatch(/^evidence\/教育局\//u);
    expect(files.filter(({ stage }) => stage === "write").map(({ file }) => file)).toContain("支撑材料汇编.pdf");
    expect(told(events, "result")).toMatchObject([{ covered: 6, applicable: 6, files: 9, errors: 0 }]);
    expect(events.map(({ ms }) => ms)).toEqual(events.map(({ ms }) => ms).toSorted((a, b) => a - b));
  });

  it("tells a check in short, and why one could not go on", async () => {
    const root = workspace("check");
    const sound = await run(["check", "--log", "json"], root);
    const events = eventsOf(sound.err);
    expect(told(events, "stage").map(({ stage }) => stage)).toEqual(["load", "link", "check", "write"]);
    expect(told(events, "end")).toMatchObject([{ exitCode: 0 }]);
    writeFileSync(path.join(root, "indicators.yaml"), "id: [\n");
    const broken = await run(["check", "--log", "json", "--lang", "en"], root);
    expect([broken.exitCode, broken.out]).toEqual([2, ""]);
    const stopped = eventsOf(broken.err);
    expect(told(stopped, "stopped")[0]?.diagnostics).toMatchObject([{ code: "yaml-syntax", file: "indicators.yaml" }]);
    expect(stopped.at(-1)).toMatchObject({ event: "end", exitCode: 2 });
  });

  it("tells what people would be told on stderr as notes", async () => {
    const root = workspace("accept");
    const { err } = await run(["check", "--accept", "--format", "json", "--log", "json"], root);
    expect(told(eventsOf(err), "note")).toMatchObject([{ text: "已记入 evipack.lock.yaml：新复核 9 件。" }]);
  });

  it.skipIf(process.platform === "win32")("stays one line an event, whatever a file is called", async () => {
    const odd = ["换\n行", "\u001b[2J", "\u2028\u2029\u0085", "\u202E反", '{"event":"end"}', "\u{E0041}", "\ud800"];
    const root = workspace("odd");
    for (const name of odd) {
      const file = path.join(root, "evidence/教育局", `1-1-1 ${name}.txt`);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, `样例 ${name}\n`);
    }
    const { err } = await run(["compile", "--outline", "--log", "json"], root);
    const files = told(eventsOf(err), "file").map(({ file }) => file);
    for (const name of odd.slice(0, -1)) expect(files).toContain(`evidence/教育局/1-1-1 ${name}.txt`);
    // oxlint-disable-next-line no-control-regex -- nothing that moves a terminal goes out as it is
    expect(err).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028-\u202e]/u);
  });

  it("never goes back in time, even where the clock does", async () => {
    const { err } = await run(["check", "--log", "json", "--profile"], workspace("back"), (asked) => 50 - asked * 10);
    const events = eventsOf(err);
    const times = events.map(({ ms }) => ms);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(told(events, "profile")[0]?.stages.every(({ took }) => took >= 0)).toBe(true);
  });
});

describe("--profile", () => {
  it("is an event for machines", async () => {
    const events = eventsOf((await run(["compile", "--log", "json", "--profile"], workspace("event"))).err);
    const [profile] = told(events, "profile");
    expect(profile?.stages.map(({ stage }) => stage)).toEqual(logStages.slice(0, -1));
    expect(profile?.memory).toBeGreaterThan(1024 * 1024);
    const begun = told(events, "stage")[0]?.ms ?? 0;
    const sum = profile?.stages.reduce((all, { took }) => all + took, 0);
    expect(sum).toBeLessThanOrEqual((profile?.ms ?? 0) - begun);
    expect(sum).toBeGreaterThan(0);
  });

  it.each([
    ["zh-CN", ["阶段", "读入", "对应", "核对", "写出", "合计"], "最多占用内存"],
    ["en", ["Stage", "load", "link", "check", "write", "Total"], "At most"],
  ] as const)("is a table for people, in %s", async (language, rows, memory) => {
    const root = workspace(`table-${language}`);
    const { err, exitCode } = await run(["check", "--profile", "-q", "--lang", language], root, () => 1234);
    const lines = err.trimEnd().split("\n");
    expect(exitCode).toBe(0);
    expect(lines.slice(0, -1).map((line) => line.split(/\s/u)[0])).toEqual(rows);
    for (const line of lines.slice(1, -1)) expect(line).toMatch(/ \d+\.\d\d s$/u);
    expect(lines.at(-1)).toContain(memory);
  });

  it("stands before what stops a run, nearest to which people look", async () => {
    const { err } = await run(["check", "--profile"], workspace("stopped", { "indicators.yaml": null }));
    expect(err).toMatch(/^阶段[\s\S]*最多占用内存[^\n]*\n[\s\S]*退出码 2。\n$/u);
  });
});
