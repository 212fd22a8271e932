/** `evipack check`: what is covered, what is missing; in the format of whoever reads it. */
import path from "node:path";
import { check } from "../check/check.ts";
import { diagnostic, Fatal } from "../diagnostics/diagnostic.ts";
import { printVerdict } from "../diagnostics/print/human.ts";
import { linkEvidence } from "../link/link.ts";
import { loadWorkspace } from "../load/workspace.ts";
import type { Language } from "../model/map.ts";
import type { Severity } from "../model/severity.ts";
import { causeOf, writeFile } from "../world.ts";
import type { World } from "../world.ts";
import { acceptInto } from "./accept.ts";
import { formatOf, show } from "./check-formats.ts";
import type { ShowOptions } from "./check-formats.ts";
import { resultOf } from "./result.ts";
import { commandWords } from "./words.ts";
import { readSelection } from "./selection.ts";
import type { Asked } from "./selection.ts";

export interface CheckOptions extends ShowOptions, Asked {
  /** The least weight that makes the check fail. */
  readonly failOn: Severity;
  /** Codes of what is accepted first, none for all of it; null to accept nothing. */
  readonly accept: readonly string[] | null;
}

export async function runCheck(options: CheckOptions, world: World): Promise<number> {
  const { output } = options;
  const format = formatOf(options);
  if (format === "xlsx" && output === null) {
    throw new Fatal([diagnostic("output-needed", { file: "" }, { format, example: "gaps.xlsx" })]);
  }
  const { value: workspace, diagnostics } = await loadWorkspace(options, world);
  const language = options.language ?? workspace.language;
  const selection = await readSelection(options, workspace, language, world);
  const links = linkEvidence(workspace);
  let checked = check(workspace, links, diagnostics);
  if (options.accept !== null) {
    const accepted = await acceptInto(options.root, checked, options.accept);
    // What machines read from stdout is the check alone.
    const told = format === "human" || output !== null ? world.stdout : world.stderr;
    told.write(`${commandWords[language].accepted(accepted)}\n\n`);
    checked = check({ ...workspace, lock: accepted.lock }, links, diagnostics);
  }
  const result = resultOf(checked, { selection, failOn: options.failOn });
  const shown = await show(format, result, options, language, world);
  if (output === null) world.stdout.write(shown.toString());
  else {
    await write(output, shown, options, language, world);
    if (!options.quiet) world.stdout.write(`${printVerdict(result, { language, color: options.color })}\n`);
  }
  return result.exitCode;
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
    await writeFile(target, content);
  } catch (error) {
    throw new Fatal([diagnostic("cannot-write", { file: output }, { folder: output, cause: causeOf(error) })]);
  }
}
