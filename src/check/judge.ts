/** Requirement by requirement: what counts, what is still owed (覆盖). */
import type {
  Coverage,
  CoverageStatus,
  JudgedItem,
  Link,
  LinkedItem,
  NotCounted,
  ReviewState,
} from "../model/coverage.ts";
import { keyOf } from "../model/evidence.ts";
import type { Evidence } from "../model/evidence.ts";
import { groupBy, groupsOfMany } from "../model/group.ts";
import type { IndicatorCode, SourcePath } from "../model/ids.ts";
import type { Leaf, Requirement } from "../model/map.ts";
import { leavesOf } from "../model/map.ts";
import type { Period } from "../model/source.ts";
import type { Waiver, Workspace } from "../model/workspace.ts";
import { bytesOf, originalsFirst } from "./twins.ts";

type Judged = Pick<Workspace, "map" | "waivers" | "asOf">;

/** What is known of links from the lock; nothing when nothing was ever reviewed. */
type Review = ReadonlyMap<Link, ReviewState>;

/** The state of every requirement, in the order of the map; what is `withheld` proves nothing. */
export function judge(
  workspace: Judged,
  links: readonly Link[],
  review: Review = new Map(),
  withheld: ReadonlySet<SourcePath> = new Set(),
): Coverage[] {
  const linked = links.filter((link) => link.type === "linked");
  const byRequirement = groupBy(linked, (link) => link.requirement?.id ?? null);
  return leavesOf(workspace.map).flatMap((leaf) =>
    leaf.indicator.requires.map((requirement) =>
      judgeRequirement(
        requirement,
        leaf,
        judgeItems(requirement, byRequirement.get(requirement.id) ?? [], { asOf: workspace.asOf, withheld }),
        workspace,
        review,
      ),
    ),
  );
}

function judgeRequirement(
  requirement: Requirement,
  leaf: Leaf,
  items: readonly JudgedItem[],
  workspace: Judged,
  review: Review,
): Coverage {
  const counted = items.filter((item) => item.notCounted === null);
  const years = requirement.eachYear ? yearsOf(requirement.window, workspace.asOf) : [];
  const missingYears = years.filter(
    (year) => counted.filter((item) => speaksOf(item.link.item.period, year)).length < requirement.min,
  );
  // Without a window there are no years to ask for one by one; the number alone counts then.
  const yearly = years.length > 0;
  const need = yearly ? requirement.min * years.length : requirement.min;
  const waiver = waiverFor(workspace, requirement.indicator, requirement.key);
  const expired = waiver === null && waiversOf(workspace, requirement.indicator, requirement.key).length > 0;
  const full = yearly ? missingYears.length === 0 : counted.length >= need;
  const judged = statusOf(requirement, items, full, expired ? "expired" : waiver);
  const stale = judged === "covered" && counted.some((item) => review.get(item.link) === "changed");
  const status = stale ? "stale" : judged;
  return { requirement, leaf, status, items, have: counted.length, need, missingYears };
}

interface Judging {
  readonly asOf: string;
  readonly withheld: ReadonlySet<SourcePath>;
}

/** Of items with the same bytes one counts. */
function judgeItems(requirement: Requirement, links: readonly LinkedItem[], judging: Judging): JudgedItem[] {
  const firstOf = new Map<string, SourcePath>();
  for (const [bytes, alike] of groupsOfMany(links, ({ item }) => bytesOf(item))) {
    const [first] = originalsFirst(alike);
    if (bytes !== null && first !== undefined) firstOf.set(bytes, keyOf(first.item));
  }
  return links.map((link) => {
    const bytes = bytesOf(link.item);
    const key = keyOf(link.item);
    const original = bytes === null ? key : (firstOf.get(bytes) ?? key);
    const twin = original === key ? null : original;
    return { link, notCounted: notCounted(requirement, link, twin, judging), duplicateOf: twin };
  });
}

