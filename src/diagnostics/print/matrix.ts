/** The two tables of every report: sections × statuses and departments × statuses, as text. */
import { rateOf, statuses } from "../../model/coverage.ts";
import type { CoverageStatus, DepartmentCoverage, Tally } from "../../model/coverage.ts";
import { visible } from "../wording/wording.ts";
import type { CheckResult } from "./result.ts";
import type { PrintWords } from "./words.ts";

export interface Matrix {
  /** The first column names the row, the others are figures. */
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Statuses that get a column of their own: those that any row has, and covered. */
const used = (tallies: readonly Tally[]): readonly CoverageStatus[] =>
  statuses.filter((status) => status === "covered" || tallies.some((each) => each.byStatus[status] > 0));

const figures = (each: Tally, shown: readonly CoverageStatus[]): string[] => [
  String(each.applicable),
  ...shown.map((status) => (each.byStatus[status] === 0 ? "·" : String(each.byStatus[status]))),
  each.applicable === 0 ? "–" : rateOf(each),
];

export function sectionMatrix({ sections, total }: CheckResult, words: PrintWords): Matrix {
  const shown = used([...sections, total]);
  const head = [words.section, words.requirements, ...shown.map((status) => words.status[status]), words.rate];
  const rows = sections.map((each) => [`${each.section.code} ${visible(each.section.title)}`, ...figures(each, shown)]);
  return { head, rows: [...rows, [words.total, ...figures(total, shown)]] };
}

/** Departments stand below the heading of their group. */
export function departmentMatrix({ departments, people }: CheckResult, words: PrintWords): Matrix {
  const shown = used(departments);
  const labels = shown.map((status) => words.status[status]);
  const head = [words.department, words.files, words.requirements, ...labels, words.rate];
  const groupOf = (each: DepartmentCoverage | undefined): string =>
    (each === undefined || each.department === null ? undefined : people.get(each.department)?.group) ?? "";
  const rows = departments.flatMap((each, index) => {
    const name = each.department === null ? words.nobody : (people.get(each.department)?.name ?? each.department);
    const group = groupOf(each);
    const begins = group !== "" && group !== groupOf(departments[index - 1]);
    const row = [visible(group === "" ? name : `  ${name}`), String(each.files), ...figures(each, shown)];
    return begins ? [[visible(group), ...row.slice(1).map(() => "")], row] : [row];
  });
  return { head, rows };
}
