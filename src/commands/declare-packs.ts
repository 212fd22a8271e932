/** How the commands for finished packs are typed; `cli.ts`, which alone knows commander, calls this. */
import type { Command } from "commander";
import type { World } from "../world.ts";
import { commonOptions, diffFormats, packFormats } from "./options.ts";
import type { DiffFormat, PackFormat, TypedOptions } from "./options.ts";
import type { CommandWords } from "./words.ts";

/** What cli.ts lends. */
export interface Declaring {
  readonly program: Command;
  readonly words: CommandWords;
  readonly world: World;
  readonly run: (work: Promise<number> | number) => Promise<void>;
  readonly addSub: (
    program: Command,
    name: string,
    description: string,
    words: CommandWords,
    ...examples: readonly string[]
  ) => Command;
  /** An option that takes one of some words. */
  readonly choice: (command: Command, flags: string, help: string, choices: readonly string[]) => Command;
}

export function declareVerify({ program, words, world, run, addSub, choice }: Declaring): void {
  const { help } = words;
  const command = addSub(program, "verify", help.verify, words, ...help.verifyExamples).argument(
    "<PACK>",
    help.verifyPlace,
  );
  choice(command, "--format <FORMAT>", help.packFormat, packFormats).action(
    async (place: string, _, command: Command) => {
      const { runVerify } = await import("./verify.ts");
      const typed = command.optsWithGlobals<TypedOptions & { format?: PackFormat }>();
      return run(runVerify({ ...commonOptions(typed, world), place, format: typed.format ?? "human" }, world));
    },
  );
}

export function declarePackage({ program, words, world, run, addSub }: Declaring): void {
  const { help } = words;
  addSub(program, "package", help.package, words, ...help.packageExamples)
    .option("-o, --out <PLACE>", help.packageOut)
    .option("--zip", help.packageZip)
    .option("--pack <DIR>", help.packageFrom)
    .action(async (_, command: Command) => {
      const { runPackage } = await import("./package.ts");
      const typed = command.optsWithGlobals<TypedOptions & { out?: string; zip?: boolean; pack?: string }>();
      const options = {
        ...commonOptions(typed, world),
        out: typed.out ?? null,
        zip: typed.zip ?? false,
        pack: typed.pack ?? null,
      };
      return run(runPackage(options, world));
    });
}

export function declareDiff({ program, words, world, run, addSub, choice }: Declaring): void {
  const { help } = words;
  const command = addSub(program, "diff", help.diff, words, ...help.diffExamples)
    .addHelpText("after", `\n${help.diffCodes}`)
    .argument("<FROM>", help.diffFrom)
    .argument("<TO>", help.diffTo)
    .option("--output <FILE>", help.output);
  choice(command, "--format <FORMAT>", help.diffFormat, diffFormats).action(
    async (from: string, to: string, _, command: Command) => {
      const { runDiff } = await import("./diff.ts");
      const typed = command.optsWithGlobals<TypedOptions & { format?: DiffFormat; output?: string }>();
      const options = {
        ...commonOptions(typed, world),
        from,
        to,
        format: typed.format ?? null,
        output: typed.output ?? null,
      };
      return run(runDiff(options, world));
    },
  );
}
