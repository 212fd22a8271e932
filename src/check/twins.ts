/** Of files with the same bytes, which one is the original. */
import type { Coverage, Link } from "../model/coverage.ts";
import type { SourcePath } from "../model/ids.ts";
import { compareNames } from "../model/order.ts";

/** Names that file managers and people give to copies: 副本, copy, (1). */
const copyName = /(?:副本|复件|\bcopy\b|[（(]\d+[）)])[^/]*$/iu;

/** The copy of the department that owes it comes first, then plain names before names of copies, then by path. */
export const originalsFirst = <L extends Link>(links: readonly L[]): L[] =>
  links.toSorted(
    (a, b) =>
      Number(isFromOwner(b)) - Number(isFromOwner(a)) ||
      Number(copyName.test(a.evidence.name)) - Number(copyName.test(b.evidence.name)) ||
      compareNames(a.evidence.path, b.evidence.path),
  );

const isFromOwner = (link: Link): boolean =>
  link.type === "linked" && link.requirement !== null && link.evidence.department === link.requirement.owner;

/** Items with the same bytes as another one of the same requirement are printed once. */
export const twinsIn = (coverage: readonly Coverage[]): ReadonlyMap<SourcePath, SourcePath> =>
  new Map(
    coverage.flatMap(({ items }) =>
      items.flatMap(({ link, notCounted, duplicateOf }): [SourcePath, SourcePath][] =>
        notCounted === "duplicate" && duplicateOf !== null ? [[link.evidence.path, duplicateOf]] : [],
      ),
    ),
  );
