/**
 * The offline page (`site/`): the program that `npm run build` has made of the project's folder `site/`, and the pack
 * as data beside it. It is opened from a disk, so everything that it loads is a classic script, a style or a picture.
 */
import path from "node:path";
import type { Sheet } from "../../assemble/sheets.ts";
import type { Picture } from "../../model/document.ts";
import type { SiteNight } from "../../model/site.ts";
import type { Stage } from "../../model/workspace.ts";
import type { Manifest } from "../../schema/manifest.ts";
import type { SiteWords } from "../../schema/site-words.ts";
import { packageRoot, readFile, sha256 } from "../../world.ts";
import type { WriteFacts } from "../pack.ts";
import { picturesOf } from "./blocks.ts";
import { siteData } from "./data.ts";
import { dataScript } from "./script.ts";
import { readTexts } from "./texts.ts";
import { trendOf } from "./trend.ts";

export interface SiteFacts {
  readonly words: SiteWords;
  readonly sheets: readonly Sheet[];
  readonly stages: readonly Stage[];
  /** Earlier nights and this one, the first first; a trend is drawn from two on. */
  readonly nights: readonly SiteNight[];
}

export interface SiteOutput {
  /** Below `site/`. */
  readonly name: string;
  readonly format: Manifest["outputs"][number]["format"];
  readonly bytes: Uint8Array;
}

/** Every file of the folder, the page itself first. Throws when the project was not built. */
export async function* writeSite(facts: WriteFacts, site: SiteFacts): AsyncGenerator<SiteOutput> {
  for (const format of ["html", "css", "js"] as const) {
    const name = format === "html" ? "index.html" : `site.${format}`;
    yield { name, format, bytes: await builtFile(name) };
  }
  const pictures = await picturesFor(site.sheets);
  for (const { name, format, bytes } of new Map([...pictures.values()].map((each) => [each.name, each])).values()) {
    yield { name, format, bytes };
  }
  const trend = await trendOf(site.nights);
  if (trend !== null) yield { name: trend.told.picture, format: "svg", bytes: trend.bytes };
  const { texts, cut } = await readTexts(facts.pack, facts.plan, facts.rendered);
  const addressOf = (picture: Picture): string => pictures.get(picture)?.name ?? "";
  const data = siteData(facts, site, { addressOf, trend: trend?.told ?? null, cut });
  yield { name: "data.js", format: "js", bytes: dataScript("evipack", { data, words: site.words }) };
  yield { name: "text.js", format: "js", bytes: dataScript("evipackTexts", texts) };
}

async function builtFile(name: string): Promise<Uint8Array> {
  const read = await readFile(path.join(packageRoot, "dist", "site", name));
  if (!read.ok) throw new Error(`dist/site/${name}: ${read.cause}; npm run build makes it`);
  return read.bytes;
}

/** Pictures of narratives under names that tell their content; a drawing that would run or fetch something as pixels. */
async function picturesFor(sheets: readonly Sheet[]): Promise<ReadonlyMap<Picture, SiteOutput>> {
  const all = picturesOf(sheets.flatMap((each) => each.narrative));
  const found = new Map<Picture, SiteOutput>();
  for (const picture of all) {
    const { format, bytes } = await harmless(picture);
    found.set(picture, { name: `pictures/${sha256(bytes).slice(0, 16)}.${format}`, format, bytes });
  }
  return found;
}

async function harmless(picture: Picture): Promise<Pick<SiteOutput, "bytes"> & { format: Picture["format"] }> {
  if (picture.format !== "svg") return picture;
  const { imageForPrint, probeImage } = await import("../../engines/image.ts");
  const bytes = Buffer.from(picture.bytes);
  const probe = await probeImage(bytes, "svg");
  if (probe.ok && probe.flaw === null) return picture;
  const printed = await imageForPrint(bytes, 1, picture, "svg");
  return printed.ok ? printed : { format: "svg", bytes: emptyDrawing };
}

const emptyDrawing = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"/>');
