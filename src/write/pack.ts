/** Writes every file of a pack into the staging folder, and reads each back. */
import path from "node:path";
import { printJson } from "../diagnostics/print/json.ts";
import type { CheckResult } from "../diagnostics/print/result.ts";
import { withPdfFile } from "../engines/pdfium-file.ts";
import type { Pack } from "../model/pack.ts";
import type { PagePlan } from "../model/plan.ts";
import type { RenderedFiles } from "../model/rendered.ts";
import type { Manifest } from "../schema/outputs.ts";
import { hashFile, mkdir, sha256, writeFile } from "../world.ts";
import { appendixDocument } from "./appendix-document.ts";
import type { DrawnSheets } from "./sheets.ts";
import type { Looks } from "../schema/looks.ts";
import { writeDocx } from "./docx/write.ts";
import { writeIndexXlsx } from "./index-xlsx.ts";
import { writeGapsXlsx } from "./gaps-xlsx.ts";
import { checksumFile, checksumOf, manifestFile, manifestOf, withFirstPages } from "./manifest.ts";
import type { OutputEntry } from "./manifest.ts";
import type { Written } from "./pieces.ts";
import type { WrittenReport } from "./report-pdf.ts";
import { references } from "./resolve.ts";
import { writeSite } from "./site/write.ts";
import type { SiteFacts } from "./site/write.ts";
import { writeVolumes } from "./volumes.ts";

export interface WriteFacts {
  readonly pack: Pack;
  readonly plan: PagePlan;
  /** Our own sheets of each volume, in order. */
  readonly sheets: readonly (readonly DrawnSheets[])[];
  readonly rendered: RenderedFiles;
  readonly looks: Looks;
  readonly report: WrittenReport;
  readonly briefing: WrittenReport | null;
  readonly result: CheckResult;
  /** What the offline page needs besides; null when it is not wanted. */
  readonly site: SiteFacts | null;
  /** The way from the pack up to the workspace, as `../`; null when the pack lies elsewhere. */
  readonly workspace: string | null;
  readonly version: string;
  /** Called with the name of each file as it is begun. */
  readonly onFile: (name: string) => void;
}

interface Draft {
  readonly role: OutputEntry["role"];
  readonly format: OutputEntry["format"];
  readonly name: string;
  readonly pages: number | null;
  readonly volume: number | null;
  readonly numberedFrom?: number;
  /** Pages that are empty on purpose. */
  readonly blank?: readonly number[];
  /** The file, or size and SHA-256 of what has been written to its place already. */
  readonly content: Uint8Array | Written;
}

/** Writes the pack; the manifest and its checksum come last. Throws when what was written is not what was meant. */
export async function writePack(folder: string, facts: WriteFacts): Promise<Manifest> {
  const outputs: OutputEntry[] = [];
  for await (const draft of drafts(folder, facts)) outputs.push(await writeOutput(folder, draft));
  const { pack, plan, rendered, result, version } = facts;
  const plain = manifestOf({ pack, map: result.map, plan, rendered, outputs, exitCode: result.exitCode, version });
  const manifest = await withFirstPages(folder, plain);
  const json = `${JSON.stringify(manifest, null, 2)}\n`;
  await writeFile(path.join(folder, manifestFile), json);
  await writeFile(path.join(folder, checksumFile), checksumOf(json));
  return manifest;
}

/** One file at a time, so that only one is in memory. */
async function* drafts(folder: string, facts: WriteFacts): AsyncGenerator<Draft> {
  const { pack, plan, rendered, looks, report, result, onFile } = facts;
  const { files } = looks.words;
  const begin = (name: string): string => {
    onFile(name);
    return name;
  };
  const context = {
    style: looks.style,
    asOf: pack.asOf,
    language: pack.language,
    author: pack.author,
    ...references(plan, looks.words),
  };
  const forms = [
    { role: "report", said: pack.report, drawn: report, file: files.report },
    { role: "briefing", said: pack.briefing, drawn: facts.briefing, file: files.briefing },
  ] as const;
  for (const { role, said, drawn, file } of forms) {
    if (said === null || drawn === null) continue;
    const { pdf, pages, headings } = drawn;
    yield { role, format: "pdf", name: begin(`${file}.pdf`), pages, volume: null, content: pdf };
    const name = begin(`${file}.docx`);
    const headingPage = (anchor: string): number | null => headings.get(anchor) ?? null;
    const bytes = await writeDocx(said, {
      ...context,
      headingPage,
      reference: looks.reference,
      contents: said.contentsTitle !== "",
    });
    yield { role, format: "docx", name, pages: null, volume: null, content: bytes };
  }

  for await (const { volume, name, written } of writeVolumes(folder, facts, onFile)) {
    const { number, pages, numberedFrom } = volume;
    const blank = volume.parts.flatMap(({ part, first }) => (part.type === "blank" ? [first] : []));
    yield { role: "appendix", format: "pdf", name, pages, volume: number, numberedFrom, blank, content: written };
  }

  const appendixDocx = begin(`${files.appendix}.docx`);
  const indexBytes = await writeDocx(appendixDocument(pack, plan, looks.words), {
    ...context,
    headingPage: () => null,
    contents: false,
  });
  const volume = plan.volumes.length === 1 ? 1 : null;
  yield { role: "appendix", format: "docx", name: appendixDocx, pages: null, volume, content: indexBytes };

  const index = begin(`${files.index}.xlsx`);
  const sheet = await writeIndexXlsx(pack, plan, rendered, looks.words);
  yield { role: "appendix-index", format: "xlsx", name: index, pages: null, volume: null, content: sheet };

  const check = begin(`${files.check}.json`);
  const json = new TextEncoder().encode(printJson(result, pack.language));
  yield { role: "check", format: "json", name: check, pages: null, volume: null, content: json };

  const gaps = begin(`${files.gaps}.xlsx`);
  const list = await writeGapsXlsx(result, { language: pack.language, workspace: facts.workspace });
  yield { role: "gaps", format: "xlsx", name: gaps, pages: null, volume: null, content: list };

  if (facts.site === null) return;
  begin("site/");
  for await (const { name, format, bytes: page } of writeSite(facts, facts.site)) {
    yield { role: "site", format, name: `site/${name}`, pages: null, volume: null, content: page };
  }
}

/** Writes one file, unless it is there already, and reads it back: same bytes, and as many pages as the plan says. */
async function writeOutput(folder: string, draft: Draft): Promise<OutputEntry> {
  const { role, format, name, pages, volume, numberedFrom = null, blank = [], content } = draft;
  const file = path.join(folder, name);
  const written = content instanceof Uint8Array ? await writeWhole(file, content) : content;
  const back = await hashFile(file);
  if (!back.ok || back.sha256 !== written.sha256) throw new Error(`${name} was not written as it should be`);
  if (format === "pdf" && (await withPdfFile(file, (pdf) => pdf.pages)) !== pages)
    throw new Error(`${name} does not have ${String(pages)} pages`);
  return {
    role,
    format,
    path: name,
    ...written,
    pages,
    volume,
    numberedFrom,
    ...(blank.length === 0 ? {} : { blank: [...blank] }),
  };
}

async function writeWhole(file: string, bytes: Uint8Array): Promise<Written> {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, bytes);
  return { bytes: bytes.length, sha256: sha256(bytes) };
}
