/** One run at a time writes to a place: a file beside it, its mark, says which. */
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import { diagnostic, Fatal } from "../diagnostics/diagnostic.ts";
import { causeOf, machine, readFile, removeNow, rm, writeFile } from "../world.ts";

/** The run that writes to a place. */
interface Holder {
  readonly machine: string;
  readonly process: number;
}

export interface Turn {
  /** Throws Fatal when another run has it. */
  readonly ask: () => Promise<void>;
  /** The same, and takes it. The mark of a run that was killed is taken over. */
  readonly take: () => Promise<void>;
  /** Gives it back, at once; nothing when it was not taken. */
  readonly end: () => void;
}

/** The turn to write to a place that is told as `shown`. */
export function turnAt(mark: string, shown: string): Turn {
  let ours = false;
  const ask = async (): Promise<void> => {
    const holder = await holderOf(mark);
    if (holder !== null) throw busy(holder.process);
  };
  const busy = (process: number | null): Fatal =>
    new Fatal([diagnostic("busy", { file: shown }, { mark: path.basename(mark), process })]);
  return {
    ask,
    take: async () => {
      ours = await setMark(mark);
      if (ours) return;
      await ask();
      await rm(mark, { force: true });
      ours = await setMark(mark);
      if (!ours) throw busy(null);
    },
    end: () => {
      if (ours) removeNow(mark);
      ours = false;
    },
  };
}

/** Who has the turn, null when nobody has; its process is null where that cannot be known. */
async function holderOf(mark: string): Promise<{ readonly process: number | null } | null> {
  const holder = (await holderAt(mark)) ?? (await holderLater(mark));
  // Nobody's, or of a run that was killed while it wrote its mark.
  if (holder === null) return null;
  // The processes of another machine cannot be looked at.
  if (holder.machine !== machine()) return { process: null };
  const { process: other } = holder;
  return other !== process.pid && isRunning(other) ? { process: other } : null;
}

async function holderAt(mark: string): Promise<Holder | null> {
  const read = await readFile(mark);
  return read.ok ? holderIn(read.bytes) : null;
}

/** A mark is written in no time: one that is not whole yet may be so in half a second. */
async function holderLater(mark: string): Promise<Holder | null> {
  if (!(await readFile(mark)).ok) return null;
  await setTimeout(500);
  return holderAt(mark);
}

function holderIn(bytes: Buffer): Holder | null {
  try {
    const said = JSON.parse(bytes.toString("utf8")) as Partial<Holder> | null;
    const { machine: name, process: number } = said ?? {};
    return typeof name === "string" && typeof number === "number" ? { machine: name, process: number } : null;
  } catch {
    return null;
  }
}

export function isRunning(pid: number): boolean {
  try {
    return Number.isInteger(pid) && pid > 0 && process.kill(pid, 0);
  } catch (error) {
    return causeOf(error) === "EPERM";
  }
}

/** False when there is one already. */
async function setMark(mark: string): Promise<boolean> {
  try {
    await writeFile(mark, JSON.stringify({ machine: machine(), process: process.pid } satisfies Holder), {
      flag: "wx",
    });
    return true;
  } catch (error) {
    if (causeOf(error) === "EEXIST") return false;
    throw error;
  }
}
