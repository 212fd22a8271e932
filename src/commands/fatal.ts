/** What a command says that could not go on. */
import { sortDiagnostics } from "../diagnostics/diagnostic.ts";
import type { Diagnostic, Fatal } from "../diagnostics/diagnostic.ts";
import { printDiagnostics, stoppedVerdict } from "../diagnostics/print/human.ts";
import type { PrintOptions } from "../diagnostics/print/human.ts";
import type { Stopped } from "../diagnostics/print/result.ts";
import { exitCode } from "../diagnostics/severity.ts";
import type { World } from "../world.ts";

/** Writes every reason to stderr, then the exit code in words; gives that code. Colour is for terminals only. */
export function tellFatal({ diagnostics }: Fatal, { language, color }: PrintOptions, { stderr, env }: World): number {
  const stopped = stoppedBy(diagnostics);
  const shown = { language, color: color && stderr.isTTY === true && (env["NO_COLOR"] ?? "") === "" };
  stderr.write(`${printDiagnostics(stopped.diagnostics, shown)}\n\n${stoppedVerdict(stopped, language)}\n`);
  return stopped.exitCode;
}

/** The reasons in the one order of diagnostics, and the exit code that follows from them. */
export const stoppedBy = (diagnostics: readonly Diagnostic[]): Stopped => ({
  diagnostics: sortDiagnostics(diagnostics),
  exitCode: exitCode(diagnostics),
});
