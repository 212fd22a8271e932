/** Which part of the whole a check shows, in words: every format says it, so that nobody takes a part for the whole. */
import type { Language } from "../../model/map.ts";
import { isPartial } from "../../model/selection.ts";
import { visible } from "../wording/wording.ts";
import type { CheckResult } from "./result.ts";
import { gapWords } from "./words-gaps.ts";
import { partWords } from "./words-part.ts";

/** `只看：财政局、2-1`; null when everything is shown. */
export function partOf({ selection, people }: CheckResult, language: Language): string | null {
  if (!isPartial(selection)) return null;
  const words = gapWords[language];
  const { departments, codes, since } = selection;
  const names = [
    ...departments.map((id) => visible(people.get(id)?.name ?? id)),
    ...codes,
    ...(since === null ? [] : [partWords[language].since(visible(since.name), since.asOf)]),
  ];
  return partWords[language].part(words.list(names));
}

/** The part and how much it leaves out; null when everything is shown. */
export function partNote(result: CheckResult, language: Language): string | null {
  const part = partOf(result, language);
  return part === null ? null : partWords[language].hidden(part, result.hidden);
}

/** Which stage the day lies in, what is due by its end; null without stages. */
export function stageLine({ stage }: CheckResult, language: Language): string | null {
  if (stage === null) return null;
  const words = gapWords[language];
  const { current, number, next, daysLeft, due, overdue } = stage;
  if (current === null || number === null || daysLeft === null) {
    return words.noStage(next === null ? null : visible(next.title), next?.from ?? "", overdue.length);
  }
  const { from, to } = current;
  const title = visible(current.title);
  return words.stage({ number, title, from, to, daysLeft, due: due.length, overdue: overdue.length });
}

export interface ChangeLine {
  readonly kind: string;
  readonly text: string;
}

/** What changed, one thing a line; null unless something was compared. */
export function changeLines(
  { changes, coverage }: CheckResult,
  language: Language,
  statusWord: (status: string) => string,
): readonly ChangeLine[] | null {
  if (changes === null) return null;
  const words = gapWords[language];
  const titles = new Map(coverage.map(({ requirement }) => [requirement.id, requirement]));
  const files = (["added", "changed", "removed"] as const).flatMap((kind) =>
    (changes.files?.[kind] ?? []).map((file) => ({ kind: words.files[kind], text: visible(file) })),
  );
  const statuses = (changes.statuses ?? []).flatMap(({ requirement: id, from, to }) => {
    const requirement = titles.get(id);
    if (requirement === undefined) return [];
    const was = from === null ? words.newRequirement : statusWord(from);
    const name = `${requirement.indicator} ${visible(requirement.title)}`;
    return { kind: words.statuses, text: `${name}  ${was} → ${statusWord(to)}` };
  });
  const lines = [
    ...files,
    ...statuses,
    ...(changes.files === null ? [{ kind: "", text: words.unknownFiles }] : []),
    ...(changes.statuses === null ? [{ kind: "", text: words.unknownStatuses }] : []),
  ];
  return lines.length === 0 ? [{ kind: "", text: words.noChanges }] : lines;
}
