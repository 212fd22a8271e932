/**
 * The command line: `main(argv, world)` → exit code. The only importer of commander; nothing here exits the process.
 * A command is imported when it is called, so that help and usage errors need not wait for it.
 */
import { Argument, Command, CommanderError, Help, Option } from "commander";
import {
  cacheActions,
  assignOptions,
  checkFormats,
  ciHosts,
  checkOptions,
  commonOptions,
  compileDetails,
  compileOptions,
  guessLanguage,
  logFormats,
  templateNames,
} from "./commands/options.ts";
import type { TypedAssign, TypedCheck, TypedCompile, TypedOptions } from "./commands/options.ts";
import { declareLookups } from "./commands/declare-lookups.ts";
import { declareDiff, declarePackage, declareVerify } from "./commands/declare-packs.ts";
import { declareWatch } from "./commands/declare-watch.ts";
import type { CiHost } from "./commands/init-ci.ts";
import { argumentTerm, folderIn, missingOption, usageFault } from "./commands/usage.ts";
import { version } from "./commands/version.ts";
import { commandWords } from "./commands/words.ts";
import type { CommandWords } from "./commands/words.ts";
import { Fatal } from "./diagnostics/diagnostic.ts";
import { details } from "./diagnostics/print/detail.ts";
import { exit } from "./diagnostics/severity.ts";
import { builtInMaps } from "./load/map-source.ts";
import type { Language } from "./model/map.ts";
import type { World } from "./world.ts";

/** Runs one command; `argv` is without the program's own name. */
export async function main(argv: readonly string[], world: World): Promise<number> {
  const language = languageOf(argv, world);
  const words = commandWords[language];
  let code: number = exit.complete;
  const run = async (work: Promise<number> | number): Promise<void> => {
    code = await work;
  };
  let program: Command | null = null;
  try {
    program = await buildProgram(words, world, run);
    await program.parseAsync(argv.length === 0 ? ["--help"] : [...argv], { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof Fatal) {
      const { tellFatal } = await import("./commands/fatal.ts");
      const language = askedLanguage(argv) ?? error.language ?? languageOf(argv, world);
      const quiet = argv.includes("--quiet") || argv.includes("-q");
      return tellFatal(error, { language, color: !argv.includes("--no-color"), quiet }, world);
    }
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return exit.complete;
      world.stderr.write(
        `${usageFault(error, words, { maps: await builtInMaps(), argv, folder: await folderIn(argv, world), program })}\n`,
      );
      return exit.config;
    }
    world.stderr.write(`${words.fault(error instanceof Error ? (error.stack ?? error.message) : String(error))}\n`);
    return exit.fault;
  }
}

/** The language of help and usage errors: asked for, or guessed, before anything is read. */
const languageOf = (argv: readonly string[], world: World): Language =>
  guessLanguage({ language: askedLanguage(argv) }, world);

function askedLanguage(argv: readonly string[]): Language | null {
  const asked = argv.flatMap((word, index) =>
    word.startsWith("--lang=") ? [word.slice("--lang=".length)] : word === "--lang" ? [argv[index + 1] ?? ""] : [],
  )[0];
  return asked === "zh-CN" || asked === "en" ? asked : null;
}

type Run = (work: Promise<number> | number) => Promise<void>;

