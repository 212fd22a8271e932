/** What is different from an earlier check. */
import type { Coverage } from "../model/coverage.ts";
import { compareNames } from "../model/order.ts";
import type { Changes, Earlier } from "../model/selection.ts";
import type { Workspace } from "../model/workspace.ts";

/** What is different now: files by their bytes, requirements by their status. */
export function changesSince(
  { name, asOf, files, requirements }: Earlier,
  { evidence }: Pick<Workspace, "evidence">,
  coverage: readonly Coverage[],
): Changes {
  const now = new Map(evidence.map((each) => [each.path as string, each.sha256]));
  const sorted = (paths: readonly string[]): string[] => paths.toSorted(compareNames);
  return {
    since: { name, asOf },
    files:
      files === null
        ? null
        : {
            added: sorted([...now.keys()].filter((path) => !files.has(path))),
            changed: sorted(
              [...now].flatMap(([path, hash]) => (files.has(path) && files.get(path) !== hash ? path : [])),
            ),
            removed: sorted([...files.keys()].filter((path) => !now.has(path))),
          },
    statuses:
      requirements === null
        ? null
        : coverage.flatMap(({ requirement, status }) => {
            const from = requirements.get(requirement.id)?.status ?? null;
            return from === status ? [] : [{ requirement: requirement.id, from, to: status }];
          }),
  };
}

/** Paths of files that are different now, and ids of the requirements that they or a new status concern. */
export interface Touched {
  readonly files: ReadonlySet<string>;
  readonly requirements: ReadonlySet<string>;
}

/** A file that was removed concerns the requirement that it was linked to then. */
export function touchedBy({ files, statuses }: Changes, earlier: Earlier, coverage: readonly Coverage[]): Touched {
  const removed = new Set(files?.removed);
  const now = new Set(files === null ? [] : [...files.added, ...files.changed]);
  const requirements = new Set<string>(statuses?.map((each) => each.requirement));
  for (const { requirement, items } of coverage) {
    const paths = items.flatMap((item) => item.link.item.files.map(({ path }) => path));
    const then = earlier.requirements?.get(requirement.id)?.files ?? [];
    if (paths.some((path) => now.has(path)) || then.some((path) => removed.has(path))) requirements.add(requirement.id);
  }
  return { files: new Set([...now, ...removed]), requirements };
}
