/** The formats of a check, and which one is meant. */
import path from "node:path";
import { diagnostic, Fatal } from "../diagnostics/diagnostic.ts";
import { printHuman } from "../diagnostics/print/human.ts";
import type { Detail } from "../diagnostics/print/detail.ts";
import type { CheckResult, Stopped } from "../diagnostics/print/result.ts";
import type { Language } from "../model/map.ts";
import type { World } from "../world.ts";
import { folderUp } from "./folder-up.ts";
import type { CheckFormat, CommonOptions } from "./options.ts";
import { version } from "./version.ts";

export interface ShowOptions extends CommonOptions {
  /** Null: what the name of the output says, or else human. */
  readonly format: CheckFormat | null;
  /** File for the output, instead of stdout. */
  readonly output: string | null;
  /** For the formats that people read: human and markdown. */
  readonly detail: Detail;
}

const byExtension: Readonly<Record<string, CheckFormat>> = {
  ".json": "json",
  ".xml": "junit",
  ".sarif": "sarif",
  ".md": "markdown",
  ".xlsx": "xlsx",
  ".txt": "human",
  "": "human",
};

/** The format asked for, or else that of the output's name; throws Fatal when that name stands for none. */
export function formatOf({ format, output }: Pick<ShowOptions, "format" | "output">): CheckFormat {
  if (format !== null) return format;
  const name = (output ?? "").toLowerCase();
  if (name.endsWith(".sarif.json")) return "sarif";
  const meant = byExtension[path.extname(name)];
  if (meant !== undefined) return meant;
  const expected = Object.keys(byExtension)
    .filter((each) => each !== "")
    .join(", ");
  throw new Fatal([diagnostic("bad-option", { file: "" }, { option: "--output", value: output ?? "", expected })]);
}

/** The whole output; bytes only for a workbook. */
export async function show(
  format: CheckFormat,
  result: CheckResult,
  options: ShowOptions,
  language: Language,
  world: World,
): Promise<string | Uint8Array> {
  const { root, output, detail, color, quiet } = options;
  const level = quiet && output === null ? "verdict" : detail;
  switch (format) {
    case "human":
      return printHuman(result, { language, color: color && output === null, detail: level });
    case "json": {
      const { printJson } = await import("../diagnostics/print/json.ts");
      return printJson(result, language);
    }
    case "junit": {
      const { printJunit } = await import("../diagnostics/print/junit.ts");
      return printJunit(result, language);
    }
    case "sarif": {
      const { printSarif } = await import("../diagnostics/print/sarif.ts");
      return printSarif(result, language, await version());
    }
    case "markdown": {
      const { printMarkdown } = await import("../diagnostics/print/markdown.ts");
      return printMarkdown(result, language, level);
    }
    case "github": {
      const { printGithub } = await import("../diagnostics/print/github.ts");
      return printGithub(result, language, folderIn(world, root));
    }
    case "xlsx": {
      const { writeGapsXlsx } = await import("../write/gaps-xlsx.ts");
      const workspace = folderUp(path.dirname(path.resolve(world.cwd, output ?? "")), root);
      return writeGapsXlsx(result, { language, workspace });
    }
  }
}

/** The output of a check that could not go on; null where people read, who are told on stderr. */
export async function showStopped(
  format: CheckFormat,
  stopped: Stopped,
  { root }: ShowOptions,
  language: Language,
  world: World,
): Promise<string | null> {
  switch (format) {
    case "human":
    case "xlsx":
      return null;
    case "json": {
      const { printJsonStopped } = await import("../diagnostics/print/json.ts");
      return printJsonStopped(stopped, language);
    }
    case "junit": {
      const { printJunitStopped } = await import("../diagnostics/print/junit.ts");
      return printJunitStopped(stopped, language);
    }
    case "sarif": {
      const { printSarifStopped } = await import("../diagnostics/print/sarif.ts");
      return printSarifStopped(stopped, language, await version());
    }
    case "markdown": {
      const { printMarkdownStopped } = await import("../diagnostics/print/markdown.ts");
      return printMarkdownStopped(stopped, language);
    }
    case "github": {
      const { printGithubStopped } = await import("../diagnostics/print/github.ts");
      return printGithubStopped(stopped, language, folderIn(world, root));
    }
  }
}

/** The workspace as a command in the root of the repository names it, ending with `/`; empty where that is not known. */
function folderIn(world: World, root: string): string {
  const folder = path.relative(world.cwd, root).split(path.sep).join("/");
  return folder === "" || folder.startsWith("..") ? "" : `${folder}/`;
}
