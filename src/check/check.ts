/** The check: coverage, assessments, and what every rule has to say. */
import { sortDiagnostics } from "../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { reweigh } from "../diagnostics/severity.ts";
import type { Assessment, Link, ReviewState } from "../model/coverage.ts";
import type { SourcePath } from "../model/ids.ts";
import type { Workspace } from "../model/workspace.ts";
import { assess } from "./assess.ts";
import { copiesIn } from "./copies.ts";
import { judge } from "./judge.ts";
import { lookAlikesIn } from "./looks.ts";
import { marksOf, withheldFor } from "./marks.ts";
import { numberExhibits } from "./number.ts";
import { holdersOf, reviewOf } from "./review.ts";
import type { Held } from "./review.ts";
import { rollUp } from "./roll-up.ts";
import { handedInBy } from "./rule.ts";
import type { Judged, Rule } from "./rule.ts";
import { folders } from "./rules/folders.ts";
import { docNumber } from "./rules/doc-number.ts";
import { duplicates } from "./rules/duplicates.ts";
import { factDates } from "./rules/fact-dates.ts";
import { factValues } from "./rules/fact-values.ts";
import { figures } from "./rules/figures.ts";
import { findings } from "./rules/findings.ts";
import { fundTotals } from "./rules/fund-totals.ts";
import { impossibleDates } from "./rules/impossible-dates.ts";
import { itemsNamed } from "./rules/items-named.ts";
import { lookAlikes } from "./rules/look-alikes.ts";
import { narratives } from "./rules/narratives.ts";
import { noYear } from "./rules/no-year.ts";
import { notRegistered } from "./rules/not-registered.ts";
import { outsideWindow } from "./rules/outside-window.ts";
import { owed } from "./rules/owed.ts";
import { photoCaptions } from "./rules/photo-captions.ts";
import { selfScores } from "./rules/self-scores.ts";
import { contradictedScores, thresholds } from "./rules/thresholds.ts";
import { surveys } from "./rules/surveys.ts";
import { titles } from "./rules/titles.ts";
import { unlinked } from "./rules/unlinked.ts";
import { unreadable } from "./rules/unreadable.ts";
import { result } from "./rules/result.ts";
import { bundles } from "./rules/bundles.ts";
import { citations } from "./rules/citations.ts";
import { classified } from "./rules/classified.ts";
import { departments } from "./rules/departments.ts";
import { narrativeLength } from "./rules/narrative-length.ts";
import { originals } from "./rules/originals.ts";
import { personalData } from "./rules/personal-data.ts";
import { resolution } from "./rules/resolution.ts";
import { reuse } from "./rules/reuse.ts";
import { seals } from "./rules/seals.ts";
import { unwanted } from "./rules/unwanted.ts";
import { waivers } from "./rules/waivers.ts";
import { wrongKind } from "./rules/wrong-kind.ts";
import { sinceReview } from "./since-review.ts";

const rules: readonly Rule[] = [
  folders,
  unreadable,
  unlinked,
  notRegistered,
  duplicates,
  impossibleDates,
  outsideWindow,
  noYear,
  owed,
  docNumber,
  photoCaptions,
  narratives,
  waivers,
  wrongKind,
  result,
  factValues,
  factDates,
  figures,
  thresholds,
  contradictedScores,
  selfScores,
  seals,
  originals,
  bundles,
  reuse,
  unwanted,
  departments,
  resolution,
  lookAlikes,
  titles,
  narrativeLength,
  citations,
  personalData,
  classified,
  fundTotals,
  surveys,
  itemsNamed,
  findings,
];

export interface Checked extends Judged {
  readonly assessments: readonly Assessment[];
  /** Which items bear the entries of the lock. */
  readonly held: Held;
  readonly review: ReadonlyMap<Link, ReviewState>;
  /** Files whose content may not be bound: marked as classified. */
  readonly withheld: ReadonlySet<SourcePath>;
  /** In the one order of diagnostics. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Judges the links; `earlier` is what loading found. */
export function check(workspace: Workspace, links: readonly Link[], earlier: readonly Diagnostic[]): Checked {
  const held = holdersOf(workspace.lock, links, workspace.map);
  const review = reviewOf(held, links);
  const handedIn = handedInBy(links);
  const marks = handedIn.flatMap(marksOf);
  const withheld = withheldFor(marks, workspace);
  const coverage = judge(workspace, links, review, withheld);
  const assessments = assess(workspace);
  const standings = rollUp(workspace.map, coverage, assessments);
  const numbering = numberExhibits(workspace.map, links, coverage, held);
  const judged: Judged = {
    workspace,
    links,
    coverage,
    standings,
    numbering,
    handedIn,
    marks,
    copies: copiesIn(links, numbering.twins),
    looks: lookAlikesIn(coverage),
  };
  const found = [
    ...rules.flatMap((rule) => rule(judged)),
    ...numbering.diagnostics,
    ...sinceReview(links, { held, review, numbering }),
  ];
  return {
    ...judged,
    assessments,
    held,
    review,
    withheld,
    diagnostics: sortDiagnostics(reweigh([...earlier, ...found], workspace.severities)),
  };
}
