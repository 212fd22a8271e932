/** Exhibits → pages: what can be printed now is prepared on disk, the rest gets a placeholder page with its reason. */
import path from "node:path";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Diagnostic, Staged } from "../diagnostics/diagnostic.ts";
import { imageForPrint } from "../engines/image.ts";
import { preparePdf } from "../engines/pdf/prepare.ts";
import type { ExhibitId } from "../model/ids.ts";
import type { Exhibit, PlaceholderReason } from "../model/pack.ts";
import { frameBox, placeInFrame } from "../model/rendered.ts";
import type { Picture, Rendered, RenderedExhibits } from "../model/rendered.ts";
import { readFile, writeFile } from "../world.ts";

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
    if (result.type === "card" && result.reason !== "not-converted" && state.type === "readable") {
      diagnostics.push(diagnostic("not-rendered", { file }, { exhibit: exhibit.id, reason: result.reason }));
    }
  }
  return { value: rendered, diagnostics };
}

const card = (reason: PlaceholderReason): Rendered => ({ type: "card", reason, pages: 1 });

async function renderExhibit(
  { evidence }: Exhibit,
  index: number,
  { root, scratch }: RenderOptions,
): Promise<Rendered> {
  const { state } = evidence;
  if (state.type === "unreadable") return card(state.reason);
  if (state.type === "ignored" || (state.kind !== "pdf" && state.kind !== "image")) return card("not-converted");
  const file = path.join(root, evidence.path);
  const read = await readFile(file);
  if (!read.ok) return card("vanished");
  const prepared = path.join(scratch, String(index));
  if (state.kind === "pdf") return renderPdf(read.bytes, prepared);
  return state.pages === null ? card("not-converted") : renderPictures(read.bytes, state.pages, prepared);
}

async function renderPdf(bytes: Buffer, file: string): Promise<Rendered> {
  const prepared = await preparePdf(bytes, { passwords: [] });
  if (!prepared.ok) return card(prepared.failure);
  await writeFile(file, prepared.bytes);
  return { type: "pdf", file, pages: prepared.pages };
}

async function renderPictures(bytes: Buffer, pages: number, prepared: string): Promise<Rendered> {
  const pictures: Picture[] = [];
  for (let page = 0; page < pages; page += 1) {
    const image = await imageForPrint(bytes, page, frameBox);
    if (image === null) return card("corrupt");
    const file = `${prepared}-${String(page)}`;
    await writeFile(file, image.bytes);
    pictures.push({ file, format: image.format, box: placeInFrame(image.width, image.height) });
  }
  return { type: "pictures", pictures, pages };
}
