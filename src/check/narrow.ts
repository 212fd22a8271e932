/** The part of a check that a user asked to see: by department, by section, by what changed. */
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { classOf } from "../diagnostics/severity.ts";
import type { Coverage, DepartmentCoverage, Link } from "../model/coverage.ts";
import type { Evidence } from "../model/evidence.ts";
import type { Leaf } from "../model/map.ts";
import { leavesOf } from "../model/map.ts";
import type { ItemStanding } from "../model/item-status.ts";
import { isPartial } from "../model/selection.ts";
import type { Changes, Selection } from "../model/selection.ts";
import type { Workspace } from "../model/workspace.ts";
import type { Checked } from "./check.ts";
import { itemStandings } from "./item-status.ts";
import { changesSince, touchedBy } from "./since.ts";
import type { Touched } from "./since.ts";

export interface Narrowed {
  readonly coverage: readonly Coverage[];
  readonly diagnostics: readonly Diagnostic[];
  readonly evidence: readonly Evidence[];
  readonly items: readonly ItemStanding[];
  readonly departments: Workspace["departments"];
  readonly hidden: { readonly requirements: number; readonly problems: number };
  readonly changes: Changes | null;
}

/**
 * Departments, codes and the earlier check narrow one after the other; several of one kind widen each other.
 * A requirement is shown by who owes it; a file by whose folder it lies in or whose requirement it was meant for.
 * A problem that belongs to no department and no indicator is hidden, but for one that ends every check (exit 2 and 4).
 */
export function narrow(checked: Checked, found: readonly Diagnostic[], selection: Selection): Narrowed {
  const { workspace, coverage } = checked;
  if (!isPartial(selection)) {
    const { evidence, departments } = workspace;
    const hidden = { requirements: 0, problems: 0 };
    const items = itemStandings(checked);
    return { coverage, diagnostics: found, evidence, items, departments, hidden, changes: null };
  }
  const { since } = selection;
  const all = since && changesSince(since, workspace, coverage);
  const isShown = sieve(selection, since && all && touchedBy(all, since, coverage));
  const shown = coverage.filter((each) => isShown(scopeOfCoverage(each)));
  const scopeOf = scopes(checked);
  const diagnostics = found.filter((each) => {
    const kind = classOf(each.code);
    return kind === "config" || kind === "nothing" || isShown(scopeOf(each));
  });
  const evidence = workspace.evidence.filter((each) => isShown(scopeOf({ at: { file: each.path }, facts: {} })));
  return {
    coverage: shown,
    diagnostics,
    evidence,
    items: itemStandings(checked).filter(({ item }) =>
      item.files.some(({ path }) => isShown(scopeOf({ at: { file: path }, facts: {} }))),
    ),
    departments: workspace.departments.filter(
      ({ id }) =>
        selection.departments.includes(id) ||
        shown.some((each) => each.requirement.owner === id) ||
        evidence.some((each) => each.department === id),
    ),
    hidden: { requirements: coverage.length - shown.length, problems: found.length - diagnostics.length },
    changes: all === null ? null : shownChanges(all, { isShown, scopeOf }, selection),
  };
}

/** Of all changes those in the departments and sections that are shown; a removed file by where it was linked then. */
function shownChanges(
  changes: Changes,
  { isShown, scopeOf }: { isShown: Sieve; scopeOf: (each: Placed) => Scope },
  { since }: Selection,
): Changes {
  const byFile = (requirement?: string) => (path: string) =>
    isShown(scopeOf({ at: { file: path }, facts: { requirement } }));
  const linkedThen = (path: string): string | undefined =>
    [...(since?.requirements ?? [])].find(([, { files }]) => files.includes(path))?.[0];
  const { files, statuses } = changes;
  return {
    since: changes.since,
    files: files && {
      added: files.added.filter(byFile()),
      changed: files.changed.filter(byFile()),
      removed: files.removed.filter((path) => byFile(linkedThen(path))(path)),
    },
    statuses: statuses && statuses.filter(({ requirement }) => byFile(requirement)("")),
  };
}

/** What a requirement, a file or a problem has to do with. */
interface Scope {
  readonly departments: ReadonlySet<DepartmentCoverage["department"]>;
  /** Leaves, groups and sections. */
  readonly codes: ReadonlySet<string>;
  readonly file: string;
  readonly requirement: string;
}

type Sieve = (scope: Scope) => boolean;

const above = (leaf: Leaf): string[] => [
  leaf.indicator.code,
  ...leaf.groups.map((group) => group.code),
  leaf.section.code,
];

const scopeOfCoverage = ({ requirement, leaf }: Coverage): Scope => ({
  departments: new Set([requirement.owner]),
  codes: new Set(above(leaf)),
  file: "",
  requirement: requirement.id,
});

type Placed = Pick<Diagnostic, "at"> & { readonly facts: object };

/** Reads the scope of a problem from its facts and its place. */
function scopes({ workspace, coverage, links }: Checked): (each: Placed) => Scope {
  const leaves = new Map(leavesOf(workspace.map).map((leaf) => [leaf.indicator.code as string, leaf]));
  const requirements = new Map(coverage.map((each) => [each.requirement.id as string, each]));
  const owners = new Map(workspace.evidence.map((each) => [each.path as string, each.department]));
  const codesOfFile = new Map<string, string[]>();
  for (const link of links) {
    for (const { path } of link.item.files) codesOfFile.set(path, [...(codesOfFile.get(path) ?? []), ...codesOf(link)]);
  }
  return ({ at, facts }) => {
    const said = facts as { readonly requirement?: unknown; readonly indicator?: unknown };
    const asked = typeof said.requirement === "string" ? requirements.get(said.requirement) : undefined;
    const narrative = /^narrative\/([^/]+)\.[^./]+$/u.exec(at.file)?.[1];
    const codes = [asked?.leaf.indicator.code, said.indicator, narrative, ...(codesOfFile.get(at.file) ?? [])];
    const found = codes.flatMap((code) => (typeof code === "string" ? (leaves.get(code) ?? []) : []));
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

function codesOf(link: Link): readonly string[] {
  if (link.type === "linked") return [link.indicator.code];
  return link.type === "ambiguous" ? link.candidates.map((each) => each.indicator) : [];
}

function sieve({ departments, codes }: Selection, touched: Touched | null): Sieve {
  return (scope) =>
    (departments.length === 0 || departments.some((each) => scope.departments.has(each))) &&
    (codes.length === 0 || codes.some((each) => scope.codes.has(each))) &&
    (touched === null || touched.files.has(scope.file) || touched.requirements.has(scope.requirement));
}