async function buildProgram(words: CommandWords, world: World, run: Run): Promise<Command> {
  const { help } = words;
  const program = new Command("evipack")
    .description(help.program)
    .version(await version(), "-V, --version", help.version)
    .helpOption("-h, --help", help.helpOption)
    .helpCommand(false)
    .addOption(new Option("-C, --directory <DIR>", help.directory))
    .addOption(new Option("--lang <LANG>", help.lang).choices(["zh-CN", "en"]))
    .option("--as-of <DATE>", help.asOf)
    .option("-q, --quiet", help.quiet)
    .option("--no-color", help.noColor)
    .addHelpText(
      "after",
      `\n${help.examples}\n  $ evipack init my-workspace --map zhejiang-learning-city\n  $ evipack check -C my-workspace\n\n${help.exitCodes}`,
    )
    .exitOverride()
    .configureOutput({ writeOut: (text) => world.stdout.write(text), writeErr: () => undefined })
    .configureHelp({
      showGlobalOptions: true,
      styleTitle: (title) => titleOf(title, words),
      visibleGlobalOptions: usedOptions,
      optionDescription: (option) => option.description,
      argumentDescription: (argument) => argument.description,
      subcommandTerm: (command) => [command.name(), ...command.registeredArguments.map(argumentTerm)].join(" "),
      commandUsage: (command) =>
        command.parent === null
          ? `evipack ${help.usageProgram}`
          : ["evipack", command.name(), ...command.registeredArguments.map(argumentTerm), help.usageOptions].join(" "),
    });
  addCheck(program, words, world, run);
  addCompile(program, words, world, run);
  addAssign(program, words, world, run);
  const declaring = { program, words, world, run, addSub, choice };
  declareWatch(declaring);
  declareVerify(declaring);
  declarePackage(declaring);
  declareDiff(declaring);
  await addInit(program, words, world, run);
  addTemplate(program, words, world, run);
  declareLookups(declaring);
  addCache(program, words, world, run);
  return program;
}

/** Common options that a command has no use for, by their long names. */
const unused: Readonly<Record<string, readonly string[]>> = {
  schema: ["--directory", "--as-of", "--quiet"],
  explain: ["--directory", "--as-of", "--quiet"],
  cache: ["--as-of", "--quiet"],
  template: ["--as-of"],
  verify: ["--directory", "--as-of"],
  package: ["--as-of"],
  diff: ["--directory", "--as-of"],
};

function usedOptions(command: Command): Option[] {
  const all = new Help();
  all.showGlobalOptions = true;
  return all.visibleGlobalOptions(command).filter(({ long }) => unused[command.name()]?.includes(long ?? "") !== true);
}

/** Commander's own headings are English; the others are ours. */
function titleOf(title: string, { help }: CommandWords): string {
  const titles: Readonly<Record<string, string>> = {
    "Usage:": help.usage,
    "Arguments:": help.arguments,
    "Options:": help.options,
    "Global Options:": help.globals,
    "Commands:": help.commands,
  };
  return titles[title] ?? title;
}

const addSub = (
  program: Command,
  name: string,
  description: string,
  { help }: CommandWords,
  ...examples: readonly string[]
): Command =>
  program
    .command(name)
    .description(description)
    .helpOption("-h, --help", help.helpOption)
    .addHelpText("after", `\n${[help.examples, ...examples.map((each) => `  $ ${each}`)].join("\n")}`);

const choice = (command: Command, flags: string, description: string, choices: readonly string[]): Command =>
  command.addOption(new Option(flags, description).choices(choices));

/** An option that may be given several times. */
const collect = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];

function addCheck(program: Command, words: CommandWords, world: World, run: Run): void {
  const { help } = words;
  addSub(program, "check", help.check, words, ...help.checkExamples)
    .addOption(new Option("--format <FORMAT>", help.format).choices(checkFormats))
    .option("--output <FILE>", help.output)
    .option("--no-cache", help.noCache)
    .option("--paranoid", help.paranoid)
    .addOption(new Option("--log <FORMAT>", help.log).choices(logFormats))
    .option("--profile", help.profile)
    .addOption(new Option("--detail <LEVEL>", help.detail).choices(details))
    .option("--department <NAME>", help.department, collect)
    .option("--section <CODE>", help.section, collect)
    .option("--since <FILE>", help.since)
    .addOption(new Option("--fail-on <WEIGHT>", help.failOn).choices(["error", "warning"]))
    // What is accepted is named behind it; what is shown is another matter.
    .addOption(new Option("--accept [CODE...]", help.accept).conflicts(["department", "section", "since"]))
    .action(async (_, command: Command) => {
      const { runCheckAgain } = await import("./commands/check-again.ts");
      return run(runCheckAgain(checkOptions(command.optsWithGlobals<TypedCheck>(), world), world));
    });
}

