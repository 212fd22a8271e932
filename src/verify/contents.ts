/** What stands in the files of a pack: each is opened, and its links are noted. */
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Manifest } from "../schema/manifest.ts";
import type { Files } from "./files.ts";
import { readOffice } from "./office.ts";
import { readPdf } from "./pdfs.ts";
import type { FoundLink } from "./pdfs.ts";

export interface Contents {
  /** Pages by file of the pack. */
  readonly pages: ReadonlyMap<string, number>;
  readonly links: readonly FoundLink[];
  readonly labels: number;
  readonly pictures: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** Opens every file that the manifest names and that is there; `onFile` is called with the name of each. */
export async function readContents(
  files: Files,
  prefix: string,
  manifest: Manifest,
  onFile: (name: string) => void,
): Promise<Contents> {
  const pages = new Map<string, number>();
  const links: FoundLink[] = [];
  const found: Diagnostic[] = [];
  let [labels, pictures] = [0, 0];
  for (const output of manifest.outputs) {
    const [shown, { format }] = [`${prefix}${output.path}`, output];
    const file = files.find(shown);
    if (file === null) continue;
    onFile(shown);
    const unsound = (part: string | null): unknown =>
      found.push(diagnostic("file-unsound", { file: shown }, { format, part }));
    if (format === "pdf") {
      const read = await readPdf(file, shown, output, manifest);
      if (read === null) {
        unsound(null);
        continue;
      }
      pages.set(output.path, read.pages);
      links.push(...read.links);
      found.push(...read.diagnostics);
      labels += read.labels;
      pictures += read.pictures;
    } else if (format === "json") {
      if (!isJson(await files.bytes(shown))) unsound(null);
    } else if (format === "docx" || format === "xlsx") {
      const read = await readOffice(file, format);
      if (!read.sound) unsound(read.broken);
      for (const goal of read.lost)
        found.push(diagnostic("dead-link", { file: shown }, { page: null, goal, reason: "no-place" }));
      for (const address of read.addresses)
        links.push({ from: output.path, page: null, goal: { type: "address", address } });
    }
  }
  return { pages, links, labels, pictures, diagnostics: found };
}

function isJson(bytes: Buffer | null): boolean {
  try {
    return bytes !== null && JSON.parse(bytes.toString("utf8")) !== null;
  } catch {
    return false;
  }
}
