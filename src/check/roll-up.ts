/**
 * Roll-up: from leaves to groups, sections and the map, for the evidence (coverage) and for the self score alike.
 * What does not apply leaves the denominator; what is not scored yet keeps everything above it from being met.
 * docs/scoring.md works an example by hand.
 */
import type { Assessment, Coverage } from "../model/coverage.ts";
import type { IndicatorCode } from "../model/ids.ts";
import type { Indicator, IndicatorMap, Section, Weighing } from "../model/map.ts";
import type { SourceRef } from "../model/source.ts";
import { reaches } from "../model/standing.ts";
import type { RollUp, Shortfall, Standing, Standings } from "../model/standing.ts";
import { bandOf } from "./bands.ts";
import { leafCoverage, leafScore } from "./leaf-measures.ts";
import type { Open } from "./leaf-measures.ts";

/** What is above a leaf or is one; the map itself has no code. */
interface Node extends Weighing {
  readonly code: IndicatorCode | null;
  readonly title: string;
  readonly at: SourceRef;
}

interface Branch {
  readonly node: Node;
  readonly level: Standing["level"];
  readonly children: readonly Branch[];
  readonly coverage: Open;
  readonly score: Open;
  /** Steps of the ordinal leaves at and below it. */
  readonly marks: readonly number[];
}

/** What the map, its sections, groups and leaves come to; and the class of the result. */
export function rollUp(
  map: IndicatorMap,
  coverage: readonly Coverage[],
  assessments: readonly Assessment[],
): Standings {
  const requirements = new Map<IndicatorCode, Coverage[]>();
  for (const each of coverage) {
    const { indicator } = each.requirement;
    requirements.set(indicator, [...(requirements.get(indicator) ?? []), each]);
  }
  const scores = new Map(assessments.map((each) => [each.indicator, each]));
  const grow = (node: Section | Indicator, level: "section" | "group"): Branch => {
    if (node.indicators.length > 0 || !("scoring" in node)) {
      return branch(
        node,
        level,
        node.indicators.map((child) => grow(child, "group")),
      );
    }
    return leaf(node, requirements.get(node.code) ?? [], scores.get(node.code));
  };
  const { title, at, rollUp: rule, minShare } = map;
  const whole: Node = { code: null, title, weight: 1, veto: false, minShare, rollUp: rule, at };
  const root = branch(
    whole,
    "map",
    map.sections.map((each) => grow(each, "section")),
  );
  const nodes = flatten(root);
  return { nodes, band: root.score.open > 0 ? null : bandOf(map, nodes, scores) };
}

/** A leaf stands for itself; a gate that fails is a veto. */
function leaf(node: Indicator, coverage: readonly Coverage[], score: Assessment | undefined): Branch {
  const weighing = { ...node, veto: node.veto || node.scoring.type === "gate" };
  const counts = node.scoring.type === "ordinal" && score?.notApplicable === false && score.self !== null;
  return {
    node,
    level: "leaf",
    children: [],
    coverage: withOwnShortfalls(node, leafCoverage(coverage)),
    score: withOwnShortfalls(weighing, leafScore(node, score)),
    marks: counts ? [Number(score.self)] : [],
  };
}

function branch(node: Node, level: Standing["level"], children: readonly Branch[]): Branch {
  const marks = children.flatMap((each) => each.marks);
  // Low marks are those of the self score; evidence has none.
  const ofEvidence = node.rollUp?.type === "low-marks" ? null : node.rollUp;
  return {
    node,
    level,
    children,
    coverage: withOwnShortfalls(
      node,
      combine(node, ofEvidence, children, (each) => each.coverage, []),
    ),
    score: withOwnShortfalls(
      node,
      combine(node, node.rollUp, children, (each) => each.score, marks),
    ),
    marks,
  };
}