function addCompile(program: Command, words: CommandWords, world: World, run: Run): void {
  const { help } = words;
  addSub(program, "compile", help.compile, words, "evipack compile -C my-workspace --draft --since --out draft")
    .option("-o, --out <DIR>", help.out)
    .option("--draft", help.draft)
    .option("--draft-number <N>", help.draftNumber)
    .option("--since [PACK]", help.draftSince)
    .option("--comparison", help.comparison)
    .option("--only <SECTION>", help.only, collect)
    .option("--require-complete", help.requireComplete)
    .option("--outline", help.outline)
    .option("--check-reproducible", help.checkReproducible)
    .option("--no-site", help.noSite)
    .addOption(new Option("--detail <LEVEL>", help.compileDetail).choices(compileDetails))
    .option("--no-cache", help.noCache)
    .option("--paranoid", help.paranoid)
    .addOption(new Option("--log <FORMAT>", help.log).choices(logFormats))
    .option("--profile", help.profile)
    .action(async (_, command: Command) => {
      const { runCompile } = await import("./commands/compile.ts");
      return run(runCompile(compileOptions(command.optsWithGlobals<TypedCompile>(), world), world));
    });
}

function addAssign(program: Command, words: CommandWords, world: World, run: Run): void {
  const { help } = words;
  addSub(program, "assign", help.assign, words, "evipack assign -C my-workspace --chase --department finance")
    .option("--chase", help.chase)
    .option("--department <ID>", help.forDepartment, collect)
    .option("-o, --output <DIR>", help.assignOutput)
    .option("--no-cache", help.noCache)
    .action(async (_, command: Command) => {
      const { runAssign } = await import("./commands/assign.ts");
      return run(runAssign(assignOptions(command.optsWithGlobals<TypedAssign>(), world), world));
    });
}

async function addInit(program: Command, words: CommandWords, world: World, run: Run): Promise<void> {
  const { help } = words;
  const maps = (await builtInMaps()).join(", ");
  const examples = ["--map zhejiang-learning-city", "--ci github"].map((each) => `evipack init my-workspace ${each}`);
  addSub(program, "init", help.init, words, ...examples)
    .argument("<DIR>", help.initFolder)
    .option("--map <ID>", help.map.replace("{maps}", maps))
    .addOption(new Option("--ci <HOST>", help.ci).choices(ciHosts))
    .action(async (folder: string, _, command: Command) => {
      const { map, ci, ...typed } = command.optsWithGlobals<TypedOptions & { map?: string; ci?: CiHost }>();
      if (map === undefined && ci === undefined) throw new CommanderError(2, missingOption, "option '--map <ID>'");
      const { runInit } = await import("./commands/init.ts");
      return run(runInit({ ...commonOptions(typed, world), folder, map: map ?? null, ci: ci ?? null }, world));
    });
}

function addTemplate(program: Command, words: CommandWords, world: World, run: Run): void {
  const { help } = words;
  addSub(program, "template", help.template, words, "evipack template report -C my-workspace")
    .addArgument(new Argument("<NAME>", help.templateName).choices(templateNames))
    .option("-o, --output <FILE>", help.templateOutput)
    .action(async (name: (typeof templateNames)[number], _, command: Command) => {
      const { runTemplate } = await import("./commands/template.ts");
      const typed = command.optsWithGlobals<TypedOptions & { output?: string }>();
      return run(runTemplate({ ...commonOptions(typed, world), name, output: typed.output ?? null }, world));
    });
}

function addCache(program: Command, words: CommandWords, world: World, run: Run): void {
  const { help } = words;
  addSub(program, "cache", help.cache, words, "evipack cache clear -C my-workspace")
    .addArgument(new Argument("[clear]", help.cacheAction).choices(cacheActions))
    .action(async (action: (typeof cacheActions)[number] | undefined, _, command: Command) => {
      const { runCache } = await import("./commands/cache.ts");
      const options = commonOptions(command.optsWithGlobals<TypedOptions>(), world);
      return run(runCache({ ...options, action: action ?? null }, world));
    });
}
