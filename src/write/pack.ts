/** Writes every file of a pack into the staging folder, and reads each back. */
import path from "node:path";
import { printJson } from "../diagnostics/print/json.ts";
import type { CheckResult } from "../diagnostics/print/result.ts";
import { withPdfFile } from "../engines/pdfium-file.ts";
import type { Pack } from "../model/pack.ts";
import type { PagePlan } from "../model/plan.ts";
import type { RenderedFiles } from "../model/rendered.ts";
import type { Input, Manifest } from "../schema/manifest.ts";
import { hashFile, makeFolder, sha256, writeFile } from "../world.ts";
import { appendixDocument } from "./appendix-document.ts";
import { writeAppendixDocx } from "./appendix-docx.ts";
import type { DrawnSheets } from "./sheets.ts";
import type { Looks } from "../schema/looks.ts";
import { writeDocx } from "./docx/write.ts";
import { writeIndexXlsx } from "./index-xlsx.ts";
import { writeGapsXlsx } from "./gaps-xlsx.ts";
import { checksumFile, checksumOf, manifestFile, manifestOf, manifestText, withFirstPages } from "./manifest.ts";
import type { OutputEntry } from "./manifest.ts";
import type { Written } from "./pieces.ts";
import type { WrittenReport } from "./report-pdf.ts";
import { references } from "./resolve.ts";
import { writeSpines } from "./spines.ts";
import { writeSite } from "./site/write.ts";
import type { SiteFacts } from "./site/write.ts";
import type { Strips } from "./strips.ts";
import { writeVolumes } from "./volumes.ts";
import type { EarlierVolumes, FirstPages } from "./volumes.ts";

