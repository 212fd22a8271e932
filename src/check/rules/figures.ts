/** What thresholds rest on: is every figure known, and does something that was handed in prove it? */
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { columnsIn, parseFormula } from "../../engines/formula/parse.ts";
import type { IndicatorCode } from "../../model/ids.ts";
import { leavesOf } from "../../model/map.ts";
import type { SourceRef } from "../../model/source.ts";
import type { Fact, FactTable } from "../../model/workspace.ts";
import { factsBehind } from "../figure.ts";
import { waiverFor } from "../judge.ts";
import { itemNames } from "../named-items.ts";
import type { ItemNames } from "../named-items.ts";
import { departmentOf } from "../rule.ts";
import type { Judged, Rule } from "../rule.ts";

export const figures: Rule = (judged) => {
  const used = usedBy(judged);
  const names = itemNames(used.size === 0 ? { ...judged, links: [] } : judged);
  const ofFacts = [...used].flatMap(([fact, indicators]) => {
    const unproven = fact.formula === null || fact.item !== "" || columnsOf(fact.formula).length > 0;
    return [...unknown(fact, indicators, judged), ...(unproven ? unprovenBy(fact, indicators, names) : [])];
  });
  return [...ofFacts, ...ofTables(judged)];
};

/** A threshold over a table itself: the evidence of its indicator proves it, but its cells must be filled in. */
const ofTables = ({ workspace }: Judged): Diagnostic[] =>
  leavesOf(workspace.map).flatMap(({ indicator: { scoring, code, title } }) => {
    if (scoring.type !== "threshold" || waiverFor(workspace, code, null) !== null) return [];
    const cell = emptyCell(scoring.formula, workspace.tables);
    if (cell === null) return [];
    return [
      diagnostic("figure-missing", cell, { title, of: "indicator", indicators: [code], owner: "", contact: "", cell }),
    ];
  });

/** The facts behind the thresholds that apply, with the leaves that rest on them. */
function usedBy({ workspace }: Judged): Map<Fact, IndicatorCode[]> {
  const facts = new Map(workspace.facts.map((fact) => [fact.id, fact]));
  const used = new Map<Fact, IndicatorCode[]>();
  for (const { indicator } of leavesOf(workspace.map)) {
    const { scoring, code } = indicator;
    if (scoring.type !== "threshold" || waiverFor(workspace, code, null) !== null) continue;
    for (const fact of factsBehind(scoring.formula, facts)) used.set(fact, [...(used.get(fact) ?? []), code]);
  }
  return used;
}

const columnsOf = (formula: string): readonly { readonly table: string; readonly column: string }[] => {
  const parsed = parseFormula(formula);
  return parsed.ok ? columnsIn(parsed.tree) : [];
};

/** Only where the gap is: a formula is unknown because of what it uses, which is told there. */
function unknown(fact: Fact, indicators: readonly IndicatorCode[], { workspace }: Judged) {
  if (fact.value !== null) return [];
  const cell = fact.formula === null ? null : emptyCell(fact.formula, workspace.tables);
  if (fact.formula !== null && cell === null) return [];
  // Nobody is named for it: then it is the affair of the department in charge.
  const lead = leavesOf(workspace.map).find(({ indicator }) => indicator.code === indicators[0])?.indicator.lead;
  const owner = departmentOf(workspace, fact.source ?? lead ?? null);
  const asked = { owner: owner?.name ?? "", contact: owner?.contact ?? "" };
  return [diagnostic("figure-missing", fact.at, { title: fact.title, of: "fact", indicators, ...asked, cell })];
}

/** The first empty cell in a column that the formula uses; told as the row and the heading that cross there. */
function emptyCell(formula: string, tables: ReadonlyMap<string, FactTable>): SourceRef | null {
  for (const { table, column } of columnsOf(formula)) {
    const values = tables.get(table)?.columns.get(column);
    const row = values?.values.indexOf(null) ?? -1;
    const place = tables.get(table)?.rows[row]?.at;
    const head = values?.at.cell;
    if (place?.cell === undefined || head === undefined) continue;
    return { ...place, cell: `${head.replace(/\d+$/u, "")}${/\d+$/u.exec(place.cell)?.[0] ?? ""}` };
  }
  return null;
}

function unprovenBy({ title, value, item, at }: Fact, indicators: readonly IndicatorCode[], names: ItemNames) {
  // A figure that nobody has yet is owed first; what proves it comes with it.
  if (value === null && item === "") return [];
  if (names.has(item)) return [];
  const near = item === "" ? null : names.nearest(item);
  return [diagnostic("figure-without-evidence", at, { title, item, nearest: near, indicators })];
}
