/** `evipack assign`: who hands in what by when; with `--chase`, who still owes what. */
import path from "node:path";
import { reminder } from "../assemble/assign/chase.ts";
import { debtsOf } from "../assemble/assign/debts.ts";
import type { Debt } from "../assemble/assign/debts.ts";
import { safeName, uniquePaths } from "../assemble/assign/names.ts";
import { registerForm } from "../assemble/assign/register.ts";
import { summaryOf } from "../assemble/assign/summary.ts";
import { taskList, taskTable } from "../assemble/assign/table.ts";
import { assignees, isAsked, isDue, officeOf, tasksOf } from "../assemble/assign/tasks.ts";
import type { Assigning, Task } from "../assemble/assign/tasks.ts";
import { fill } from "../assemble/format.ts";
import { check } from "../check/check.ts";
import { diagnostic, sortDiagnostics } from "../diagnostics/diagnostic.ts";
import type { Code, Diagnostic } from "../diagnostics/diagnostic.ts";
import { printFew } from "../diagnostics/print/brief.ts";
import { reweigh } from "../diagnostics/severity.ts";
import { linkEvidence } from "../link/link.ts";
import { loadLetters, loadLooks } from "../load/looks.ts";
import { loadWorkspace } from "../load/workspace.ts";
import type { Department, Workspace } from "../model/workspace.ts";
import type { Style } from "../schema/style.ts";
import type { World } from "../world.ts";
import { writeLetterDocx } from "../write/assign/letter-docx.ts";
import { writePaperDocx } from "../write/assign/paper-docx.ts";
import { writeForm, writePaperXlsx } from "../write/assign/sheets.ts";
import { handOut } from "../write/handout.ts";
import type { HandoutFile } from "../write/handout.ts";
import type { CommonOptions } from "./options.ts";
import { departmentsNamed } from "./selection.ts";
import { commandWords } from "./words.ts";
import type { CommandWords } from "./words.ts";

export interface AssignOptions extends CommonOptions {
  /** Reminders instead of tasks. */
  readonly chase: boolean;
  /** Ids, names or folders of the only departments meant; empty for all. */
  readonly departments: readonly string[];
  /** Folder to write to, as typed; null for `assign` or `chase` in the workspace. */
  readonly output: string | null;
}

/** What is to be written, and what is to be said of it. */
interface Draft {
  readonly files: readonly HandoutFile[];
  /** Lines on what was written. */
  readonly listed: readonly string[];
  readonly remarks: readonly string[];
  /** Earlier files that this run answers for. */
  readonly stale: (path: string) => boolean;
  /** Departments with something to hand in, and how much. */
  readonly owing: readonly (readonly [department: Department, owed: number])[];
}

interface Context extends Assigning {
  readonly style: Style;
  /** The departments meant; null for all. */
  readonly only: ReadonlySet<Department> | null;
  readonly say: CommandWords["assign"];
}

/** What loading found that concerns the papers. */
const tellable: ReadonlySet<Code> = new Set<Code>(["unknown-folder", "not-filled-in"]);

/** Writes the papers; exit code 0 when they are written, whatever is still owed. */
export async function runAssign(options: AssignOptions, world: World): Promise<number> {
  const { value: workspace, diagnostics } = await loadWorkspace(options, world);
  const only = departmentsNamed(options.departments, workspace);
  const [looks, letters] = [await loadLooks(options.root, workspace), await loadLetters(workspace)];
  const language = options.language ?? workspace.language;
  const say = commandWords[language].assign;
  const context: Context = { workspace, words: looks.words, letters, style: looks.style, only, say };
  const draft = options.chase ? await chaseDraft(debts(context, diagnostics), context) : await taskDraft(context);

  const shown = options.output ?? (options.chase ? "chase" : "assign");
  const folder = options.output === null ? path.join(options.root, shown) : path.resolve(world.cwd, options.output);
  const done = await handOut(folder, draft.files, { shown, root: options.root, stale: draft.stale });
  const found = [...diagnostics.filter((each) => tellable.has(each.code)), ...withoutFolder(draft.owing)];
  const problems = sortDiagnostics(reweigh(found, workspace.severities));
  const place = path.relative(world.cwd, folder) || ".";
  const lines = [
    ...(draft.files.length === 0 ? [] : [say.done(place), ...draft.listed.map((each) => `  ${each}`)]),
    ...draft.remarks,
    ...(done.left.length === 0 ? [] : [say.left(done.left)]),
    ...done.aside.map(([name, now]) => say.aside(name, now)),
  ];
  const told = problems.length === 0 ? "" : `${printFew(problems, { language, color: options.color })}\n\n`;
  if (!options.quiet) world.stdout.write(`${told}${lines.join("\n")}\n`);
  return 0;
}

const debts = ({ workspace }: Context, diagnostics: readonly Diagnostic[]): readonly Debt[] =>
  debtsOf(workspace, check(workspace, linkEvidence(workspace), diagnostics));

