/** A register (登记表) ready to be filled in: a row for each thing that a department owes, and for each year of it. */
import { yearsOf } from "../../check/judge.ts";
import type { Form, FormColumn } from "../../model/paper.ts";
import type { Department } from "../../model/workspace.ts";
import { fill } from "../format.ts";
import { demandOf, dueOf, isAsked, windowOf } from "./tasks.ts";
import { headOf } from "./table.ts";
import type { Assigning, Task } from "./tasks.ts";

/** More rows than this for one requirement are left to the empty ones at the end. */
const mostRows = 10;
const spareRows = 20;

type Key = keyof Assigning["letters"]["register"]["columns"];
type Row = Partial<Record<Key, string | number>>;

/** Characters of a Latin font; Chinese ones are twice as wide. Without photos they fit on A4, printed at some 9 pt. */
const widths: Readonly<Record<Key, number>> = {
  number: 5,
  code: 8,
  indicator: 13,
  requirement: 13,
  demand: 16,
  window: 10,
  due: 10,
  year: 6,
  title: 20,
  doc_number: 14,
  date: 11,
  file: 19,
  copy: 11,
  kept_at: 8,
  seal: 8,
  place: 12,
  people: 12,
  theme: 12,
  remark: 8,
};
const given: ReadonlySet<Key> = new Set<Key>([
  "number",
  "code",
  "indicator",
  "requirement",
  "demand",
  "window",
  "due",
  "year",
]);

/** The form of one department, for what it owes among these tasks. */
export function registerForm(department: Department, tasks: readonly Task[], assigning: Assigning): Form {
  const { register: say } = assigning.letters;
  const owed = tasks.filter((task) => isAsked(task, department));
  const rows = owed.flatMap((task) => rowsOf(task, assigning));
  const photos = owed.some(({ requirement }) => requirement?.kind === "photo");
  const sealed = owed.some(({ requirement }) => requirement?.sealRequired === true);
  const used = (Object.keys(widths) as Key[]).filter((key) => {
    if (key === "place" || key === "people" || key === "theme") return photos;
    if (key === "seal") return sealed;
    return key !== "year" || rows.some((row) => row.year !== undefined);
  });
  const { asOf, stages } = assigning.workspace;
  const ends = [
    asOf,
    ...stages.map((each) => each.to),
    ...owed.map(({ requirement }) => requirement?.window?.to ?? ""),
  ];
  return {
    title: fill(say.title, { department: department.name }),
    marks: headOf(assigning).marks,
    hint: say.hint,
    names: { form: say.sheet, guide: say.guide_sheet, choices: say.choices_sheet },
    refused: say.refused,
    columns: used.map((key) => columnOf(key, owed, assigning)),
    rows: rows.map((row, index) => used.map((key) => (key === "number" ? index + 1 : (row[key] ?? null)))),
    spare: spareRows,
    days: { from: "1949-10-01", to: ends.reduce((last, each) => (each > last ? each : last)) },
    guide: say.guide,
  };
}

/** As many rows as items are asked for, of every year where it is asked for each year. */
function rowsOf(task: Task, assigning: Assigning): Row[] {
  const { leaf, requirement } = task;
  if (requirement === null) return [];
  const row: Row = {
    code: leaf.indicator.code,
    indicator: leaf.indicator.title,
    requirement: requirement.title,
    demand: demandOf(task, assigning),
    window: windowOf(requirement.window, assigning),
    due: dueOf(task, assigning),
  };
  const years = requirement.eachYear ? yearsOf(requirement.window, requirement.window?.to ?? "") : [];
  const each = Array.from({ length: Math.min(requirement.min, mostRows) }, () => row);
  return years.length === 0 ? each : years.flatMap((year) => each.map((one) => ({ ...one, year })));
}

function columnOf(key: Key, owed: readonly Task[], { letters }: Assigning): FormColumn {
  const { columns, prompts, copies, seals } = letters.register;
  const once = (values: readonly string[]): readonly string[] => [...new Set(values)];
  const choices: Partial<Record<Key, FormColumn["choice"]>> = {
    code: { from: once(owed.map(({ leaf }) => leaf.indicator.code)), free: true },
    requirement: { from: once(owed.map(({ requirement }) => requirement?.title ?? "")), free: true },
    copy: { from: copies, free: false },
    seal: { from: seals, free: false },
  };
  const asked: Partial<Record<Key, string>> = prompts;
  return {
    title: columns[key],
    width: widths[key],
    given: given.has(key),
    holds: key === "date" ? "date" : "text",
    choice: choices[key] ?? null,
    prompt: asked[key] ?? "",
  };
}
