/** narrative/*.md and *.docx → text blocks by indicator. */
import path from "node:path";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Diagnostic, Staged } from "../diagnostics/diagnostic.ts";
import type { Level, Narrated } from "../engines/narrated.ts";
import { nearest } from "../engines/nearest.ts";
import { decodeText } from "../engines/text.ts";
import { readCode } from "../link/codes.ts";
import { indicatorCode } from "../model/ids.ts";
import type { IndicatorMap } from "../model/map.ts";
import { leavesOf } from "../model/map.ts";
import { compareNames } from "../model/order.ts";
import type { Narrative } from "../model/workspace.ts";
import { sourceOfBytes, walk } from "../world.ts";
import { readInside } from "./inside.ts";
import { pictureFile, pictureOf, pictureOfFile } from "./narrative-pictures.ts";

/** Folder of the texts, below the workspace. */
export const narrativeFolder = "narrative";
const chapters = ["overview", "problems"] as const;

interface Context {
  readonly root: string;
  readonly codes: readonly string[];
  /** Titles of the indicators, by code. */
  readonly titles: ReadonlyMap<string, string>;
  readonly passwords: readonly string[];
  readonly found: Diagnostic[];
  /** Takes note of a picture that a text names, relative to the workspace. */
  readonly onPicture: (file: string) => void;
}

/**
 * Reads every Markdown and Word file below `narrative/`; pictures and notes of other kinds are left alone. Where both
 * tell of one indicator, Markdown counts. `passwords` open Word files that are encrypted.
 */
export async function readNarratives(
  root: string,
  map: IndicatorMap,
  passwords: readonly string[],
): Promise<Staged<readonly Narrative[]>> {
  const leaves = leavesOf(map).map(({ indicator }) => indicator);
  const found: Diagnostic[] = [];
  const titles = new Map(leaves.map(({ code, title }) => [code as string, title]));
  const context = { root, codes: [...titles.keys()], titles, passwords, found };
  const narratives: Narrative[] = [];
  for (const { file, about } of await listed(context)) {
    const pictures = new Set<string>();
    const narrated = await read(file, about, { ...context, onPicture: (picture) => pictures.add(picture) });
    if (narrated === null) {
      narratives.push({ about, blocks: [], texts: [], unread: true, at: { file } });
      continue;
    }
    const { blocks, texts, lost } = narrated;
    for (const { what, count, at } of lost) found.push(diagnostic("narrative-unsupported", at, { what, count }));
    narratives.push({ about, blocks, texts, pictures: [...pictures], at: { file } });
  }
  return { value: narratives, diagnostics: found };
}

interface Listed {
  readonly file: string;
  readonly about: Narrative["about"];
}

const markdown = /\.(?:md|markdown)$/iu;
const word = /\.docx?$/iu;
/** Texts that somebody may have written in good faith, in a format that is not read. */
const others = /\.(?:wps|rtf|odt|pages|txt|pdf|docm)$/iu;

/** The files that are texts about something, in the order of names; the rest is told. */
async function listed(context: Omit<Context, "onPicture">): Promise<readonly Listed[]> {
  const { root, found } = context;
  const entries = ((await walk(path.join(root, narrativeFolder))) ?? [])
    .filter((entry) => entry.type !== "special" && !/(?:^|\/)[.~]/u.test(entry.path))
    .toSorted((one, other) => compareNames(one.path, other.path));
  const texts: Listed[] = [];
  for (const { path: name, type } of entries) {
    const file = path.posix.join(narrativeFolder, name);
    if (type === "closed-folder") found.push(diagnostic("narrative-unreadable", { file }, { cause: "EACCES" }));
    const about = aboutOf(file, context);
    if (others.test(name) && about !== null)
      found.push(diagnostic("narrative-unreadable", { file }, { cause: "format" }));
    if (!markdown.test(name) && !word.test(name)) continue;
    if (about === null) found.push(unknown(file, context));
    else texts.push({ file, about });
  }
  return texts.filter(({ file, about }) => {
    const other = word.test(file) ? texts.find((each) => each.about === about && markdown.test(each.file)) : undefined;
    if (other !== undefined) found.push(diagnostic("narrative-twice", { file }, { other: other.file }));
    return other === undefined;
  });
}

const stemOf = (file: string): string => path.posix.basename(file).replace(/\.[^.]+$/u, "");

function aboutOf(file: string, { codes }: Pick<Context, "codes">): Narrative["about"] | null {
  const stem = stemOf(file);
  const chapter = chapters.find((each) => each === stem.toLowerCase());
  if (chapter !== undefined) return chapter;
  const coded = readCode(stem, codes);
  // 1-1-1 is no text about 1-1: a serial has no meaning here.
  return coded?.serial === null ? indicatorCode(coded.code) : null;
}

function unknown(file: string, { codes }: Pick<Context, "codes">): Diagnostic {
  const name = stemOf(file);
  const facts = { name, nearest: nearest(name, [...chapters, ...codes]), example: `${codes[0] ?? ""}.md` };
  return diagnostic("narrative-unknown", { file }, facts);
}

/** Below a leaf there are only the smallest headings; the overview is itself a part of a chapter. */
function highestHeading(about: Narrative["about"]): Level {
  return about === "overview" ? 3 : about === "problems" ? 2 : 4;
}

async function read(file: string, about: Narrative["about"], context: Context): Promise<Narrated | null> {
  const source = await readInside(context.root, file);
  const narrated = source.ok ? await parse(source.bytes, file, about, context) : source.cause;
  if (typeof narrated !== "string") return narrated;
  context.found.push(diagnostic("narrative-unreadable", { file }, { cause: narrated }));
  return null;
}

/** The narrative, or why it cannot be read. */
async function parse(
  bytes: Buffer,
  file: string,
  about: Narrative["about"],
  context: Context,
): Promise<Narrated | string> {
  const { root, found, onPicture } = context;
  const level = highestHeading(about);
  if (word.test(file)) return parseWord(bytes, file, { level, title: context.titles.get(about) ?? "" }, context);
  const text = decodeText(bytes);
  if (text === null) return "not-utf8";
  const { readMarkdown } = await import("../engines/markdown.ts");
  const readPicture: Parameters<typeof readMarkdown>[1]["readPicture"] = (address, at) => {
    onPicture(pictureFile(address, at));
    return pictureOfFile(root, address, at, found);
  };
  return (await readMarkdown(text, { file, level, readPicture })) ?? "too-deep";
}

/** What a file is called does not matter: a DOCX named .doc is read, a text of old is told whatever its name. */
async function parseWord(
  bytes: Buffer,
  file: string,
  { level, title }: { readonly level: Level; readonly title: string },
  { passwords, found }: Context,
): Promise<Narrated | string> {
  const { openOffice } = await import("../engines/sealed/open.ts");
  const { identify } = await import("../engines/file-type.ts");
  const opened = openOffice(bytes, passwords);
  if (opened === null) return "encrypted";
  const { format, failure } = await identify(opened, "docx", sourceOfBytes(opened));
  if (failure !== null) return failure === "encrypted" ? failure : "damaged";
  if (format === "doc" || format === "rtf" || format === "odt") return "old-word";
  if (format !== "docx" && format !== "docm") return "damaged";
  const { readWordNarrative } = await import("../engines/word-narrative.ts");
  return readWordNarrative(opened, {
    file,
    level,
    titles: title === "" ? [] : [title],
    readPicture: (content, at) => pictureOf(Buffer.from(content), "", at, found),
  });
}
