/** Words and style of what is printed: templates/words/*.yaml, templates/letters/*.yaml and templates/styles/*.yaml. */
import path from "node:path";
import { Fatal } from "../diagnostics/diagnostic.ts";
import { compareNames } from "../model/order.ts";
import type { Workspace } from "../model/workspace.ts";
import type { Looks } from "../schema/looks.ts";
import { lettersFile } from "../schema/letters.ts";
import type { Letters } from "../schema/letters.ts";
import { styleFile } from "../schema/style.ts";
import { wordsFile } from "../schema/words.ts";
import type { Words } from "../schema/words.ts";
import type { z } from "../schema/z.ts";
import { packageRoot, readdir, readFile } from "../world.ts";
import { checkYaml } from "./yaml-file.ts";

/** Names of the style profiles that come with the program. */
export async function styleNames(): Promise<readonly string[]> {
  const names = await readdir(path.join(packageRoot, "templates", "styles"));
  return names.map((name) => name.replace(/\.yaml$/u, "")).toSorted(compareNames);
}

/** Reads the style that the workspace names and the words of its language; names of files are English when it asks so. */
export async function loadLooks({
  style,
  language,
  asciiNames,
}: Pick<Workspace, "style" | "language" | "asciiNames">): Promise<Looks> {
  const words = await wordsIn(language);
  return {
    style: await readOwn(`templates/styles/${style}.yaml`, styleFile),
    words: asciiNames ? { ...words, files: (await wordsIn("en")).files } : words,
  };
}

const wordsIn = (language: Workspace["language"]): Promise<Words> =>
  readOwn(`templates/words/${language}.yaml`, wordsFile);

/** Reads the words of tables of tasks, registers and reminders. */
export const loadLetters = ({ language }: Pick<Workspace, "language">): Promise<Letters> =>
  readOwn(`templates/letters/${language}.yaml`, lettersFile);

/** A file that comes with the program. */
async function readOwn<T>(file: string, schema: z.ZodType<T>): Promise<T> {
  const read = await readFile(path.join(packageRoot, file));
  if (!read.ok) throw new Error(`${file}: ${read.cause}`);
  const checked = checkYaml(file, read.bytes, schema);
  if (checked.value === null) throw new Fatal(checked.diagnostics);
  return checked.value.value;
}
