/** What the place to which a pack is delivered does not take: `package` in evipack.yaml. */
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { nameKey } from "../model/bagit.ts";
import { mega, megabytes } from "../model/megabytes.ts";
import type { DeliveryLimits, LeftOut } from "../model/workspace.ts";
import type { Manifest } from "../schema/manifest.ts";
import { isBoundVolume } from "../write/manifest.ts";
import { leavableAs } from "./left-out.ts";
import { isAsciiPath } from "./names.ts";

export interface Weighed {
  /** Relative to the delivery. */
  readonly path: string;
  /** As it is told: the name of an original in the workspace, or of a file of the pack. */
  readonly shown: string;
  readonly bytes: number;
  /** `volume`: the appendix as PDF, whole or in part. `site`: files of the offline page. `own`: files for machines and lists, of which only size and name are looked at. */
  readonly what: "original" | "volume" | "output" | "site" | "own";
  /** The word of `package.leave_out` that keeps it out of the delivery; null when there is none. */
  readonly leavable: LeftOut | null;
}

/** How a file is looked at. */
export type WeighedAs = Pick<Weighed, "what" | "leavable">;

export const asOriginal: WeighedAs = { what: "original", leavable: "originals" };

export const asOwn: WeighedAs = { what: "own", leavable: null };

/** How an output of the pack is looked at: the check is for machines. */
export const asOutput = (output: Manifest["outputs"][number]): WeighedAs => ({
  what: isBoundVolume(output) ? "volume" : output.role === "check" ? "own" : output.role === "site" ? "site" : "output",
  leavable: leavableAs(output),
});

/** The lowest `appendix.max_mb` that evipack.yaml takes. */
const leastMb = 3;

/** `appendix.max_mb` by which volumes keep to a limit; a little below it, for how large a volume will be is an estimate. */
export function dividingMb(limit: number): number | null {
  const mb = Math.floor(limit * 0.9);
  return mb >= leastMb ? mb : null;
}

/** Every file that breaks a limit, once for each limit. */
export function checkLimits(files: readonly Weighed[], limits: DeliveryLimits): Diagnostic[] {
  return files.flatMap(({ path, shown, bytes, what, leavable }) => {
    const at = { file: shown };
    const found: Diagnostic[] = [];
    if (limits.maxFileMb !== null && bytes > limits.maxFileMb * mega) {
      const kind = what === "original" || what === "volume" ? what : "output";
      const facts = { megabytes: megabytes(bytes), limit: limits.maxFileMb, what: kind, leavable } as const;
      const maxMb = kind === "volume" ? dividingMb(limits.maxFileMb) : null;
      found.push(diagnostic("file-too-large", at, { ...facts, maxMb }));
    }
    const type = /\.([^./]+)$/u.exec(path)?.[1]?.toLowerCase() ?? "";
    if (what !== "own" && limits.allowedTypes !== null && !limits.allowedTypes.includes(type)) {
      found.push(
        diagnostic("type-not-allowed", at, {
          type,
          allowed: limits.allowedTypes,
          what: what === "volume" ? "output" : what,
          leavable,
        }),
      );
    }
    if (limits.asciiNames && !isAsciiPath(path)) found.push(diagnostic("name-not-ascii", at, {}));
    return found;
  });
}

/** The ZIP as a whole against the limit of the portal and that of the format. */
export function checkZip(name: string, bytes: number, fits: boolean, { maxFileMb }: DeliveryLimits): Diagnostic[] {
  const limit = maxFileMb !== null && bytes > maxFileMb * mega ? maxFileMb : fits ? null : 4096;
  if (limit === null) return [];
  return [
    diagnostic(
      "file-too-large",
      { file: name },
      { megabytes: megabytes(bytes), limit, what: "zip", leavable: null, maxMb: null },
    ),
  ];
}

/** Names that differ only by case or by the form of their characters (RFC 8493, 5.3 and 6.1). */
export function checkClashes(files: readonly Weighed[]): Diagnostic[] {
  const met = new Map<string, string>();
  return files.flatMap(({ path, shown }) => {
    const other = met.get(nameKey(path));
    met.set(nameKey(path), path);
    return other === undefined ? [] : [diagnostic("name-clash", { file: shown }, { other })];
  });
}
