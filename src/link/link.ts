/** Joins what was handed in to what is asked: by code first, then by title (design: order of finding). */
import { nearest } from "../engines/nearest.ts";
import type { Link } from "../model/coverage.ts";
import type { Evidence } from "../model/evidence.ts";
import type { DepartmentId } from "../model/ids.ts";
import type { Indicator, IndicatorMap, Leaf, Requirement } from "../model/map.ts";
import { leavesOf } from "../model/map.ts";
import type { Workspace } from "../model/workspace.ts";
import { plainCode } from "./name-parts.ts";

/** Every evidence item gets exactly one link, in the order of the items. */
export function linkEvidence(workspace: Pick<Workspace, "map" | "evidence">): Link[] {
  const index = indexOf(workspace.map);
  return workspace.evidence.map((item) => linkItem(item, index));
}

interface Index {
  readonly leaves: readonly Leaf[];
  readonly byCode: ReadonlyMap<string, readonly Leaf[]>;
}

/** The leaves at or below every code of the map. */
function indexOf(map: IndicatorMap): Index {
  const leaves = leavesOf(map);
  const byCode = new Map<string, Leaf[]>();
  for (const leaf of leaves) {
    const codes = [leaf.section.code, ...leaf.groups.map((each) => each.code), leaf.indicator.code];
    for (const code of codes) byCode.set(code, [...(byCode.get(code) ?? []), leaf]);
  }
  return { leaves, byCode };
}

function linkItem(evidence: Evidence, index: Index): Link {
  if (evidence.state.type === "ignored") return { type: "ignored", evidence };
  if (evidence.claim === null) return linkByTitle(evidence, index);
  const scope = index.byCode.get(evidence.claim.code) ?? [];
  const matches = bestMatches(evidence, scope);
  const [only] = matches;
  if (only !== undefined && matches.length === 1) return linked(evidence, scope, only, "code");
  if (matches.length > 1) return { type: "ambiguous", evidence, candidates: matches };
  const [leaf] = scope;
  if (leaf === undefined || scope.length > 1) return unmatched(evidence, index);
  const { indicator } = leaf;
  const [slot] = indicator.requires;
  return {
    type: "linked",
    evidence,
    indicator,
    requirement: indicator.requires.length === 1 && slot !== undefined ? slot : null,
    serial: evidence.claim.serial,
    via: "code",
  };
}

function linkByTitle(evidence: Evidence, index: Index): Link {
  if (evidence.codeLike !== null) return unmatched(evidence, index);
  const owed = index.leaves.filter((leaf) => isOwedBy(evidence.department, leaf.indicator));
  for (const scope of [owed, index.leaves]) {
    const matches = bestMatches(evidence, scope);
    const [only] = matches;
    if (only !== undefined && matches.length === 1) return linked(evidence, scope, only, "title");
    if (matches.length > 1) return { type: "ambiguous", evidence, candidates: matches };
  }
  return unmatched(evidence, index);
}

function linked(evidence: Evidence, scope: readonly Leaf[], requirement: Requirement, via: "code" | "title"): Link {
  const leaf = scope.find((each) => each.indicator.requires.includes(requirement));
  if (leaf === undefined) throw new Error(`${requirement.id} is not in its own scope`);
  const serial = evidence.claim?.serial ?? null;
  return { type: "linked", evidence, indicator: leaf.indicator, requirement, serial, via };
}

function unmatched(evidence: Evidence, index: Index): Link {
  const code = evidence.codeLike ?? (evidence.claim?.from === "file" ? evidence.claim.code : null);
  const codes = index.leaves.map((leaf) => leaf.indicator.code as string);
  return { type: "unmatched", evidence, code, nearest: code === null ? null : nearest(plainCode(code), codes) };
}

const isOwedBy = (department: DepartmentId | null, indicator: Indicator): boolean =>
  department !== null &&
  (indicator.lead === department ||
    indicator.support.includes(department) ||
    indicator.requires.some((each) => each.owner === department));

/**
 * The requirements whose title or alias stands in the file's name, or else in the nearest folder that
 * has one; of several, the longest title wins; of equal ones, those that the file's own department owes.
 */
function bestMatches(evidence: Evidence, scope: readonly Leaf[]): Requirement[] {
  const requirements = scope.flatMap((leaf) => leaf.indicator.requires);
  const stem = evidence.name.replace(/\.[A-Za-z0-9]{1,8}$/u, "");
  for (const text of [stem, ...evidence.folders.toReversed()]) {
    const within = bare(text);
    const scored = requirements
      .map((requirement) => ({ requirement, score: matchLength(requirement, within) }))
      .filter(({ score }) => score > 0);
    if (scored.length === 0) continue;
    const top = Math.max(...scored.map(({ score }) => score));
    const best = scored.filter(({ score }) => score === top).map(({ requirement }) => requirement);
    const own = best.filter((each) => each.owner === evidence.department);
    return own.length > 0 ? own : best;
  }
  return [];
}

const matchLength = (requirement: Requirement, within: string): number =>
  Math.max(
    ...[requirement.title, ...requirement.aliases].map((title) => {
      const wanted = bare(title);
      return wanted !== "" && within.includes(wanted) ? wanted.length : 0;
    }),
  );

/** Letters and digits only, in one width and case: spaces, brackets and punctuation do not tell names apart. */
const bare = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
