/** Every name that one file uses and another defines: departments, indicators, requirements, facts. */
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { nearest } from "../engines/nearest.ts";
import type { Indicator, IndicatorMap } from "../model/map.ts";
import { leavesOf } from "../model/map.ts";
import type { SourceRef } from "../model/source.ts";
import type { Department, ExpertScores, Fact, FactTable, SelfScore, Stage, Waiver } from "../model/workspace.ts";
import { figureOf, scopeOf } from "../check/figure.ts";
import { formulaDiagnostic } from "./formulas.ts";
import { allowedScores, fitsScoring } from "./scores.ts";

export interface Named {
  readonly map: IndicatorMap;
  readonly departments: readonly Department[];
  readonly scores: ReadonlyMap<string, SelfScore>;
  readonly expertScores: ReadonlyMap<string, ExpertScores>;
  readonly waivers: readonly Waiver[];
  readonly stages: readonly Stage[];
  readonly facts: readonly Fact[];
  readonly tables: ReadonlyMap<string, FactTable>;
  /** False when facts.yaml has faults of its own: what it lacks then says nothing. */
  readonly factsKnown: boolean;
}

/** Beside faults of facts.yaml only this is no consequence of them: a name that stands nowhere in the file. */
const isUnknownFact = ({ code }: Diagnostic, { facts }: Named): boolean => code === "unknown-fact" && facts.length > 0;

/** Looks every name up; all that lead nowhere are told at once. */
export function checkNames(named: Named): Diagnostic[] {
  return [
    ...departmentsOfMap(named),
    ...departmentsOfFacts(named),
    ...twoInOneFolder(named),
    ...scoredIndicators(named),
    ...expertScored(named),
    ...waivedIndicators(named),
    ...dueInStages(named),
    ...formulasOfMap(named).filter((each) => named.factsKnown || isUnknownFact(each, named)),
  ];
}

/** The id that was meant; whoever wrote the name of a department meant that one. */
export const meantDepartment = (id: string, departments: readonly Department[]): string | null =>
  departments.find((each) => each.name === id)?.id ??
  nearest(
    id,
    departments.map((each) => each.id),
  );

function departmentsOfMap({ map, departments }: Named): Diagnostic[] {
  const known = departments.map((each) => each.id as string);
  const unknown = (id: string | null, at: SourceRef): Diagnostic[] =>
    id === null || known.includes(id)
      ? []
      : [diagnostic("unknown-department", at, { id, nearest: meantDepartment(id, departments) })];
  return leavesOf(map).flatMap(({ indicator }) => [
    ...unknown(indicator.lead, indicator.at),
    ...indicator.support.flatMap((id) => unknown(id, indicator.at)),
    ...indicator.requires.flatMap((each) => (each.owner === indicator.lead ? [] : unknown(each.owner, each.at))),
  ]);
}

function departmentsOfFacts({ facts, departments }: Named): Diagnostic[] {
  const known = departments.map((each) => each.id as string);
  return facts.flatMap(({ source, at }) =>
    source === null || known.includes(source)
      ? []
      : [diagnostic("unknown-department", at, { id: source, nearest: meantDepartment(source, departments) })],
  );
}

/** An id that the map has not, on the folder of a department that only the map names, is that one's id with a slip. */
function twoInOneFolder({ departments, map }: Named): Diagnostic[] {
  const first = new Map<string, Department>();
  return departments.flatMap((department) => {
    const { id, folder, at } = department;
    const name = folder.normalize("NFC");
    const earlier = first.get(name);
    if (earlier === undefined) {
      first.set(name, department);
      return [];
    }
    if (at === map.at && !map.departments.has(earlier.id)) {
      return [diagnostic("unknown-department", earlier.at, { id: earlier.id, nearest: id })];
    }
    return [diagnostic("duplicate-folder", at, { folder, first: earlier.at })];
  });
}

const leavesByCode = (map: IndicatorMap): ReadonlyMap<string, Indicator> =>
  new Map(leavesOf(map).map(({ indicator }) => [indicator.code, indicator]));

function scoredIndicators({ map, scores, expertScores }: Named): Diagnostic[] {
  const leaves = leavesByCode(map);
  const scored = new Map([...expertScores].map(([code, { at }]) => [code, at]));
  for (const [code, { at }] of scores) scored.set(code, at);
  const unknown = [...scored].filter(([code]) => !leaves.has(code));
  return [
    ...unknown.map(([code, at]) =>
      diagnostic("unknown-indicator", at, { code, nearest: nearest(code, leaves.keys()) }),
    ),
    ...[...scores].flatMap(([code, score]) => badScore(leaves.get(code), score)),
  ];
}

/** Scores of experts take the same forms as self scores. */
function expertScored({ map, expertScores }: Named): Diagnostic[] {
  const leaves = leavesByCode(map);
  return [...expertScores].flatMap(([code, { pre, panel }]) =>
    [pre, panel].flatMap((score) => (score === null ? [] : badScore(leaves.get(code), score))),
  );
}

function badScore(
  indicator: Indicator | undefined,
  { value, at }: { readonly value: string | number; readonly at: SourceRef },
): Diagnostic[] {
  if (indicator === undefined || fitsScoring(value, indicator.scoring)) return [];
  const allowed = allowedScores(indicator.scoring);
  return [diagnostic("bad-score", at, { indicator: indicator.code, got: String(value), allowed })];
}

function waivedIndicators({ map, waivers }: Named): Diagnostic[] {
  const leaves = new Map(leavesOf(map).map((leaf): [string, Indicator] => [leaf.indicator.code, leaf.indicator]));
  return waivers.flatMap(({ indicator: code, requirement: key, at }) => {
    const indicator = leaves.get(code);
    if (indicator === undefined) {
      return [diagnostic("unknown-indicator", at, { code, nearest: nearest(code, leaves.keys()) })];
    }
    const keys = indicator.requires.map((each) => each.key);
    if (key === null || keys.includes(key)) return [];
    return [diagnostic("unknown-requirement", at, { key, indicator: code, nearest: nearest(key, keys) })];
  });
}

function dueInStages({ map, stages }: Named): Diagnostic[] {
  const known = new Set(
    leavesOf(map).flatMap(({ section, groups, indicator }) => [
      section.code as string,
      ...groups.map((each) => each.code),
      indicator.code,
      ...indicator.requires.map((each) => each.id),
    ]),
  );
  return stages.flatMap(({ due, at }) =>
    due === "all"
      ? []
      : due
          .filter((code) => !known.has(code))
          .map((code) =>
            // The word for whatever no other stage names is no entry of a list.
            code === "all"
              ? diagnostic("bad-form", at, { key: "due", got: `[${due.join(", ")}]`, expected: "due-all" })
              : diagnostic("unknown-indicator", at, { code, nearest: nearest(code, known) }),
          ),
  );
}

function formulasOfMap({ map, facts, tables }: Named): Diagnostic[] {
  const scope = scopeOf({ facts, tables });
  const told = (name: string) => facts.find((each) => each.id === name) ?? null;
  const known = { facts: facts.map((each) => each.id), told, tables };
  return leavesOf(map).flatMap(({ indicator: { scoring } }) => {
    const result = scoring.type === "threshold" ? figureOf(scoring, scope) : null;
    if (scoring.type !== "threshold" || result === null || result.ok) return [];
    return result.faults.map((fault) => formulaDiagnostic(fault, scoring.formula, scoring.at, known));
  });
}
