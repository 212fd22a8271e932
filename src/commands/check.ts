/** `evipack check`: what is covered, what is missing; in the format of whoever reads it. */
import path from "node:path";
import { check } from "../check/check.ts";
import { diagnostic, Fatal } from "../diagnostics/diagnostic.ts";
import { printVerdict } from "../diagnostics/print/human.ts";
import type { CheckResult } from "../diagnostics/print/result.ts";
import { linkEvidence } from "../link/link.ts";
import { loadWorkspace } from "../load/workspace.ts";
import type { LoadOptions } from "../load/workspace.ts";
import type { Language } from "../model/map.ts";
import type { Severity } from "../model/severity.ts";
import { causeOf, makeFolder, writeFile } from "../world.ts";
import type { World } from "../world.ts";
import { formatOf, show, showStopped } from "./check-formats.ts";
import type { ShowOptions } from "./check-formats.ts";
import { stoppedBy } from "./fatal.ts";
import { logged } from "./log.ts";
import type { Log } from "./log.ts";
import { guessLanguage } from "./options.ts";
import type { CheckFormat, LogOptions } from "./options.ts";
import { resultOf } from "./result.ts";
import { commandWords } from "./words.ts";
import { readSelection } from "./selection.ts";
import type { Asked } from "./selection.ts";
import { version } from "./version.ts";

export interface CheckOptions extends ShowOptions, Asked, LogOptions, Pick<LoadOptions, "stamps"> {
  /** The least weight that makes the check fail. */
  readonly failOn: Severity;
  /** Codes of what is accepted first, none for all of it; null to accept nothing. */
  readonly accept: readonly string[] | null;
}

/** Where it could not go on, machines are told in the format that they asked for, and people on stderr. */
export const runCheck = async (options: CheckOptions, world: World): Promise<number> =>
  logged("check", { ...options, version: await version() }, world, (log) => checkAndShow(options, log, world));

async function checkAndShow(options: CheckOptions, log: Log, world: World): Promise<number> {
  const { output, color, quiet } = options;
  const format = formatOf(options);
  if (format === "xlsx" && output === null) {
    throw new Fatal([diagnostic("output-needed", { file: "" }, { format, example: "gaps.xlsx" })]);
  }
  const { result, language } = await judgedFor(options, format, log, world);
  log.result(result);
  log.stage("write");
  const shown = await show(format, result, options, language, world);
  if (output === null) world.stdout.write(shown.toString());
  else {
    await write(output, shown, options, language, world);
    if (!quiet) world.stdout.write(`${printVerdict(result, { language, color })}\n`);
  }
  return result.exitCode;
}

interface JudgedFor {
  readonly result: CheckResult;
  readonly language: Language;
}

async function judgedFor(options: CheckOptions, format: CheckFormat, log: Log, world: World): Promise<JudgedFor> {
  try {
    return await judge(options, format, log, world);
  } catch (error) {
    throw error instanceof Fatal ? await toldStopped(error, options, format, world) : error;
  }
}

/** Loads, links and checks; throws Fatal where it cannot go on. */
export async function judge(options: CheckOptions, format: CheckFormat, log: Log, world: World): Promise<JudgedFor> {
  log.stage("load");
  const { value: workspace, diagnostics } = await loadWorkspace(options, world);
  const language = options.language ?? workspace.language;
  log.speak(language);
  const selection = await readSelection(options, workspace, language, world);
  log.stage("link");
  const links = linkEvidence(workspace);
  log.stage("check");
  let checked = check(workspace, links, diagnostics);
  if (options.accept !== null) {
    const { acceptInto } = await import("./accept.ts");
    const accepted = await acceptInto(options.root, checked, options.accept);
    // What machines read from stdout is the check alone.
    const told = commandWords[language].accepted(accepted);
    if (format === "human" || options.output !== null) world.stdout.write(`${told}\n\n`);
    else log.note(told);
    checked = check({ ...workspace, lock: accepted.lock }, links, diagnostics);
  }
  return { result: resultOf(checked, { selection, failOn: options.failOn }), language };
}

/** Tells machines why it could not go on; gives what people are to be told, which also says where that failed. */
async function toldStopped(error: Fatal, options: CheckOptions, format: CheckFormat, world: World): Promise<Fatal> {
  const language = options.language ?? error.language ?? guessLanguage(options, world);
  const text = await showStopped(format, stoppedBy(error.diagnostics), options, language, world);
  try {
    if (text !== null && options.output === null) world.stdout.write(text);
    else if (text !== null) await write(options.output ?? "", text, options, language, world);
    return error;
  } catch (unwritten) {
    if (!(unwritten instanceof Fatal)) throw unwritten;
    return new Fatal([...error.diagnostics, ...unwritten.diagnostics], language);
  }
}

/** Writes the output where it was asked for, but never among what goes into a check. */
async function write(
  output: string,
  content: string | Uint8Array,
  { root }: CheckOptions,
  language: Language,
  world: World,
): Promise<void> {
  const target = path.resolve(world.cwd, output);
  const inside = path.relative(root, target).split(path.sep).join("/");
  if (/^(?:evidence|narrative)\/|^[^/]+\.ya?ml$/u.test(inside)) {
    const facts = { folder: output, reason: "in-evidence" } as const;
    throw new Fatal([diagnostic("unsafe-output", { file: output }, facts)], language);
  }
  try {
    await makeFolder(path.dirname(target));
    await writeFile(target, content);
  } catch (error) {
    throw new Fatal([diagnostic("cannot-write", { file: output }, { folder: output, cause: causeOf(error) })]);
  }
}