export interface WriteFacts {
  readonly pack: Pack;
  readonly plan: PagePlan;
  /** Our own sheets of each volume, in order. */
  readonly sheets: readonly (readonly DrawnSheets[])[];
  readonly rendered: RenderedFiles;
  readonly strips: Strips;
  readonly looks: Looks;
  readonly report: WrittenReport;
  readonly briefing: WrittenReport | null;
  readonly result: CheckResult;
  /** What was read beside the evidence, for the manifest. */
  readonly inputs: readonly Input[];
  /** What the offline page needs besides; null when it is not wanted. */
  readonly site: SiteFacts | null;
  /** The way from the pack up to the workspace, as `../`; null when the pack lies elsewhere. */
  readonly workspace: string | null;
  /** Volumes of an earlier pack that may be taken over; null for none. */
  readonly earlier: EarlierVolumes | null;
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

/** A pack as it was written. */
export interface WrittenPack {
  readonly manifest: Manifest;
  /** Of each volume, by its number. */
  readonly firstPages: ReadonlyMap<number, FirstPages>;
}

/** Writes the pack; the manifest and its checksum come last. Throws when what was written is not what was meant. */
export async function writePack(folder: string, facts: WriteFacts): Promise<WrittenPack> {
  const outputs: OutputEntry[] = [];
  const firstPages = new Map<number, FirstPages>();
  for await (const draft of drafts(folder, facts, firstPages)) outputs.push(await writeOutput(folder, draft));
  const { exitCode, map } = facts.result;
  const plain = manifestOf({ ...facts, map, outputs, exitCode });
  const manifest = withFirstPages(plain, firstPages);
  const json = manifestText(manifest);
  await writeFile(path.join(folder, manifestFile), json);
  await writeFile(path.join(folder, checksumFile), checksumOf(json));
  return { manifest, firstPages };
}

type Begin = (name: string) => string;

/** One file at a time, so that only one is in memory. */
async function* drafts(folder: string, facts: WriteFacts, firstPages: Map<number, FirstPages>): AsyncGenerator<Draft> {
  const begin: Begin = (name) => {
    facts.onFile(name);
    return name;
  };
  yield* reports(facts, begin);
  yield* appendix(folder, facts, begin, firstPages);
  yield* results(facts, begin);
  if (facts.site === null) return;
  begin("site/");
  for await (const { name, format, bytes: page } of writeSite(facts, facts.site)) {
    yield { role: "site", format, name: `site/${name}`, pages: null, volume: null, content: page };
  }
}

const docxContext = ({ pack, plan, looks }: WriteFacts) => ({
  style: looks.style,
  asOf: pack.asOf,
  language: pack.language,
  author: pack.author,
  ...references(plan, looks.words),
});

/** The report and its short form, each as PDF and as DOCX. */
async function* reports(facts: WriteFacts, begin: Begin): AsyncGenerator<Draft> {
  const { pack, looks } = facts;
  const { files } = looks.words;
  const forms = [
    { role: "report", said: pack.report, drawn: facts.report, file: files.report },
    { role: "briefing", said: pack.briefing, drawn: facts.briefing, file: files.briefing },
  ] as const;
  for (const { role, said, drawn, file } of forms) {
    if (said === null || drawn === null) continue;
    const { pdf, pages, headings } = drawn;
    yield { role, format: "pdf", name: begin(`${file}.pdf`), pages, volume: null, content: pdf };
    const name = begin(`${file}.docx`);
    const headingPage = (anchor: string): number | null => headings.get(anchor) ?? null;
    const bytes = await writeDocx(said, {
      ...docxContext(facts),
      headingPage,
      reference: looks.reference,
      contents: said.contentsTitle !== "",
    });
    yield { role, format: "docx", name, pages: null, volume: null, content: bytes };
  }
}

/** The volumes, the labels for their spines, and the index as DOCX and XLSX. */
async function* appendix(
  folder: string,
  facts: WriteFacts,
  begin: Begin,
  firstPages: Map<number, FirstPages>,
): AsyncGenerator<Draft> {
  const { pack, plan, rendered, looks } = facts;
  const { files } = looks.words;
  yield* volumeDrafts(folder, facts, firstPages);
  const spines = await writeSpines(pack, plan, looks);
  if (spines !== null) {
    const name = begin(`${files.spines}.pdf`);
    yield { role: "spines", format: "pdf", name, pages: spines.pages, volume: null, content: spines.pdf };
  }
  const appendixDocx = begin(`${files.appendix}.docx`);
  const content = await appendixInWord(folder, appendixDocx, facts);
  const volume = plan.volumes.length === 1 ? 1 : null;
  yield { role: "appendix", format: "docx", name: appendixDocx, pages: null, volume, content };
  const index = begin(`${files.index}.xlsx`);
  const sheet = await writeIndexXlsx({ pack, plan, rendered, words: looks.words, workspace: facts.workspace });
  yield { role: "appendix-index", format: "xlsx", name: index, pages: null, volume: null, content: sheet };
}

function appendixInWord(folder: string, name: string, facts: WriteFacts): Promise<Uint8Array | Written> {
  const { pack, plan, rendered, looks, workspace } = facts;
  const { docx } = pack.appendix;
  const context = { ...docxContext(facts), headingPage: () => null, contents: false };
  const from = { words: looks.words, workspace };
  if (docx.type === "index") return writeDocx(appendixDocument(pack, plan, from), context);
  return writeAppendixDocx(name, { ...from, pack, plan, rendered, folder, dpi: docx.dpi, context });
}

/** What the check found, for machines, and what is missing, for people. */
async function* results({ pack, looks, result, workspace }: WriteFacts, begin: Begin): AsyncGenerator<Draft> {
  const { files } = looks.words;
  const check = begin(`${files.check}.json`);
  const json = new TextEncoder().encode(printJson(result, pack.language));
  yield { role: "check", format: "json", name: check, pages: null, volume: null, content: json };
  const gaps = begin(`${files.gaps}.xlsx`);
  const list = await writeGapsXlsx(result, { language: pack.language, workspace });
  yield { role: "gaps", format: "xlsx", name: gaps, pages: null, volume: null, content: list };
}

async function* volumeDrafts(
  folder: string,
  facts: WriteFacts,
  firstPages: Map<number, FirstPages>,
): AsyncGenerator<Draft> {
  for await (const { volume, name, bound } of writeVolumes(folder, facts, facts)) {
    const { number, pages, numberedFrom } = volume;
    const { firstPages: drawn, ...written } = bound;
    firstPages.set(number, drawn);
    const blank = volume.parts.flatMap(({ part, first }) => (part.type === "blank" ? [first] : []));
    yield { role: "appendix", format: "pdf", name, pages, volume: number, numberedFrom, blank, content: written };
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
  await makeFolder(path.dirname(file));
  await writeFile(file, bytes);
  return { bytes: bytes.length, sha256: sha256(bytes) };
}
