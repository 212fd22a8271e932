/** Evidence files → pages: what can be printed is prepared on disk, the rest gets a placeholder page with its reason. */
import path from "node:path";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { About } from "../model/about.ts";
import type { Evidence, FileKind, UnreadableReason } from "../model/evidence.ts";
import type { SourcePath } from "../model/ids.ts";
import type { Exhibit, NaturalReason, PlaceholderReason } from "../model/pack.ts";
import { isLong, photoLayout, sharedPages } from "../model/photo-page.ts";
import type { RenderedFile, RenderedFiles } from "../model/rendered.ts";
import type { Cache, CacheOfBuild } from "../engines/cache.ts";
import type { ConverterSettings, PhotosPerPage } from "../model/workspace.ts";
import { readFile } from "../world.ts";
import { describe, linkTo } from "./about.ts";
import { cached } from "./convert/cached.ts";
import { noConverter } from "./convert/converter.ts";
import type { Converter } from "./convert/converter.ts";
import { openConverter } from "./convert/open.ts";
import { officeFormat } from "./office-format.ts";
import { renderOffice } from "./office.ts";
import { replaced } from "./outcome.ts";
import type { Outcome } from "./outcome.ts";
import { madeOnce } from "./made.ts";
import { renderPdfOnce } from "./pdf.ts";
import type { PdfJobOnce } from "./pdf.ts";
import { pdfsAhead } from "./pdfs-ahead.ts";
import { renderPictures } from "./pictures.ts";

export interface RenderOptions {
  readonly root: string;
  /** Folder for prepared pages; removed by whoever made it. */
  readonly scratch: string;
  readonly photosPerPage: PhotosPerPage;
  /** Tried on encrypted files. */
  readonly passwords: readonly string[];
  readonly converter: ConverterSettings;
  /** Files that are not opened: placeholder pages stand in for them. */
  readonly withheld: ReadonlySet<SourcePath>;
  /** Of what was converted before; null for none. */
  readonly cache: Cache | null;
  /** Of what files became before; null for none. */
  readonly made: CacheOfBuild | null;
  /** PDFs that are known to need nothing, by their sums, with how many pages they have. */
  readonly whole: ReadonlyMap<string, number>;
  /** Called with the name of the converter once one is needed. */
  readonly onConverter: (id: string) => void;
  /** Called before each file, for progress. */
  readonly onFile: (file: Evidence, index: number, total: number) => void;
}

export interface RenderedEvidence {
  readonly files: RenderedFiles;
  /** Files that looked sound and turned out not to be: coverage must know. */
  readonly unreadable: ReadonlyMap<SourcePath, UnreadableReason>;
  /** Broken files of which something could be read and is printed. */
  readonly inPart: ReadonlySet<SourcePath>;
  readonly diagnostics: readonly Diagnostic[];
}

interface Printed {
  readonly file: Evidence;
  readonly exhibit: Exhibit;
}

/** Renders every file of the exhibits. Memory holds one file at a time, and one PDF for each thread. */
export async function renderEvidence(exhibits: readonly Exhibit[], options: RenderOptions): Promise<RenderedEvidence> {
  const files = new Map<SourcePath, RenderedFile>();
  const unreadable = new Map<SourcePath, UnreadableReason>();
  const inPart = new Set<SourcePath>();
  const diagnostics: Diagnostic[] = [];
  const all = exhibits
    .flatMap((exhibit) => exhibit.files.map((file): Printed => ({ file, exhibit })))
    .map((each, index): Placed => ({ ...each, prepared: path.join(options.scratch, String(index)) }));
  const layouts = layoutsOf(all, options.photosPerPage);
  const converter = all.some(({ file }) => officeFormat(file) !== null && !options.withheld.has(file.path))
    ? await converterFor(options, diagnostics)
    : noConverter;
  const opened = all.filter(({ file }) => isPdf(file) && !options.withheld.has(file.path));
  const pdfs = pdfsAhead(new Map(opened.map((each) => [each, pdfJob(each, options)])));
  try {
    for (const [index, each] of all.entries()) {
      const { file } = each;
      options.onFile(file, index, all.length);
      const { rendered, remarks } =
        (await pdfs.outcomes.get(each)) ?? (await renderFile(each, layouts.get(each) ?? 1, { ...options, converter }));
      files.set(file.path, rendered);
      const fault = faultOf(rendered.placeholder);
      if (fault !== null && file.state.type === "readable") unreadable.set(file.path, fault);
      if (file.state.type === "unreadable" && rendered.placeholder === null) inPart.add(file.path);
      diagnostics.push(...remarks);
    }
  } finally {
    await pdfs.close();
    await converter.close();
    await options.cache?.trim();
  }
  return { files, unreadable, inPart, diagnostics };
}

