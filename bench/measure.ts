/** How the benches measure: commands by turns, so that what slows the machine down slows all of them. */
import { spawnSync } from "node:child_process";
import path from "node:path";
import { performance } from "node:perf_hooks";

export interface Case {
  readonly name: string;
  /** Arguments for node. */
  readonly argv: readonly string[];
  /** Another program than node. */
  readonly program?: string;
  /** Its child processes hold memory too. */
  readonly children?: true;
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
  /** Largest memory of any round in MB; null for other programs than node. */
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

const tellPeak = (file: string): string[] => ["--import", path.join(import.meta.dirname, file)];

/** From start to end; a command that crashes is not worth measuring. */
function runOf({ name, argv, program, children, before }: Case): Run {
  before?.();
  const told = program === undefined ? tellPeak(children === true ? "peak-all.mjs" : "peak.mjs") : [];
  const start = performance.now();
  const { status, stderr } = spawnSync(program ?? process.execPath, [...told, ...argv], {
    encoding: "utf8",
    maxBuffer: 1024 ** 3,
  });
  const milliseconds = performance.now() - start;
  if (status === null || status >= 70) throw new Error(`${name}: exit code ${String(status)}\n${stderr}`);
  const peak = /^peak (\d+)$/mu.exec(stderr)?.[1];
  return { milliseconds, peak: peak === undefined ? null : Number(peak) / 1024 };
}

/** Runs every case once a round; the first is what the others are compared with. One round before counts for nothing. */
export function inTurns(cases: readonly Case[], rounds: number): readonly Measured[] {
  cases.forEach(runOf);
  const runs = Array.from({ length: rounds }, () => cases.map(runOf));
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
