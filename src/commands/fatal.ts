/** What a command says that could not go on. */
import { sortDiagnostics } from "../diagnostics/diagnostic.ts";
import type { Fatal } from "../diagnostics/diagnostic.ts";
import { printDiagnostics } from "../diagnostics/print/human.ts";
import type { PrintOptions } from "../diagnostics/print/human.ts";
import { printWords } from "../diagnostics/print/words.ts";
import { exitCode } from "../diagnostics/severity.ts";
import type { World } from "../world.ts";

/** Writes every reason to stderr, then the exit code in words; gives that code. Colour is for terminals only. */
export function tellFatal({ diagnostics }: Fatal, { language, color }: PrintOptions, { stderr, env }: World): number {
  const code = exitCode(diagnostics);
  const shown = { language, color: color && stderr.isTTY === true && (env["NO_COLOR"] ?? "") === "" };
  stderr.write(`${printDiagnostics(sortDiagnostics(diagnostics), shown)}\n`);
  const meaning = printWords[language].exit[code];
  if (meaning !== undefined) stderr.write(`\n${printWords[language].stopped(meaning, code)}\n`);
  return code;
}
