/** How long a report takes as it grows, as PDF and as both PDF and DOCX. */
import path from "node:path";
import { laidTogether } from "./laid-together.ts";
import { inTurns } from "./measure.ts";
import type { Measured } from "./measure.ts";

const program = path.join(import.meta.dirname, "..", "tmp", "report-run.js");

const sizes = [50, 150, 300, 600];

/**
 * The ratio is what a further page costs, between the smallest report and this one, as a multiple of what it costs
 * between the two smallest: about 1 as long as time grows with the pages and not faster.
 */
export async function report(): Promise<readonly Measured[]> {
  laidTogether("bench/report-run.ts");
  const all: Measured[] = [];
  for (const forms of [["pdf"], ["pdf", "docx"]]) {
    const measured = await inTurns(
      sizes.map((pages) => ({
        name: `${forms.join(" and ")}, ${String(pages)} pages`,
        argv: [program, String(pages), ...forms],
      })),
      3,
    );
    const cost = (at: number): number =>
      ((measured[at]?.milliseconds ?? 0) - (measured[0]?.milliseconds ?? 0)) / ((sizes[at] ?? 0) - (sizes[0] ?? 0));
    all.push(...measured.map((each, at) => ({ ...each, ratio: at === 0 ? 1 : cost(at) / cost(1) })));
  }
  return all;
}
