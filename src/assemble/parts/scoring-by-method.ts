/** Points by method of assessment (评估方式): how many the map gives for papers, visit, survey and opinion. */
import type { Block, Cell, Column } from "../../model/document.ts";
import { leavesOf, methods } from "../../model/map.ts";
import type { Leaf, Method } from "../../model/map.ts";
import type { Assembling } from "../assembling.ts";
import { printFigure } from "../format.ts";
import { cell } from "./shared.ts";

/** A table, section by section; nothing when the map splits no points. What does not apply is left out. */
export function scoringByMethod(from: Assembling): Block[] {
  const { workspace, words } = from;
  const names = words.parts.scoring;
  const leaves = leavesOf(workspace.map).filter(
    ({ indicator }) => from.assessments.get(indicator.code)?.notApplicable !== true,
  );
  const shown = ([...methods, "unsplit"] as const).filter((each) => pointsOf(leaves, each) > 0);
  if (!shown.some((each) => each !== "unsplit")) return [];
  const print = (value: number): Cell => cell(value === 0 ? "–" : printFigure(value, "", words));
  const row = (title: string, own: readonly Leaf[]): Cell[] => [
    cell(title),
    ...shown.map((each) => print(pointsOf(own, each))),
    print(pointsOf(own, "all")),
  ];
  const titles = [
    ...shown.map((each) => (each === "unsplit" ? names.unsplit : names.methods[each])),
    words.parts.total,
  ];
  const sections = workspace.map.sections.map((section) => ({
    title: `${section.code} ${section.title}`,
    own: leaves.filter((leaf) => leaf.section === section),
  }));
  return [
    {
      type: "table",
      caption: names.by_method,
      columns: [
        { title: names.section, share: 0.28, align: "left" },
        ...titles.map((title): Column => ({ title, share: 0.72 / titles.length, align: "center" })),
      ],
      rows: [...sections.map(({ title, own }) => row(title, own)), row(words.parts.total, leaves)],
    },
  ];
}

/** Points that a method gives, that no method is named for, or all of them. */
function pointsOf(leaves: readonly Leaf[], which: Method | "unsplit" | "all"): number {
  const sum = leaves.reduce((all, { indicator: { scoring } }) => {
    if (scoring.type !== "points") return all;
    if (which === "all") return all + scoring.max;
    if (which === "unsplit") return all + (scoring.methods === undefined ? scoring.max : 0);
    return all + (scoring.methods?.get(which) ?? 0);
  }, 0);
  return Number(sum.toFixed(6));
}
