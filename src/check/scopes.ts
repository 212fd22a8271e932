/** What a requirement, a file or a problem has to do with: by this a part of a check knows what belongs to it. */
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { groupBy } from "../model/group.ts";
import type { Coverage, DepartmentCoverage, Link } from "../model/coverage.ts";
import type { Leaf } from "../model/map.ts";
import { leavesOf } from "../model/map.ts";
import type { SourceRef } from "../model/source.ts";
import type { Workspace } from "../model/workspace.ts";
import type { Checked } from "./check.ts";

export interface Scope {
  readonly departments: ReadonlySet<DepartmentCoverage["department"]>;
  /** Leaves, groups and sections. */
  readonly codes: ReadonlySet<string>;
  readonly file: string;
  readonly requirement: string;
}

const above = (leaf: Leaf): string[] => [
  leaf.indicator.code,
  ...leaf.groups.map((group) => group.code),
  leaf.section.code,
];

export const scopeOfCoverage = ({ requirement, leaf }: Coverage): Scope => ({
  departments: new Set([requirement.owner]),
  codes: new Set(above(leaf)),
  file: "",
  requirement: requirement.id,
});

/** A problem, or a place alone. */
export type Placed = Pick<Diagnostic, "at"> & { readonly facts: object };

/**
 * Reads the scope of a problem from its facts and its place. What stands in a row of a register concerns what the row
 * claims, and what the files that it names serve.
 */
export function scopes({ workspace, coverage, links }: Checked): (each: Placed) => Scope {
  const leaves = groupBy(
    leavesOf(workspace.map).flatMap((leaf) => above(leaf).map((code) => ({ code, leaf }))),
    ({ code }) => code,
  );
  const requirements = new Map(coverage.map((each) => [each.requirement.id as string, each]));
  const owners = new Map(workspace.evidence.map((each) => [each.path as string, each.department]));
  const codesAt = codesByPlace(workspace, links);
  return ({ at, facts }) => {
    const said = facts as {
      readonly requirement?: unknown;
      readonly indicator?: unknown;
      readonly indicators?: unknown;
      readonly about?: unknown;
    };
    const asked = typeof said.requirement === "string" ? requirements.get(said.requirement) : undefined;
    const narrative = /^narrative\/([^/]+)\.[^./]+$/u.exec(at.file)?.[1];
    const named = [said.indicator, said.indicators, said.about, narrative].flat();
    const codes = [asked?.leaf.indicator.code, ...named, ...codesAt(at)];
    const found = codes
      .flatMap((code) => (typeof code === "string" ? (leaves.get(code) ?? []) : []))
      .map(({ leaf }) => leaf);
    const folder = workspace.departments.find((each) => isBelow(at.file, `evidence/${each.folder}`));
    const ofFile = owners.get(at.file) ?? folder?.id;
    const leads = asked === undefined && ofFile === undefined ? found.map((leaf) => leaf.indicator.lead) : [];
    return {
      departments: new Set([...(asked === undefined ? [] : [asked.requirement.owner]), ...(ofFile ? [ofFile] : leads)]),
      codes: new Set(found.flatMap(above)),
      file: at.file,
      requirement: asked?.requirement.id ?? "",
    };
  };
}

const isBelow = (file: string, folder: string): boolean => file === folder || file.startsWith(`${folder}/`);

const keyOf = ({ file, cell, line, column }: SourceRef): string =>
  `${file} ${cell ?? `${String(line)}:${String(column)}`}`;

/** Codes that a file serves, and that a row of a register is about, at any of its cells. */
function codesByPlace({ rows }: Pick<Workspace, "rows">, links: readonly Link[]): (at: SourceRef) => readonly string[] {
  const ofFile = new Map<string, readonly string[]>();
  for (const link of links) {
    for (const { path } of link.item.files) ofFile.set(path, [...(ofFile.get(path) ?? []), ...codesOf(link)]);
  }
  const ofCell = new Map<string, readonly string[]>();
  for (const { places, codes, files } of rows) {
    const own = [...codes, ...files.flatMap((file) => ofFile.get(file) ?? [])];
    for (const key of new Set(places.map(keyOf))) ofCell.set(key, [...(ofCell.get(key) ?? []), ...own]);
  }
  return (at) => [...(ofFile.get(at.file) ?? []), ...(ofCell.get(keyOf(at)) ?? [])];
}

function codesOf(link: Link): readonly string[] {
  if (link.type === "linked") return [link.indicator.code];
  return link.type === "ambiguous" ? link.candidates.map((each) => each.indicator) : [];
}
