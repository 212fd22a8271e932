/** How the benches measure: commands by turns, so that what slows the machine down slows all of them. */
import { spawnSync } from "node:child_process";
import { performance } from "node:perf_hooks";

export interface Case {
  readonly name: string;
  /** Arguments for node. */
  readonly argv: readonly string[];
}

export interface Measured {
  readonly name: string;
  /** Median of all rounds. */
  readonly milliseconds: number;
  /** Median of time ÷ time of the first case in the same round. */
  readonly ratio: number;
}

/** The middle one; of an even number, the higher of the two in the middle. */
function median(values: readonly number[]): number {
  const middle = values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)];
  if (middle === undefined) throw new Error("nothing was measured");
  return middle;
}

/** Milliseconds from start to end; a command that crashes is not worth measuring. */
function timeOf({ name, argv }: Case): number {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, argv, { encoding: "utf8" });
  const taken = performance.now() - start;
  if (status === null || status >= 70) throw new Error(`${name}: exit code ${String(status)}\n${stderr}`);
  return taken;
}

/** Runs every case once a round; the first is what the others are compared with. One round before counts for nothing. */
export function inTurns(cases: readonly Case[], rounds: number): readonly Measured[] {
  cases.forEach(timeOf);
  const times = Array.from({ length: rounds }, () => cases.map(timeOf));
  return cases.map(({ name }, at) => ({
    name,
    milliseconds: median(times.map((round) => round[at] ?? 0)),
    ratio: median(times.map((round) => (round[at] ?? 0) / (round[0] ?? 1))),
  }));
}

/** A line for each case: name, ratio, time. */
export function table(measured: readonly Measured[]): string {
  const width = Math.max(...measured.map(({ name }) => name.length));
  return measured
    .map(({ name, milliseconds, ratio }) =>
      [name.padEnd(width), ratio.toFixed(2).padStart(8), `${milliseconds.toFixed(0)} ms`.padStart(10)].join(""),
    )
    .join("\n");
}
