/** How the commands are typed that only tell something: `schema` and `explain`. */
import type { Command } from "commander";
import type { Declaring } from "./declare-packs.ts";
import { commonOptions } from "./options.ts";
import type { TypedOptions } from "./options.ts";

export function declareLookups({ program, words, world, run, addSub }: Declaring): void {
  const { help } = words;
  addSub(program, "schema", help.schema, words, "evipack schema map > indicator-map.schema.json")
    .argument("<NAME>", help.schemaName)
    .action(async (name: string) => {
      const { runSchema } = await import("./schema.ts");
      return run(runSchema(name, world));
    });
  addSub(program, "explain", help.explain, words, "evipack explain missing-years")
    .argument("[CODE]", help.explainCode)
    .action(async (code: string | undefined, _, command: Command) => {
      const { runExplain } = await import("./explain.ts");
      const options = commonOptions(command.optsWithGlobals<TypedOptions>(), world);
      return run(runExplain({ ...options, code: code ?? null }, world));
    });
}
