/** `docs/problems/CODE.md`: what stands behind a problem and how to be rid of it, in both languages. */
import path from "node:path";
import type { Code } from "../diagnostics/diagnostic.ts";
import { decodeText } from "../engines/text.ts";
import type { Language } from "../model/map.ts";
import { packageRoot, readFile } from "../world.ts";

/** What a problem is about, in the order of the list. */
export const groups = [
  "command",
  "configuration",
  "reading",
  "registers",
  "linking",
  "coverage",
  "figures",
  "form",
  "privacy",
  "review",
  "report",
  "rendering",
  "packs",
] as const;

export interface ProblemPage {
  readonly code: string;
  /** As the second line of the page has them; a test compares them with the program. */
  readonly severity: string;
  readonly exitCode: string;
  readonly group: string;
  /** Commands that find it, or `any command`. */
  readonly foundBy: string;
  /** What `severity:` may make of it; `fixed` when nothing. */
  readonly choices: string;
  readonly text: Readonly<Record<Language, ProblemText>>;
}

export interface ProblemText {
  readonly title: string;
  /** Lines of Markdown: paragraphs, `- ` lists, fenced examples. */
  readonly lines: readonly string[];
}

/** The page of a code. Throws when the package has none or it does not keep the frame: a fault of the program. */
export async function readProblemPage(code: Code): Promise<ProblemPage> {
  const file = path.join("docs", "problems", `${code}.md`);
  const read = await readFile(path.join(packageRoot, file));
  if (!read.ok) throw new Error(`${file}: ${read.cause}`);
  const page = parseProblemPage(decodeText(read.bytes) ?? "");
  if (page?.code !== code) throw new Error(`${file} does not keep the frame of such pages`);
  return page;
}

const frame =
  /^# (?<code>\S+)\n\n(?<severity>\w+) · exit code (?<exitCode>\d+) · (?<group>\w+) · (?<foundBy>[^·\n]+) · severity: (?<choices>[^·\n]+)\n\n## (?<chinese>[^]+?)\n\n## (?<english>[^]+)$/u;

/** A page read by its frame (docs/problems/README.md); null when it does not keep it. */
export function parseProblemPage(page: string): ProblemPage | null {
  const parts = frame.exec(page.replaceAll("\r\n", "\n"))?.groups;
  if (parts === undefined) return null;
  const { code = "", severity = "", exitCode = "", group = "", foundBy = "", choices = "" } = parts;
  const text = { "zh-CN": textOf(parts["chinese"] ?? ""), en: textOf(parts["english"] ?? "") };
  return { code, severity, exitCode, group, foundBy, choices, text };
}

function textOf(part: string): ProblemText {
  const [title = "", ...lines] = part.trim().split("\n");
  return { title, lines: lines.slice(lines[0] === "" ? 1 : 0) };
}
