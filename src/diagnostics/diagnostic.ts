/** What the program can find wrong, as data: a code, a place and the facts. Words are in `wording/`. */
import type { IndicatorCode, RequirementId } from "../model/ids.ts";
import type { FileKind, IgnoredReason, UnreadableReason } from "../model/evidence.ts";
import type { Language } from "../model/map.ts";
import { compareNames } from "../model/order.ts";
import type { UnprintedReason } from "../model/pack.ts";
import type { Severity } from "../model/severity.ts";
import type { AssignFacts } from "./facts/assign.ts";
import type { FiguresFacts } from "./facts/figures.ts";
import type { JudgingFacts } from "./facts/judging.ts";
import type { OutputFacts } from "./facts/outputs.ts";
import type { ReadingFacts } from "./facts/reading.ts";
import type { ReviewFacts } from "./facts/review.ts";
import type { FormFacts } from "./facts/form.ts";
import type { NarrativeFacts } from "./facts/narrative.ts";
import type { PrivacyFacts } from "./facts/privacy.ts";
import { severityOf } from "./severity.ts";
import type { RemovedPart } from "../model/removed.ts";
import type { Period, SourceRef } from "../model/source.ts";

/** One line per kind of problem: the facts it carries. Wording, severity and tests hang on this map. */
export interface Facts
  extends
    AssignFacts,
    FiguresFacts,
    FormFacts,
    JudgingFacts,
    NarrativeFacts,
    OutputFacts,
    PrivacyFacts,
    ReadingFacts,
    ReviewFacts {
  // The command and its surroundings.
  "no-workspace": { readonly folder: string; readonly exists: boolean };
  "no-map": { readonly name: string; readonly known: readonly string[]; readonly nearest: string | null };
  "no-as-of": Record<never, never>;
  "bad-option": { readonly option: string; readonly value: string; readonly expected: string };
  "unknown-name": {
    readonly what: "schema" | "department" | "indicator" | "code";
    readonly name: string;
    readonly known: readonly string[];
    readonly nearest: string | null;
  };
  "unsafe-output": { readonly folder: string; readonly reason: "not-a-pack" | "in-evidence" | "is-workspace" };
  "cannot-write": { readonly folder: string; readonly cause: string };
  "not-empty": { readonly folder: string };
  incomplete: { readonly errors: number };
  // Configuration and map.
  "yaml-syntax": {
    /** Code of the parser, or FULL_WIDTH_COLON. */
    readonly fault: string;
    readonly message: string;
    /** The line at fault. */
    readonly text: string;
  };
  "cannot-read": { readonly cause: string };
  "not-utf8": Record<never, never>;
  "unknown-key": { readonly key: string; readonly nearest: string | null; readonly known: readonly string[] };
  "missing-key": { readonly key: string };
  "wrong-type": { readonly key: string; readonly expected: string; readonly got: string };
  "unknown-value": {
    readonly key: string;
    readonly got: string;
    readonly nearest: string | null;
    readonly known: readonly string[];
  };
  "out-of-bounds": { readonly key: string; readonly bound: "min" | "max"; readonly limit: string };
  "bad-form": { readonly key: string; readonly got: string; readonly expected: string };
  "period-reversed": { readonly key: string };
  "value-or-formula": { readonly key: string };
  "duplicate-code": { readonly code: string; readonly first: SourceRef };
  "duplicate-requirement": { readonly key: string; readonly indicator: IndicatorCode; readonly first: SourceRef };
  "duplicate-folder": { readonly folder: string; readonly first: SourceRef };
  "unknown-department": { readonly id: string; readonly nearest: string | null };
  "unknown-indicator": { readonly code: string; readonly nearest: string | null };
  "unknown-requirement": { readonly key: string; readonly indicator: string; readonly nearest: string | null };
  "unknown-tag": { readonly id: string; readonly nearest: string | null };
  "unknown-fact": { readonly name: string; readonly nearest: string | null };
  "bad-score": { readonly indicator: IndicatorCode; readonly got: string; readonly allowed: string };
  "bad-limit": { readonly indicator: string; readonly reason: "none" | "several" | "reversed" };
  "requires-on-group": { readonly code: string };
  "path-outside": { readonly path: string };
  // Nothing to evaluate.
  "no-requirements": Record<never, never>;
  "no-evidence-folder": { readonly folder: string };
  // Evidence.
  "unreadable-file": {
    readonly reason: UnreadableReason;
    readonly requirement: RequirementId | null;
    readonly title: string;
  };
  "refused-link": { readonly reason: IgnoredReason };
  "unmatched-file": {
    readonly code: string | null;
    readonly nearest: string | null;
    /** A name that would do. */
    readonly example: string;
    /** Whether a register lists it; `left-out`: the department has one in which it does not stand. */
    readonly register: "listed" | "left-out" | "none";
  };
  "ambiguous-file": { readonly candidates: readonly { readonly id: RequirementId; readonly title: string }[] };
  "unassigned-file": {
    readonly indicator: IndicatorCode;
    readonly asked: readonly string[];
    /** A register lists it: the requirement can be named there. */
    readonly registered: boolean;
  };
  "unknown-folder": { readonly folder: string; readonly nearest: string | null; readonly files: number };
  "duplicate-file": { readonly first: string; readonly sameRequirement: boolean };
  "wrong-extension": { readonly extension: string; readonly content: string; readonly kind: FileKind };
  "archive-file": Record<never, never>;
  "unknown-kind": {
    readonly extension: string;
    /** Usual extension of what it is; empty when the content has no known type. */
    readonly format: string;
  };
  "damaged-picture": Record<never, never>;
  "svg-active-content": Record<never, never>;
  "serial-taken": { readonly serial: number; readonly by: string; readonly given: string };
  "missing-evidence": MissingFacts & { readonly min: number };
  "too-few": MissingFacts & { readonly have: number; readonly need: number };
  "missing-years": MissingFacts & { readonly years: readonly number[]; readonly undated: number };
  "outside-window": {
    readonly requirement: RequirementId;
    readonly title: string;
    readonly period: Period;
    readonly window: Period;
  };
  "no-doc-number": { readonly requirement: RequirementId; readonly title: string };
  "waiver-expired": { readonly indicator: IndicatorCode; readonly until: string };
  "photo-caption": {
    readonly requirement: RequirementId;
    readonly title: string;
    readonly missing: readonly CaptionPart[];
  };
  // Registers.
  "register-unreadable": { readonly reason: UnreadRegister };
  "register-no-header": { readonly sheets: readonly string[] };
  "register-column": { readonly heading: string; readonly nearest: string | null };
  "register-value": { readonly value: string };
  "register-date": { readonly got: string };
  "register-code": {
    readonly code: string;
    readonly nearest: string | null;
    /** Titles of what the code could mean; empty when the map has no such code. */
    readonly asked: readonly string[];
  };
  "register-code-date": { readonly shown: string; readonly code: string };
  "register-requirement": {
    readonly name: string;
    readonly nearest: string | null;
    readonly known: readonly string[];
  };
  "register-file": {
    readonly name: string;
    readonly reason: "missing" | "outside" | "ambiguous";
    readonly nearest: string | null;
  };
  /** `kind`: an address of a kind that no pack may lead to; `form`: no address at all. */
  "register-address": { readonly address: string; readonly reason: "kind" | "form" };
  "register-no-file": { readonly title: string; readonly keptAt: string };
  "register-duplicate": {
    readonly name: string;
    readonly first: SourceRef;
    /** The title there and the one here, when they differ. */
    readonly titles: readonly [string, string] | null;
  };
  "not-in-register": { readonly files: number; readonly names: readonly string[] };
  // Narratives.
  "narrative-missing": { readonly indicator: IndicatorCode; readonly title: string; readonly expectedIn: string };
  "narrative-unknown": { readonly name: string; readonly nearest: string | null; readonly example: string };
  "narrative-unreadable": { readonly cause: string };
  "narrative-unsupported": { readonly what: string };
  // Writing.
  /** Nothing that turns Office files into PDF is to be had; told once. */
  "no-converter": { readonly engine: "embedded" | "soffice" | "gotenberg"; readonly url: string };
  "not-rendered": { readonly reason: Exclude<UnprintedReason, "no-converter"> };
  "repaired-pdf": Record<never, never>;
  "salvaged-document": Record<never, never>;
  "removed-from-pdf": { readonly parts: readonly RemovedPart[] };
  "missing-glyphs": { readonly characters: readonly string[] };
  "unstable-pages": { readonly rounds: number };
}

/** What a photo's caption tells. */
export type CaptionPart = "time" | "place" | "people" | "theme";

/** Why a register cannot be read. */
export type UnreadRegister = "corrupt" | "encrypted" | "old-format" | "too-large" | "no-permission" | "vanished";

interface MissingFacts {
  readonly requirement: RequirementId;
  readonly title: string;
  readonly indicatorTitle: string;
  /** Name of the department that owes it; empty when the map names none. */
  readonly owner: string;
  readonly contact: string;
  /** Folder in which it is looked for. */
  readonly expectedIn: string;
}

export type Code = keyof Facts;

/** Which exit code a problem leads to, when it is an error. */
export type Class = "evidence" | "unreadable" | "config" | "nothing";

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
  return all.toSorted(
    (a, b) =>
      compareNames(a.at.file, b.at.file) ||
      (a.at.line ?? 0) - (b.at.line ?? 0) ||
      (a.at.column ?? 0) - (b.at.column ?? 0) ||
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
