/** What the overview of the offline page counts: departments, the heat map, stages. */
import { tally } from "../../check/tally.ts";
import type { CheckResult } from "../../diagnostics/print/result.ts";
import { rateOf } from "../../model/coverage.ts";
import type { Coverage } from "../../model/coverage.ts";
import { groupBy } from "../../model/group.ts";
import type { IndicatorMap } from "../../model/map.ts";
import type { SiteCount, SiteDepartment, SiteHeat, SiteStage } from "../../model/site.ts";
import type { Stage } from "../../model/workspace.ts";
import type { SiteWords } from "../../schema/site-words.ts";

/** More columns than these are too many to be read at once: sections alone stand then. */
const mostColumns = 20;

export function countOf(coverage: readonly Coverage[]): SiteCount {
  const { covered, applicable } = tally(coverage);
  return { covered, applicable, rate: rateOf({ covered, applicable }) };
}

export function departmentsOf(
  { departments, people, coverage, owed }: CheckResult,
  words: SiteWords,
): SiteDepartment[] {
  const owing = groupBy(
    coverage.filter((each) => owed.has(each.requirement.id)),
    (each) => each.requirement.owner,
  );
  return departments.map(({ department, files, covered, applicable }) => ({
    id: department ?? "",
    name: department === null ? words.nobody : (people.get(department)?.name ?? department),
    files,
    owed: owing.get(department)?.length ?? 0,
    count: { covered, applicable, rate: rateOf({ covered, applicable }) },
  }));
}

/** Departments down; across, the groups right below each section, or the sections where there are too many. */
export function heatOf({ map, coverage }: CheckResult, departments: readonly SiteDepartment[]): SiteHeat {
  const columns = columnsOf(map);
  const codes = new Set(columns.map((each) => each.code));
  const columnOf = ({ leaf }: Coverage): string =>
    [leaf.indicator.code, ...leaf.groups.map((each) => each.code), leaf.section.code].find((code) => codes.has(code)) ??
    "";
  const owners = groupBy(coverage, (each) => (each.requirement.owner ?? "") as string);
  const rows = departments.map(({ id }) => {
    const cells = groupBy(owners.get(id) ?? [], columnOf);
    return columns.map(({ code }) => {
      const count = countOf(cells.get(code) ?? []);
      return count.applicable === 0 ? null : count;
    });
  });
  return { columns, rows };
}

function columnsOf({ sections }: IndicatorMap): SiteHeat["columns"] {
  const groups = sections.flatMap(({ code: section, indicators }) =>
    indicators.map(({ code, title }) => ({ code, title, section })),
  );
  const whole = sections.map(({ code, title }) => ({ code, title, section: code }));
  return groups.length <= mostColumns ? groups : whole;
}

export const stagesOf = (stages: readonly Stage[], { asOf, stage }: CheckResult): SiteStage[] =>
  stages.map((each) => ({
    title: each.title,
    from: each.from,
    to: each.to,
    output: each.output,
    when: each === stage?.current ? "current" : each.to < asOf ? "past" : each.from > asOf ? "coming" : "current",
  }));
