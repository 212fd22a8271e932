/** Pages that a text cites and that the exhibit has not: known only once the appendix is numbered. */
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Block } from "../model/document.ts";
import { inlinesIn } from "../model/narrative.ts";
import { placeOfPage } from "../model/plan.ts";
import type { PagePlan } from "../model/plan.ts";

export const citedBeyond = (blocks: readonly Block[], plan: PagePlan): Diagnostic[] =>
  inlinesIn(blocks).flatMap((inline): Diagnostic[] => {
    if (inline.type !== "citation" || inline.at === undefined) return [];
    const { exhibit, page, at } = inline;
    const place = plan.exhibits.get(exhibit);
    if (place === undefined || placeOfPage(plan, exhibit, page) !== null) return [];
    return [diagnostic("unknown-page", at, { exhibit, page, pages: place.last - place.first + 1 })];
  });
