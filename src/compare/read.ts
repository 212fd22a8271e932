/** Reads what is compared: the manifest of a pack or a delivery, and the check beside it. */
import path from "node:path";
import { diagnostic, Fatal } from "../diagnostics/diagnostic.ts";
import { isInside } from "../model/bagit.ts";
import { comparedCheck, comparedManifest } from "../schema/packs.ts";
import type { ComparedCheck } from "../schema/packs.ts";
import { packInBag } from "../verify/place.ts";
import { entryType, readFile } from "../world.ts";
import { manifestFile } from "../write/manifest.ts";
import type { Side } from "./compare.ts";

/** `target` is a folder, or a manifest.json; `name` is what was typed. Throws Fatal when there is none. */
export async function readSide(target: string, name: string): Promise<Side> {
  const type = await entryType(target);
  if (type === null) throw none(name, "no-folder");
  const places = [manifestFile, `${packInBag}/${manifestFile}`].map((each) => path.join(target, each));
  let file: string | null = type === "file" ? target : null;
  for (const each of places) if (file === null && (await entryType(each)) === "file") file = each;
  if (file === null) throw none(name, "missing");
  const manifest = comparedManifest.safeParse(await json(file));
  if (!manifest.success) throw none(name, "broken");
  const beside = manifest.data.outputs.find((each) => each.role === "check")?.path;
  const check =
    beside === undefined || !isInside(beside) ? null : await readCheck(path.join(path.dirname(file), beside));
  return { name, manifest: manifest.data, check };
}

const none = (file: string, reason: "no-folder" | "missing" | "broken"): Fatal =>
  new Fatal([diagnostic("no-manifest", { file }, { reason })]);

const readCheck = async (file: string): Promise<ComparedCheck | null> =>
  comparedCheck.safeParse(await json(file)).data ?? null;

async function json(file: string): Promise<unknown> {
  const read = await readFile(file);
  try {
    return read.ok ? JSON.parse(read.bytes.toString("utf8")) : null;
  } catch {
    return null;
  }
}
