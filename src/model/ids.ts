/** Names of things, kept apart by type so that a department can never stand where an indicator should. */
type Id<Name extends string> = string & { readonly __id: Name };

export type DepartmentId = Id<"department">;
/** Code of an indicator or a section as the map writes it, e.g. `2-1-1`. */
export type IndicatorCode = Id<"indicator">;
/** `<indicator code>/<key>`, e.g. `2-1-1/budget`. */
export type RequirementId = Id<"requirement">;
/** Number of an exhibit in the appendix, e.g. `2-1-3-01`. */
export type ExhibitId = Id<"exhibit">;
/** Path of an evidence file, POSIX, relative to the workspace. */
export type SourcePath = Id<"source">;

export const departmentId = (text: string): DepartmentId => text as DepartmentId;
export const indicatorCode = (text: string): IndicatorCode => text as IndicatorCode;
export const requirementId = (indicator: IndicatorCode, key: string): RequirementId =>
  `${indicator}/${key}` as RequirementId;
export const exhibitId = (text: string): ExhibitId => text as ExhibitId;
export const sourcePath = (text: string): SourcePath => text as SourcePath;
