/** Pictures of narratives: files of the workspace, or parts of a Word file → what a report can print. */
import path from "node:path";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { PictureFault } from "../diagnostics/facts/narrative.ts";
import { nearest } from "../engines/nearest.ts";
import type { Picture } from "../model/document.ts";
import type { SourceRef } from "../model/source.ts";
import { sizeOf, sourceOfBytes, walk } from "../world.ts";
import { readInside } from "./inside.ts";

/** mm that a picture may take: the width of the text, and half a page. */
const room = { width: 150, height: 110 };

/** Bytes of a file that are read at all. */
const largest = 128 * 1024 * 1024;

/** Where an address in a text leads, relative to the workspace; with `../` at its head where that is outside. */
export const pictureFile = (address: string, at: SourceRef): string =>
  path.posix.join(path.posix.dirname(at.file), decoded(address));

/** The picture behind an address in a text in `narrative/`; null when there is none to print, which is told in `found`. */
export async function pictureOfFile(
  root: string,
  address: string,
  at: SourceRef,
  found: Diagnostic[],
): Promise<Picture | null> {
  const picture = decoded(address);
  const fail = async (fault: PictureFault, known = false): Promise<null> => {
    const other = known ? await nearestPicture(root, picture, at) : null;
    found.push(diagnostic("narrative-picture", at, { picture, fault, nearest: other }));
    return null;
  };
  if (/^[a-z][a-z\d+.-]+:/iu.test(picture) || picture.startsWith("//")) return fail("address");
  const file = pictureFile(address, at);
  if (picture === "") return fail("missing");
  if (path.posix.isAbsolute(picture) || file.startsWith("../")) return fail("outside");
  if ((await sizeOf(path.join(root, file))) > largest) return fail("too-large");
  const read = await readInside(root, file);
  if (read.ok) return pictureOf(read.bytes, picture, at, found);
  if (read.failure === "missing") return fail("missing", true);
  return fail(read.failure === "outside" ? "outside" : read.failure === "is-folder" ? "no-picture" : "unreadable");
}

/** As typed in Windows, or with what addresses make of spaces and Chinese. */
function decoded(address: string): string {
  const posix = address.replaceAll("\\", "/");
  try {
    return decodeURIComponent(posix);
  } catch {
    return posix;
  }
}

/** A picture of the workspace whose name is like it, as it is to be typed. */
async function nearestPicture(root: string, wanted: string, at: SourceRef): Promise<string | null> {
  const home = path.posix.dirname(at.file);
  const files = ((await walk(path.join(root, "narrative"))) ?? [])
    .filter(({ type, path: name }) => type === "file" && !/\.(?:md|markdown|docx?)$/iu.test(name))
    .map(({ path: name }) => path.posix.relative(home, path.posix.join("narrative", name)))
    .toSorted();
  const name = path.posix.basename(wanted);
  return files.find((file) => path.posix.basename(file) === name) ?? nearest(wanted, files);
}

/** A picture that is upright, no finer than print needs, and in a format that every writer knows. */
export async function pictureOf(
  bytes: Buffer,
  name: string,
  at: SourceRef,
  found: Diagnostic[],
): Promise<Picture | null> {
  const { identify } = await import("../engines/file-type.ts");
  const { isDecodable, probeImage } = await import("../engines/image.ts");
  const { picturePrint } = await import("../engines/picture-print.ts");
  const fail = (fault: PictureFault): null => {
    found.push(diagnostic("narrative-picture", at, { picture: name, fault, nearest: null }));
    return null;
  };
  const { kind, format } = await identify(bytes, path.extname(name).slice(1).toLowerCase(), sourceOfBytes(bytes));
  if (kind !== "image" || !isDecodable(format)) return fail("no-picture");
  const probe = await probeImage(bytes, format);
  if (!probe.ok) return fail(probe.failure === "corrupt" ? "damaged" : "too-large");
  const picture = await picturePrint(bytes, format, probe, room);
  if (picture === null) return fail("damaged");
  if (probe.flaw === "damaged")
    found.push(diagnostic("narrative-picture", at, { picture: name, fault: "cut", nearest: null }));
  return picture;
}
