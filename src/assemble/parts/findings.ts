/** The correction list (整改清单): what experts found in each round, and what was done about it. */
import type { Block, Cell, Column } from "../../model/document.ts";
import { findingStates } from "../../model/findings.ts";
import type { Finding, Round } from "../../model/findings.ts";
import { nodesOf } from "../../model/map.ts";
import { nameOf } from "../assembling.ts";
import type { Assembling } from "../assembling.ts";
import { fill, printDate, text } from "../format.ts";
import { cell, papers, paragraph } from "./shared.ts";

/** A sentence and a list for each round that found something; nothing without findings. */
export function findings(from: Assembling): Block[] {
  const titles = new Map<string, string>(nodesOf(from.workspace.map).map(({ code, title }) => [code, title]));
  return from.workspace.rounds
    .filter((round) => round.findings.length > 0)
    .flatMap((round): Block[] => [
      paragraph(intro(round, from)),
      {
        type: "table",
        caption: fill(from.words.parts.findings.caption, { round: round.title }),
        columns: columns(from),
        rows: round.findings.map((finding) => rowOf(finding, titles, from)),
        sideways: true,
      },
    ]);
}

function intro({ title, by, date, findings: found }: Round, { words }: Assembling): string {
  const names = words.parts.findings;
  const states = findingStates.flatMap((state) => {
    const n = found.filter((each) => each.state === state).length;
    return n === 0 ? [] : [fill(names.states[state], { n })];
  });
  const about = [by, printDate(date, words)].filter((each) => each !== "").join(words.format.comma);
  return fill(names.intro, {
    round: title,
    about: about === "" ? "" : fill(names.by, { about }),
    n: found.length,
    states: states.join(words.format.list),
  });
}

function columns({ words }: Assembling): Column[] {
  const shares = [0.06, 0.24, 0.11, 0.24, 0.1, 0.09, 0.07, 0.09];
  return words.parts.findings.columns.map((title, index) => ({
    title,
    share: shares[index] ?? 0,
    align: index === 0 || index === 6 ? "center" : "left",
  }));
}

function rowOf(finding: Finding, titles: ReadonlyMap<string, string>, from: Assembling): Cell[] {
  const { words } = from;
  const names = words.parts.findings;
  const { severity, indicators, state, answer, due } = finding;
  const weight = severity === null ? "" : names.severity[severity];
  return [
    cell(finding.id),
    [text(`${finding.text}${weight}`), ...about(finding, from)],
    cell(indicators.map((code) => `${code} ${titles.get(code) ?? ""}`.trim()).join(names.between)),
    cell(answer === "" ? names.unanswered : answer),
    cell(nameOf(from, finding.owner)),
    cell(due ?? ""),
    cell(names.state[state]),
    papers(finding.proof, from),
  ];
}

/** The evidence that a finding is about, behind its words. */
function about({ exhibits }: Finding, from: Assembling): Cell {
  if (exhibits.length === 0) return [];
  const [before = "", after = ""] = from.words.parts.findings.about.split("{items}");
  return [text(before), ...papers(exhibits, from), text(after)];
}
