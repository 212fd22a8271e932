/** What `compile` says while it works and when it is done. */
import path from "node:path";
import { diagnostic, Fatal } from "../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { printBrief } from "../diagnostics/print/brief.ts";
import { printDiagnostics, printVerdict } from "../diagnostics/print/human.ts";
import type { PrintOptions } from "../diagnostics/print/human.ts";
import { printWords } from "../diagnostics/print/words.ts";
import { visible } from "../diagnostics/wording/wording.ts";
import type { Foreseen } from "../deliver/foresee.ts";
import { openProgress } from "../engines/progress.ts";
import type { ProgressBar } from "../engines/progress.ts";
import { isError } from "../diagnostics/severity.ts";
import type { CheckResult } from "../diagnostics/print/result.ts";
import type { Evidence } from "../model/evidence.ts";
import type { Language } from "../model/map.ts";
import { changedCode } from "../model/rendered.ts";
import type { Manifest } from "../schema/manifest.ts";
import { causeOf } from "../world.ts";
import { checksumFile, manifestFile } from "../write/manifest.ts";
import type { World } from "../world.ts";
import { foreseenNote } from "./foreseen-words.ts";
import { omittedWords } from "./omitted-words.ts";
import { commandWords } from "./words.ts";
import type { CommandWords } from "./words.ts";
import type { Log } from "./log.ts";
import { guessLanguage, progressLine, showsProgress } from "./options.ts";
import type { LogOptions } from "./options.ts";

export interface CompileReporter {
  /** Sets the language, once the map is known, unless the user asked for one. */
  readonly speak: (language: Language) => void;
  /** A stage begins. */
  readonly onStage: Log["stage"];
  readonly onEvidence: (file: Evidence, index: number, total: number) => void;
  readonly onConverter: (id: string) => void;
  readonly onFile: (name: string) => void;
  readonly print: (text: string) => void;
  /** Takes what tells of progress off the terminal; needed however the run ends. */
  readonly clear: () => void;
  /** Tells why nothing was written. */
  readonly refuse: (result: CheckResult) => void;
  /** Tells what the second of two compilations has found: files that differ, or none. */
  readonly compared: (differing: readonly Diagnostic[]) => void;
  /** Tells that a signal ended the run. */
  readonly interrupted: () => void;
  readonly finish: (
    result: CheckResult,
    written: {
      readonly manifest: Manifest;
      readonly target: string;
      readonly kept: string | null;
      /** What went wrong when the pack was written already. */
      readonly late: readonly Diagnostic[];
      /** Exhibits whose numbers may still move. */
      readonly unfrozen: number;
      /** What `package` would not deliver of it. */
      readonly ahead: Foreseen;
      /** Nothing was written: the pack that stands is the one that would have been. */
      readonly stands?: boolean;
    },
  ) => void;
}

export function compileReporter(options: LogOptions, log: Log, world: World): CompileReporter {
  let shown = { language: guessLanguage(options, world), color: options.color };
  let words = commandWords[shown.language];
  const progress = progressOf(options, world);
  let converter: string | null = null;
  const print = (text: string): void => {
    progress.clear();
    world.stdout.write(text);
  };
  const problems = (result: CheckResult, files: readonly string[] | null): string =>
    options.quiet ? "" : problemsOf(result, files, shown);
  return {
    speak: (language) => {
      shown = { ...shown, language: options.language ?? language };
      words = commandWords[shown.language];
      log.speak(language);
    },
    onStage: log.stage,
    onEvidence: ({ name, path: source }, index, total) => {
      log.file(source, { index, total });
      progress.evidence(name, index, total, words);
    },
    onConverter: (id) => {
      converter = id;
    },
    onFile: (name) => {
      log.file(name);
      progress.file(words.writing(name));
    },
    clear: progress.clear,
    print,
    refuse: (result) => {
      log.result(result);
      const errors = result.diagnostics.filter(isError).length;
      const reason = diagnostic("incomplete", { file: "" }, { errors });
      print(`${problems(result, null)}${printDiagnostics([reason], shown)}\n\n${printVerdict(result, shown)}\n`);
    },
    compared: (differing) => {
      const found = differing.length === 0 ? words.reproduced : printDiagnostics(differing, shown);
      if (!options.quiet || differing.length > 0) print(`${found}\n`);
    },
    interrupted: () => {
      progress.clear();
      log.interrupted(words.interrupted);
    },
    finish: (result, { manifest, target, kept, late, unfrozen, ahead, stands = false }) => {
      log.result(result);
      const lists = options.detail === "full" ? null : listsIn(manifest, result, target, world);
      const files = options.quiet
        ? ""
        : `${listing(manifest, { target, converter, stands, language: shown.language }, world)}\n\n`;
      const note = kept === null ? "" : `${words.kept(kept)}\n\n`;
      const loose = unfrozen === 0 || options.quiet ? "" : `${words.unfrozen(unfrozen)}\n\n`;
      const foreseen = options.quiet ? null : foreseenNote(ahead, shown.language);
      const refused = foreseen === null ? "" : `${foreseen}\n\n`;
      const told = late.length === 0 ? "" : `${printDiagnostics(late, shown)}\n\n`;
      print(`${problems(result, lists)}${files}${note}${told}${loose}${refused}${printVerdict(result, shown)}\n`);
    },
  };
}

interface Progress {
  readonly evidence: (name: string, index: number, total: number, words: CommandWords) => void;
  readonly file: (line: string) => void;
  readonly clear: () => void;
}

