/** Words and style of what is printed: templates/words/*.yaml, templates/letters/*.yaml, templates/site/*.yaml and the style's file. */
import path from "node:path";
import { Fatal } from "../diagnostics/diagnostic.ts";
import type { Language } from "../model/map.ts";
import type { TextFile, Workspace } from "../model/workspace.ts";
import type { Looks } from "../schema/looks.ts";
import { lettersFile } from "../schema/letters.ts";
import type { Letters } from "../schema/letters.ts";
import { siteWordsFile } from "../schema/site-words.ts";
import type { SiteWords } from "../schema/site-words.ts";
import { wordsFile } from "../schema/words.ts";
import type { Words } from "../schema/words.ts";
import type { z } from "../schema/z.ts";
import { packageRoot, readFile } from "../world.ts";
import { withOwnFonts } from "./fonts.ts";
import { readStyle } from "./style.ts";
import { checkYaml } from "./yaml-file.ts";

/**
 * Reads the style that the workspace in `root` names, the words of its language, and the templates that it does
 * not bring; names of files are English when it asks so.
 */
export async function loadLooks(
  root: string,
  {
    style,
    language,
    report,
    fonts: folder,
    delivery,
  }: Pick<Workspace, "style" | "language" | "report" | "fonts"> & {
    readonly delivery: Pick<Workspace["delivery"], "asciiNames">;
  },
): Promise<Looks> {
  const { template, briefing, briefingTemplate } = report;
  const read = await readStyle(root, style, { file: "evipack.yaml" });
  if (read.value === null) throw new Fatal(read.diagnostics);
  const words = await wordsIn(language);
  const own = await withOwnFonts(root, folder, read.value);
  if (own.diagnostics.length > 0) throw new Fatal(own.diagnostics, language);
  return {
    ...own.value,
    words: delivery.asciiNames ? { ...words, files: asciiFiles(await wordsIn("en")) } : words,
    standard: report.pdf,
    reference: report.reference,
    report: template ?? (await builtInTemplate("report", language)),
    briefing: briefing ? (briefingTemplate ?? (await builtInTemplate("briefing", language))) : null,
  };
}

/** Names that are ASCII whatever the map says: volumes go by their numbers alone. */
const asciiFiles = ({ files }: Words): Words["files"] => ({ ...files, volume: files.volume_plain });

/** The usual looks of a language, without anything of a workspace. */
export const usualLooks = (language: Language): Promise<Looks> =>
  loadLooks("", {
    style: language === "en" ? "plain-en" : "gb9704",
    language,
    fonts: "fonts",
    delivery: { asciiNames: false },
    report: { template: null, briefing: true, briefingTemplate: null, pdf: "a-2a", reference: null },
  });

/** The template of the report or of the briefing that comes with the program. */
export async function builtInTemplate(kind: "report" | "briefing", language: Language): Promise<TextFile> {
  const file = `templates/report/${language}${kind === "report" ? "" : ".briefing"}.md`;
  const read = await readFile(path.join(packageRoot, file));
  if (!read.ok) throw new Error(`${file}: ${read.cause}`);
  return { file, text: read.bytes.toString("utf8") };
}

const wordsIn = (language: Workspace["language"]): Promise<Words> =>
  readOwn(`templates/words/${language}.yaml`, wordsFile);

/** Reads the words of tables of tasks, registers and reminders. */
export const loadLetters = ({ language }: Pick<Workspace, "language">): Promise<Letters> =>
  readOwn(`templates/letters/${language}.yaml`, lettersFile);

/** Reads the words of the offline page. */
export const loadSiteWords = ({ language }: Pick<Workspace, "language">): Promise<SiteWords> =>
  readOwn(`templates/site/${language}.yaml`, siteWordsFile);

/** By their names. */
const ownFiles = new Map<string, Promise<unknown>>();

/** A file that comes with the program; it is the same as long as the program runs, and is read once. */
function readOwn<T>(file: string, schema: z.ZodType<T>): Promise<T> {
  const reading = ownFiles.get(file) ?? checkedOwn(file, schema);
  ownFiles.set(file, reading);
  return reading as Promise<T>;
}

async function checkedOwn<T>(file: string, schema: z.ZodType<T>): Promise<T> {
  const read = await readFile(path.join(packageRoot, file));
  if (!read.ok) throw new Error(`${file}: ${read.cause}`);
  const checked = checkYaml(file, read.bytes, schema);
  if (checked.value === null) throw new Fatal(checked.diagnostics);
  return checked.value.value;
}
