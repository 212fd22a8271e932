/** Work that is shared out among threads: modules of ours that answer jobs, each in an order of its own. */
import { availableParallelism } from "node:os";
import path from "node:path";
import { setImmediate } from "node:timers/promises";
import { getHeapStatistics, setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { parentPort, Worker, workerData } from "node:worker_threads";
import { packageRoot } from "./world.ts";

/** More would each hold their own engines and fonts in memory. */
const mostThreads = 4;

/** Megabytes for objects that have just been made: for one file after the other little is needed. */
const youngest = 8;

/** How many threads there are work for and processors to run them. */
export const threadsFor = (jobs: number): number => Math.min(jobs, availableParallelism(), mostThreads);

type Answer =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: unknown; readonly code: string | null };

interface Waiting {
  readonly job: unknown;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** A thread with the jobs that it has, in order. */
interface Seat {
  readonly thread: Worker;
  readonly jobs: Waiting[];
}

interface Staff<Job, Result> {
  /** Handed to each thread once, for all its jobs. */
  readonly given?: unknown;
  /** Jobs that each thread has at once, one of them in hand; more than one where this thread may be slow to give out the next. */
  readonly ahead?: number;
  /** Does jobs in this thread beside the others, which saves the memory of one; it must wait for something now and then. */
  readonly here?: (job: Job) => Promise<Result>;
}

/** Threads that run one compiled module, named below `dist/`; each is started when there is a job for it. */
export class Threads<Job, Result> {
  readonly #module: string;
  readonly #most: number;
  readonly #given: unknown;
  readonly #ahead: number;
  /** Null while it has a job. */
  #here: ((job: Job) => Promise<Result>) | null;
  #inHand: Promise<void> = Promise.resolve();
  readonly #seats: Seat[] = [];
  readonly #waiting: Waiting[] = [];

  /** `most` threads work at once, this one among them when it does jobs too. */
  constructor(module: string, most: number, { given = null, ahead = 1, here }: Staff<Job, Result> = {}) {
    this.#module = module;
    this.#most = here === undefined ? most : most - 1;
    this.#given = given;
    this.#ahead = ahead;
    this.#here = here ?? null;
  }

  /** Jobs are begun in the order in which they come. What the module throws is thrown here, with the system's code. */
  run(job: Job): Promise<Result> {
    const answer = new Promise<unknown>((resolve, reject) => {
      this.#waiting.push({ job, resolve, reject });
    });
    this.#next();
    return answer as Promise<Result>;
  }

  /** Stops all threads, whatever they are doing; a job in this one is ended first. */
  async close(): Promise<void> {
    for (const { reject } of this.#waiting.splice(0)) reject(new Error(`${this.#module} was stopped`));
    await this.#inHand;
    await Promise.all(this.#seats.map(({ thread }) => thread.terminate()));
    // What they answered has been looked at.
    sweepWhenFull();
  }

  #next(): void {
    if (this.#here !== null) {
      const job = this.#waiting.shift();
      if (job !== undefined) this.#inHand = this.#doHere(job, this.#here);
      return;
    }
    const idle = this.#seats.find(({ jobs }) => jobs.length === 0);
    const seat =
      idle ?? (this.#seats.length < this.#most ? null : this.#seats.find(({ jobs }) => jobs.length < this.#ahead));
    if (seat === undefined) return;
    const job = this.#waiting.shift();
    if (job === undefined) return;
    const { thread, jobs } = seat ?? this.#start();
    jobs.push(job);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    thread.postMessage(job.job);
  }

  async #doHere({ job, resolve, reject }: Waiting, here: (job: Job) => Promise<Result>): Promise<void> {
    this.#here = null;
    // First the threads are started.
    await setImmediate();
    await here(job as Job).then(resolve, reject);
    sweepWhenFull();
    this.#here = here;
    this.#next();
  }

  #start(): Seat {
    // The compiled file, so that tests that run the sources have it too.
    const thread = new Worker(path.join(packageRoot, "dist", this.#module), {
      workerData: this.#given,
      resourceLimits: { maxYoungGenerationSizeMb: youngest },
    });
    const seat: Seat = { thread, jobs: [] };
    const end = (error: unknown): void => {
      const at = this.#seats.indexOf(seat);
      if (at !== -1) this.#seats.splice(at, 1);
      for (const { reject } of seat.jobs.splice(0)) reject(error);
      this.#next();
    };
    thread.on("message", (answer: Answer) => {
      const done = seat.jobs.shift();
      if (answer.ok) done?.resolve(answer.value);
      else
        done?.reject(answer.code === null ? answer.error : Object.assign(answer.error as Error, { code: answer.code }));
      this.#next();
    });
    thread.on("error", end).on("exit", () => {
      end(new Error(`${this.#module} ended in the middle of a job`));
    });
    this.#seats.push(seat);
    return seat;
  }
}

/** So many bytes of what is no longer used may lie about. */
const litter = 32 * 1024 * 1024;

let collector: (() => void) | null = null;
let swept = 0;

/** Frees the memory of what is no longer used, now; left to itself Node lets it grow to some multiple of what is. */
export function sweep(): void {
  if (collector === null) {
    setFlagsFromString("--expose-gc");
    collector = runInNewContext("gc") as () => void;
  }
  collector();
  swept = inUse();
}

/** The same, but only when much has been made since the last time. */
export function sweepWhenFull(): void {
  if (inUse() - swept > litter) sweep();
}

function inUse(): number {
  const { used_heap_size: heap, external_memory: beside } = getHeapStatistics();
  return heap + beside;
}

/** In the module of a thread: answers each job with what `work` gives. */
export function serve(work: (job: never, given: never) => Promise<unknown>): void {
  const answer = async (job: never): Promise<Answer> => {
    try {
      return { ok: true, value: await work(job, workerData as never) };
    } catch (error) {
      // An error that is passed on keeps its words and its trace, but not the system's code.
      const code = error instanceof Error && "code" in error ? String(error.code) : null;
      return { ok: false, error, code };
    }
  };
  let last = Promise.resolve();
  const next = async (before: Promise<void>, job: unknown): Promise<void> => {
    await before;
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    parentPort?.postMessage(await answer(job as never));
    sweepWhenFull();
  };
  parentPort?.on("message", (job: unknown) => {
    last = next(last, job);
  });
}
