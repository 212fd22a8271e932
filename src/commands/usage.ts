/** Commander's complaints in our words. */
import type { CommandWords } from "./words.ts";

interface Complaint {
  readonly code: string;
  readonly message: string;
}

const kinds: Readonly<Record<string, Exclude<keyof CommandWords["usage"], "see" | "meant">>> = {
  "commander.unknownOption": "unknown-option",
  "commander.unknownCommand": "unknown-command",
  "commander.missingArgument": "missing-argument",
  "commander.missingMandatoryOptionValue": "option-needs-value",
  "commander.optionMissingArgument": "option-needs-value",
  "commander.excessArguments": "too-many-arguments",
  "commander.invalidArgument": "bad-choice",
};

/** One or two lines: what is wrong with the command as typed, and where to look. */
export function usageFault({ code, message }: Complaint, { usage }: CommandWords): string {
  const kind = kinds[code];
  const see = usage.see("evipack");
  if (kind === undefined) return code === "commander.help" ? see : `${message.replace(/^error: /u, "")}\n${see}`;
  const quoted = /'([^']*)'/u.exec(message)?.[1] ?? "";
  const name =
    kind === "bad-choice" ? message.replace(/^error: option '[^']*' argument /u, "").replace(/^error: /u, "") : quoted;
  const meant = /\(Did you mean (?:one of )?([^)?]+)\?\)/u.exec(message)?.[1];
  return [usage[kind](name), meant === undefined ? see : usage.meant(meant)].join("\n");
}
