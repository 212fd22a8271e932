/** Links to originals: those of a pack lead into the workspace, those of a delivery to its own copies, under their numbers. */
import { uriOf } from "../diagnostics/print/sarif.ts";
import { editParts } from "../engines/ooxml.ts";
import type { SiteData } from "../model/site.ts";
import type { Manifest } from "../schema/manifest.ts";
import { isOutsidePack, targetOf } from "../verify/goals.ts";
import { dataScript, readDataScript } from "../write/site/script.ts";
import type { Original } from "./names.ts";

type Output = Manifest["outputs"][number];

/** The address of an original in the delivery; null for an address that leads to none. */
type Lead = (address: string) => string | null;

/** Whether links to originals stand in an output at all. */
export const leadsToOriginals = ({ role, format, path }: Pick<Output, "role" | "format" | "path">): boolean =>
  role === "site" ? path.endsWith("/data.js") : format === "docx" || format === "xlsx";

/** An output of which each link to an original leads to where it lies in the delivery; null when it has no such link. */
export function relinked(
  output: Pick<Output, "format" | "path">,
  bytes: Uint8Array,
  originals: readonly Original[],
): Uint8Array | null {
  const places = new Map(originals.map(({ source, path }) => [source, path]));
  const up = "../".repeat(output.path.split("/").length);
  const lead: Lead = (address) => {
    const target = targetOf(address, output.path);
    if (target.type !== "file" || !isOutsidePack(target.file)) return null;
    const place = places.get(target.file.replace(/^(?:\.\.\/)+/u, ""));
    return place === undefined ? null : `${up}${uriOf(place)}`;
  };
  return output.format === "js" ? inSite(bytes, lead) : inOffice(bytes, lead);
}

/** In an Office file the addresses of links stand in its relationships alone; ours are URIs, with no sign to escape but one. */
function inOffice(bytes: Uint8Array, lead: Lead): Uint8Array | null {
  let found = false;
  const edited = editParts(bytes, (parts) => {
    for (const [name, part] of [...parts].filter(([each]) => each.endsWith(".rels"))) {
      const xml = new TextDecoder().decode(part);
      const led = xml.replace(/(?<=\sTarget=")[^"]*/gu, (said) => lead(said.replace(/&(?:apos|#39);/gu, "'")) ?? said);
      if (led === xml) continue;
      found = true;
      parts.set(name, new TextEncoder().encode(led));
    }
  });
  return found ? edited : null;
}

function inSite(bytes: Uint8Array, lead: Lead): Uint8Array | null {
  const { data, ...others } = readDataScript(bytes) as { readonly data: SiteData };
  const exhibits = data.exhibits.map((exhibit) => ({
    ...exhibit,
    files: exhibit.files.map((file) => ({
      ...file,
      address: (file.address === null ? null : lead(file.address)) ?? file.address,
    })),
  }));
  const edited = dataScript("evipack", { data: { ...data, exhibits }, ...others });
  return Buffer.from(bytes).equals(edited) ? null : edited;
}
