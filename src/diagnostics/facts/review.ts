/** Facts about what changed since it was reviewed, and about evipack.lock.yaml. */
import type { ExhibitId, RequirementId } from "../../model/ids.ts";
import type { SourceRef } from "../../model/source.ts";

/** Why nobody bears a number any more. `unlinked`: still there, but it leads to no requirement. */
export type GoneReason = "vanished" | "moved" | "joined" | "unlinked" | "duplicate";

export interface ReviewFacts {
  "changed-since-review": {
    readonly exhibit: ExhibitId;
    /** Of a bundle, the names of those of its files; null for an item of one file, then and now. */
    readonly files: {
      readonly altered: readonly string[];
      readonly added: readonly string[];
      readonly removed: readonly string[];
    } | null;
  };
  "asked-since-review": {
    readonly requirement: RequirementId;
    readonly title: string;
    readonly exhibits: readonly ExhibitId[];
  };
  "gone-since-review": {
    readonly exhibit: ExhibitId;
    readonly reason: GoneReason;
    /** Number under which it is now, when it has one. */
    readonly now: string | null;
  };
  "serial-frozen": { readonly serial: number; readonly given: ExhibitId };
  "lock-unreadable": {
    readonly reason: "folder" | "outside" | "no-permission" | "empty" | "failed";
    readonly cause: string;
  };
  "lock-conflict": Record<never, never>;
  "lock-version": { readonly got: number; readonly newer: boolean };
  "lock-duplicate": { readonly exhibit: string; readonly first: SourceRef };
  "lock-unwritten": { readonly cause: string };
  "accept-unknown": { readonly code: string; readonly nearest: string | null };
}
