/** Volumes that came out larger than a volume may be: what is known only when they are written. */
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { mega, megabytes } from "../model/megabytes.ts";
import type { VolumeSettings } from "../model/workspace.ts";
import type { Manifest } from "../schema/manifest.ts";
import { isBoundVolume } from "./manifest.ts";

/**
 * A problem for each volume above `appendix.max_mb`, by its first exhibit; none for one of which an exhibit is told in
 * `told` already, as by its own files it is too large.
 */
export function tooLargeVolumes(
  { outputs, evidence }: Manifest,
  { maxBytes }: VolumeSettings,
  told: readonly Diagnostic[],
): Diagnostic[] {
  if (maxBytes === null) return [];
  const known = new Set(told.flatMap((each) => (each.code === "volume-too-large" ? [each.facts.exhibit] : [])));
  return outputs.flatMap((each) => {
    if (!isBoundVolume(each) || each.bytes <= maxBytes) return [];
    const exhibits = evidence.flatMap(({ volume, exhibit }) =>
      exhibit !== null && volume === each.volume ? [exhibit] : [],
    );
    const [exhibit] = exhibits;
    if (exhibit === undefined || exhibits.some((one) => known.has(one))) return [];
    const facts = { exhibit, what: "volume", value: megabytes(each.bytes), limit: maxBytes / mega } as const;
    return [diagnostic("volume-too-large", { file: "evipack.yaml" }, facts)];
  });
}
