/** The tree of indicators of the offline page, and what each of them asks for. */
import type { Sheet } from "../../assemble/sheets.ts";
import type { CheckResult } from "../../diagnostics/print/result.ts";
import { evidenceKinds as english } from "../../diagnostics/wording/en/kinds.ts";
import { evidenceKinds as chinese } from "../../diagnostics/wording/zh-CN/kinds.ts";
import type { Coverage } from "../../model/coverage.ts";
import { keyOf } from "../../model/evidence.ts";
import { groupBy } from "../../model/group.ts";
import type { Indicator, Language, Section } from "../../model/map.ts";
import { compareNames } from "../../model/order.ts";
import type { ExhibitGroup } from "../../model/pack.ts";
import type { SiteBlock, SiteLine, SiteNode, SiteRequirement } from "../../model/site.ts";
import { fill } from "../../assemble/format.ts";
import type { SiteWords } from "../../schema/site-words.ts";
import { countOf } from "./counts.ts";

export interface NodeContext {
  readonly result: CheckResult;
  readonly sheets: readonly Sheet[];
  readonly groups: readonly ExhibitGroup[];
  readonly words: SiteWords;
  readonly blocks: (narrative: Sheet["narrative"]) => SiteBlock[];
}

/** Sections, groups and leaves, each before what it holds. */
export function siteNodes({ result, sheets, groups, words, blocks }: NodeContext): SiteNode[] {
  const sheetOf = new Map(sheets.map((each) => [each.code, each]));
  const groupOf = new Map(groups.map((each) => [each.leaf.indicator, each]));
  const byLeaf = groupBy(result.coverage, (each) => each.leaf.indicator);
  const coverageBelow = (node: Section | Indicator): Coverage[] => [
    ...(byLeaf.get(node as Indicator) ?? []),
    ...node.indicators.flatMap(coverageBelow),
  ];
  const siteNode = (node: Section | Indicator, parent: string | null): SiteNode => {
    const sheet = sheetOf.get(node.code);
    const group = groupOf.get(node as Indicator);
    const isLeaf = parent !== null && node.indicators.length === 0;
    return {
      code: node.code,
      title: node.title,
      level: parent === null ? "section" : isLeaf ? "leaf" : "group",
      parent,
      count: countOf(coverageBelow(node)),
      criterion: sheet?.criterion ?? "",
      lines: sheet === undefined ? [] : linesOf(sheet, words),
      self: sheet?.self ?? "",
      reason: sheet?.reason ?? "",
      narrative: blocks(sheet?.narrative ?? []),
      exhibits: (group?.exhibits ?? []).map((each) => each.id),
      references: (group?.references ?? []).map((each) => each.id),
    };
  };
  const below = (node: Section | Indicator, parent: string | null): SiteNode[] => [
    siteNode(node, parent),
    ...node.indicators.flatMap((child) => below(child, node.code)),
  ];
  return result.map.sections.flatMap((section) => below(section, null));
}

function linesOf({ lead, support, data, grades, figure, waivers }: Sheet, { lines, list }: SiteWords): SiteLine[] {
  const all: SiteLine[] = [
    [lines.lead, lead],
    [lines.support, support.join(list)],
    [lines.data, data.join(list)],
    ...grades.map(({ grade, criterion }): SiteLine => [fill(lines.grade, { grade }), criterion]),
    ...(figure === null
      ? []
      : ([
          [lines.figure, figure.value],
          [lines.outcome, [figure.limit, figure.outcome].filter((part) => part !== "").join(list)],
          [lines.basis, figure.basis],
        ] satisfies SiteLine[])),
    ...waivers.map(({ requirement, reason, approver }): SiteLine => {
      return [lines.waiver, [requirement, reason, approver].filter((part) => part !== "").join(list)];
    }),
  ];
  return all.filter(([, value]) => value !== "");
}

/** All requirements in the order of the map, as they were judged. */
export function siteRequirements({ coverage, owed, due, numbers }: CheckResult, language: Language): SiteRequirement[] {
  const kinds = language === "en" ? english : chinese;
  return coverage.map(({ requirement, status, items, have, need, missingYears }) => {
    const end = due.get(requirement.id);
    return {
      indicator: requirement.indicator,
      title: requirement.title,
      kind: kinds[requirement.kind],
      status,
      owed: owed.has(requirement.id),
      department: requirement.owner ?? "",
      have,
      need,
      missingYears,
      due: end === undefined ? null : { day: end.day, daysLeft: end.daysLeft },
      exhibits: [...new Set(items.flatMap(({ link }) => numbers.get(keyOf(link.item)) ?? []))].toSorted(compareNames),
    };
  });
}
