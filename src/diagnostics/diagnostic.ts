/** What the program can find wrong, as data: a code, a place and the facts. Words are in `wording/`. */
import type { Language } from "../model/map.ts";
import { compareNames, sortedByName } from "../model/order.ts";
import type { Severity } from "../model/severity.ts";
import type { AssignFacts } from "./facts/assign.ts";
import type { CommandFacts } from "./facts/commands.ts";
import type { ConfigurationFacts } from "./facts/configuration.ts";
import type { DraftFacts } from "./facts/drafts.ts";
import type { EvidenceFacts } from "./facts/evidence.ts";
import type { RegisterFacts } from "./facts/registers.ts";
import type { RenderingFacts } from "./facts/rendering.ts";
import type { FiguresFacts } from "./facts/figures.ts";
import type { JudgingFacts } from "./facts/judging.ts";
import type { OutputFacts } from "./facts/outputs.ts";
import type { ReadingFacts } from "./facts/reading.ts";
import type { ReportDataFacts } from "./facts/report-data.ts";
import type { NumberFacts } from "./facts/numbers.ts";
import type { ReviewFacts } from "./facts/review.ts";
import type { FormFacts } from "./facts/form.ts";
import type { NarrativeFacts } from "./facts/narrative.ts";
import type { PackFacts } from "./facts/packs.ts";
import type { PrivacyFacts } from "./facts/privacy.ts";
import type { TemplateFacts } from "./facts/templates.ts";
import { severityOf } from "./severity.ts";
import type { SourceRef } from "../model/source.ts";

/** One line per kind of problem: the facts it carries. Wording, severity and tests hang on this map. */
export interface Facts
  extends
    AssignFacts,
    CommandFacts,
    ConfigurationFacts,
    DraftFacts,
    EvidenceFacts,
    FiguresFacts,
    FormFacts,
    JudgingFacts,
    NarrativeFacts,
    OutputFacts,
    PackFacts,
    PrivacyFacts,
    ReadingFacts,
    RegisterFacts,
    RenderingFacts,
    ReportDataFacts,
    NumberFacts,
    ReviewFacts,
    TemplateFacts {}

export type Code = keyof Facts;

/** Which exit code a problem leads to, when it is an error. */
export type Class = "evidence" | "pack" | "unreadable" | "config" | "nothing";

export type Diagnostic<C extends Code = Code> = {
  [K in C]: { readonly code: K; readonly severity: Severity; readonly at: SourceRef; readonly facts: Facts[K] };
}[C];

/** A stage does not throw for bad input: it returns its best value and all it found wrong. */
export interface Staged<T> {
  readonly value: T;
  readonly diagnostics: readonly Diagnostic[];
}

/** There is no best value to go on with (no map, output cannot be written): the command ends here. */
export class Fatal extends Error {
  readonly diagnostics: readonly Diagnostic[];
  /** Language of what was being read, when that is known. */
  readonly language: Language | null;

  constructor(diagnostics: readonly Diagnostic[], language: Language | null = null) {
    super(diagnostics.map((each) => each.code).join(", "));
    this.diagnostics = diagnostics;
    this.language = language;
  }
}

/** With the usual severity of its code; `reweigh` puts in what a map or a workspace says instead. */
export function diagnostic<C extends Code>(code: C, at: SourceRef, facts: Facts[C]): Diagnostic {
  // A generic code cannot be correlated with its own facts by the compiler; the signature above does it.
  return { code, severity: severityOf(code), at, facts } as unknown as Diagnostic;
}

/** By file, place, code: the same findings stand in the same order on every machine. */
export function sortDiagnostics(all: readonly Diagnostic[]): Diagnostic[] {
  return sortedByName(
    all,
    ({ at }) => at.file,
    (a, b) =>
      (a.at.line ?? 0) - (b.at.line ?? 0) ||
      (a.at.column ?? 0) - (b.at.column ?? 0) ||
      (a.at.paragraph ?? 0) - (b.at.paragraph ?? 0) ||
      compareCells(a.at.cell ?? "", b.at.cell ?? "") ||
      compareNames(a.code, b.code) ||
      compareNames(JSON.stringify(a.facts), JSON.stringify(b.facts)),
  );
}

/** By sheet, row, column: C7 before B10 and AA7. */
function compareCells(a: string, b: string): number {
  const parts = (cell: string): readonly string[] => /^(.*)!([A-Z]+)(\d+)$/u.exec(cell)?.slice(1) ?? [cell, "", ""];
  const [sheetA = "", columnA = "", rowA = ""] = parts(a);
  const [sheetB = "", columnB = "", rowB = ""] = parts(b);
  return (
    compareNames(sheetA, sheetB) ||
    Number(rowA) - Number(rowB) ||
    columnA.length - columnB.length ||
    compareNames(columnA, columnB)
  );
}