/** The measure of a node from those below it, before its own minimum and veto. */
function combine(
  node: Node,
  rule: RollUp | null,
  children: readonly Branch[],
  measureOf: (child: Branch) => Open,
  marks: readonly number[],
): Open {
  const live = children.filter((child) => measureOf(child).share !== null);
  const scored = live.flatMap((child) => measureOf(child).points ?? []);
  const points = scored.length === 0 ? null : scored.reduce((a, b) => ({ self: a.self + b.self, max: a.max + b.max }));
  const open = children.reduce((sum, child) => sum + measureOf(child).open, 0);
  const share = shareOf(rule, live, measureOf, points);
  const found = shortfallsOf(node, rule, live, measureOf, marks);
  const carried = children.flatMap((child) => measureOf(child).shortfalls.filter(carriesUp));
  const plain = rule?.type === "at-least" || rule?.type === "low-marks" ? "met" : allAlike(live.map(measureOf));
  const verdict = share === null ? null : found.length + carried.length > 0 ? "not" : plain;
  return {
    share,
    points,
    open,
    verdict: verdict === "met" && open > 0 ? "partly" : verdict,
    shortfalls: [...carried, ...found],
  };
}

/** A veto and a missed minimum count all the way up; the rest has done its work in the node's own verdict. */
const carriesUp = ({ type }: Shortfall): boolean => type === "veto" || type === "below-minimum";

const allAlike = (below: readonly Open[]): Open["verdict"] =>
  below.every((each) => each.verdict === "met")
    ? "met"
    : below.every((each) => each.verdict === "not")
      ? "not"
      : "partly";

/** Points add up where there are any and no weights are asked for; else the mean of the shares, by weight. */
function shareOf(
  rule: RollUp | null,
  live: readonly Branch[],
  measureOf: (child: Branch) => Open,
  points: Open["points"],
): number | null {
  if (live.length === 0) return null;
  if (rule?.type !== "weighted" && points !== null) return points.max === 0 ? null : points.self / points.max;
  const weights = live.reduce((sum, { node }) => sum + node.weight, 0);
  return live.reduce((sum, child) => sum + child.node.weight * (measureOf(child).share ?? 0), 0) / weights;
}

/** What the node's own rule finds wanting. */
function shortfallsOf(
  { code, at }: Node,
  rule: RollUp | null,
  live: readonly Branch[],
  measureOf: (child: Branch) => Open,
  marks: readonly number[],
): Shortfall[] {
  if (rule?.type === "low-marks") {
    const low = marks.filter((mark) => mark <= rule.low).length;
    return low > rule.atMost ? [{ type: "low-marks", node: code, marks: low, atMost: rule.atMost, at }] : [];
  }
  if (rule?.type !== "at-least" || live.length === 0) return [];
  const met = live.filter((child) => measureOf(child).verdict === "met").length;
  // What does not apply cannot be asked for: six of seven becomes six of six.
  const count = Math.min(rule.count, live.length);
  const below = live.flatMap((child): Shortfall[] => {
    const share = measureOf(child).share ?? 0;
    if (child.node.code === null || reaches(share, rule.floor)) return [];
    return [{ type: "below-floor", node: child.node.code, share, floor: rule.floor, at: child.node.at }];
  });
  return met < count ? [{ type: "too-few-met", node: code, met, count, at }, ...below] : below;
}

/** Adds the node's own minimum, and its veto when it is not met. */
function withOwnShortfalls({ code, minShare, veto, at }: Node, measure: Open): Open {
  if (measure.share === null) return measure;
  const found: Shortfall[] = [];
  if (minShare !== null && !reaches(measure.share, minShare)) {
    found.push({ type: "below-minimum", node: code, share: measure.share, min: minShare, at });
  }
  const verdict = found.length > 0 ? "not" : measure.verdict;
  if (veto && code !== null && verdict === "not") found.push({ type: "veto", node: code, at });
  return { ...measure, verdict, shortfalls: [...measure.shortfalls, ...found] };
}

function flatten({ node, level, children, coverage, score }: Branch): Standing[] {
  const plain = ({ share, points, verdict, shortfalls }: Open): Standing["score"] => {
    return { share, points, verdict, shortfalls };
  };
  const own = { code: node.code, title: node.title, level, coverage: plain(coverage), score: plain(score) };
  return [own, ...children.flatMap(flatten)];
}
