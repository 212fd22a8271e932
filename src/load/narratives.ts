/** narrative/*.md → text blocks by indicator. */
import path from "node:path";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Diagnostic, Staged } from "../diagnostics/diagnostic.ts";
import { nearest } from "../engines/nearest.ts";
import { decodeText } from "../engines/text.ts";
import { readCode } from "../link/codes.ts";
import { indicatorCode } from "../model/ids.ts";
import { compareNames } from "../model/order.ts";
import type { Narrative } from "../model/workspace.ts";
import { walk } from "../world.ts";
import { readInside } from "./inside.ts";

const folder = "narrative";
const chapters = ["overview", "problems"] as const;

/** Reads every Markdown file below `narrative/`; other files are left alone, Word files with a warning. */
export async function readNarratives(root: string, codes: readonly string[]): Promise<Staged<readonly Narrative[]>> {
  const entries = ((await walk(path.join(root, folder))) ?? [])
    .filter((entry) => entry.type !== "special" && !/(?:^|\/)[.~]/u.test(entry.path))
    .toSorted((one, other) => compareNames(one.path, other.path));
  const found: Diagnostic[] = [];
  const narratives: Narrative[] = [];
  for (const { path: name, type } of entries) {
    const file = path.posix.join(folder, name);
    if (type === "closed-folder") found.push(diagnostic("narrative-unreadable", { file }, { cause: "EACCES" }));
    if (/\.docx?$/iu.test(name)) found.push(diagnostic("narrative-unsupported", { file }, { what: "docx" }));
    if (!/\.(?:md|markdown)$/iu.test(name)) continue;
    const narrative = await readNarrative(root, file, codes, found);
    if (narrative !== null) narratives.push(narrative);
  }
  return { value: narratives, diagnostics: found };
}

/** Below a leaf there are only the smallest headings; the overview is itself a part of a chapter. */
function highestHeading(chapter: (typeof chapters)[number] | null): 2 | 3 | 4 {
  if (chapter === null) return 4;
  return chapter === "overview" ? 3 : 2;
}

async function readNarrative(
  root: string,
  file: string,
  codes: readonly string[],
  found: Diagnostic[],
): Promise<Narrative | null> {
  const read = await readInside(root, file);
  if (!read.ok) {
    found.push(diagnostic("narrative-unreadable", { file }, { cause: read.cause }));
    return null;
  }
  const text = decodeText(read.bytes);
  if (text === null) {
    found.push(diagnostic("narrative-unreadable", { file }, { cause: "not-utf8" }));
    return null;
  }
  const stem = path.posix.basename(file).replace(/\.[^.]+$/u, "");
  const chapter = chapters.find((each) => each === stem.toLowerCase());
  const coded = readCode(stem, codes);
  // 1-1-1 is no text about 1-1: a serial has no meaning here.
  const about = chapter ?? (coded?.serial === null ? coded.code : undefined);
  if (about === undefined) {
    const known = [...chapters, ...codes];
    found.push(
      diagnostic(
        "narrative-unknown",
        { file },
        { name: stem, nearest: nearest(stem, known), example: `${codes[0] ?? ""}.md` },
      ),
    );
    return null;
  }
  const { parseMarkdown } = await import("../engines/markdown.ts");
  const { blocks, texts, unsupported } = parseMarkdown(text, highestHeading(chapter ?? null));
  for (const { what, line } of unsupported) {
    found.push(diagnostic("narrative-unsupported", { file, line }, { what }));
  }
  return { about: chapter ?? indicatorCode(about), blocks, texts, at: { file } };
}
