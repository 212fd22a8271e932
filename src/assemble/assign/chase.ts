/** Reminders (催办函): what a department still owes on the day of judgement. */
import { daysBetween, stageOf } from "../../check/stages.ts";
import { printWords } from "../../diagnostics/print/words.ts";
import type { Coverage } from "../../model/coverage.ts";
import type { Block, Cell, Column, Table } from "../../model/document.ts";
import type { Letter } from "../../model/paper.ts";
import type { Department } from "../../model/workspace.ts";
import { fill, printDate, sentences, text } from "../format.ts";
import type { Debt } from "./debts.ts";
import { brokenBlocks, registerBlocks } from "./faults.ts";
import { missingCell } from "./missing.ts";
import { headOf } from "./table.ts";
import { officeOf } from "./tasks.ts";
import type { Assigning } from "./tasks.ts";

/** The letter to a department; `folder` is where its files belong, by its name. */
export function reminder(debt: Debt, department: Department, folder: string, assigning: Assigning): Letter {
  const { workspace, words, letters } = assigning;
  const { chase: say } = letters;
  const { map, asOf, contact } = workspace;
  const issuer = officeOf(assigning);
  const isOwing = debt.owed.length > 0;
  return {
    title: fill(isOwing ? say.title : say.unplaced_title, { issuer, map: map.title }),
    marks: headOf(assigning).marks,
    addressee: fill(say.addressee, { department: department.name }),
    blocks: (isOwing ? owedBlocks : unowedBlocks)(debt, department, folder, assigning),
    closing: [say.closing],
    issuer,
    date: printDate(asOf, words),
    note: contact === "" ? say.contact_blank : fill(say.contact, { contact: plainContact(contact, assigning) }),
  };
}

const paragraph = (content: string): Block => ({ type: "paragraph", content: [text(content)] });

/** What is owed and by when, and what found no requirement. */
function owedBlocks(debt: Debt, department: Department, folder: string, assigning: Assigning): Block[] {
  const { workspace, words, letters } = assigning;
  const { chase: say } = letters;
  const { map, asOf } = workspace;
  const late = debt.overdue === debt.owed.length ? say.overdue_all : fill(say.overdue, { n: debt.overdue });
  const overdue = debt.overdue === 0 ? "" : late;
  const unplaced = unplacedText(debt, assigning);
  return [
    paragraph(
      fill(say.intro, {
        map: map.title,
        applicable: debt.applicable,
        covered: debt.covered,
        owed: debt.owed.length,
        asOf: printDate(asOf, words),
        overdue,
      }),
    ),
    paragraph(requestOf(debt, assigning)),
    {
      type: "table",
      caption: fill(say.caption, { department: department.name }),
      ...owedTable(debt, assigning),
    },
    ...(unplaced === "" ? [] : [paragraph(unplaced)]),
    ...brokenBlocks(debt.broken, department, assigning),
    ...registerBlocks(debt.faults, department, assigning),
    paragraph(
      sentences(
        [
          fill(say.hand_in, { folder, unplaced: unplaced === "" ? "" : say.unplaced_too }),
          debt.next === null ? say.unable : say.unable_by_then,
        ],
        words,
      ),
    ),
  ];
}

/** What found no requirement, cannot be opened or is wrong in the register, of a department that owes nothing. */
function unowedBlocks(debt: Debt, department: Department, folder: string, assigning: Assigning): Block[] {
  const { register_faults: register, broken, only } = assigning.letters.chase;
  const { map, asOf } = assigning.workspace;
  const opening = unplacedText(debt, assigning);
  return [
    paragraph(opening === "" ? fill(only, { map: map.title, asOf: printDate(asOf, assigning.words) }) : opening),
    ...brokenBlocks(debt.broken, department, assigning),
    ...(debt.broken.length === 0 ? [] : [paragraph(fill(broken.hand_in, { folder }))]),
    ...registerBlocks(debt.faults, department, assigning),
    ...(debt.faults.length === 0 ? [] : [paragraph(fill(register.hand_in, { folder }))]),
  ];
}

