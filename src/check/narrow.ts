/** The part of a check that a user asked to see: by department, by section, by what changed. */
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { classOf } from "../diagnostics/severity.ts";
import { isToldByGap } from "../diagnostics/owed.ts";
import type { Coverage } from "../model/coverage.ts";
import type { Evidence } from "../model/evidence.ts";
import type { ItemStanding } from "../model/item-status.ts";
import { isPartial } from "../model/selection.ts";
import type { Changes, Hidden, Selection } from "../model/selection.ts";
import type { Workspace } from "../model/workspace.ts";
import type { Checked } from "./check.ts";
import { itemStandings } from "./item-status.ts";
import { scopeOfCoverage, scopes } from "./scopes.ts";
import type { Placed, Scope } from "./scopes.ts";
import { changesSince, touchedBy } from "./since.ts";
import type { Touched } from "./since.ts";
import { isOwed } from "./stages.ts";

export interface Narrowed {
  readonly coverage: readonly Coverage[];
  readonly diagnostics: readonly Diagnostic[];
  readonly evidence: readonly Evidence[];
  readonly items: readonly ItemStanding[];
  readonly departments: Workspace["departments"];
  readonly hidden: Hidden;
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
    const hidden = { requirements: 0, diagnostics: 0, problems: 0, unplaced: 0 };
    const items = itemStandings(checked);
    return { coverage, diagnostics: found, evidence, items, departments, hidden, changes: null };
  }
  const { since } = selection;
  const all = since && changesSince(since, workspace, coverage);
  const isShown = sieve(selection, since && all && touchedBy(all, since, coverage));
  const shown = coverage.filter((each) => isShown(scopeOfCoverage(each)));
  const scopeOf = scopes(checked);
  const isTold = (each: Diagnostic): boolean => endsChecks(each) || isShown(scopeOf(each));
  const diagnostics = found.filter(isTold);
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
    hidden: {
      requirements: coverage.length - shown.length,
      ...countHidden(
        found.filter((each) => !isTold(each)),
        coverage,
        (each) => isUnplaced(scopeOf(each), selection),
      ),
    },
    changes: all === null ? null : shownChanges(all, { isShown, scopeOf }, selection),
  };
}

const endsChecks = ({ code }: Diagnostic): boolean => classOf(code) === "config" || classOf(code) === "nothing";

function countHidden(
  left: readonly Diagnostic[],
  coverage: readonly Coverage[],
  isPlaceless: (each: Diagnostic) => boolean,
): Omit<Hidden, "requirements"> {
  const owed = new Set<string>(coverage.filter((each) => isOwed(each.status)).map((each) => each.requirement.id));
  const problems = left.filter((each) => !isToldByGap(each, owed));
  return { diagnostics: left.length, problems: problems.length, unplaced: problems.filter(isPlaceless).length };
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

type Sieve = (scope: Scope) => boolean;

function sieve({ departments, codes }: Selection, touched: Touched | null): Sieve {
  return (scope) =>
    (departments.length === 0 || departments.some((each) => scope.departments.has(each))) &&
    (codes.length === 0 || codes.some((each) => scope.codes.has(each))) &&
    (touched === null || touched.files.has(scope.file) || touched.requirements.has(scope.requirement));
}

/** Whether a problem that is hidden may be of this part all the same: of its indicator or department nothing is known. */
function isUnplaced(scope: Scope, { departments, codes }: Selection): boolean {
  const fits = <T>(wanted: readonly T[], own: ReadonlySet<T>): boolean =>
    wanted.length === 0 || own.size === 0 || wanted.some((each) => own.has(each));
  const isVague =
    (codes.length > 0 && scope.codes.size === 0) || (departments.length > 0 && scope.departments.size === 0);
  return isVague && fits<string | null>(departments, scope.departments) && fits<string>(codes, scope.codes);
}
