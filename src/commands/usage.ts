/** Commander's complaints in our words. */
import path from "node:path";
import { entryType } from "../world.ts";
import type { World } from "../world.ts";
import type { CommandWords } from "./words.ts";

interface Complaint {
  readonly code: string;
  readonly message: string;
}

export const missingOption = "commander.missingMandatoryOptionValue";

/** Complaints of which the words need to know no more than a name. */
type Kind = "unknown-option" | "unknown-command" | "missing-option";

const kinds: Readonly<Record<string, Kind>> = {
  "commander.unknownOption": "unknown-option",
  "commander.unknownCommand": "unknown-command",
  [missingOption]: "missing-option",
};

interface Argument {
  readonly name: () => string;
  readonly description: string;
  readonly required: boolean;
}

/** A command with its arguments and options, as far as it matters here. */
interface Declared {
  readonly name: () => string;
  /** What was typed for it besides options; of the program the name of the command comes first. */
  readonly args: readonly string[];
  readonly registeredArguments: readonly Argument[];
  readonly options: readonly { readonly flags: string; readonly argChoices?: readonly string[] }[];
}

/** What was typed, and what could be. */
export interface Known {
  /** The built-in maps. */
  readonly maps: readonly string[];
  readonly argv: readonly string[];
  /** A folder that was typed as an argument; null when there is none. */
  readonly folder: string | null;
  readonly program: (Declared & { readonly commands: readonly Declared[] }) | null;
}

/** One or two lines: what is wrong with the command as typed, and where to look. */
export function usageFault({ code, message }: Complaint, { usage }: CommandWords, known: Known): string {
  const see = usage.see("evipack");
  const choice = /option '(?:-\w, )?([^' ]+)[^']*' argument '([^']*)' is invalid\. Allowed choices are (.*)\.$/u.exec(
    message,
  );
  if (choice !== null) return `${usage["bad-choice"](choice[1] ?? "", choice[2] ?? "", choice[3] ?? "")}\n${see}`;
  const word = /argument value '([^']*)' is invalid for argument '[^']*'\. Allowed choices are (.*)\.$/u.exec(message);
  if (word !== null) return `${usage["bad-word"](word[1] ?? "", word[2] ?? "")}\n${see}`;
  const name = /'([^']*)'/u.exec(message)?.[1] ?? "";
  if (code === "commander.optionMissingArgument") return [...missingValue(name, usage, known), see].join("\n");
  if (code === "commander.conflictingOption") return [...conflict(message, usage), see].join("\n");
  if (code === "commander.missingArgument") return missingArgument(name, usage, known);
  if (code === "commander.excessArguments") return excessArguments(usage, known);
  const kind = kinds[code];
  if (kind === undefined) return `${message.replace(/^error: /u, "")}\n${see}`;
  if (name.startsWith("--map ")) return [usage[kind](name), usage.maps(known.maps), see].join("\n");
  const meant = /\(Did you mean (?:one of )?([^)?]+)\?\)/u.exec(message)?.[1];
  return `${usage[kind](name)}\n${meant === undefined ? see : usage.meant(meant)}`;
}

/** An option without its value. */
function missingValue(flags: string, usage: CommandWords["usage"], known: Known): readonly string[] {
  // -C, --directory <DIR>: what stands in brackets is for readers of the help.
  const plain = flags.replace(/ [<[].*$/u, "");
  const needed = usage["option-needs-value"](plain, choicesOf(flags, known));
  return [needed, ...(plain === "--map" ? [usage.maps(known.maps)] : [])];
}

/** The command that was typed; null where it was none. */
const typedCommand = ({ program }: Known): Declared | null =>
  program?.commands.find((each) => each.name() === program.args[0]) ?? null;

/** An argument as help writes it. */
export const argumentTerm = (argument: Pick<Argument, "name" | "required">): string =>
  argument.required ? `<${argument.name()}>` : `[${argument.name()}]`;

/** Which argument is missing, by the name that help gives it, and what it stands for. */
function missingArgument(name: string, usage: CommandWords["usage"], known: Known): string {
  const command = typedCommand(known);
  const about = command?.registeredArguments.find((each) => each.name() === name)?.description ?? "";
  return `${usage["missing-argument"](name, about)}\n${usage.see(helpOf(command))}`;
}

/** Which of the arguments are too many, and which the command takes. */
function excessArguments(usage: CommandWords["usage"], known: Known): string {
  const command = typedCommand(known);
  const taken = command?.registeredArguments.map(argumentTerm) ?? [];
  const extra = command?.args.slice(taken.length) ?? [];
  return [
    usage["too-many-arguments"](extra, helpOf(command), taken),
    ...(known.folder !== null && extra.includes(known.folder) ? [usage.folder(known.folder)] : []),
    usage.see(helpOf(command)),
  ].join("\n");
}

/** The command as it is typed before `--help`. */
const helpOf = (command: Declared | null): string => (command === null ? "evipack" : `evipack ${command.name()}`);

function conflict(message: string, usage: CommandWords["usage"]): readonly string[] {
  const [one = "", other = ""] = [...message.matchAll(/option '(?:-\w, )?([^' ]+)/gu)].map((match) => match[1] ?? "");
  return [usage.conflict(one, other), ...(one === "--accept" ? [usage["accept-codes"]] : [])];
}

/** What the option of these flags takes in the command that was typed; nothing where it takes anything. */
function choicesOf(flags: string, { argv, program }: Known): readonly string[] {
  const typed = program?.commands.find((each) => argv.includes(each.name()));
  const options = [...(typed?.options ?? []), ...(program?.options ?? [])];
  return options.find((each) => each.flags === flags)?.argChoices ?? [];
}

/** The first argument that is a folder: somebody meant the workspace. */
export async function folderIn(argv: readonly string[], { cwd }: World): Promise<string | null> {
  for (const [at, each] of argv.entries()) {
    const isPlain = !each.startsWith("-") && argv[at - 1]?.startsWith("-") !== true;
    if (at > 0 && isPlain && (await entryType(path.resolve(cwd, each))) === "folder") return each;
  }
  return null;
}
