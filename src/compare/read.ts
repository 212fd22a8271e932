/** Reads what is compared: the manifest of a pack or a delivery, and the check beside it. */
import path from "node:path";
import { diagnostic, Fatal } from "../diagnostics/diagnostic.ts";
import { parseJson } from "../engines/text.ts";
import { parseYaml } from "../engines/yaml.ts";
import { placeIn } from "../model/places.ts";
import { listZip } from "../engines/zip.ts";
import { isInside } from "../model/bagit.ts";
import { comparedCheck, comparedManifest, newerVersion } from "../schema/packs.ts";
import type { ComparedCheck, ComparedManifest } from "../schema/packs.ts";
import { nothing, nothingIn, packInBag } from "../verify/place.ts";
import { entryType, readFile, withFile } from "../world.ts";
import { manifestFile } from "../write/manifest.ts";
import type { Side } from "./compare.ts";

/** `target` is a folder, or a manifest.json; `name` is what was typed. Throws Fatal when there is none. */
export async function readSide(target: string, name: string): Promise<Side> {
  const { file, shown } = await manifestAt(target, name);
  const manifest = await readManifest(file, shown);
  const beside = manifest.outputs.find((each) => each.role === "check")?.path;
  const check =
    beside === undefined || !isInside(beside) ? "missing" : await readCheck(path.join(path.dirname(file), beside));
  return typeof check === "string"
    ? { name, manifest, check: null, unreadable: check === "unreadable" }
    : { name, manifest, check };
}

/**
 * Where the manifest is of the pack or the delivery that was named by its folder; any other file is taken for one.
 * `shown` is how one would type it. Throws Fatal for a folder without one, and for a ZIP.
 */
export async function manifestAt(
  target: string,
  name: string,
): Promise<{ readonly file: string; readonly shown: string }> {
  const type = await entryType(target);
  if (type === null) throw nothing(name, "no-pack");
  if (type === "file") {
    if ((await withFile(target, listZip)) !== null) throw nothing(name, "zip");
    return { file: target, shown: name };
  }
  const folder = name.replace(/[/\\]+$/u, "");
  for (const place of [manifestFile, `${packInBag}/${manifestFile}`]) {
    const file = `${target}/${place}`;
    if ((await entryType(file)) === "file") return { file, shown: `${folder}/${place}` };
  }
  throw await nothingIn(target, name);
}

/** `file` as it is told is `name`. Throws Fatal with the place of the first thing that is wrong in it. */
async function readManifest(file: string, name: string): Promise<ComparedManifest> {
  const read = await readFile(file);
  const text = read.ok ? read.bytes.toString("utf8") : "";
  const said = parseJson(text);
  const manifest = comparedManifest.safeParse(said);
  if (manifest.success) return manifest.data;
  // JSON is YAML too, and that parser knows where everything stands.
  const { faults, places } = parseYaml(text);
  const at = (place: { readonly line: number; readonly column: number }) => ({ file: name, ...place });
  const version = newerVersion(said);
  if (version !== null) {
    throw new Fatal([
      diagnostic("no-manifest", at(placeIn(places, ["schema"])), { reason: "version", detail: version }),
    ]);
  }
  const [fault] = faults;
  if (fault !== undefined) {
    throw new Fatal([diagnostic("no-manifest", at({ line: fault.line, column: fault.column }), { reason: "broken" })]);
  }
  const wrong = (manifest.error.issues[0]?.path ?? []).map((part) => (typeof part === "number" ? part : String(part)));
  throw new Fatal([
    diagnostic("no-manifest", at(placeIn(places, wrong)), { reason: "broken", detail: wrong.join(".") }),
  ]);
}

const readCheck = async (file: string): Promise<ComparedCheck | "missing" | "unreadable"> => {
  const read = await readFile(file);
  if (!read.ok) return read.failure === "missing" ? "missing" : "unreadable";
  return comparedCheck.safeParse(parseJson(read.bytes.toString("utf8"))).data ?? "unreadable";
};