function notCounted(
  requirement: Requirement,
  link: LinkedItem,
  twin: SourcePath | null,
  { asOf, withheld }: Judging,
): NotCounted | null {
  const { files, period } = link.item;
  if (files.some((file) => withheld.has(file.path))) return "classified";
  // Half a bundle proves nothing: the file that cannot be read is told.
  if (files.some((file) => file.state.type !== "readable")) return "unreadable";
  if (twin !== null) return "duplicate";
  if (!files.some((file) => isAccepted(requirement, file))) return "wrong-kind";
  if (isOutside(requirement, period, asOf)) return isAhead(requirement, period, asOf) ? "after-as-of" : "out-of-window";
  return requirement.eachYear && period === null ? "no-year" : null;
}

/** OFD is the page format of official papers in China (GB/T 33190): a paper, though it cannot be printed here yet. */
const isAccepted = ({ accepts }: Requirement, { state }: Evidence): boolean =>
  state.type === "readable" && (accepts.includes(state.kind) || (state.format === "ofd" && accepts.includes("pdf")));

/** Evidence can be no younger than the day of judgement. */
export const lastDay = (window: Period, asOf: string): string => (window.to < asOf ? window.to : asOf);

/**
 * A period wholly before or after the window; a lasting paper may be older while it is in force. Unknown periods are not
 * judged.
 */
export function isOutside({ window, lasting }: Requirement, period: Period | null, asOf: string): boolean {
  if (window === null || period === null) return false;
  return period.from > lastDay(window, asOf) || (period.to < window.from && (!lasting || isTerm(period)));
}

/** Within the window, but of a time that comes after the day of judgement. */
const isAhead = ({ window }: Requirement, period: Period | null, asOf: string): boolean =>
  window !== null && period !== null && period.from > asOf && period.from <= window.to;

/** Years from … to say how long a paper is in force (规划2011-2015年); a single one only says when it was made. */
const isTerm = ({ from, to }: Period): boolean => from.slice(0, 4) !== to.slice(0, 4);

/** The calendar years of a window, as far as they have begun on the day of judgement. */
export function yearsOf(window: Period | null, asOf: string): number[] {
  if (window === null) return [];
  const [from, to] = [window.from, window.to < asOf ? window.to : asOf].map((text) => Number(text.slice(0, 4)));
  if (from === undefined || to === undefined) return [];
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}

const speaksOf = (period: Period | null, year: number): boolean =>
  period !== null && Number(period.from.slice(0, 4)) <= year && year <= Number(period.to.slice(0, 4));

/** The waiver that counts on the day of judgement; with `key` null, one for the whole indicator. */
export function waiverFor(
  { waivers, asOf }: Pick<Workspace, "waivers" | "asOf">,
  indicator: IndicatorCode,
  key: string | null,
): Waiver | null {
  const fitting = waiversOf({ waivers }, indicator, key).filter(({ until }) => until === null || until >= asOf);
  return fitting.find((each) => each.notApplicable) ?? fitting[0] ?? null;
}

/** Those that speak of a requirement, whether or not they still count. */
const waiversOf = ({ waivers }: Pick<Workspace, "waivers">, indicator: IndicatorCode, key: string | null): Waiver[] =>
  waivers.filter((each) => each.indicator === indicator && (each.requirement === null || each.requirement === key));

function statusOf(
  requirement: Requirement,
  items: readonly JudgedItem[],
  full: boolean,
  waiver: Waiver | "expired" | null,
): CoverageStatus {
  if (waiver !== "expired" && waiver?.notApplicable === true) return "not-applicable";
  if (requirement.onSite) return "on-site";
  if (full) return "covered";
  if (waiver !== null && waiver !== "expired") return "waived";
  if (requirement.optional) return "optional";
  if (waiver === "expired") return "waiver-expired";
  const originals = items.filter((item) => item.notCounted !== "duplicate");
  if (originals.length === 0) return "missing";
  const all = (...reasons: readonly (NotCounted | null)[]): boolean =>
    originals.every((item) => reasons.includes(item.notCounted));
  if (all("unreadable")) return "unreadable";
  if (all("wrong-kind")) return "wrong-kind";
  if (all("out-of-window", "after-as-of")) return "out-of-window";
  return "insufficient";
}
