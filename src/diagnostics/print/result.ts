/** What a check came to, as every printer reads it. */
import type { Coverage, DepartmentCoverage, Link, ReviewState, SectionCoverage, Tally } from "../../model/coverage.ts";
import type { Evidence } from "../../model/evidence.ts";
import type { DepartmentId, ExhibitId, RequirementId, SourcePath } from "../../model/ids.ts";
import type { ItemStanding } from "../../model/item-status.ts";
import type { IndicatorMap } from "../../model/map.ts";
import type { Standings } from "../../model/standing.ts";
import type { Changes, Due, Hidden, Selection, StageReport } from "../../model/selection.ts";
import type { Severity } from "../../model/severity.ts";
import type { Department } from "../../model/workspace.ts";
import type { Diagnostic } from "../diagnostic.ts";

/** What a check came to that could not go on: configuration or map are wrong, or there is nothing to evaluate. */
export interface Stopped {
  readonly diagnostics: readonly Diagnostic[];
  readonly exitCode: number;
}

export interface CheckResult {
  readonly title: string;
  readonly asOf: string;
  readonly map: IndicatorMap;
  /** Every department of the workspace, shown or not. */
  readonly people: ReadonlyMap<DepartmentId, Department>;
  readonly numbers: ReadonlyMap<SourcePath, ExhibitId>;
  /** How each link stands to evipack.lock.yaml. */
  readonly review: ReadonlyMap<Link, ReviewState>;
  /** What was asked to be seen; the fields below tell of that part only. */
  readonly selection: Selection;
  /** How much the selection leaves out. */
  readonly hidden: Hidden;
  /** Null unless something earlier was named to compare with. */
  readonly changes: Changes | null;
  readonly total: Tally;
  readonly sections: readonly SectionCoverage[];
  readonly departments: readonly DepartmentCoverage[];
  readonly standings: Standings;
  readonly coverage: readonly Coverage[];
  /** Requirements for which something is still to be done. */
  readonly owed: ReadonlySet<RequirementId>;
  /** When each requirement is due; nothing without stages. */
  readonly due: ReadonlyMap<RequirementId, Due>;
  /** Null when the workspace names no stages. */
  readonly stage: StageReport | null;
  readonly evidence: readonly Evidence[];
  readonly items: readonly ItemStanding[];
  readonly diagnostics: readonly Diagnostic[];
  /** The least weight that makes the check fail. */
  readonly failOn: Severity;
  /** It is of a draft, which gaps do not fail. */
  readonly draft: boolean;
  /** What the evidence came to, draft or not. */
  readonly state: number;
  /** What the process ends with; a draft does not fail for gaps. */
  readonly exitCode: number;
}
