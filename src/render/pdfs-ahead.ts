/** Where there are many PDFs, several are made ready at once, while the others wait for their turn. */
import { Threads, threadsFor } from "../threads.ts";
import type { Outcome } from "./outcome.ts";
import { renderPdfOnce } from "./pdf.ts";
import type { PdfJobOnce } from "./pdf.ts";

/** For fewer PDFs the threads would take longer to start than they save. */
const fewPdfs = 24;

/** How many files that need nothing are read at once, to see that they are what they were. */
const readAtOnce = 4;

interface PdfsAhead<Key> {
  /** Of those that were begun ahead; to be looked at when their turn comes. */
  readonly outcomes: ReadonlyMap<Key, Promise<Outcome>>;
  readonly close: () => Promise<void>;
}

/** Begins the jobs: those known to need nothing here, the rest in threads, or not at all where they are few. */
export function pdfsAhead<Key>(jobs: ReadonlyMap<Key, PdfJobOnce>): PdfsAhead<Key> {
  const known = severalAtOnce([...jobs].filter(([, { whole }]) => whole !== null));
  const others = [...jobs].filter(([, { whole }]) => whole === null);
  const count = threadsFor(others.length);
  if (others.length < fewPdfs || count < 2) return { outcomes: known, close: () => Promise.resolve() };
  const threads = new Threads<PdfJobOnce, Outcome>("render/pdf-worker.js", count, { ahead: 2 });
  const begun = others.map(([key, job]) => [key, lookedAtLater(threads.run(job))] as const);
  return { outcomes: new Map([...known, ...begun]), close: () => threads.close() };
}

/** Each begins when one of those some places before it has ended. */
function severalAtOnce<Key>(jobs: readonly (readonly [Key, PdfJobOnce])[]): ReadonlyMap<Key, Promise<Outcome>> {
  const lanes: Promise<unknown>[] = Array.from({ length: readAtOnce }, () => Promise.resolve());
  return new Map(
    jobs.map(([key, job], index) => {
      const lane = index % readAtOnce;
      const outcome = lookedAtLater((lanes[lane] ?? Promise.resolve()).then(() => renderPdfOnce(job)));
      lanes[lane] = outcome.catch(() => undefined);
      return [key, outcome];
    }),
  );
}

function lookedAtLater<T>(outcome: Promise<T>): Promise<T> {
  outcome.catch(() => undefined);
  return outcome;
}
