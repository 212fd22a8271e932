/** Changes of files, gathered until there is quiet: somebody who copies fifty files wants one answer, not fifty. */
import { stampOf } from "../world.ts";

/** Milliseconds without a change after which what changed is told. */
const quiet = 1000;

/** So often it waits for quiet; a log that is written to without end must not keep the check from being shown. */
const patience = 30;

export interface Changes {
  /** Something at this path came, went or changed. */
  readonly note: (file: string) => void;
  /**
   * The paths that changed since the last answer, as soon as there is one and a second has passed in which nothing
   * changed and no file grew, but after half a minute in any case: what still grows then is told again later. `onWait`
   * hears, once each, of files that are still being written.
   */
  readonly next: (onWait: (file: string) => void) => Promise<readonly string[]>;
}

/** What a file looks like now; the same twice, a second apart, means that nobody writes it. */
const lookOf = (file: string): string => {
  const stamp = stampOf(file);
  return stamp === null ? "" : `${String(stamp.size)} ${String(stamp.changed)}`;
};

export function gatherChanges(): Changes {
  const touched = new Map<string, string>();
  let last = 0;
  let heard: () => void = () => undefined;
  const first = (): Promise<void> =>
    touched.size > 0
      ? Promise.resolve()
      : new Promise((resolve) => {
          heard = resolve;
        });
  return {
    note: (file) => {
      touched.set(file, lookOf(file));
      last += 1;
      heard();
    },
    next: async (onWait) => {
      await first();
      const told = new Set<string>();
      for (let waited = 1; ; waited += 1) {
        const before = last;
        await new Promise((resolve) => {
          setTimeout(resolve, quiet);
        });
        const growing = [...touched].filter(([file, look]) => lookOf(file) !== look).map(([file]) => file);
        for (const file of growing) {
          touched.set(file, lookOf(file));
          if (told.has(file)) continue;
          told.add(file);
          onWait(file);
        }
        if ((growing.length > 0 || last !== before) && waited < patience) continue;
        const all = [...touched.keys()].toSorted();
        for (const file of all) if (!growing.includes(file)) touched.delete(file);
        return all;
      }
    },
  };
}
