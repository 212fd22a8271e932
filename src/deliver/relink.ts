/** Links to originals: those of a pack lead into the workspace, those of a delivery to its own copies, under their numbers. */
import { uriOf } from "../diagnostics/print/sarif.ts";
import { editParts } from "../engines/ooxml.ts";
import type { SiteData } from "../model/site.ts";
import type { Manifest } from "../schema/manifest.ts";
import { isOutsidePack, targetOf } from "../verify/goals.ts";
import { dataScript, readDataScript } from "../write/site/script.ts";
import type { Original } from "./names.ts";

type Output = Manifest["outputs"][number];

/** The address of an original in the delivery; null where it has none, undefined for what is no link to an original. */
type Lead = (address: string) => string | null | undefined;

/** Whether links to originals stand in an output at all. */
export const leadsToOriginals = ({ role, format, path }: Pick<Output, "role" | "format" | "path">): boolean =>
  role === "site" ? path.endsWith("/data.js") : format === "docx" || format === "xlsx";

/**
 * An output of which each link to an original leads to where it lies in the delivery; null when it has no such link.
 * What a delivery has not (folders of departments, files that are not bound, originals that are left out) no link leads
 * to: its words stay, the link goes.
 */
export function relinked(
  output: Pick<Output, "format" | "path">,
  bytes: Uint8Array,
  originals: readonly Original[],
): Uint8Array | null {
  const places = new Map(originals.map(({ source, path }) => [source, path]));
  const up = "../".repeat(output.path.split("/").length);
  const lead: Lead = (address) => {
    const target = targetOf(address, output.path);
    if (target.type !== "file" || !isOutsidePack(target.file)) return undefined;
    const place = places.get(target.file.replace(/^(?:\.\.\/)+/u, ""));
    return place === undefined ? null : `${up}${uriOf(place)}`;
  };
  return output.format === "js" ? inSite(bytes, lead) : inOffice(bytes, lead);
}

/** In an Office file the addresses of links stand in its relationships alone; ours are URIs, with no sign to escape but one. */
function inOffice(bytes: Uint8Array, lead: Lead): Uint8Array | null {
  let found = false;
  const edited = editParts(bytes, (parts) => {
    const edit = (name: string, change: (xml: string) => string): void => {
      const xml = new TextDecoder().decode(parts.get(name));
      const changed = change(xml);
      if (changed === xml) return;
      found = true;
      parts.set(name, new TextEncoder().encode(changed));
    };
    for (const name of [...parts.keys()].filter((each) => each.endsWith(".rels"))) {
      const dead = new Set<string>();
      const part = name.replace(/^(.*\/)_rels\/(.*)\.rels$/u, "$1$2");
      const unlink = part.startsWith("xl/worksheets/") ? unlinked : part.startsWith("word/") ? bared : null;
      edit(name, (xml) =>
        xml.replace(
          /<Relationship Id="([^"]*)"[^>]*\sTarget="([^"]*)"[^>]*\/>/gu,
          (said, id: string, address: string) => {
            const led = lead(address.replace(/&(?:apos|#39);/gu, "'"));
            if (led !== null || unlink === null) return said.replace(`"${address}"`, () => `"${led ?? address}"`);
            dead.add(id);
            return "";
          },
        ),
      );
      if (unlink !== null && dead.size > 0) edit(part, (xml) => unlink(xml, dead));
    }
  });
  return found ? edited : null;
}

/** A sheet without the links of these ids: their text stays, and looks as the cell before it does. */
function unlinked(sheet: string, dead: ReadonlySet<string>): string {
  const cells = new Set<string>();
  const plain = sheet.replace(/<hyperlink ref="([^"]*)" r:id="([^"]*)"\s*\/>/gu, (said, cell: string, id: string) => {
    if (!dead.has(id)) return said;
    cells.add(cell);
    return "";
  });
  let before: string | null = null;
  return plain
    .replace(/<hyperlinks>\s*<\/hyperlinks>/u, "")
    .replace(/<c r="([^"]*)" s="(\d+)"/gu, (_, cell: string, own: string) => {
      before = cells.has(cell) ? (before ?? own) : own;
      return `<c r="${cell}" s="${before}"`;
    });
}

/** A part of a Word file without the links of these ids: their text stays, and looks as the text around it does. */
const bared = (xml: string, dead: ReadonlySet<string>): string =>
  xml.replace(
    /<w:hyperlink\b[^>]*\br:id="([^"]*)"[^>]*>([\s\S]*?)<\/w:hyperlink>/gu,
    (said, id: string, runs: string) =>
      dead.has(id) ? runs.replace(/<w:rStyle w:val="Hyperlink"\/>|<w:u w:val="single"\/>/gu, "") : said,
  );

function inSite(bytes: Uint8Array, lead: Lead): Uint8Array | null {
  const { data, ...others } = readDataScript(bytes) as { readonly data: SiteData };
  const led = (address: string): string | null => {
    const place = lead(address);
    return place === undefined ? address : place;
  };
  const exhibits = data.exhibits.map((exhibit) => ({
    ...exhibit,
    files: exhibit.files.map((file) => ({ ...file, address: file.address === null ? null : led(file.address) })),
  }));
  const edited = dataScript("evipack", { data: { ...data, exhibits }, ...others });
  return Buffer.from(bytes).equals(edited) ? null : edited;
}
