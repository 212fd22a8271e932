/** `evipack template NAME`: the template of the report as a file of the workspace, to be edited. */
import path from "node:path";
import { diagnostic, Fatal } from "../diagnostics/diagnostic.ts";
import { decodeText } from "../engines/text.ts";
import { builtInTemplate } from "../load/looks.ts";
import { configFile } from "../load/config.ts";
import { causeOf, entryType, readFile, writeFile } from "../world.ts";
import type { World } from "../world.ts";
import type { CommonOptions, templateNames } from "./options.ts";
import { commandWords } from "./words.ts";

export interface TemplateOptions extends CommonOptions {
  readonly name: (typeof templateNames)[number];
  /** File in the workspace, as typed; null for `report.md` or `briefing.md`. */
  readonly output: string | null;
}

/** Writes no file that is there already: it may hold somebody's work. */
export async function runTemplate(
  { root, shown, name, output, language, quiet }: TemplateOptions,
  world: World,
): Promise<number> {
  const config = await readFile(path.join(root, configFile));
  if (!config.ok) {
    const exists = (await entryType(root)) === "folder";
    throw new Fatal([diagnostic("no-workspace", { file: configFile }, { folder: shown, exists })]);
  }
  const written = /\p{Script=Han}/u.test(decodeText(config.bytes) ?? "样例") ? "zh-CN" : "en";
  const { text } = await builtInTemplate(name, language ?? written);
  const file = output ?? `${name}.md`;
  const target = path.resolve(root, file);
  if (path.relative(root, target).startsWith(".."))
    throw new Fatal([diagnostic("path-outside", { file }, { path: file })]);
  if ((await entryType(target)) !== null)
    throw new Fatal([diagnostic("not-empty", { file }, { folder: file, isFile: true })], written);
  try {
    await writeFile(target, text);
  } catch (error) {
    throw new Fatal([diagnostic("cannot-write", { file }, { folder: file, cause: causeOf(error) })], written);
  }
  const words = commandWords[language ?? written].template;
  const key = name === "report" ? "template" : "briefing_template";
  if (!quiet) world.stdout.write(`${words.done(file, key)}\n`);
  return 0;
}
