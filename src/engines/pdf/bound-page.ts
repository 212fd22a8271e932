/** What a bound page has: resources of its own, and links. */
import { PDFDict, PDFHexString, PDFName } from "pdf-lib";
import type { PDFPage, PDFPageLeaf, PDFRef } from "pdf-lib";
import type { Destinations } from "./links.ts";
import { arrayIn, arrayOf, dictIn, dictOf, itemsOf, nameIn, streamOf } from "./objects.ts";
import { nameBytes } from "./open.ts";
import type { Laying } from "./sheet.ts";
import type { View } from "./view.ts";

/** The laying of a page that stays as it came. */
export const asItIs = ({ width, height, unit }: View): Laying => ({
  width: width / unit,
  height: height / unit,
  unit,
  scale: 1,
  left: 0,
  bottom: 0,
});

/** Kinds of resources to which a page may get one more. */
const growing = ["Font", "XObject"];

/** A page's resources as a dictionary of its own, and those that may grow in it: pages share theirs. */
export function ownResources(page: PDFDict): PDFDict {
  const resources = dictIn(page, "Resources");
  const own = resources?.asMap() ?? [];
  const grown = growing.map((kind): [PDFName, PDFDict] => {
    const entries = resources === null ? null : dictIn(resources, kind);
    return [PDFName.of(kind), PDFDict.fromMapWithContext(new Map(entries?.asMap() ?? []), page.context)];
  });
  return PDFDict.fromMapWithContext(new Map([...own, ...grown]), page.context);
}

/** Gives a page one more resource; gives the name by which its content calls it. */
export function addResource(page: PDFPageLeaf, kind: "Font" | "XObject", ref: PDFRef): string {
  const resources = dictIn(page, "Resources");
  const entries = resources === null ? null : dictIn(resources, kind);
  if (entries === null) throw new Error(`a page without resources of the kind ${kind}`);
  const name = entries.uniqueKey("Evipack");
  entries.set(name, ref);
  return name.toString();
}

export function linksOf(page: PDFPage): readonly PDFDict[] {
  return itemsOf(arrayIn(page.node, "Annots")).filter(
    (each): each is PDFDict => each instanceof PDFDict && nameIn(each, "Subtype") === "Link",
  );
}

/** A link by name leads on by the new name; one by a name that leads nowhere loses it. */
export function renameLink(link: PDFDict, { names }: Destinations, prefix: string): void {
  const name = nameBytes(link.lookup(PDFName.of("Dest")));
  if (name === null) return;
  if (!names.has(name)) link.delete(PDFName.of("Dest"));
  else link.set(PDFName.of("Dest"), PDFHexString.fromBytes(Buffer.from(nameBelow(prefix, name), "latin1")));
}

/** The bytes of `prefix/name` as Latin-1. */
export const nameBelow = (prefix: string, name: string): string =>
  Buffer.from(`${prefix}/`, "utf8").toString("latin1") + name;

/** Draws over what a page shows, in the state in which its content began. */
export function drawOver(node: PDFPageLeaf, operators: string): void {
  const { context } = node;
  const contents =
    arrayIn(node, "Contents")?.asArray() ?? [node.get(PDFName.of("Contents"))].flatMap((each) => each ?? []);
  const piece = (text: string): PDFRef => context.register(streamOf(dictOf(context, {}), text));
  node.set(PDFName.of("Contents"), arrayOf(context, [piece("q\n"), ...contents, piece(`\nQ\n${operators}`)]));
}
