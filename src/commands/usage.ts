/** Commander's complaints in our words. */
import type { CommandWords } from "./words.ts";

interface Complaint {
  readonly code: string;
  readonly message: string;
}

export const missingOption = "commander.missingMandatoryOptionValue";

const kinds: Readonly<
  Record<string, Exclude<keyof CommandWords["usage"], "see" | "meant" | "maps" | "bad-choice" | "bad-word">>
> = {
  "commander.unknownOption": "unknown-option",
  "commander.unknownCommand": "unknown-command",
  "commander.missingArgument": "missing-argument",
  [missingOption]: "missing-option",
  "commander.optionMissingArgument": "option-needs-value",
  "commander.excessArguments": "too-many-arguments",
};

/**
 * One or two lines: what is wrong with the command as typed, and where to look. `maps`: the built-in ones, of which one
 * was perhaps not named.
 */
export function usageFault({ code, message }: Complaint, { usage }: CommandWords, maps: readonly string[]): string {
  const see = usage.see("evipack");
  const choice = /option '(?:-\w, )?([^' ]+)[^']*' argument '([^']*)' is invalid\. Allowed choices are (.*)\.$/u.exec(
    message,
  );
  if (choice !== null) return `${usage["bad-choice"](choice[1] ?? "", choice[2] ?? "", choice[3] ?? "")}\n${see}`;
  const word = /argument value '([^']*)' is invalid for argument '[^']*'\. Allowed choices are (.*)\.$/u.exec(message);
  if (word !== null) return `${usage["bad-word"](word[1] ?? "", word[2] ?? "")}\n${see}`;
  const kind = kinds[code];
  if (kind === undefined) return `${message.replace(/^error: /u, "")}\n${see}`;
  const name = /'([^']*)'/u.exec(message)?.[1] ?? "";
  if (name.startsWith("--map ")) return [usage[kind](name), usage.maps(maps), see].join("\n");
  const meant = /\(Did you mean (?:one of )?([^)?]+)\?\)/u.exec(message)?.[1];
  return [usage[kind](name), meant === undefined ? see : usage.meant(meant)].join("\n");
}
