/** `evipack explain CODE`: what stands behind a problem and how to be rid of it; without a code, all of them by title. */
import { styleText } from "node:util";
import type { Code } from "../diagnostics/diagnostic.ts";
import { diagnostic, Fatal } from "../diagnostics/diagnostic.ts";
import { allCodes } from "../diagnostics/severity.ts";
import { nearest } from "../engines/nearest.ts";
import { groups, readProblemPage } from "../load/problem-page.ts";
import type { ProblemPage } from "../load/problem-page.ts";
import type { Language } from "../model/map.ts";
import type { World } from "../world.ts";
import { explainWords, severityLabel } from "./explain-words.ts";
import { guessLanguage } from "./options.ts";
import type { CommonOptions } from "./options.ts";

export interface ExplainOptions extends CommonOptions {
  /** Null: the list of all. */
  readonly code: string | null;
}

type Style = Parameters<typeof styleText>[0];
type Paint = (style: Style, text: string) => string;

/** Gives 0. Throws Fatal when there is no such code. */
export async function runExplain(options: ExplainOptions, world: World): Promise<number> {
  const language = guessLanguage(options, world);
  const paint: Paint = (style, text) => (options.color ? styleText(style, text, { validateStream: false }) : text);
  const shown =
    options.code === null
      ? listOf(await Promise.all(allCodes.map(readProblemPage)), language, paint)
      : pageOf(await readProblemPage(knownCode(options.code)), language, paint);
  world.stdout.write(`${shown}\n`);
  return 0;
}

function knownCode(name: string): Code {
  const known = allCodes.find((each) => each === name);
  if (known !== undefined) return known;
  const facts = { what: "code" as const, name, known: allCodes, nearest: nearest(name, allCodes) };
  throw new Fatal([diagnostic("unknown-name", { file: "" }, facts)]);
}

function listOf(pages: readonly ProblemPage[], language: Language, paint: Paint): string {
  const words = explainWords[language];
  const width = Math.max(...pages.map((page) => page.code.length));
  const parts = groups.flatMap((group) => {
    const its = pages.filter((page) => page.group === group);
    const lines = its.map(({ code, severity, text }) => {
      const label = paint(severity === "error" ? "red" : "yellow", severityLabel(severity, language));
      return `  ${code.padEnd(width)}  ${label}  ${text[language].title}`;
    });
    return its.length === 0 ? [] : [[paint("bold", words.group[group]), ...lines].join("\n")];
  });
  return [...parts, words.more].join("\n\n");
}

function pageOf(page: ProblemPage, language: Language, paint: Paint): string {
  const { title, lines } = page.text[language];
  const head = `${paint("bold", `${page.code}  ${title}`)}\n${explainWords[language].facts(page)}`;
  return `${head}\n\n${plainLines(lines, paint).join("\n")}`;
}

/** Markdown of such a page for a terminal: examples are indented, marks become colours or go. */
function plainLines(lines: readonly string[], paint: Paint): string[] {
  let inExample = false;
  return lines.flatMap((line) => {
    const isFence = line.startsWith("```");
    if (isFence) inExample = !inExample;
    return isFence ? [] : [inExample ? `    ${line}`.trimEnd() : plainLine(line, paint)];
  });
}

/** Names in backquotes, bold and links, in one go: what stands in backquotes is no link. */
const marks = /`(?<name>[^`]+)`|\*\*(?<bold>[^*]+)\*\*|\[(?<link>[^\]]+)\]\([^)]+\)/gu;

function plainLine(line: string, paint: Paint): string {
  return line.replaceAll(marks, (_, name?: string, bold?: string, link?: string) =>
    name !== undefined ? paint("cyan", name) : bold !== undefined ? paint("bold", bold) : (link ?? ""),
  );
}
