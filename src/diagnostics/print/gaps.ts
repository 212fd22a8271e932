/**
 * What every format tells of a check: the gaps, one for each requirement that is owed, and the problems besides.
 * No requirement is told twice, and none is left out.
 */
import type { Coverage, CoverageStatus } from "../../model/coverage.ts";
import { keyOf } from "../../model/evidence.ts";
import type { Item } from "../../model/evidence.ts";
import { groupBy } from "../../model/group.ts";
import type { DepartmentId } from "../../model/ids.ts";
import { isUnplaced } from "../../model/item-status.ts";
import type { Language } from "../../model/map.ts";
import type { Due } from "../../model/selection.ts";
import type { Severity } from "../../model/severity.ts";
import type { Period, SourceRef } from "../../model/source.ts";
import type { Code, Diagnostic } from "../diagnostic.ts";
import { isToldByGap, owedCodes, requirementOf } from "../owed.ts";
import { isError } from "../severity.ts";
import { placeOf, visible, word } from "../wording/wording.ts";
import type { CheckResult } from "./result.ts";
import { gapWords } from "./words-gaps.ts";
import { printWords } from "./words.ts";

/** One requirement that is owed. No text holds control characters; what else a format minds, its printer escapes. */
export interface Gap {
  readonly coverage: Coverage;
  readonly status: CoverageStatus;
  /** Code of the problem that says the same, or else the status. */
  readonly code: Code | CoverageStatus;
  /** Of the heaviest problem that concerns it. */
  readonly severity: Severity;
  readonly indicator: string;
  readonly indicatorTitle: string;
  readonly title: string;
  /** How much is missing, in words; not a sentence. */
  readonly missing: string;
  /** What to do, each a sentence of its own. */
  readonly next: readonly string[];
  /** The same, as the department that owes it is asked. */
  readonly ask: readonly string[];
  /** Names of departments. */
  readonly lead: string;
  readonly support: readonly string[];
  readonly window: Period | null;
  readonly due: Due | null;
  /** Folder in which it is looked for. */
  readonly at: SourceRef;
}

export interface DepartmentGaps {
  readonly id: DepartmentId | null;
  readonly name: string;
  readonly contact: string;
  readonly gaps: readonly Gap[];
  /** What it handed in that found no requirement. */
  readonly unplaced: readonly Item[];
}

export interface Findings {
  /** Departments that owe something, in the order of the workspace; last, what nobody owes. */
  readonly owing: readonly DepartmentGaps[];
  /** What no gap says. */
  readonly others: readonly Diagnostic[];
  /** Whether a gap says already what to do about one of those. */
  readonly isHinted: (each: Diagnostic) => boolean;
}

export function findingsOf(result: CheckResult, language: Language): Findings {
  const concerning = new Map<string, Diagnostic[]>();
  for (const each of result.diagnostics) {
    const id = requirementOf(each);
    if (id !== null) concerning.set(id, [...(concerning.get(id) ?? []), each]);
  }
  const owed = result.coverage.filter((each) => result.owed.has(each.requirement.id));
  const isHinted = (each: Diagnostic): boolean => owedIds.has(requirementOf(each) ?? "");
  const owedIds = new Set<string>(owed.map((each) => each.requirement.id));
  const unplaced = result.items.filter(isUnplaced).map(({ item }) => item);
  const ids: readonly (DepartmentId | null)[] = [...result.people.keys(), null];
  return {
    owing: ids.flatMap((id) => {
      const theirs = owed.filter((each) => ownerIn(result, each) === id);
      if (theirs.length === 0) return [];
      const person = id === null ? undefined : result.people.get(id);
      return {
        id,
        name: person === undefined ? printWords[language].nobody : visible(person.name),
        contact: visible(person?.contact ?? ""),
        unplaced: unplaced.filter((item) => item.department === id),
        gaps: theirs.map((each) => gapOf(each, concerning.get(each.requirement.id) ?? [], result, language)),
      };
    }),
    others: result.diagnostics.filter((each) => !isToldByGap(each, owedIds)),
    isHinted,
  };
}

