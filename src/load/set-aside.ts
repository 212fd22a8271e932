/** `ignore:` of evipack.yaml: files that the office sets aside. They are named in the manifest, like all others. */
import path from "node:path";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Diagnostic, Staged } from "../diagnostics/diagnostic.ts";
import type { SourceRef } from "../model/source.ts";
import { isOutside } from "./map-source.ts";

/**
 * Paths below the evidence folder that the patterns mean, and how many each of them does; a pattern that means
 * nothing, or leads out of the folder, is told. `at` gives the place of a pattern by its index.
 */
export async function setAside(
  folder: string,
  patterns: readonly string[],
  at: (index: number) => SourceRef,
): Promise<Staged<ReadonlySet<string>>> {
  if (patterns.length === 0) return { value: new Set(), diagnostics: [] };
  const { filesMatching } = await import("../engines/glob.ts");
  const found: Diagnostic[] = [];
  const inside = patterns.filter((pattern, index) => {
    const bare = pattern.replace(/^!/u, "");
    if (!isOutside(bare) && !path.isAbsolute(bare)) return true;
    found.push(diagnostic("path-outside", at(index), { path: pattern }));
    return false;
  });
  const all = new Set(await filesMatching(folder, inside));
  for (const pattern of inside.filter((each) => !each.startsWith("!"))) {
    const files = (await filesMatching(folder, [pattern])).filter((file) => all.has(file)).length;
    found.push(diagnostic("set-aside", at(patterns.indexOf(pattern)), { pattern, files }));
  }
  return { value: all, diagnostics: found };
}
