/** Names of styles; what a style says is read where something is printed. */
import path from "node:path";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { nearest } from "../engines/nearest.ts";
import { compareNames } from "../model/order.ts";
import type { SourceRef } from "../model/source.ts";
import { packageRoot, readdir } from "../world.ts";

export const styleFolder = "templates/styles";

/** Names of the style profiles that come with the program. */
export async function styleNames(): Promise<readonly string[]> {
  const names = await readdir(path.join(packageRoot, styleFolder));
  return names.map((name) => name.replace(/\.yaml$/u, "")).toSorted(compareNames);
}

/** There is no style of this name; `key` is the one that names it. */
export async function unknownStyle(name: string, at: SourceRef, key = "style"): Promise<Diagnostic> {
  const known = await styleNames();
  return diagnostic("unknown-value", at, { key, got: name, known, nearest: nearest(name, known) });
}

/** What is wrong with the style that is named at `at`: those of the program are right, those of the workspace are read. */
export async function styleFaults(root: string, name: string, at: SourceRef): Promise<readonly Diagnostic[]> {
  if (/\.ya?ml$/iu.test(name)) {
    const { readStyle } = await import("./style.ts");
    return (await readStyle(root, name, at)).diagnostics;
  }
  return (await styleNames()).includes(name) ? [] : [await unknownStyle(name, at)];
}