/** A gap in a few lines, for whoever sees it alone: what is owed by whom, by when, what to do. */
export function tellGap(gap: Gap, owner: DepartmentGaps, language: Language): string {
  const words = gapWords[language];
  const name = `${gap.indicator} ${gap.title}`;
  const status = printWords[language].status[gap.status];
  const due = gap.due === null ? [] : [words.sentence(words.dueLine(gap.due))];
  return [words.gap({ name, status, owner: owner.name, missing: gap.missing }), ...due, ...gap.next].join("\n");
}

/** A department that the workspace does not know owes nothing that could be asked for. */
const ownerIn = ({ people }: CheckResult, { requirement }: Coverage): DepartmentId | null =>
  requirement.owner !== null && people.has(requirement.owner) ? requirement.owner : null;

function gapOf(each: Coverage, concerning: readonly Diagnostic[], result: CheckResult, language: Language): Gap {
  const words = gapWords[language];
  const { requirement, leaf, status, have, need, missingYears, items } = each;
  const name = (id: DepartmentId | null): string => (id === null ? "" : visible(result.people.get(id)?.name ?? id));
  const own = concerning.find(({ code }) => owedCodes.has(code));
  const hints = concerning.filter((one) => !owedCodes.has(one.code));
  const spoiled = items.filter((item) => item.notCounted !== null);
  // To mend a copy is of no use: its original counts already.
  const mendable = spoiled.filter((item) => item.notCounted !== "duplicate").length;
  const owner = ownerIn(result, each);
  const file = owner === null ? "evidence" : `evidence/${result.people.get(owner)?.folder ?? ""}`;
  // Files that do not count may be mended; what is wanted beyond them has to be handed in.
  const more = missingYears.length > 0 ? missingYears.length : need - have - mendable;
  const folder = visible(file);
  const handIn = words.handIn({ years: missingYears, count: Math.max(more, 1), folder });
  const wanted = [
    ...(spoiled.some((item) => item.notCounted === "no-year") ? [words.nameYear] : []),
    ...(hints.length === 0 || more > 0 ? [handIn] : []),
    ...(hints.length > 0 && more <= 0 && own !== undefined ? [words.mendOrHandIn({ count: need - have, folder })] : []),
  ];
  return {
    coverage: each,
    status,
    code: own?.code ?? status,
    severity: concerning.some(isError) ? "error" : "warning",
    indicator: leaf.indicator.code,
    indicatorTitle: visible(leaf.indicator.title),
    title: visible(requirement.title),
    missing: words.missing({
      have,
      need,
      years: missingYears,
      spoiled: spoiled.map(({ link, notCounted }) => ({
        name: visible(keyOf(link.item).split("/").at(-1) ?? ""),
        reason: words.notCounted[notCounted ?? "duplicate"],
      })),
    }),
    next: told([...hintsIn(hints, "next", language), ...wanted]),
    ask: told([...hintsIn(hints, "ask", language), ...wanted]),
    lead: name(leaf.indicator.lead),
    support: leaf.indicator.support.map(name),
    window: requirement.window,
    due: result.due.get(requirement.id) ?? null,
    at: own?.at ?? { file },
  };
}

/** How many files are named before a sentence; the problems themselves name all. */
const namedFiles = 3;

/** What to do about several problems; where that differs, each sentence says which of the files it is for. */
function hintsIn(hints: readonly Diagnostic[], kind: "next" | "ask", language: Language): readonly string[] {
  const groups = groupBy(
    hints
      .map((each) => ({ at: each.at, sentence: word(each, language)[kind] }))
      .filter(({ sentence }) => sentence !== ""),
    ({ sentence }) => sentence,
  );
  if (groups.size < 2) return [...groups.keys()];
  return [...groups].map(([sentence, own]) => {
    // What is wrong with a setting names it by itself.
    const names = [...new Set(own.flatMap(({ at }) => (at.file.startsWith("evidence/") ? [nameOf(at)] : [])))];
    return names.length === 0
      ? sentence
      : gapWords[language].forFiles(names.slice(0, namedFiles), Math.max(0, names.length - namedFiles), sentence);
  });
}

/** The file without its folders, with the cell where there is one. */
const nameOf = ({ file, ...inside }: SourceRef): string => placeOf({ file: file.split("/").at(-1) ?? file, ...inside });

/** Each sentence once. */
const told = (sentences: readonly string[]): string[] => [...new Set(sentences)].filter((each) => each !== "");
