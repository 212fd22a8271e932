/** Coverage of each section of the map: figure and table. */
import { bySection, tally } from "../../check/tally.ts";
import type { Block } from "../../model/document.ts";
import type { Assembling } from "../assembling.ts";
import { coverageBlocks } from "../charts/coverage.ts";
import { fill, printDate } from "../format.ts";

export function coverageBySection({ workspace, coverage, words }: Assembling): Block[] {
  const rows = bySection(workspace, coverage).map((each) => ({
    ...each,
    name: `${each.section.code} ${each.section.title}`,
  }));
  const caption = fill(words.charts.by_section, { asOf: printDate(workspace.asOf, words) });
  return coverageBlocks(caption, words.charts.section, rows, tally(coverage), words);
}
