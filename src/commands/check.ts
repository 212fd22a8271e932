/** `evipack check`: what is covered, what is missing. */
import path from "node:path";
import { check } from "../check/check.ts";
import { diagnostic, Fatal } from "../diagnostics/diagnostic.ts";
import { printHuman, printVerdict } from "../diagnostics/print/human.ts";
import { printJson } from "../diagnostics/print/json.ts";
import type { CheckResult } from "../diagnostics/print/result.ts";
import { linkEvidence } from "../link/link.ts";
import { loadWorkspace } from "../load/workspace.ts";
import type { Language } from "../model/map.ts";
import { causeOf, writeFile } from "../world.ts";
import type { World } from "../world.ts";
import { acceptInto } from "./accept.ts";
import type { checkFormats, CommonOptions } from "./options.ts";
import { resultOf } from "./result.ts";
import { commandWords } from "./words.ts";

export interface CheckOptions extends CommonOptions {
  readonly format: (typeof checkFormats)[number];
  /** File for the output, instead of stdout. */
  readonly output: string | null;
  /** Codes of what is accepted first, none for all of it; null to accept nothing. */
  readonly accept: readonly string[] | null;
}

export async function runCheck(options: CheckOptions, world: World): Promise<number> {
  const { value: workspace, diagnostics } = await loadWorkspace(options, world);
  const language = options.language ?? workspace.language;
  const links = linkEvidence(workspace);
  let checked = check(workspace, links, diagnostics);
  if (options.accept !== null) {
    const accepted = await acceptInto(options.root, checked, options.accept);
    // What machines read from stdout is the check alone.
    const told = options.format === "human" || options.output !== null ? world.stdout : world.stderr;
    told.write(`${commandWords[language].accepted(accepted)}\n\n`);
    checked = check({ ...workspace, lock: accepted.lock }, links, diagnostics);
  }
  const result = resultOf(checked);
  await show(result, options, language, world);
  return result.exitCode;
}

async function show(result: CheckResult, options: CheckOptions, language: Language, world: World): Promise<void> {
  const color = options.color && options.output === null;
  const text = options.format === "json" ? printJson(result, language) : printHuman(result, { language, color });
  if (options.output === null) {
    const short = options.quiet && options.format === "human";
    world.stdout.write(short ? `${printVerdict(result, { language, color })}\n` : text);
    return;
  }
  const target = path.resolve(world.cwd, options.output);
  const inside = path.relative(options.root, target).split(path.sep).join("/");
  if (/^(?:evidence|narrative)\/|^[^/]+\.ya?ml$/u.test(inside)) {
    const facts = { folder: options.output, reason: "in-evidence" } as const;
    throw new Fatal([diagnostic("unsafe-output", { file: options.output }, facts)], language);
  }
  try {
    await writeFile(target, text);
  } catch (error) {
    throw new Fatal([
      diagnostic("cannot-write", { file: options.output }, { folder: options.output, cause: causeOf(error) }),
    ]);
  }
  if (!options.quiet) world.stdout.write(`${printVerdict(result, { language, color: options.color })}\n`);
}
