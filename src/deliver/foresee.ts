/** What `package` will not deliver of a pack, told when it is compiled: then there is still time to mend it. */
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { DeliveryLimits, VolumeSettings } from "../model/workspace.ts";
import type { Manifest } from "../schema/manifest.ts";
import { isBoundVolume } from "../write/manifest.ts";
import { isLeftOut } from "./left-out.ts";
import { asOriginal, asOutput, checkLimits, dividingMb } from "./limits.ts";
import { originalsOf } from "./names.ts";

export interface Foreseen {
  /** A problem for each file and each limit that it breaks; empty when all may be delivered. */
  readonly found: readonly Diagnostic[];
  /** A limit for volumes (`appendix.max_mb`) by which the appendix would fit; null when it fits, or none would do. */
  readonly maxMb: number | null;
}

/** Outputs and originals against `package` in evipack.yaml, as far as the manifest tells them; nothing is read. */
export function foresee(manifest: Manifest, limits: DeliveryLimits, { maxBytes }: VolumeSettings): Foreseen {
  const outputs = manifest.outputs.filter((each) => !isLeftOut(each, limits.leaveOut));
  const bytes = new Map(manifest.evidence.map((each) => [each.source, each.bytes]));
  const originals = limits.leaveOut.includes("originals") ? [] : originalsOf(manifest, { ascii: limits.asciiNames });
  const found = checkLimits(
    [
      ...outputs.map((each) => ({ path: each.path, shown: each.path, bytes: each.bytes, ...asOutput(each) })),
      ...originals.map(({ path, source }) => ({ path, shown: source, bytes: bytes.get(source) ?? 0, ...asOriginal })),
    ],
    limits,
  );
  const large = new Set(found.filter(({ code }) => code === "file-too-large").map(({ at }) => at.file));
  const isLarge = outputs.some((each) => isBoundVolume(each) && large.has(each.path));
  const mb = dividingMb(limits.maxFileMb ?? 0);
  const helps = isLarge && mb !== null && (maxBytes === null || maxBytes > mb * 1024 * 1024);
  return { found, maxMb: helps ? mb : null };
}
