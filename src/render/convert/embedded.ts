/** The embedded engine: LibreOffice in child processes of ours, each watched, killed and replaced when it must be. */
import { setTimeout as sleep } from "node:timers/promises";
import type { OfficeAnswer, OfficeQuestion } from "../../engines/libreoffice-child.ts";
import { memoryOf } from "../../engines/process-memory.ts";
import { startChild } from "../../processes.ts";
import type { Child } from "../../processes.ts";
import { exportOptions } from "./engine.ts";
import type { Engine, EngineFailure } from "./engine.ts";

export interface EmbeddedOptions {
  readonly id: string;
  /** Script of the child; it answers `OfficeQuestion`s. */
  readonly script: string;
  /** Processes at the same time; each takes about 1 GB. */
  readonly processes: number;
  /** Seconds for one file, from when it is begun. */
  readonly timeLimit: number;
  /** Bytes at which a process is killed while it works. */
  readonly memoryLimit: number;
  /** Bytes at which a process is replaced when it is done with a file. */
  readonly replaceAt: number;
  /** Files after which a process is replaced. */
  readonly filesEach: number;
}

/** The usual bounds, as measured: a fresh process takes 0.9 GB, 600 files of all kinds bring it to 2 GB. */
export const embeddedBounds = {
  memoryLimit: 3 * 1024 ** 3,
  replaceAt: 1.8 * 1024 ** 3,
  filesEach: 300,
} as const;

/** Seconds for a process to come up: 4 on a small machine, many times that behind a slow disk and a virus scanner. */
const startLimit = 120;
/** Processes that do not come up before it is given up. */
const startsMissed = 2;
/** Milliseconds between two looks at the memory. */
const memoryPulse = 500;

/** A process and the files it has answered for. */
interface Seat {
  child: Child | null;
  served: number;
}

type Asked = "done" | "failed" | "died" | "timed-out" | "too-large";

class EmbeddedEngine implements Engine {
  readonly id: string;
  readonly #options: EmbeddedOptions;
  readonly #free: Seat[];
  readonly #seats: readonly Seat[];
  readonly #waiting: ((seat: Seat) => void)[] = [];
  #missed = 0;
  #closed = false;

  constructor(options: EmbeddedOptions) {
    this.id = options.id;
    this.#options = options;
    this.#seats = Array.from({ length: options.processes }, () => ({ child: null, served: 0 }));
    this.#free = [...this.#seats];
  }

  readonly toPdf: Engine["toPdf"] = ({ input, output, format, lastPage, clock }) =>
    this.#run({ input, output, format, to: "pdf", options: exportOptions(lastPage), clock });

  readonly toXlsx: NonNullable<Engine["toXlsx"]> = ({ input, output, format, clock }) =>
    this.#run({ input, output, format, to: "xlsx", options: "", clock });

  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all(this.#seats.map((seat) => empty(seat)));
  }

  async #run(question: OfficeQuestion): Promise<EngineFailure | null> {
    const seat = this.#free.pop() ?? (await new Promise<Seat>((resolve) => this.#waiting.push(resolve)));
    try {
      return await this.#runOn(seat, question);
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#free.push(seat);
      else next(seat);
    }
  }

  async #runOn(seat: Seat, question: OfficeQuestion): Promise<EngineFailure | null> {
    const child = await this.#childOf(seat);
    if (child === null) return "no-converter";
    const fresh = seat.served === 0;
    const asked = await this.#ask(child, question);
    if (asked === "done" || asked === "failed") {
      seat.served += 1;
      const full =
        seat.served >= this.#options.filesEach || ((await memoryOf(child.pid)) ?? 0) > this.#options.replaceAt;
      if (full) await empty(seat);
      return asked === "done" ? null : "corrupt";
    }
    await empty(seat);
    // What went before may have left the process in a bad state; alone in a fresh one, it is the file.
    if (!fresh && asked !== "timed-out" && !this.#closed) return this.#runOn(seat, question);
    return asked === "died" ? "crashed" : asked;
  }

  async #childOf(seat: Seat): Promise<Child | null> {
    while (seat.child === null && this.#missed < startsMissed && !this.#closed) {
      const child = startChild(this.#options.script);
      seat.child = child;
      const started = await within(startLimit, child.ask({ start: true }));
      if (started !== null && started !== "late") return child;
      this.#missed += 1;
      await empty(seat);
    }
    return seat.child;
  }

  async #ask(child: Child, question: OfficeQuestion): Promise<Asked> {
    const over = new AbortController();
    const answer = child.ask(question);
    const heavy = this.#watchMemory(child, over.signal);
    const first = await Promise.race([within(this.#options.timeLimit, answer), heavy]);
    over.abort();
    if (first === "late") return "timed-out";
    if (first === "too-large") return "too-large";
    if (first === null) return "died";
    return (first as OfficeAnswer).done ? "done" : "failed";
  }

  /** Settles only when the process has grown beyond its limit. */
  async #watchMemory(child: Child, signal: AbortSignal): Promise<"too-large"> {
    while (!signal.aborted) {
      await sleep(memoryPulse, null, { ref: false });
      if (((await memoryOf(child.pid)) ?? 0) > this.#options.memoryLimit) return "too-large";
    }
    return new Promise(() => undefined);
  }
}

async function empty(seat: Seat): Promise<void> {
  const { child } = seat;
  seat.child = null;
  seat.served = 0;
  await child?.kill();
}

/** What is promised, or "late" when it does not come within these seconds. */
async function within<T>(seconds: number, promised: Promise<T>): Promise<T | "late"> {
  const over = new AbortController();
  const late = sleep(seconds * 1000, "late" as const, { signal: over.signal });
  late.catch(() => undefined);
  const first = await Promise.race([promised, late]);
  over.abort();
  return first;
}

/** Starts no process before the first file. */
export const embeddedEngine = (options: EmbeddedOptions): Engine => new EmbeddedEngine(options);
