/** A row of a register (登记表): what a department says it hands in, before it is joined to the files. */
import type { ItemClaim, Registered } from "./evidence.ts";
import type { DepartmentId, SourcePath } from "./ids.ts";
import type { Period, SourceRef } from "./source.ts";

export interface Written {
  readonly text: string;
  readonly at: SourceRef;
}

export interface RegisterRow {
  /** The register's own path. */
  readonly register: SourcePath;
  readonly department: DepartmentId | null;
  readonly title: string;
  readonly docNumber: string;
  /** `2019`, `2019-03` or `2019-03-05`. */
  readonly formed: string | null;
  /** The years that a date such as 2016-2020年 covers. */
  readonly period: Period | null;
  /** The year or years of a column 年度, of which the item speaks. */
  readonly year: Period | null;
  readonly claims: readonly ItemClaim[];
  /** Cells that name files or folders; `link` is where a click would lead. */
  readonly files: readonly (Written & { readonly link: string })[];
  /** Addresses on the web, http or https. */
  readonly urls: readonly Written[];
  /** What stands in the place of an address and is none, or of a kind that no pack may lead to. */
  readonly refused: readonly Written[];
  readonly registered: Registered;
  /** Every cell in which it is told. */
  readonly places: readonly SourceRef[];
}

/** What a row is about: whoever meets a fault in one of its cells knows by this which indicators it concerns. */
export interface RowSubject {
  readonly places: readonly SourceRef[];
  /** Of leaves, groups and sections, as the row claims them. */
  readonly codes: readonly string[];
  /** Those that it names and that are there. */
  readonly files: readonly SourcePath[];
}
