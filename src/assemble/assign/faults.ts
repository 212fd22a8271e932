/** What is wrong in what a department handed in, as its reminder tells it: files that cannot be opened, its register. */
import { gapWords } from "../../diagnostics/print/words-gaps.ts";
import type { Code, Diagnostic } from "../../diagnostics/diagnostic.ts";
import { word } from "../../diagnostics/wording/wording.ts";
import type { Block, Cell } from "../../model/document.ts";
import type { SourceRef } from "../../model/source.ts";
import type { Department, Workspace } from "../../model/workspace.ts";
import type { Coverage } from "../../model/coverage.ts";
import type { Letters } from "../../schema/letters.ts";
import { fill, text } from "../format.ts";
import type { Assigning } from "./tasks.ts";

/** A column of the department's own may stay, and a file that is not listed is named by what it is short of. */
const unsaid: ReadonlySet<Code> = new Set<Code>(["register-column", "not-in-register"]);

/** Told at the row in which it has to be filled in. */
const inRow: ReadonlySet<Code> = new Set<Code>(["no-doc-number", "photo-caption"]);

/** Those of `found` that the department mends in a register of its own. */
export function registerFaults(
  { evidence }: Workspace,
  department: Department | null,
  found: readonly Diagnostic[],
): Diagnostic[] {
  const registers = new Set<string>(
    evidence.flatMap(({ path, department: id, state }) =>
      id === department?.id && state.type === "ignored" && state.reason === "register" ? [path] : [],
    ),
  );
  return found.filter(
    ({ code, at }) =>
      registers.has(at.file) && ((code.startsWith("register-") && !unsaid.has(code)) || inRow.has(code)),
  );
}

/**
 * Those of `found` that tell of a file of the department which cannot be opened; not where the row of what it owes
 * (`owed`) tells of it already.
 */
export function brokenFiles(
  { evidence }: Workspace,
  department: Department | null,
  owed: readonly Coverage[],
  found: readonly Diagnostic[],
): Diagnostic[] {
  const told = new Set<string>(
    owed.flatMap(({ items }) =>
      items.flatMap(({ notCounted, link }) =>
        notCounted === "unreadable" ? link.item.files.map((each) => each.path) : [],
      ),
    ),
  );
  const own = new Set<string>(evidence.flatMap(({ path, department: id }) => (id === department?.id ? [path] : [])));
  return found.filter(({ code, at }) => code === "unreadable-file" && own.has(at.file) && !told.has(at.file));
}

/** Rows of the table; a register with more faults than these was not filled in by its columns. */
const mostRows = 30;

/** A sentence and a table; nothing where all is well. */
export const registerBlocks = (faults: readonly Diagnostic[], department: Department, assigning: Assigning): Block[] =>
  blocksOf(faults, assigning.letters.chase.register_faults, department, assigning);

/** The same of files that cannot be opened. */
export const brokenBlocks = (broken: readonly Diagnostic[], department: Department, assigning: Assigning): Block[] =>
  blocksOf(broken, assigning.letters.chase.broken, department, assigning);

function blocksOf(
  faults: readonly Diagnostic[],
  say: Pick<Letters["chase"]["register_faults"], "intro" | "most" | "caption" | "columns">,
  department: Department,
  assigning: Assigning,
): Block[] {
  if (faults.length === 0) return [];
  const { language } = assigning.workspace;
  const shares = [22, 42, 36];
  const rest = faults.length - mostRows;
  return [
    {
      type: "paragraph",
      content: [text(fill(say.intro, { n: faults.length }) + (rest > 0 ? fill(say.most, { n: mostRows }) : ""))],
    },
    {
      type: "table",
      caption: fill(say.caption, { department: department.name }),
      columns: say.columns.map((title, index) => ({ title, share: (shares[index] ?? 0) / 100, align: "left" })),
      rows: faults.slice(0, mostRows).map((each) => {
        const { what, ask } = word(each, language);
        return [placeIn(each.at, department, assigning), [text(gapWords[language].sentence(what))], [text(ask)]];
      }),
    },
  ];
}

/** A file by its name; below it sheet and cell. */
function placeIn({ file, cell, line }: SourceRef, { folder }: Department, { letters }: Assigning): Cell {
  const { register_faults: say } = letters.chase;
  const home = `evidence/${folder}/`;
  const name = text(file.startsWith(home) ? file.slice(home.length) : file);
  const below = (place: string): Cell => [name, { type: "break" }, text(place)];
  if (cell !== undefined) {
    const at = cell.lastIndexOf("!");
    return below(fill(say.cell, { sheet: cell.slice(0, at), cell: cell.slice(at + 1) }));
  }
  return line === undefined ? [name] : below(fill(say.line, { line }));
}
