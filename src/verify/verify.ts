/** A pack that proves itself: everything in it against its manifest, without the workspace and without the network. */
import { diagnostic, Fatal, sortDiagnostics } from "../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { pictureRule } from "../engines/pdfium-file.ts";
import { bagFiles, isInside } from "../model/bagit.ts";
import { parseJson } from "../engines/text.ts";
import { sortedByName } from "../model/order.ts";
import { manifest as manifestSchema } from "../schema/manifest.ts";
import type { Manifest } from "../schema/manifest.ts";
import { newerVersion } from "../schema/packs.ts";
import { walk } from "../world.ts";
import { checksumFile, checksumOf, manifestFile } from "../write/manifest.ts";
import { checkBag } from "./bag.ts";
import { checkListed, checkUnlisted, Files } from "./files.ts";
import { readContents } from "./contents.ts";
import { judgeLinks } from "./links.ts";
import { nothing, withPlace } from "./place.ts";
import type { Place } from "./place.ts";

/** What was looked at, and what came of it. */
export interface Verdict {
  readonly kind: Place["kind"];
  readonly manifest: Manifest;
  readonly diagnostics: readonly Diagnostic[];
  readonly counts: {
    readonly files: number;
    readonly bytes: number;
    readonly pages: number;
    /** Links and bookmarks whose goal was looked for. */
    readonly links: number;
    /** Links to the web and to mail. */
    readonly outside: number;
    readonly labels: number;
    readonly firstPages: number;
  };
  readonly unchecked: {
    /** Originals that links name and that do not lie with the pack, relative to it. */
    readonly originals: readonly string[];
    /** First pages could not be compared: they were drawn in another way. */
    readonly firstPages: boolean;
  };
}

export interface VerifyOptions {
  /** Called with the name of each file as it is begun. */
  readonly onFile: (name: string) => void;
}

/**
 * Verifies the pack, bag or ZIP at `target`, which was typed as `name`. Whatever is wrong comes back at once; Fatal
 * only when there is no manifest by which to judge.
 */
export const verify = (target: string, name: string, options: VerifyOptions): Promise<Verdict> =>
  withPlace(target, name, (place) => verifyPlace(place, name, options));

async function verifyPlace(place: Place, name: string, { onFile }: VerifyOptions): Promise<Verdict> {
  const { root, prefix, kind } = place;
  const found = sortedByName((await walk(root, "empty-folders")) ?? [], (each) => each.path);
  const files = new Files(
    root,
    found.filter(({ type }) => type !== "empty-folder").map((each) => each.path),
    found.filter(({ type }) => type === "empty-folder").map((each) => `${each.path}/`),
  );
  const ofBag = kind === "pack" ? [] : await checkBag(files);
  const read = await readManifest(files, prefix, name, [...place.diagnostics, ...ofBag]);
  const ofPack = await checkPackFiles(files, prefix, read.manifest);
  const told = new Set(ofBag.map((each) => each.at.file));
  const contents = await readContents(files, prefix, read.manifest, onFile);
  const { pages } = contents;
  const links = await judgeLinks(contents.links, { root, prefix, manifest: read.manifest, pages, told });
  let bytes = 0;
  for (const each of files.all) bytes += (await files.sums(each))?.bytes ?? 0;
  return {
    kind,
    manifest: read.manifest,
    diagnostics: causesFirst([
      ...place.diagnostics,
      ...ofBag,
      ...read.diagnostics,
      // What the lists of the bag have told already is not told again.
      ...ofPack.filter((each) => !told.has(each.at.file)),
      ...contents.diagnostics,
      ...links.diagnostics,
    ]),
    counts: {
      files: files.all.length,
      bytes,
      pages: [...pages.values()].reduce((sum, each) => sum + each, 0),
      links: links.checked,
      outside: links.outside,
      labels: contents.labels,
      firstPages: contents.pictures,
    },
    unchecked: { originals: links.unchecked, firstPages: read.manifest.pagePictures !== pictureRule },
  };
}

/**
 * Causes first, by file: the ZIP and the lists by which all else is judged, then files that are changed, gone or too
 * many; then what may follow from them, what is wrong with a file as a whole before its pages and links. How the pages of a changed file look does follow, and is left out.
 */
function causesFirst(all: readonly Diagnostic[]): readonly Diagnostic[] {
  const changed = new Set(all.filter(({ code }) => code === "file-changed").map(({ at }) => at.file));
  const told = all.filter(({ code, at }) => code !== "exhibit-page" || !changed.has(at.file));
  return sortDiagnostics(told).toSorted((a, b) => rankOf(a) - rankOf(b));
}

function rankOf({ code, facts, at }: Diagnostic): number {
  const isList = at.file === bagFiles.manifest || at.file === bagFiles.tagmanifest;
  switch (code) {
    case "zip-altered":
    case "manifest-changed":
      return 0;
    case "bag-form":
      // The count of bytes and files is wrong because of the files.
      return facts.reason === "oxum" ? 2 : 0;
    case "file-missing":
    case "file-changed":
    case "file-extra":
      return isList ? 0 : 1;
    case "file-unsound":
    case "page-count":
      return 2;
    default:
      return 3;
  }
}

/** Throws Fatal with what the bag's lists tell when the manifest cannot be read. */
async function readManifest(
  files: Files,
  prefix: string,
  name: string,
  before: readonly Diagnostic[],
): Promise<{ readonly manifest: Manifest; readonly diagnostics: readonly Diagnostic[] }> {
  const bytes = await files.bytes(`${prefix}${manifestFile}`);
  if (bytes === null) throw new Fatal([...before, ...nothing(name, "missing").diagnostics]);
  const checksum = await files.bytes(`${prefix}${checksumFile}`);
  const at = { file: `${prefix}${checksumFile}` };
  const diagnostics =
    checksum === null
      ? [diagnostic("file-missing", at, { list: null })]
      : checksum.equals(Buffer.from(checksumOf(bytes)))
        ? []
        : [diagnostic("manifest-changed", { file: `${prefix}${manifestFile}` }, {})];
  const manifest = parsed(bytes);
  if (manifest === null) throw new Fatal([...before, ...diagnostics, ...unreadable(bytes, name).diagnostics]);
  return { manifest, diagnostics };
}

/** Why nothing can be judged by such a manifest. */
export function unreadable(bytes: Buffer, name: string): Fatal {
  const version = newerVersion(parseJson(bytes.toString("utf8")));
  return version === null ? nothing(name, "broken") : nothing(name, "version", version);
}

/** Null when it is no manifest, or names files outside of its folder. */
export function parsed(bytes: Uint8Array): Manifest | null {
  try {
    const said = manifestSchema.safeParse(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)));
    return said.success && said.data.outputs.every((each) => isInside(each.path)) ? said.data : null;
  } catch {
    return null;
  }
}

/** Files of the pack against its manifest: there, as they were, and no other. */
export async function checkPackFiles(files: Files, prefix: string, manifest: Manifest): Promise<Diagnostic[]> {
  const listed = manifest.outputs.map(({ path: name, sha256, bytes }) => ({ path: `${prefix}${name}`, sha256, bytes }));
  const known = [...listed.map((each) => each.path), `${prefix}${manifestFile}`, `${prefix}${checksumFile}`];
  return [...(await checkListed(files, listed, manifestFile)), ...checkUnlisted(files, prefix, known, manifestFile)];
}
