/** Evidence files → pages: what can be printed is prepared on disk, the rest gets a placeholder page with its reason. */
import path from "node:path";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { imageForPrint } from "../engines/image.ts";
import { bindablePages } from "../engines/pdf.ts";
import type { Evidence, UnreadableReason } from "../model/evidence.ts";
import type { SourcePath } from "../model/ids.ts";
import type { Exhibit, PlaceholderReason } from "../model/pack.ts";
import { photoCells } from "../model/rendered.ts";
import type { RenderedFile, RenderedFiles, RenderedPart } from "../model/rendered.ts";
import type { PhotosPerPage } from "../model/workspace.ts";
import { readFile, writeFile } from "../world.ts";

export interface RenderOptions {
  readonly root: string;
  /** Folder for prepared pages; removed by whoever made it. */
  readonly scratch: string;
  readonly photosPerPage: PhotosPerPage;
  /** Called before each file, for progress. */
  readonly onFile: (file: Evidence, index: number, total: number) => void;
}

export interface RenderedEvidence {
  readonly files: RenderedFiles;
  /** Files that looked sound and turned out not to be: coverage must know. */
  readonly unreadable: ReadonlyMap<SourcePath, UnreadableReason>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Renders every file of the exhibits. Memory holds one file at a time. */
export async function renderEvidence(exhibits: readonly Exhibit[], options: RenderOptions): Promise<RenderedEvidence> {
  const files = new Map<SourcePath, RenderedFile>();
  const unreadable = new Map<SourcePath, UnreadableReason>();
  const diagnostics: Diagnostic[] = [];
  const all = exhibits.flatMap((exhibit) => exhibit.files.map((file) => ({ file, exhibit })));
  for (const [index, { file, exhibit }] of all.entries()) {
    options.onFile(file, index, all.length);
    const rendered = await renderFile(file, exhibit, path.join(options.scratch, String(index)), options);
    files.set(file.path, rendered);
    const fault = faultOf(rendered.placeholder);
    if (fault !== null && file.state.type === "readable") unreadable.set(file.path, fault);
    diagnostics.push(...remarks(file, rendered));
  }
  return { files, unreadable, diagnostics };
}

/** What a file is, seen only while rendering, as coverage knows it; null for what is no fault of the file. */
function faultOf(reason: PlaceholderReason | null): UnreadableReason | null {
  switch (reason) {
    case null:
    case "not-printable":
    case "not-decodable":
    case "no-converter":
    case "timed-out":
    case "cut":
      return null;
    default:
      return reason;
  }
}

/** What the office should know of a file that came onto pages otherwise than its sender expects. */
function remarks({ path: file }: Evidence, { parts }: RenderedFile): Diagnostic[] {
  const reason = parts.find((part) => part.type === "card")?.reason;
  return reason === "not-decodable" || reason === "timed-out" || reason === "cut"
    ? [diagnostic("not-rendered", { file }, { reason })]
    : [];
}

const replaced = (reason: PlaceholderReason): RenderedFile => ({
  parts: [{ type: "card", reason }],
  placeholder: reason,
  converter: null,
});

const printed = (parts: readonly RenderedPart[]): RenderedFile => ({ parts, placeholder: null, converter: null });

/** `prepared`: where its pages may lie, as the beginning of a file's name. */
async function renderFile(
  { state, path: source }: Evidence,
  exhibit: Exhibit,
  prepared: string,
  { root, photosPerPage }: RenderOptions,
): Promise<RenderedFile> {
  if (state.type === "unreadable") return replaced(state.reason);
  if (state.type === "ignored") return replaced("not-printable");
  const { kind, pages } = state;
  if (kind !== "pdf" && kind !== "image") return replaced("no-converter");
  if (pages === null) return replaced("not-decodable");
  const file = path.join(root, source);
  const read = await readFile(file);
  if (!read.ok) return replaced("vanished");
  if (kind === "pdf") return renderPdf(read.bytes, file);
  // A scan of a paper keeps its page; only what was asked for as a photo may share one.
  const photo = pages === 1 && exhibit.requirement?.kind === "photo";
  return renderPictures(read.bytes, pages, { prepared, photo, photosPerPage: photo ? photosPerPage : 1 });
}

async function renderPdf(bytes: Buffer, file: string): Promise<RenderedFile> {
  const pages = await bindablePages(bytes);
  return pages === null ? replaced("corrupt") : printed([{ type: "pdf", file, pages }]);
}

async function renderPictures(
  bytes: Buffer,
  pages: number,
  how: { readonly prepared: string; readonly photo: boolean; readonly photosPerPage: PhotosPerPage },
): Promise<RenderedFile> {
  const [cell] = photoCells(how.photosPerPage);
  if (cell === undefined) throw new Error("a page has no room for a picture");
  const parts: RenderedPart[] = [];
  for (let page = 0; page < pages; page += 1) {
    const image = await imageForPrint(bytes, page, cell);
    if (image === null) return replaced("corrupt");
    const file = `${how.prepared}-${String(page)}`;
    await writeFile(file, image.bytes);
    const { format, width, height } = image;
    parts.push({ type: "picture", file, format, width, height, photo: how.photo });
  }
  return printed(parts);
}
