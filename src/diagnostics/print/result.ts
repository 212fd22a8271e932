/** What a check came to, as every printer reads it. */
import type { Coverage, DepartmentCoverage, Link, ReviewState, SectionCoverage, Tally } from "../../model/coverage.ts";
import type { DepartmentId, ExhibitId, SourcePath } from "../../model/ids.ts";
import type { IndicatorMap } from "../../model/map.ts";
import type { Standings } from "../../model/standing.ts";
import type { Diagnostic } from "../diagnostic.ts";

export interface CheckResult {
  readonly title: string;
  readonly asOf: string;
  readonly map: IndicatorMap;
  readonly names: ReadonlyMap<DepartmentId, string>;
  /** Heading under which lists gather a department. */
  readonly groups: ReadonlyMap<DepartmentId, string>;
  readonly numbers: ReadonlyMap<SourcePath, ExhibitId>;
  /** How each link stands to evipack.lock.yaml. */
  readonly review: ReadonlyMap<Link, ReviewState>;
  readonly total: Tally;
  readonly sections: readonly SectionCoverage[];
  readonly departments: readonly DepartmentCoverage[];
  readonly standings: Standings;
  readonly coverage: readonly Coverage[];
  readonly diagnostics: readonly Diagnostic[];
  /** What the evidence came to, draft or not. */
  readonly state: number;
  /** What the process ends with; a draft does not fail for gaps. */
  readonly exitCode: number;
}