async function taskDraft(context: Context): Promise<Draft> {
  const { workspace, letters, only, say } = context;
  const { files: names } = letters;
  const tasks = tasksOf(workspace);
  const departments = assignees(workspace, tasks);
  const table = [`${names.table}.xlsx`, `${names.table}.docx`] as const;
  const folders = foldersOf(departments, table);
  const chosen = departments.filter((each) => only === null || only.has(each));
  const registered = chosen.filter((each) => hasRegister(each, workspace));
  const files: HandoutFile[] = only === null ? await tableFiles(tasks, table, context) : [];
  for (const department of chosen) {
    const form = tasks.some((task) => isAsked(task, department)) && !registered.includes(department);
    files.push(...(await departmentFiles(department, folders.get(department) ?? "", tasks, form, context)));
  }
  const own = new Set(chosen.map((each) => folders.get(each)));
  return {
    files,
    listed: [
      ...(only === null ? table : []),
      ...(only === null
        ? [say.departments(chosen.length, `${names.tasks}.xlsx`, `${names.register}.xlsx`)]
        : files.map((each) => each.path)),
    ],
    remarks: [
      ...notAmong(only, chosen).map((each) => say.nothing(each.name)),
      ...(registered.length === 0 ? [] : [say.registered(registered.map((each) => each.name))]),
    ],
    stale: (name) => only === null || own.has(path.posix.dirname(name)),
    owing: chosen.flatMap((each) => (owedBy(each, tasks) > 0 ? [[each, owedBy(each, tasks)] as const] : [])),
  };
}

/** Those meant that are not among those with a paper. */
const notAmong = (only: Context["only"], chosen: readonly (Department | null)[]): Department[] =>
  [...(only ?? [])].filter((each) => !chosen.includes(each));

const owedBy = (department: Department, tasks: readonly Task[]): number =>
  tasks.filter((task) => isDue(task, department)).length;

/** The folder of each department below the output, as below `evidence/`. */
function foldersOf(departments: readonly Department[], taken: readonly string[]): Map<Department, string> {
  const paths = uniquePaths(
    departments.map((each) => ({ path: each.folder, fallback: each.id })),
    taken,
  );
  return new Map(departments.map((each, index) => [each, paths[index] ?? each.id]));
}

/** Does the department have a register among the evidence? A second one beside it would be copied over it one day. */
const hasRegister = (department: Department, { evidence }: Workspace): boolean =>
  evidence.some(
    ({ department: id, state }) => id === department.id && state.type === "ignored" && state.reason === "register",
  );

const paperContext = (context: Context) => ({
  style: context.style,
  language: context.workspace.language,
  author: officeOf(context),
  asOf: context.workspace.asOf,
});

const sheetContext = ({ workspace, style, letters }: Context) => ({
  style,
  asOf: workspace.asOf,
  page: letters.form.page,
  marked: letters.form.marked,
});

async function tableFiles(
  tasks: readonly Task[],
  [sheet, document]: readonly [string, string],
  context: Context,
): Promise<HandoutFile[]> {
  const paper = taskTable(tasks, context);
  return [
    { path: sheet, bytes: await writePaperXlsx(paper, sheetContext(context)), changed: "set-aside" },
    { path: document, bytes: await writePaperDocx(paper, paperContext(context)), changed: "set-aside" },
  ];
}

async function departmentFiles(
  department: Department,
  folder: string,
  tasks: readonly Task[],
  form: boolean,
  context: Context,
): Promise<HandoutFile[]> {
  const { files: names } = context.letters;
  const register = `${names.register}.xlsx`;
  const paper = taskList(department, tasks, { folder: department.folder, register }, context);
  const list = await writePaperXlsx(paper, sheetContext(context));
  const files: HandoutFile[] = [{ path: `${folder}/${names.tasks}.xlsx`, bytes: list, changed: "set-aside" }];
  if (form) {
    const bytes = await writeForm(registerForm(department, tasks, context), sheetContext(context));
    files.push({ path: `${folder}/${register}`, bytes, changed: "stays" });
  }
  return files;
}

async function chaseDraft(debts: readonly Debt[], context: Context): Promise<Draft> {
  const { letters, only, say } = context;
  const summary = `${letters.files.summary}.xlsx`;
  const debtors = debts.flatMap((each) => (each.department === null ? [] : [each.department]));
  const paths = uniquePaths(
    debtors.map((each) => ({
      path: safeName(fill(letters.files.letter, { department: each.name })),
      fallback: each.id,
    })),
    [summary],
  );
  const letterOf = new Map(debtors.map((each, index) => [each, `${paths[index] ?? each.id}.docx`]));
  const files: HandoutFile[] = [];
  const chosen = debts.filter(({ department }) => only === null || (department !== null && only.has(department)));
  if (only === null && debts.length > 0) {
    const paper = summaryOf(debts, (each) => letterOf.get(each) ?? "", context);
    files.push({ path: summary, bytes: await writePaperXlsx(paper, sheetContext(context)), changed: "set-aside" });
  }
  for (const debt of chosen) {
    const { department } = debt;
    if (department === null) continue;
    const letter = reminder(debt, department, department.folder, context);
    const bytes = await writeLetterDocx(letter, paperContext(context));
    files.push({ path: letterOf.get(department) ?? "", bytes, changed: "set-aside" });
  }
  const count = files.length - (only === null ? 1 : 0);
  return {
    files,
    listed: only === null ? [summary, say.letters(count)] : files.map((each) => each.path),
    remarks: [
      ...(only === null && files.length === 0 ? [say.settled("")] : []),
      ...notAmong(
        only,
        chosen.map((each) => each.department),
      ).map((each) => say.settled(each.name)),
    ],
    stale: () => only === null,
    owing: chosen.flatMap(({ department, owed }) =>
      department === null || owed.length === 0 ? [] : [[department, owed.length] as const],
    ),
  };
}

const withoutFolder = (owing: Draft["owing"]): Diagnostic[] =>
  owing
    .filter(([department]) => !department.hasFolder)
    .map(([{ name, folder, at }, owed]) => {
      return diagnostic("no-department-folder", at, { department: name, folder, owed });
    });
