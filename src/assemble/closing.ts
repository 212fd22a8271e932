/** Last chapters: summary by section, problems and improvements, list of attachments. */
import { tally } from "../check/tally.ts";
import { rateOf } from "../model/coverage.ts";
import type { Assessment } from "../model/coverage.ts";
import type { Block, Cell, Table } from "../model/document.ts";
import type { Leaf } from "../model/map.ts";
import type { ExhibitGroup } from "../model/pack.ts";
import { columns } from "./appendix.ts";
import { narrativeOf } from "./assembling.ts";
import type { Assembling } from "./assembling.ts";
import { fill, printDate, text } from "./format.ts";

export function summary(from: Assembling, leaves: readonly Leaf[]): Block[] {
  const { workspace, words, coverage } = from;
  const total = tally(coverage);
  const intro = fill(words.report.summary_intro, {
    asOf: printDate(workspace.asOf, words),
    leaves: leaves.length,
    applicable: total.applicable,
    covered: total.covered,
    rate: rateOf(total),
  });
  const rows = workspace.map.sections.map((section) => {
    const own = leaves.filter((leaf) => leaf.section === section);
    return summaryRow(`${section.code} ${section.title}`, own, from);
  });
  const table: Table = {
    type: "table",
    caption: null,
    columns: columns(words.report.summary_columns, [0.2, 0.1, 0.14, 0.12, 0.11, 0.13, 0.1, 0.1]).map(
      (column, index) => ({
        ...column,
        align: index === 0 ? "left" : "center",
      }),
    ),
    rows: [...rows, summaryRow(words.report.total, leaves, from)],
  };
  return [{ type: "paragraph", content: [text(intro)] }, table];
}

function summaryRow(title: string, leaves: readonly Leaf[], from: Assembling): Cell[] {
  const assessments = leaves.flatMap(({ indicator }) => from.assessments.get(indicator.code) ?? []);
  const applicable = assessments.filter((each) => !each.notApplicable);
  const count = (outcome: Assessment["outcome"]): string =>
    String(applicable.filter((each) => each.outcome === outcome).length);
  const sum = tally(from.coverage.filter((each) => isUnder(each.leaf, leaves)));
  const cells = [
    title,
    String(applicable.length),
    count("met"),
    count("partly"),
    count("not"),
    points(leaves, from),
    String(sum.applicable),
    String(sum.covered),
  ];
  return cells.map((cell) => [text(cell)]);
}

const isUnder = (leaf: Leaf, leaves: readonly Leaf[]): boolean =>
  leaves.some((each) => each.indicator.code === leaf.indicator.code);

/** Points won of points that apply; a dash where the map gives none. */
function points(leaves: readonly Leaf[], { assessments, words }: Assembling): string {
  const scored = leaves.flatMap(({ indicator }) => {
    const assessment = assessments.get(indicator.code);
    if (indicator.scoring.type !== "points" || assessment === undefined || assessment.notApplicable) return [];
    return [{ value: Number(assessment.self ?? 0), max: indicator.scoring.max }];
  });
  if (scored.length === 0) return "–";
  const sum = (pick: (each: (typeof scored)[number]) => number): number =>
    Number(scored.reduce((total, each) => total + pick(each), 0).toFixed(6));
  return fill(words.report.points, { value: sum((each) => each.value), max: sum((each) => each.max) });
}

export function problems(from: Assembling): Block[] {
  const blocks = narrativeOf(from, "problems");
  return blocks.length > 0 ? blocks : [{ type: "paragraph", content: [text(from.words.report.no_problems)] }];
}

export function attachments({ words }: Assembling, groups: readonly ExhibitGroup[]): Block[] {
  const exhibits = groups.flatMap((group) => group.exhibits);
  if (exhibits.length === 0) return [{ type: "paragraph", content: [text(words.report.no_exhibits)] }];
  const table: Table = {
    type: "table",
    caption: null,
    columns: columns(words.report.attachment_columns, [0.2, 0.64, 0.16]),
    rows: exhibits.map(({ id, title }) => [
      [{ type: "exhibit", exhibit: id }],
      [text(title)],
      [{ type: "pages", exhibit: id }],
    ]),
  };
  const intro = fill(words.report.attachments_intro, { exhibits: exhibits.length });
  return [{ type: "paragraph", content: [text(intro)] }, table];
}
