/** How the benches measure: commands by turns, so that what slows the machine down slows all of them. */
import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { performance } from "node:perf_hooks";

export interface Case {
  readonly name: string;
  /** Arguments for node. */
  readonly argv: readonly string[];
  /** Another program than node. */
  readonly program?: string;
  /** How many files it goes over, to tell what one of them costs. */
  readonly files?: number;
  /** Done before each run, out of the time. */
  readonly before?: () => void;
}

export interface Measured {
  readonly name: string;
  /** Median of all rounds. */
  readonly milliseconds: number;
  /** Median of time ÷ time of the first case in the same round. */
  readonly ratio: number;
  /** Milliseconds for each thousand files: the same at every size where time grows as the files do; null without any. */
  readonly perThousand: number | null;
  /** Largest memory of any round in MB, with that of the processes below it; null where the system does not tell. */
  readonly peak: number | null;
}

interface Run {
  readonly milliseconds: number;
  readonly peak: number | null;
}

/** The middle one; of an even number, the higher of the two in the middle. */
export function median(values: readonly number[]): number {
  const middle = values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)];
  if (middle === undefined) throw new Error("nothing was measured");
  return middle;
}

const tellPeak = ["--import", path.join(import.meta.dirname, "peak.mjs")];

/** How often memory is looked at, in milliseconds. */
const glance = 50;

/** From start to end; a command that crashes is not worth measuring. */
async function runOf({ name, argv, program, before }: Case): Promise<Run> {
  before?.();
  const own = program === undefined;
  const start = performance.now();
  const child = spawn(program ?? process.execPath, own ? [...tellPeak, ...argv] : [...argv], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  let [stderr, most] = ["", 0];
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  const watch = setInterval(() => {
    most = Math.max(most, memoryBelow(child.pid ?? 0));
  }, glance);
  const status = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject).once("close", resolve);
  });
  const milliseconds = performance.now() - start;
  clearInterval(watch);
  if (status === null || status >= 70) throw new Error(`${name}: exit code ${String(status)}\n${stderr}`);
  const told = Number(/^peak (\d+)$/mu.exec(stderr)?.[1] ?? 0);
  const peak = Math.max(told, most) / 1024;
  return { milliseconds, peak: peak === 0 ? null : peak };
}

/** Resident memory (KB) of a process and of all that it has started; 0 where the system does not tell. */
function memoryBelow(pid: number): number {
  try {
    const own = /^VmRSS:\s+(\d+) kB$/mu.exec(readFileSync(`/proc/${String(pid)}/status`, "utf8"))?.[1];
    const children = readdirSync(`/proc/${String(pid)}/task`).flatMap((thread) =>
      readFileSync(`/proc/${String(pid)}/task/${thread}/children`, "utf8")
        .split(" ")
        .filter((each) => each.trim() !== ""),
    );
    return children.reduce((sum, each) => sum + memoryBelow(Number(each)), Number(own ?? 0));
  } catch {
    return 0;
  }
}

/** Runs every case once a round; the first is what the others are compared with. One round before counts for nothing. */
export async function inTurns(cases: readonly Case[], rounds: number): Promise<readonly Measured[]> {
  const runs: Run[][] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const done: Run[] = [];
    for (const each of cases) done.push(await runOf(each));
    if (round > 0) runs.push(done);
  }
  return cases.map(({ name, files }, at) => {
    const peaks = runs.flatMap((round) => round[at]?.peak ?? []);
    const milliseconds = median(runs.map((round) => round[at]?.milliseconds ?? 0));
    return {
      name,
      milliseconds,
      perThousand: files === undefined ? null : (milliseconds * 1000) / files,
      ratio: median(runs.map((round) => (round[at]?.milliseconds ?? 0) / (round[0]?.milliseconds ?? 1))),
      peak: peaks.length === 0 ? null : Math.max(...peaks),
    };
  });
}

/** A line for each case: name, ratio, time, time for a thousand files, peak memory. */
export function table(measured: readonly Measured[]): string {
  const width = Math.max(...measured.map(({ name }) => name.length));
  return measured
    .map(({ name, milliseconds, ratio, perThousand, peak }) =>
      [
        name.padEnd(width),
        ratio.toFixed(2).padStart(8),
        `${milliseconds.toFixed(0)} ms`.padStart(10),
        (perThousand === null ? "" : `${perThousand.toFixed(1)} ms/1000`).padStart(16),
        (peak === null ? "" : `${peak.toFixed(0)} MB`).padStart(9),
      ].join(""),
    )
    .join("\n");
}
