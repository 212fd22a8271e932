/** What a command says that could not go on. */
import { sortDiagnostics } from "../diagnostics/diagnostic.ts";
import type { Diagnostic, Fatal } from "../diagnostics/diagnostic.ts";
import { printDiagnostics, stoppedVerdict } from "../diagnostics/print/human.ts";
import type { PrintOptions } from "../diagnostics/print/human.ts";
import type { Stopped } from "../diagnostics/print/result.ts";
import { exitCode } from "../diagnostics/severity.ts";
import type { World } from "../world.ts";

/**
 * Writes what was found to stderr, what stops the command nearest the prompt and with `quiet` alone, then the exit code
 * in words; gives that code. Colour is for terminals only.
 */
export function tellFatal(
  { diagnostics }: Fatal,
  { language, color, quiet }: PrintOptions & { readonly quiet: boolean },
  { stderr, env }: World,
): number {
  const stopped = stoppedBy(diagnostics);
  const stops = stopped.diagnostics.filter((each) => exitCode([each]) === stopped.exitCode);
  const others = stopped.diagnostics.filter((each) => !stops.includes(each));
  const shown = { language, color: color && stderr.isTTY === true && (env["NO_COLOR"] ?? "") === "" };
  const told = quiet ? stops : [...others, ...stops];
  stderr.write(`${printDiagnostics(told, shown)}\n\n${stoppedVerdict(stopped, language)}\n`);
  return stopped.exitCode;
}

/** The reasons in the one order of diagnostics, and the exit code that follows from them. */
export const stoppedBy = (diagnostics: readonly Diagnostic[]): Stopped => ({
  diagnostics: sortDiagnostics(diagnostics),
  exitCode: exitCode(diagnostics),
});
