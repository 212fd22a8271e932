/** Papers and registers as workbooks. */
import { writeSheets } from "../../engines/xlsx-sheets.ts";
import type { FormColumnFacts, SheetFonts, TableSheet, TextSheet } from "../../engines/xlsx-sheets.ts";
import type { Table } from "../../model/document.ts";
import type { Form, FormColumn, Paper } from "../../model/paper.ts";
import type { Style } from "../../schema/style.ts";
import { cleanLine } from "../docx/text.ts";

interface SheetContext {
  readonly style: Style;
  readonly asOf: string;
  /** How a page number is printed; `{n}` stands for it. */
  readonly page: string;
  /** A title with its mark, for which a sheet has no corner; `{title}` and `{mark}` stand for them. */
  readonly marked: string;
}

/** Characters of a Latin font across a sheet set sideways. */
const acrossSheet = 150;

/** A paper as a sheet ready to be printed. Equal arguments give equal bytes. */
export function writePaperXlsx(paper: Paper, context: SheetContext): Promise<Uint8Array> {
  const { columns, merged } = paper.table;
  const { rows, places } = layRows(paper.table);
  const starts = [...(merged?.starts ?? [])].toSorted((a, b) => a - b);
  const areas = starts.map((start, index) => {
    const end = (starts[index + 1] ?? places.length) - 1;
    return [places[start] ?? 0, places[end] ?? 0] as const;
  });
  const sheet: TableSheet = {
    type: "table",
    name: cleanLine(paper.name),
    title: withMarks(paper.title, paper.marks, context),
    lines: paper.lines,
    columns: columns.map(({ title, share, align }): FormColumnFacts => ({
      title,
      align,
      width: Math.max(6, Math.round(share * acrossSheet)),
      shaded: false,
      holds: "general",
      choice: null,
      days: null,
      prompt: "",
    })),
    least: 1,
    rows,
    merged: { columns: merged?.columns ?? 0, areas },
    notes: paper.notes,
    page: context.page,
    refused: "",
  };
  return writeSheets([sheet], fontsOf(context.style), context.asOf);
}

/** The rows with the headings between them, and where each row came to stand. Digits alone are numbers. */
function layRows({ rows, subheads }: Table): { readonly rows: TableSheet["rows"]; readonly places: number[] } {
  const laid: TableSheet["rows"][number][] = [];
  const places = rows.map((row, index) => {
    const subhead = subheads?.get(index);
    if (subhead !== undefined) laid.push(subhead);
    const texts = row.map((cell) => cell.map((part) => ("text" in part ? part.text : "")).join(""));
    return laid.push(texts.map((text) => (/^(?:0|[1-9]\d{0,8})$/u.test(text) ? Number(text) : text))) - 1;
  });
  return { rows: laid, places };
}

/** A register ready to be filled in, with the sheet on how to do it. Equal arguments give equal bytes. */
export function writeForm(form: Form, context: SheetContext): Promise<Uint8Array> {
  const { names } = form;
  const choices = choicesOf(form);
  const sheet: TableSheet = {
    type: "table",
    name: names.form,
    title: withMarks(form.title, form.marks, context),
    lines: [form.hint],
    columns: form.columns.map((column) => formColumn(column, form, choices)),
    least: 2,
    rows: [...form.rows, ...Array.from({ length: form.spare }, () => [])],
    merged: { columns: 0, areas: [] },
    notes: [],
    page: context.page,
    refused: form.refused,
  };
  const guide: TextSheet = { type: "text", name: names.guide, lines: form.guide, hidden: false };
  const list: TextSheet = { type: "text", name: names.choices, lines: choices.lines, hidden: true };
  return writeSheets([sheet, guide, list], fontsOf(context.style), context.asOf);
}

interface Choices {
  /** All choices, one below the other: in one column, so that no reader takes the sheet for a register. */
  readonly lines: readonly string[];
  /** Cells of a column's own choices. */
  readonly cells: ReadonlyMap<FormColumn, string>;
}

function choicesOf({ columns, names }: Form): Choices {
  const lines: string[] = [];
  const cells = new Map<FormColumn, string>();
  for (const column of columns) {
    if (column.choice === null || column.choice.from.length === 0) continue;
    const first = lines.length + 1;
    lines.push(...column.choice.from);
    cells.set(column, `'${names.choices.replaceAll("'", "''")}'!$A$${String(first)}:$A$${String(lines.length)}`);
  }
  return { lines, cells };
}

function formColumn(column: FormColumn, form: Form, { cells }: Choices): FormColumnFacts {
  const from = cells.get(column);
  return {
    title: column.title,
    width: column.width,
    align: "left",
    shaded: column.given,
    holds: column.holds,
    choice: from === undefined ? null : { from, strict: column.choice?.free === false },
    days: column.holds === "date" ? form.days : null,
    prompt: column.prompt,
  };
}

const withMarks = (title: string, marks: readonly string[], { marked }: SheetContext): string =>
  cleanLine(
    marks.reduce(
      (text, mark) => marked.replace(/\{(title|mark)\}/gu, (_, name) => (name === "title" ? text : mark)),
      title,
    ),
  );

function fontsOf({ faces, roles }: Style): SheetFonts {
  const font = (role: "title" | "table" | "table_head"): string => faces[roles[role].face]?.docx ?? "";
  return { title: font("title"), head: font("table_head"), body: font("table") };
}
