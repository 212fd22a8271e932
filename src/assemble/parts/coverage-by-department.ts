/** Coverage of each department in the order of the workspace, last what nobody owes: figure and table. */
import { byDepartment, tally } from "../../check/tally.ts";
import type { Block } from "../../model/document.ts";
import { nameOf } from "../assembling.ts";
import type { Assembling } from "../assembling.ts";
import { coverageBlocks } from "../charts/coverage.ts";
import { fill, printDate } from "../format.ts";

export function coverageByDepartment(from: Assembling): Block[] {
  const { workspace, coverage, words } = from;
  const rows = byDepartment(workspace, coverage).map((each) => ({
    ...each,
    name: each.department === null ? words.charts.nobody : nameOf(from, each.department),
  }));
  const caption = fill(words.charts.by_department, { asOf: printDate(workspace.asOf, words) });
  return coverageBlocks(caption, words.charts.department, rows, tally(coverage), words);
}
