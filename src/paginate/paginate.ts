/** Numbers the pages of the appendix: printed number = label = position, from 1 on the cover. */
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Staged } from "../diagnostics/diagnostic.ts";
import type { ExhibitId, IndicatorCode } from "../model/ids.ts";
import type { Pack } from "../model/pack.ts";
import type { PagePlan, PlacedPart, PlannedPart } from "../model/plan.ts";

/** Pages that the typeset parts take, once they show the numbers of a plan. */
export interface Measured {
  readonly cover: number;
  readonly index: number;
  readonly dividers: ReadonlyMap<IndicatorCode, number>;
}

/** The index names page numbers, and its length moves them; five rounds settle it (as Typst bounds its own). */
const maxRounds = 5;

/**
 * Lays the parts out one after another. `measure` typesets cover, index and dividers with the numbers
 * of a plan and counts their pages; the loop ends when the count no longer changes.
 */
export async function paginate(
  pack: Pack,
  exhibitPages: (exhibit: ExhibitId) => number,
  measure: (plan: PagePlan) => Promise<Measured>,
): Promise<Staged<PagePlan>> {
  let measured: Measured = {
    cover: 1,
    index: 1,
    dividers: new Map(pack.appendix.dividers.map((divider) => [divider.code, 1])),
  };
  for (let round = 0; round < maxRounds; round += 1) {
    const plan = layOut(pack, exhibitPages, measured);
    const again = await measure(plan);
    if (sameMeasure(measured, again)) return { value: plan, diagnostics: [] };
    measured = again;
  }
  const diagnostics = [diagnostic("unstable-pages", { file: "evipack.yaml" }, { rounds: maxRounds })];
  return { value: layOut(pack, exhibitPages, measured), diagnostics };
}

function layOut(pack: Pack, exhibitPages: (exhibit: ExhibitId) => number, measured: Measured): PagePlan {
  const parts: PlacedPart[] = [];
  let next = 1;
  const place = (part: PlannedPart, pages: number): void => {
    parts.push({ part, first: next, last: next + pages - 1 });
    next += pages;
  };
  place({ type: "cover" }, measured.cover);
  place({ type: "index" }, measured.index);
  for (const { leaf, exhibits } of pack.appendix.groups) {
    const { code } = leaf.indicator;
    place({ type: "divider", code }, measured.dividers.get(code) ?? 1);
    for (const { id } of exhibits) place({ type: "exhibit", exhibit: id }, exhibitPages(id));
  }
  const exhibits = new Map(
    parts.flatMap(({ part, first, last }): [ExhibitId, readonly [number, number]][] =>
      part.type === "exhibit" ? [[part.exhibit, [first, last]]] : [],
    ),
  );
  return { volume: 1, parts, pages: next - 1, exhibits };
}

const sameMeasure = (a: Measured, b: Measured): boolean =>
  a.cover === b.cover &&
  a.index === b.index &&
  [...a.dividers].every(([code, pages]) => b.dividers.get(code) === pages);