async function converterFor(options: RenderOptions, found: Diagnostic[]): Promise<Converter> {
  const { scratch, cache } = options;
  const { value, diagnostics } = await openConverter(options.converter, { scratch });
  found.push(...diagnostics);
  options.onConverter(value.id);
  return cache === null ? value : cached(value, cache, scratch);
}

/** What a file is, seen only while rendering, as coverage knows it; null for what is no fault of the file. */
function faultOf(reason: PlaceholderReason | null): UnreadableReason | null {
  switch (reason) {
    case null:
    case "media":
    case "link":
    case "mail":
    case "archive":
    case "unknown-kind":
    case "classified":
    case "not-decodable":
    case "no-converter":
    case "timed-out":
    case "cut":
      return null;
    default:
      return reason;
  }
}

/** Kinds that are never printed; all others get a card only when something is amiss. */
const natural: Readonly<Partial<Record<FileKind, NaturalReason>>> = {
  video: "media",
  audio: "media",
  link: "link",
  mail: "mail",
  archive: "archive",
  unknown: "unknown-kind",
};

/** An address in a register has no file of its own. */
const aboutOf = async ({ path: source, url }: Evidence, kind: FileKind, format: string, root: string): Promise<About> =>
  url === undefined ? describe(path.join(root, source), kind, format) : linkTo(url);

/** A scan of a paper keeps its page; only what was asked for as a photo may share one. */
const isPhoto = ({ file: { state }, exhibit }: Printed): boolean =>
  state.type === "readable" && state.kind === "image" && state.pages === 1 && exhibit.requirement?.kind === "photo";

const isLongScreenshot = ({ state }: Evidence): boolean =>
  state.type === "readable" && state.pixels !== undefined && isLong(state.pixels);

/** For how many pictures the page of each photo will be divided, as far as it can be told before all are rendered. */
function layoutsOf(all: readonly Printed[], photosPerPage: PhotosPerPage): ReadonlyMap<Printed, PhotosPerPage> {
  const shares = (each: Printed): boolean => isPhoto(each) && !isLongScreenshot(each.file);
  const leaves = new Set(all.map(({ exhibit }) => exhibit.leaf));
  const pages = [...leaves].flatMap((leaf) => {
    const group = all.filter(({ exhibit }) => exhibit.leaf === leaf);
    return sharedPages(group, shares, photosPerPage);
  });
  return new Map(pages.flatMap((page) => page.map((each) => [each, photoLayout(page.length)])));
}

interface Placed extends Printed {
  /** Where its pages may lie, as the beginning of a file's name. */
  readonly prepared: string;
}

type PdfOptions = Pick<RenderOptions, "root" | "passwords" | "made" | "whole">;

const pdfJob = ({ file, prepared }: Placed, { root, passwords, made, whole }: PdfOptions): PdfJobOnce => ({
  source: path.join(root, file.path),
  file: file.path,
  sha256: file.sha256,
  whole: file.sha256 === null ? null : (whole.get(file.sha256) ?? null),
  prepared,
  passwords,
  stays: true,
  made,
});

const isPdf = ({ state }: Evidence): boolean => state.type === "readable" && state.kind === "pdf";

async function renderFile(
  printed: Placed,
  layout: PhotosPerPage,
  options: Omit<RenderOptions, "converter"> & { readonly converter: Converter },
): Promise<Outcome> {
  const { root, passwords, converter, made, withheld } = options;
  const { file: evidence, prepared } = printed;
  if (withheld.has(evidence.path)) return replaced("classified");
  const from = { source: path.join(root, evidence.path), sha256: evidence.sha256, prepared };
  const { state, path: source } = evidence;
  const office = officeFormat(evidence);
  if (office !== null) {
    const how = ["office", source, state.type, office, passwords, converter.id, converter.options];
    return madeOnce(made, { ...from, how }, () =>
      renderOffice(evidence, office, { root, converter, prepared, passwords }),
    );
  }
  if (state.type === "unreadable") return replaced(state.reason);
  if (state.type === "ignored") return replaced("unknown-kind");
  const { kind, format, pages } = state;
  const reason = natural[kind];
  if (reason !== undefined) return replaced(reason, await aboutOf(evidence, kind, format, root));
  if (kind === "pdf") return renderPdfOnce(pdfJob(printed, options));
  const [known, photo] = [state.flaw === "damaged", isPhoto(printed)];
  const facts = { file: source, format, pixels: state.pixels ?? null, photo, layout, known };
  return madeOnce(made, { ...from, how: ["pictures", pages, facts] }, async () => {
    const read = await readFile(from.source);
    return read.ok ? renderPictures(read.bytes, pages, { ...facts, prepared }) : replaced("vanished");
  });
}