/** Within brackets a contact has none of its own, but for those around an area code. */
const plainContact = (contact: string, { letters: { chase, demand } }: Assigning): string =>
  chase.contact.startsWith("（")
    ? contact.replace(
        /\s*[（(](?!\d+[）)])([^（）()]*)[）)][，、；;,\s]*(?=(.?))/gu,
        (_, inner: string, rest: string) => `${demand.comma}${inner}${rest === "" ? "" : demand.comma}`,
      )
    : contact;

/** Files that are named in a paragraph; the others are counted. */
const shownUnplaced = 8;

/** Files that nobody can tell what they are for; empty when there are none. */
function unplacedText({ unplaced, owed }: Debt, { workspace, words, letters: { chase, demand } }: Assigning): string {
  if (unplaced.length === 0) return "";
  const names = unplaced.map(({ files: [{ folders, name }] }) => [...folders, name].join("/"));
  const shown = names.slice(0, shownUnplaced).map((title) => fill(chase.file, { title }));
  const [files, rest] = [shown.join(demand.list), names.length - shown.length];
  return fill(owed.length > 0 ? chase.unplaced : chase.unplaced_only, {
    map: workspace.map.title,
    asOf: printDate(workspace.asOf, words),
    n: names.length,
    files: rest === 0 ? files : fill(chase.unplaced_more, { files, n: rest }),
  });
}

/** By when: the first day to come; what is overdue at once. */
function requestOf(
  { next, several, overdue, owed }: Debt,
  { workspace, words, letters: { chase } }: Assigning,
): string {
  if (next === null) return chase.soon;
  const days = daysBetween(workspace.asOf, next);
  const date = printDate(next, words);
  return sentences(
    [
      days === 0 ? fill(chase.today, { date }) : fill(chase.before, { date, days }),
      overdue > 0 && overdue < owed.length ? chase.late : "",
      several ? chase.several : "",
    ],
    words,
  );
}

/** What is missing has most to say; a day of the last column stands on one line. */
const shares = [10, 13, 14, 10, 29, 24];

/** What is owed, row by row; by when, where a stage tells it of any. */
function owedTable({ owed }: Debt, assigning: Assigning): Pick<Table, "columns" | "rows"> {
  const { chase } = assigning.letters;
  const { stages } = assigning.workspace;
  const isDue = owed.some(({ leaf, requirement }) => stageOf(stages, leaf, requirement) !== null);
  const titles = isDue ? chase.columns : chase.columns.slice(0, -1);
  const all = titles.reduce((sum, _, index) => sum + (shares[index] ?? 0), 0);
  return {
    columns: titles.map((title, index): Column => ({
      title,
      share: (shares[index] ?? 0) / all,
      align: [0, 3, 5].includes(index) ? "center" : "left",
    })),
    rows: owed.map((each) => rowOf(each, assigning).slice(0, titles.length)),
  };
}

function rowOf(each: Coverage, assigning: Assigning): Cell[] {
  const { language } = assigning.workspace;
  const { chase } = assigning.letters;
  const cell = (content: string): Cell => (content === "" ? [] : [text(content)]);
  return [
    cell(each.leaf.indicator.code),
    cell(each.leaf.indicator.title),
    cell(each.requirement.title),
    cell(chase.status[each.status] ?? printWords[language].status[each.status]),
    missingCell(each, assigning),
    cell(dueText(each, assigning)),
  ];
}

/** The day by which it was due, and how far away it is. */
function dueText({ leaf, requirement }: Coverage, { workspace, words, letters: { chase } }: Assigning): string {
  const stage = stageOf(workspace.stages, leaf, requirement);
  if (stage === null) return "";
  const days = daysBetween(workspace.asOf, stage.to);
  const date = printDate(stage.to, words);
  if (days === 0) return fill(chase.due_today, { date });
  return fill(days < 0 ? chase.due_late : chase.due_left, { date, n: Math.abs(days) });
}
