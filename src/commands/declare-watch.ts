/** How `watch` is typed. */
import type { Command } from "commander";
import { details } from "../diagnostics/print/detail.ts";
import type { Declaring } from "./declare-packs.ts";
import { checkOptions } from "./options.ts";
import type { TypedCheck } from "./options.ts";

export function declareWatch({ program, words, world, run, addSub, choice }: Declaring): void {
  const { help } = words;
  const collect = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];
  const command = addSub(program, "watch", help.watch, words, "evipack watch -C my-workspace --poll 10")
    .option("--poll [SECONDS]", help.poll)
    .option("--department <NAME>", help.department, collect)
    .option("--section <CODE>", help.section, collect)
    .option("--no-cache", help.noCache);
  choice(command, "--detail <LEVEL>", help.watchDetail, details).action(async (_, command: Command) => {
    const { runWatch } = await import("./watch.ts");
    const { poll = null, ...typed } = command.optsWithGlobals<TypedCheck & { poll?: string | true }>();
    const options = checkOptions({ ...typed, detail: typed.detail ?? "summary" }, world);
    return run(runWatch({ ...options, poll }, world));
  });
}
