/** The table of all tasks (任务分解表), and the list of those of one department (报送任务清单). */
import type { Cell, Table } from "../../model/document.ts";
import type { Paper } from "../../model/paper.ts";
import type { Department } from "../../model/workspace.ts";
import { fill, printDate, text } from "../format.ts";
import { demandOf, departmentWith, dueOf, indicatorText, isAsked, isDue, officeOf, windowOf } from "./tasks.ts";
import type { Assigning, Task } from "./tasks.ts";

/** The marks and the lines under the title that all papers share. */
export function headOf({ workspace, words, letters: { form, sample } }: Assigning): Pick<Paper, "marks" | "lines"> {
  const { map, asOf } = workspace;
  const lines = [fill(form.map, { map: map.title }), fill(form.as_of, { date: printDate(asOf, words) })];
  return { marks: map.status === "sample" ? [sample] : [], lines: [lines.join(form.gap)] };
}

/** Everything that is asked, by section. */
export function taskTable(tasks: readonly Task[], assigning: Assigning): Paper {
  const { workspace, letters } = assigning;
  const names = (task: Task): string =>
    task.leaf.indicator.support
      .map((id) => departmentWith(workspace, id)?.name ?? "")
      .filter((each) => each !== "")
      .join(letters.demand.list);
  const rows = tasks.map((task) => [
    task.leaf.indicator.code,
    indicatorText(task, assigning),
    departmentWith(workspace, task.leaf.indicator.lead)?.name ?? letters.table.nobody,
    names(task),
    ...requirementCells(task, assigning),
    task.requirement === null ? "" : (task.owner?.name ?? letters.table.nobody),
    dueOf(task, assigning),
  ]);
  const widths = [6, 15, 8, 9, 10, 11, 15.5, 8, 15.5];
  return {
    name: letters.files.table,
    title: fill(letters.table.title, { map: workspace.map.title }),
    ...headOf(assigning),
    table: grouped(tasks, rows, letters.table.columns, widths, 4, assigning),
    notes: [],
  };
}

/** What one department hands in, and what others hand in for the indicators that it leads. */
export function taskList(
  department: Department,
  tasks: readonly Task[],
  { folder, register }: { readonly folder: string; readonly register: string },
  assigning: Assigning,
): Paper {
  const { workspace, letters } = assigning;
  const { tasks: say, table } = letters;
  const own = tasks.filter(({ leaf, owner }) => owner?.id === department.id || leaf.indicator.lead === department.id);
  const who = (owner: Department | null): string =>
    owner === null ? table.nobody : owner.id === department.id ? say.own : owner.name;
  const rows = own.map((task) => [
    task.leaf.indicator.code,
    indicatorText(task, assigning),
    who(departmentWith(workspace, task.leaf.indicator.lead)),
    ...requirementCells(task, assigning),
    task.requirement === null ? "" : who(task.owner),
    dueOf(task, assigning),
  ]);
  const listed = (phrase: string, chosen: (task: Task) => boolean): string[] => {
    const found = new Map(tasks.filter(chosen).map(({ leaf: { indicator } }) => [indicator.code, indicator.title]));
    const list = [...found].map(([code, title]) => fill(letters.form.name, { code, title })).join(letters.demand.list);
    return list === "" ? [] : [fill(phrase, { list })];
  };
  const head = headOf(assigning);
  const due = own.filter((task) => isDue(task, department)).length;
  const asked = own.some((task) => isAsked(task, department));
  return {
    name: letters.files.tasks,
    title: fill(say.title, { department: department.name }),
    marks: head.marks,
    lines: [...head.lines, due === 0 ? say.counts_none : fill(say.counts, { n: due })],
    table: grouped(own, rows, say.columns, [6, 22, 9, 12, 14, 12, 9, 12], 3, assigning),
    notes: [
      ...listed(say.leads, ({ leaf }) => leaf.indicator.lead === department.id),
      ...listed(say.supports, ({ leaf }) => leaf.indicator.support.includes(department.id)),
      ...(asked ? [fill(say.fill_in, { register }), fill(say.hand_in, { folder, office: officeOf(assigning) })] : []),
    ],
  };
}

const requirementCells = (task: Task, assigning: Assigning): string[] => [
  task.requirement?.title ?? "",
  demandOf(task, assigning),
  task.released === null ? windowOf(task.requirement?.window ?? null, assigning) : "",
];

/** Sections as rows over the whole width; what is said of an indicator is one cell beside its requirements. */
function grouped(
  tasks: readonly Task[],
  rows: readonly (readonly string[])[],
  columns: readonly string[],
  widths: readonly number[],
  merged: number,
  { letters: { form } }: Assigning,
): Table {
  const all = widths.reduce((sum, each) => sum + each, 0);
  const begins = (index: number, node: (task: Task | undefined) => unknown): boolean =>
    index === 0 || node(tasks[index]) !== node(tasks[index - 1]);
  return {
    type: "table",
    caption: null,
    columns: columns.map((title, index) => ({ title, share: (widths[index] ?? 0) / all, align: "left" })),
    rows: rows.map((row) => row.map((cell): Cell => (cell === "" ? [] : [text(cell)]))),
    subheads: new Map(
      tasks.flatMap(({ leaf: { section } }, index) =>
        begins(index, (task) => task?.leaf.section.code)
          ? [[index, fill(form.section, { code: section.code, title: section.title })] as const]
          : [],
      ),
    ),
    merged: {
      columns: merged,
      starts: new Set(tasks.flatMap((_, index) => (begins(index, (task) => task?.leaf.indicator.code) ? [index] : []))),
    },
  };
}
