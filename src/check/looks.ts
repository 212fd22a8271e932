/**
 * The same shot handed in again, smaller or recompressed: by two departments, for two occasions, for two years. Only
 * once the pictures were rendered, for a check does not decode them.
 */
import type { Coverage } from "../model/coverage.ts";
import type { Evidence, Item, Thumbnail } from "../model/evidence.ts";
import type { EvidenceKind, Requirement } from "../model/map.ts";
import { isAlike, likenessOf } from "./likeness.ts";
import type { Likeness } from "./likeness.ts";
import { itemsOf } from "./rule.ts";
import { originalsFirst } from "./twins.ts";

interface Shot {
  readonly item: Item;
  readonly file: Evidence;
  readonly requirement: Requirement;
}

export interface LookAlike {
  readonly later: Shot;
  readonly first: Shot;
}

/** What is asked as a picture of something; papers are told apart by their words. */
const pictured: ReadonlySet<EvidenceKind> = new Set(["photo", "media", "object"]);

/** Each photo that shows what an earlier one shows, in the order that also tells originals from copies. */
export function lookAlikesIn(coverage: readonly Coverage[]): readonly LookAlike[] {
  // One of each group is compared with, so that a thousand copies of one shot cost a thousand comparisons.
  const leaders: { readonly shot: Shot; readonly likeness: Likeness }[] = [];
  return shotsIn(coverage).flatMap((shot) => {
    const thumbnail = thumbnailOf(shot.file);
    const likeness = thumbnail === null ? null : likenessOf(thumbnail);
    if (likeness === null) return [];
    const leader = leaders.find((each) => isAlike(each.likeness, likeness));
    if (leader !== undefined) return [{ later: shot, first: leader.shot }];
    leaders.push({ shot, likeness });
    return [];
  });
}

/** Of files with the same bytes the first; none while no picture was rendered. */
function shotsIn(coverage: readonly Coverage[]): Shot[] {
  const links = coverage
    .filter(({ requirement }) => pictured.has(requirement.kind))
    .flatMap(itemsOf)
    .map(({ link }) => link);
  if (!links.some(({ item }) => item.files.some((file) => thumbnailOf(file) !== null))) return [];
  const met = new Set<string>();
  return originalsFirst(links).flatMap(({ item, requirement }) =>
    item.files.flatMap((file) => {
      const content = file.sha256 ?? file.path;
      if (requirement === null || met.has(content)) return [];
      met.add(content);
      return [{ item, file, requirement }];
    }),
  );
}

const thumbnailOf = ({ state }: Evidence): Thumbnail | null =>
  (state.type === "readable" ? state.thumbnail : undefined) ?? null;
