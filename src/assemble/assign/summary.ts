/** The list of all departments that a reminder goes to, and of what nobody has to hand in (催办汇总表). */
import { daysBetween } from "../../check/stages.ts";
import type { Cell } from "../../model/document.ts";
import type { Paper } from "../../model/paper.ts";
import type { Department } from "../../model/workspace.ts";
import { fill, printDate, text } from "../format.ts";
import type { Debt } from "./debts.ts";
import { headOf } from "./table.ts";
import type { Assigning } from "./tasks.ts";

/** Days until the next day to come; where there is none, since when the oldest is overdue. */
function daysText({ next, since }: Debt, { workspace: { asOf }, letters: { summary } }: Assigning): string {
  if (next !== null) return String(daysBetween(asOf, next));
  return since === null ? "" : fill(summary.overdue, { n: daysBetween(since, asOf) });
}

/** One row for each debt; `letterOf` names the file of its letter. */
export function summaryOf(
  debts: readonly Debt[],
  letterOf: (department: Department) => string,
  assigning: Assigning,
): Paper {
  const { workspace, words, letters } = assigning;
  const { summary: say } = letters;
  const total = (count: (debt: Debt) => number): string => String(debts.reduce((sum, debt) => sum + count(debt), 0));
  const counts: readonly ((debt: Debt) => number)[] = [
    (debt) => debt.applicable,
    (debt) => debt.covered,
    (debt) => debt.owed.length,
    (debt) => debt.overdue,
  ];
  const rows = debts.map((debt) => [
    debt.department?.name ?? say.nobody,
    debt.department?.contact ?? "",
    ...counts.map((count) => String(count(debt))),
    printDate(debt.next, words),
    daysText(debt, assigning),
    debt.department === null ? say.none : letterOf(debt.department),
  ]);
  const widths = [16, 20, 7, 8, 8, 9, 13, 9, 24];
  const all = widths.reduce((sum, each) => sum + each, 0);
  return {
    name: letters.files.summary,
    title: fill(say.title, { map: workspace.map.title }),
    ...headOf(assigning),
    table: {
      type: "table",
      caption: null,
      columns: say.columns.map((title, index) => ({
        title,
        share: (widths[index] ?? 0) / all,
        align: (index >= 2 && index <= 5) || index === 7 ? "right" : "left",
      })),
      rows: [...rows, [say.total, "", ...counts.map(total), "", "", ""]].map((row) =>
        row.map((cell): Cell => (cell === "" ? [] : [text(cell)])),
      ),
    },
    notes: [say.note],
  };
}
