/**
 * The check as workflow commands of GitHub Actions. GitHub shows ten annotations of each weight for a step, so those
 * go first, errors before warnings; the rest follows as plain lines in a group.
 */
import type { Language } from "../../model/map.ts";
import type { Severity } from "../../model/severity.ts";
import type { SourceRef } from "../../model/source.ts";
import type { Diagnostic } from "../diagnostic.ts";
import { placeOf, visible, word } from "../wording/wording.ts";
import { findingsOf, tellGap } from "./gaps.ts";
import { printVerdict, statusWord, stoppedVerdict } from "./human.ts";
import { changeLines, partNote, stageLine } from "./part.ts";
import type { CheckResult, Stopped } from "./result.ts";
import { gapWords } from "./words-gaps.ts";
import { printWords } from "./words.ts";

const limit = 10;

interface Annotation {
  readonly level: Severity;
  readonly title: string;
  readonly message: string;
  readonly at: SourceRef;
}

/** `folder` is the workspace as the repository names it, ending with `/`, or nothing. */
export function printGithub(result: CheckResult, language: Language, folder: string): string {
  const notes = [
    ...(changeLines(result, language, statusWord(printWords[language])) ?? []).map(
      ({ kind, text }) => `${kind} ${text}`,
    ),
    ...[stageLine(result, language), partNote(result, language)].filter((each) => each !== null),
  ];
  const verdict = printVerdict(result, { language, color: false });
  return commands(annotations(result, language), notes, verdict, language, folder);
}

/** Why there is no check. */
export function printGithubStopped(stopped: Stopped, language: Language, folder: string): string {
  const all = stopped.diagnostics.map((each) => problem(each, language));
  return commands(all, [], stoppedVerdict(stopped, language), language, folder);
}

function commands(
  all: readonly Annotation[],
  notes: readonly string[],
  verdict: string,
  language: Language,
  folder: string,
): string {
  const of = (level: Severity): Annotation[] => all.filter((each) => each.level === level);
  const [errors, warnings] = [of("error"), of("warning")];
  const rest = [...errors.slice(limit), ...warnings.slice(limit)];
  return [
    ...[...errors.slice(0, limit), ...warnings.slice(0, limit)].map((each) => annotation(each, folder)),
    ...(rest.length === 0
      ? []
      : [
          `::group::${data(gapWords[language].more(rest.length))}`,
          ...rest.map((each) => plain(each, language)),
          "::endgroup::",
        ]),
    ...notes.map((text) => plainLine(text)),
    `::notice title=evipack::${data(verdict)}`,
    "",
  ].join("\n");
}

function annotations(result: CheckResult, language: Language): Annotation[] {
  const { owing, others } = findingsOf(result, language);
  const gaps = owing.flatMap((owner) =>
    owner.gaps.map((gap): Annotation => {
      const { code: title, severity: level, at } = gap;
      return { level, title, message: tellGap(gap, owner, language), at };
    }),
  );
  return [...gaps, ...others.map((each) => problem(each, language))];
}

function problem(each: Diagnostic, language: Language): Annotation {
  const { what, next } = word(each, language);
  const message = [gapWords[language].sentence(what), next].filter((text) => text !== "").join("\n");
  return { level: each.severity, title: each.code, message, at: each.at };
}

function annotation({ level, title, message, at }: Annotation, folder: string): string {
  const inside = at.cell ?? (at.paragraph === undefined ? undefined : `¶${String(at.paragraph)}`);
  const cell = inside === undefined ? "" : ` ${visible(inside)}`;
  const places = [
    ...(at.file === "" ? [] : [`file=${property(visible(folder + at.file))}`]),
    ...(at.line === undefined ? [] : [`line=${String(at.line)}`]),
    ...(at.column === undefined ? [] : [`col=${String(at.column)}`]),
    `title=${property(title + cell)}`,
  ];
  return `::${level} ${places.join(",")}::${data(message)}`;
}

const plain = ({ level, title, message, at }: Annotation, language: Language): string =>
  plainLine(`${printWords[language].severity[level]} ${title} ${placeOf(at)} ${message.replaceAll("\n", " ")}`);

/** A line that can be no command: commands begin with `::` or hold `##[`. */
const plainLine = (text: string): string => `- ${text.trim().replaceAll("##[", "## [")}`;

/** Escaping of messages, as the toolkit of Actions does it. */
const data = (text: string): string => text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");

/** Escaping of properties: two more characters would end them. */
const property = (text: string): string => data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
