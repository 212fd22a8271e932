/** `severity:` of a map or of evipack.yaml: another weight for a problem. */
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { allCodes, choicesFor } from "../diagnostics/severity.ts";
import { nearest } from "../engines/nearest.ts";
import type { SeverityChoice } from "../model/severity.ts";
import type { SourceRef } from "../model/source.ts";

/** The choices by code; a code that does not exist, or that must keep its weight, is told. */
export function readSeverities(
  choices: Readonly<Record<string, SeverityChoice>>,
  at: (code: string) => SourceRef,
  found: Diagnostic[],
): ReadonlyMap<string, SeverityChoice> {
  const changeable = allCodes.filter((code) => choicesFor(code).length > 0);
  for (const [name, choice] of Object.entries(choices)) {
    const code = changeable.find((each) => each === name);
    if (code === undefined) {
      const exists = allCodes.some((each) => each === name);
      found.push(diagnostic("unknown-code", at(name), { name, exists, nearest: nearest(name, changeable) }));
    } else if (!choicesFor(code).includes(choice)) {
      const facts = { key: name, got: choice, known: choicesFor(code), nearest: null };
      found.push(diagnostic("unknown-value", at(name), facts));
    }
  }
  return new Map(Object.entries(choices));
}
