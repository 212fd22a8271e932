/** Exhibits → pages: what can be printed now is prepared on disk, the rest gets a placeholder page with its reason. */
import path from "node:path";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Diagnostic, Staged } from "../diagnostics/diagnostic.ts";
import { imageForPrint } from "../engines/image.ts";
import { bindablePages } from "../engines/pdf.ts";
import type { About } from "../model/about.ts";
import type { FileKind, UnreadableReason } from "../model/evidence.ts";
import type { ExhibitId } from "../model/ids.ts";
import type { Exhibit, NaturalReason, PlaceholderReason } from "../model/pack.ts";
import { frameBox, placeInFrame } from "../model/rendered.ts";
import type { Picture, Rendered, RenderedExhibits } from "../model/rendered.ts";
import { readFile, writeFile } from "../world.ts";
import { describe } from "./about.ts";

export interface RenderOptions {
  readonly root: string;
  /** Folder for prepared pages; removed by whoever made it. */
  readonly scratch: string;
  /** Called before each exhibit, for progress. */
  readonly onExhibit: (exhibit: Exhibit, index: number, total: number) => void;
}

/** Renders every exhibit; one that turns out unreadable only now is told. Memory holds one exhibit at a time. */
export async function renderExhibits(
  exhibits: readonly Exhibit[],
  options: RenderOptions,
): Promise<Staged<RenderedExhibits>> {
  const rendered = new Map<ExhibitId, Rendered>();
  const diagnostics: Diagnostic[] = [];
  for (const [index, exhibit] of exhibits.entries()) {
    options.onExhibit(exhibit, index, exhibits.length);
    const result = await renderExhibit(exhibit, index, options);
    rendered.set(exhibit.id, result);
    const { state, path: file } = exhibit.evidence;
    if (result.type === "card" && isUnreadable(result.reason) && state.type === "readable") {
      diagnostics.push(diagnostic("not-rendered", { file }, { exhibit: exhibit.id, reason: result.reason }));
    }
    if (result.type === "pictures" && result.damaged && state.type === "readable" && state.flaw !== "damaged") {
      diagnostics.push(diagnostic("damaged-picture", { file }, {}));
    }
  }
  return { value: rendered, diagnostics };
}

const card = (reason: PlaceholderReason, about: About = { type: "plain" }): Rendered => ({
  type: "card",
  reason,
  about,
  pages: 1,
});

/** Kinds that are never printed; all others get a card only when something is amiss. */
const natural: Readonly<Partial<Record<FileKind, NaturalReason>>> = {
  video: "media",
  audio: "media",
  link: "link",
  mail: "mail",
  archive: "archive",
  unknown: "unknown-kind",
};

const regular = new Set<PlaceholderReason>([...Object.values(natural), "not-decodable", "not-converted"]);

const isUnreadable = (reason: PlaceholderReason): reason is UnreadableReason => !regular.has(reason);

async function renderExhibit(
  { evidence }: Exhibit,
  index: number,
  { root, scratch }: RenderOptions,
): Promise<Rendered> {
  const { state } = evidence;
  if (state.type === "unreadable") return card(state.reason);
  if (state.type === "ignored") return card("not-converted");
  const file = path.join(root, evidence.path);
  const reason = natural[state.kind];
  if (reason !== undefined) return card(reason, await describe(file, state.kind, state.format));
  if (state.kind !== "pdf" && state.kind !== "image") return card("not-converted");
  const read = await readFile(file);
  if (!read.ok) return card("vanished");
  const prepared = path.join(scratch, String(index));
  if (state.kind === "pdf") return renderPdf(read.bytes, file);
  return state.pages === null ? card("not-decodable") : renderPictures(read.bytes, state.pages, state.format, prepared);
}

async function renderPdf(bytes: Buffer, file: string): Promise<Rendered> {
  const pages = await bindablePages(bytes);
  return pages === null ? card("corrupt") : { type: "pdf", file, pages };
}

async function renderPictures(bytes: Buffer, pages: number, format: string, prepared: string): Promise<Rendered> {
  const pictures: Picture[] = [];
  let damaged = false;
  for (let page = 0; page < pages; page += 1) {
    const image = await imageForPrint(bytes, page, frameBox, format);
    if (!image.ok) return card(image.failure);
    damaged ||= image.damaged;
    const file = `${prepared}-${String(page)}`;
    await writeFile(file, image.bytes);
    pictures.push({ file, format: image.format, box: placeInFrame(image.width, image.height) });
  }
  return { type: "pictures", pictures, pages, damaged };
}
