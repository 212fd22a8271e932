/** A style profile: one of the program, or a YAML file of the workspace that may stand on one of the program. */
import path from "node:path";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Diagnostic, Staged } from "../diagnostics/diagnostic.ts";
import { decodeText } from "../engines/text.ts";
import { parseYaml } from "../engines/yaml.ts";
import type { SourceRef } from "../model/source.ts";
import { styleFile } from "../schema/style.ts";
import type { Style } from "../schema/style.ts";
import { z } from "../schema/z.ts";
import { packageRoot, readFile } from "../world.ts";
import { readInside } from "./inside.ts";
import { isOutside } from "./map-source.ts";
import { styleFolder, styleNames, unknownStyle } from "./style-names.ts";
import { placeIn } from "../model/places.ts";
import { checkYaml } from "./yaml-file.ts";

/**
 * The style called `name`, a name or a YAML file of the workspace in `root`; `at` is the place that names it. Null when
 * there is none, or when it has any fault.
 */
export async function readStyle(root: string, name: string, at: SourceRef): Promise<Staged<Style | null>> {
  if (!/\.ya?ml$/iu.test(name)) {
    const own = await ownStyle(name, at);
    return own.value === null
      ? { value: null, diagnostics: own.diagnostics }
      : checked(own.value.file, own.value.bytes);
  }
  const read = isOutside(name) ? null : await readInside(root, name);
  if (read === null || (!read.ok && read.failure === "outside"))
    return fault(diagnostic("path-outside", at, { path: name }));
  if (!read.ok)
    return read.failure === "missing"
      ? fault(await unknownStyle(name, at))
      : fault(diagnostic("cannot-read", at, { cause: read.cause }));
  const file = path.posix.normalize(name.replaceAll("\\", "/"));
  return onBase(file, read.bytes);
}

const fault = (each: Diagnostic): Staged<null> => ({ value: null, diagnostics: [each] });

/** Bytes of a style of the program. */
async function ownStyle(
  name: string,
  at: SourceRef,
  key = "style",
): Promise<Staged<{ readonly file: string; readonly bytes: Buffer } | null>> {
  if (!(await styleNames()).includes(name)) return fault(await unknownStyle(name, at, key));
  const file = `${styleFolder}/${name}.yaml`;
  const read = await readFile(path.join(packageRoot, file));
  if (!read.ok) throw new Error(`${file}: ${read.cause}`);
  return { value: { file, bytes: read.bytes }, diagnostics: [] };
}

function checked(file: string, bytes: Uint8Array, base: unknown = null): Staged<Style | null> {
  const schema = base === null ? styleFile : z.preprocess((value) => merged(base, value), styleFile);
  const { value, diagnostics } = checkYaml(file, bytes, schema);
  return { value: value === null ? null : value.value, diagnostics };
}

/** A file of the workspace; with `base:` it says only what differs. */
async function onBase(file: string, bytes: Buffer): Promise<Staged<Style | null>> {
  const yaml = parseYaml(decodeText(bytes) ?? "");
  const name = yaml.faults.length === 0 && isRecord(yaml.value) ? yaml.value["base"] : undefined;
  if (typeof name !== "string") return checked(file, bytes);
  const base = await ownStyle(name, { file, ...placeIn(yaml.places, ["base"]) }, "base");
  if (base.value === null) return { value: null, diagnostics: base.diagnostics };
  return checked(file, bytes, parseYaml(decodeText(base.value.bytes) ?? "").value);
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What `own` says, and for the rest what `base` says; lists are taken whole. */
function merged(base: unknown, own: unknown): unknown {
  if (!isRecord(base) || !isRecord(own)) return own;
  const keys = [...new Set([...Object.keys(base), ...Object.keys(own)])];
  return Object.fromEntries(keys.map((key) => [key, key in own ? merged(base[key], own[key]) : base[key]]));
}
