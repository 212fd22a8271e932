/** What judging finds: items of the wrong kind, waivers that lack something, results that cannot be reached. */
import type { FileKind } from "../../model/evidence.ts";
import type { IndicatorCode, RequirementId } from "../../model/ids.ts";
import type { EvidenceKind } from "../../model/map.ts";
import type { Shortfall } from "../../model/standing.ts";

export interface JudgingFacts {
  "wrong-kind": {
    readonly requirement: RequirementId;
    readonly title: string;
    readonly kind: EvidenceKind;
    readonly got: readonly FileKind[];
    readonly accepts: readonly FileKind[];
  };
  "waiver-expired": {
    readonly indicator: IndicatorCode;
    /** Null when the whole indicator was waived. */
    readonly requirement: RequirementId | null;
    readonly title: string;
    readonly until: string;
    /** All that it was for is covered by now. */
    readonly covered: boolean;
  };
  "waiver-incomplete": {
    readonly indicator: IndicatorCode;
    readonly missing: readonly ("reason" | "approver" | "until")[];
  };
  /** The self scores cannot lead to the result that is applied for. */
  "result-not-reached": { readonly title: string; readonly shortfall: Shortfall };
}
