/** `evipack diff`: what came, went and moved between two packs. */
import path from "node:path";
import { comparePacks } from "../compare/compare.ts";
import type { PackDiff } from "../compare/compare.ts";
import { comparisonReport } from "../compare/document.ts";
import { readSide } from "../compare/read.ts";
import { comparisonText } from "../compare/text.ts";
import { compareWords } from "../compare/words.ts";
import { diagnostic, Fatal } from "../diagnostics/diagnostic.ts";
import { exit } from "../diagnostics/severity.ts";
import { usualLooks } from "../load/looks.ts";
import type { Language } from "../model/map.ts";
import { noAppendix } from "../model/plan.ts";
import type { ComparedCheck, DiffOutput } from "../schema/packs.ts";
import { causeOf, writeFile } from "../world.ts";
import type { World } from "../world.ts";
import { references } from "../write/resolve.ts";
import { guessLanguage } from "./options.ts";
import type { CommonOptions, DiffFormat } from "./options.ts";

export interface DiffOptions extends CommonOptions {
  /** The two packs, as typed. */
  readonly from: string;
  readonly to: string;
  /** Null: what the name of the output says, or else human. */
  readonly format: DiffFormat | null;
  /** File for the output, as typed, instead of stdout. */
  readonly output: string | null;
}

const byExtension: Readonly<Record<string, DiffFormat>> = {
  ".json": "json",
  ".docx": "docx",
  ".pdf": "pdf",
  ".txt": "human",
  "": "human",
};

/** As diff(1) has it: 0 when the packs do not differ, 1 when they do; Fatal (2) when one of them is none. */
export async function runDiff(options: DiffOptions, world: World): Promise<number> {
  const { output, color, quiet } = options;
  const format = options.format ?? formatOf(output ?? "");
  if ((format === "docx" || format === "pdf") && output === null) {
    throw new Fatal([diagnostic("output-needed", { file: "" }, { format, example: `changes.${format}` })]);
  }
  const from = await readSide(path.resolve(world.cwd, options.from), options.from);
  const to = await readSide(path.resolve(world.cwd, options.to), options.to);
  const diff = comparePacks(from, to);
  const language = options.language ?? languageOf(to.check ?? from.check) ?? guessLanguage(options, world);
  const code = diff.same ? exit.complete : exit.gaps;
  const words = compareWords[language];
  const verdict = words.verdict(diff.same, code);
  if (output !== null) {
    await write(output, await contentOf(format, diff, language), language, world);
    world.stdout.write(quiet ? `${verdict}\n` : `${words.written(output)}\n${verdict}\n`);
  } else if (format === "json") world.stdout.write(jsonOf(diff));
  else world.stdout.write(quiet ? `${verdict}\n` : `${comparisonText(diff, language, color)}\n\n${verdict}\n`);
  return code;
}

/** The format for which the name of the output stands; throws Fatal when it stands for none. */
function formatOf(output: string): DiffFormat {
  const meant = byExtension[path.extname(output).toLowerCase()];
  if (meant !== undefined) return meant;
  const expected = Object.keys(byExtension)
    .filter((each) => each !== "")
    .join(", ");
  throw new Fatal([diagnostic("bad-option", { file: "" }, { option: "--output", value: output, expected })]);
}

/** A pack does not say its language; the title of its check does. */
const languageOf = (check: ComparedCheck | null): Language | null =>
  check === null ? null : /\p{Script=Han}/u.test(check.title) ? "zh-CN" : "en";

const contentOf = async (format: DiffFormat, diff: PackDiff, language: Language): Promise<string | Uint8Array> =>
  format === "json"
    ? jsonOf(diff)
    : format === "human"
      ? `${comparisonText(diff, language, false)}\n`
      : drawn(format, diff, language);

async function write(output: string, content: string | Uint8Array, language: Language, world: World): Promise<void> {
  try {
    await writeFile(path.resolve(world.cwd, output), content);
  } catch (error) {
    throw new Fatal(
      [diagnostic("cannot-write", { file: output }, { folder: output, cause: causeOf(error) })],
      language,
    );
  }
}

function jsonOf(diff: PackDiff): string {
  const said: DiffOutput = { schema: "evipack/diff@1", ...diff };
  return `${JSON.stringify(said, null, 2)}\n`;
}

/** The page 修订对照, in the usual looks of its language; dated with the day of the later pack. */
async function drawn(format: "docx" | "pdf", diff: PackDiff, language: Language): Promise<Uint8Array> {
  const looks = await usualLooks(language);
  // A letter of one sheet: neither cover nor contents, and it names no exhibit's pages.
  const report = { ...comparisonReport(diff, language), letter: true, contentsTitle: "" };
  const facts = { author: "", asOf: diff.to.asOf, language };
  if (format === "pdf") {
    const { writeReportPdf } = await import("../write/report-pdf.ts");
    return (await writeReportPdf({ ...facts, report }, noAppendix, looks)).pdf;
  }
  const { writeDocx } = await import("../write/docx/write.ts");
  return writeDocx(report, {
    ...facts,
    ...references(noAppendix, looks.words),
    style: looks.style,
    headingPage: () => null,
    contents: false,
  });
}
