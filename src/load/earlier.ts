/** An earlier check or pack to compare with: its JSON, or its manifest.json together with the check beside it. */
import path from "node:path";
import { diagnostic, Fatal } from "../diagnostics/diagnostic.ts";
import { parseJson } from "../engines/text.ts";
import type { Language } from "../model/map.ts";
import type { Earlier, EarlierRequirement } from "../model/selection.ts";
import { earlierCheck, earlierManifest } from "../schema/earlier.ts";
import type { EarlierCheck, EarlierManifest } from "../schema/earlier.ts";
import { readFile } from "../world.ts";

/** `name` is the file as it was typed, `file` where it lies. Throws `Fatal` when it tells nothing to compare with. */
export async function readEarlier(name: string, file: string, language: Language): Promise<Earlier> {
  const read = await readFile(file);
  if (!read.ok) {
    throw new Fatal([diagnostic("cannot-read", { file: name }, { cause: read.cause })], language);
  }
  const said = parse(read.bytes);
  const check = earlierCheck.safeParse(said);
  if (check.success && check.data.filter !== null && check.data.filter !== undefined) {
    throw new Fatal([diagnostic("not-earlier", { file: name }, { reason: "partial" })], language);
  }
  if (check.success) return ofCheck(name, check.data);
  const manifest = earlierManifest.safeParse(said);
  if (!manifest.success) throw new Fatal([diagnostic("not-earlier", { file: name }, { reason: "other" })], language);
  return ofPack(name, manifest.data, await besides(manifest.data, path.dirname(file)));
}

const parse = (bytes: Uint8Array): unknown => parseJson(new TextDecoder().decode(bytes));

/** The check that a pack holds; null when it was taken away. Names that lead out of the pack are not followed. */
async function besides({ outputs }: EarlierManifest, folder: string): Promise<EarlierCheck | null> {
  const name = outputs.find((each) => each.role === "check")?.path;
  if (name === undefined || path.basename(name) !== name) return null;
  const read = await readFile(path.join(folder, name));
  return read.ok ? (earlierCheck.safeParse(parse(read.bytes)).data ?? null) : null;
}

const hashes = (
  files: readonly { readonly source: string; readonly sha256: string | null }[],
): Map<string, string | null> => new Map(files.map((each) => [each.source, each.sha256]));

const requirementsOf = ({ requirements }: EarlierCheck): Map<string, EarlierRequirement> =>
  new Map(
    requirements.map(({ id, status, items }) => [
      id,
      { status, files: items.flatMap((each) => each.files ?? [each.source]) },
    ]),
  );

const ofCheck = (name: string, check: EarlierCheck): Earlier => ({
  name,
  asOf: check.asOf,
  files: check.evidence === undefined ? null : hashes(check.evidence),
  requirements: requirementsOf(check),
});

const ofPack = (name: string, manifest: EarlierManifest, check: EarlierCheck | null): Earlier => ({
  name,
  asOf: manifest.asOf,
  files: hashes(manifest.evidence),
  requirements: check === null ? null : requirementsOf(check),
});