/** A bar while evidence is rendered and then a line, for people before a terminal. */
function progressOf(options: LogOptions, world: World): Progress {
  if (options.log !== null || !showsProgress(options, world))
    return { evidence: () => undefined, file: () => undefined, clear: () => undefined };
  const line = progressLine(options, world);
  let bar: ProgressBar | null = null;
  const stop = (): void => {
    bar?.stop();
    bar = null;
  };
  return {
    evidence: (name, index, total, words) => {
      bar ??= openProgress(world.stderr, total, words.rendering);
      bar.begin(index, name);
    },
    file: (text) => {
      stop();
      line(text);
    },
    clear: () => {
      stop();
      line("");
    },
  };
}

/** Of a run that nobody watches. */
export const silent: CompileReporter = {
  speak: () => undefined,
  onStage: () => undefined,
  onEvidence: () => undefined,
  onConverter: () => undefined,
  onFile: () => undefined,
  print: () => undefined,
  clear: () => undefined,
  refuse: () => undefined,
  compared: () => undefined,
  interrupted: () => undefined,
  finish: () => undefined,
};

type Entry = Manifest["evidence"][number];

/** Files of the pack that hold the problems: who owes what, and everything. */
const listsIn = ({ outputs }: Manifest, { owed }: CheckResult, target: string, world: World): string[] =>
  (owed.size === 0 ? ["check"] : ["gaps", "check"]).flatMap((role) =>
    outputs.filter((each) => each.role === role).map((each) => path.relative(world.cwd, path.join(target, each.path))),
  );

const isRegister = ({ reason }: Entry): boolean => reason === "register";
/** An address in a register has no bytes; a file that holds one has. */
const isAddress = ({ reason, sha256 }: Entry): boolean => reason === "link" && sha256 === null;
const isTaskList = ({ reason }: Entry): boolean => reason === "task-list";
const isSetAside = ({ reason }: Entry): boolean => reason === "set-aside";
/** Files that no one handed in as evidence. */
const isOther = ({ reason }: Entry): boolean => reason === "system-file" || reason === "office-lock-file";

/** Of the offline page the one file that is opened; the others only belong to it. */
const isOpened = ({ role, format }: Manifest["outputs"][number]): boolean => role !== "site" || format === "html";

/** Problems by their kinds and the files that hold each of them; without such files, each of them. */
function problemsOf(result: CheckResult, files: readonly string[] | null, shown: PrintOptions): string {
  if (result.diagnostics.length === 0) return "";
  if (files === null) return `${printDiagnostics(result.diagnostics, shown)}\n\n`;
  return `${printBrief(result, shown)}\n${printWords[shown.language].brief.where(files)}\n\n`;
}

/** The files of the pack, and what became of the evidence. */
function listing(
  manifest: Manifest,
  {
    target,
    converter,
    stands,
    language,
  }: {
    readonly target: string;
    readonly converter: string | null;
    readonly stands: boolean;
    readonly language: Language;
  },
  world: World,
): string {
  const words = commandWords[language].listing;
  const shown = path.relative(world.cwd, target) || ".";
  const all = manifest.evidence;
  // `check` counts as handed in (已交文件) what is left when these are taken away.
  const files = all.filter((each) => ![isRegister, isAddress, isTaskList, isSetAside, isOther].some((is) => is(each)));
  const count = (state: Entry["state"]): number => files.filter((each) => each.state === state).length;
  const aside = {
    registers: all.filter(isRegister).length,
    addresses: all.filter(isAddress).length,
    taskLists: all.filter(isTaskList).length,
    setAside: all.filter(isSetAside).length,
    others: all.filter(isOther).length,
  };
  return [
    stands ? words.stands(shown) : words.written(shown),
    ...manifest.outputs.filter(isOpened).map(({ path: name, pages, bytes }) => `  ${words.file(name, pages, bytes)}`),
    ...[manifestFile, checksumFile].map((name) => `  ${words.file(name, null, null)}`),
    words.evidence(files.length, count("included"), count("placeholder"), count("omitted")),
    ...omittedLine(files, language),
    ...(converter === null ? [] : [words.converter(converter)]),
    ...(files.length === all.length ? [] : [words.aside(aside)]),
  ].join("\n");
}

/** Enough to see what it is about; the manifest has all. */
const omittedShown = 5;

function omittedLine(files: readonly Entry[], language: Language): string[] {
  const omitted = files.filter(({ state }) => state === "omitted");
  const named = omitted
    .slice(0, omittedShown)
    .map(
      ({ source, reason }) =>
        [visible(path.posix.basename(source)), omittedWords[language][reason ?? ""] ?? ""] as const,
    );
  return omitted.length === 0 ? [] : [commandWords[language].listing.omitted(named, omitted.length - named.length)];
}

const diskFaults = new Set([
  "ENOSPC",
  "EFBIG",
  "EACCES",
  "EPERM",
  "EROFS",
  "EDQUOT",
  "EIO",
  "EBUSY",
  "EMFILE",
  "ENOTEMPTY",
]);

/** A disk that is full or closed is no fault of the program: it becomes a problem with a remedy. */
export function systemFault(error: unknown, folder: string): unknown {
  if (error instanceof Fatal || !(error instanceof Error)) return error;
  if (causeOf(error) === changedCode) return new Fatal([diagnostic("changed-meanwhile", { file: error.message }, {})]);
  if (!diskFaults.has(causeOf(error))) return error;
  return new Fatal([diagnostic("cannot-write", { file: folder }, { folder, cause: causeOf(error) })]);
}
