/** Words about figures, formulas, limits and tables. */
import type { Limit } from "../../../model/map.ts";
import type { SourceRef } from "../../../model/source.ts";
import type { FiguresFacts, FormulaReason, TableReason, UsedFact } from "../../facts/figures.ts";
import type { CatalogueOf } from "../catalogue.ts";
import { meant, selfScore } from "./phrases.ts";

const among = (names: readonly string[]): string =>
  names.length === 0 ? "" : `Known: ${names.slice(0, 12).join(", ")}${names.length > 12 ? " and others" : ""}. `;
const place = ({ file, line, cell }: SourceRef): string =>
  cell === undefined ? `${file} line ${String(line ?? 1)}` : `${file}!${cell}`;

const formulaFault: Readonly<Record<FormulaReason, (about: string) => string>> = {
  syntax: () => "cannot be understood",
  unsupported: () => "may hold only names of facts, numbers, + - * /, comparisons, brackets and functions",
  "too-long": () => "is too long, or has too many brackets in one another",
  cycle: (about) => `comes back to itself: ${about}`,
  "division-by-zero": (about) => (about === "" ? "divides by zero" : `divides by zero in the row "${about}"`),
  overflow: () => "gives a number that is too large to be one",
  "not-a-figure": () => "does not give one figure",
  converted: () => "makes a conversion that is made already: thousands and millions are reckoned in plain units",
  "not-a-condition": () => "has a number where a condition should stand",
  "two-tables": (about) => `reckons with the rows of two tables at once (${about})`,
  "table-alone": (about) => `uses "${about}", which is a table and not a figure`,
};

const formulaRemedy: Partial<Readonly<Record<FormulaReason, string>>> = {
  "too-long": "Break it up into several facts.",
  cycle: "At least one of these facts needs a value of its own.",
  "not-a-figure": "Make one figure of a column with sum, mean or spread, and of a condition with count_if or share.",
  "not-a-condition": "A condition compares, e.g. schools.pupils >= 50; join conditions with && or ||.",
  converted: "Leave out the conversion (* 10000 and the like); the unit of the result stands in unit.",
  "two-tables": "Rows are reckoned one by one within a single table; make one figure of each column first.",
  "table-alone": "Write table.column; count(table) gives the number of its rows.",
};

const usages: Readonly<Record<string, string>> = {
  sum: "sum(table.column)",
  min: "min(table.column) or min(a, b)",
  max: "max(table.column) or max(a, b)",
  mean: "mean(table.column), weighted: mean(table.column, table.weight)",
  spread: "spread(table.column), weighted: spread(table.column, table.weight)",
  round: "round(figure, decimals)",
  level: "level(figure, standard)",
  count: "count(table)",
  count_if: "count_if(condition), where the condition compares columns of a table",
  share: "share(condition), where the condition compares columns of a table",
  met: "met(condition, condition, …)",
};

const tableFault: Readonly<Record<TableReason, (about: string) => readonly [string, string]>> = {
  "not-a-table": () => ["is no .xlsx or .csv table and was not read", "Keep only .xlsx and .csv files in tables/."],
  "no-figures": () => [
    "has no figures: a row of headings with numbers below it is needed",
    "Write headings in the first row, with units in brackets.",
  ],
  "name-taken": (about) => [
    `has the same name as ${about} and was not read`,
    "Tables go by their file names; change one.",
  ],
  "cannot-read": (about) => [`cannot be read (${about})`, "See that the file lies in the workspace and may be read."],
  corrupt: () => ["is damaged and cannot be opened", "Open it in Excel or WPS and save a copy."],
  encrypted: () => ["needs a password to open", "Save a copy without the password."],
  "old-format": () => ["is a workbook of the old kind (.xls)", "Save it as .xlsx."],
  "too-large": () => ["is too large (over 20,000 rows)", "Keep only the rows and columns that are needed."],
};

const withUnit = (value: number, unit: string): string =>
  `${String(value)}${unit === "" || unit === "%" || unit === "‰" ? unit : ` ${unit}`}`;

const limitText = ({ operator, value, upTo }: Limit, unit: string): string => {
  const one = withUnit(value, unit);
  return {
    at_least: `at least ${one}`,
    at_most: `at most ${one}`,
    more_than: `more than ${one}`,
    less_than: `less than ${one}`,
    equals: one,
    between: `between ${String(value)} and ${withUnit(upTo ?? value, unit)}`,
  }[operator];
};

const failingRows = (rows: readonly string[]): string =>
  rows.length === 0
    ? ""
    : `; short of it: ${rows.slice(0, 8).join(", ")}${rows.length > 8 ? ` and ${String(rows.length - 8)} more` : ""}`;

/** A plain number has no unit. */
const unitName = (unit: string): string => (unit === "1" ? "no unit" : unit);

const usedFacts = (uses: readonly UsedFact[]): string =>
  uses.length === 0
    ? ""
    : `It uses ${uses.map(({ name, unit, at }) => `${name} (${unit === "" ? "no unit" : unit}, ${at.file}:${String(at.line ?? 1)})`).join(", ")}. `;

export const figures: CatalogueOf<FiguresFacts> = {
  "bad-formula": ({ formula, reason, about, uses }) => ({
    what: `the formula "${formula.slice(0, 80)}" ${formulaFault[reason](about)}`,
    next: `${usedFacts(uses)}${formulaRemedy[reason] ?? "Mend the formula or the facts it uses."}`,
  }),
  "unknown-table": ({ name, nearest, known }) => ({
    what: `the formula uses the table "${name}", which is not in tables/`,
    next: `${meant(nearest)}${nearest === null ? among(known) : ""}Put the table into tables/, or mend the formula.`,
  }),
  "unknown-column": ({ table, name, nearest, known }) => ({
    what: `the table "${table}" has no column of figures "${name}"`,
    next: `${meant(nearest)}${nearest === null ? among(known) : ""}Add it to the headings, or mend the formula.`,
  }),
  "unknown-function": ({ name, nearest, known }) => ({
    what: `the formula calls "${name}", which does not exist`,
    next: `${meant(nearest)}${nearest === null ? among(known) : ""}Mend the formula.`,
  }),
  "bad-arguments": ({ formula, function: name }) => ({
    what: `the formula "${formula.slice(0, 80)}" does not use ${name}() as it is meant`,
    next: `Write ${usages[name] ?? `${name}(…)`}.`,
  }),
  "unit-mismatch": ({ formula, left, right, operator, uses }) => ({
    what:
      operator === ""
        ? `the formula "${formula.slice(0, 80)}" gives "${unitName(left)}", which does not fit the unit "${unitName(right)}"`
        : `the formula "${formula.slice(0, 80)}" joins unlike units with ${operator}: "${unitName(left)}" and "${unitName(right)}"`,
    next: `${usedFacts(uses)}Compare the units of the facts with the formula, and mend what is wrong.`,
  }),
  "table-unreadable": ({ reason, about }) => {
    const [what, next] = tableFault[reason](about);
    return { what: `this file ${what}`, next };
  },
  "table-heading": ({ heading, first }) => ({
    what:
      first === null
        ? "this column has numbers but no heading, so nothing can use it"
        : `the heading "${heading}" stands at ${place(first)} already; this column was not read`,
    next: "Give each column a heading of its own, with the unit in brackets.",
  }),
  "table-value": ({ column, got }) => ({
    what:
      got === ""
        ? `a formula in the column "${column}" has no result`
        : `"${got}" in the column "${column}" is no number, or its unit is not that of the heading`,
    next: "Write a number; 0 where there is none, nothing where it is not known yet.",
  }),
  "table-row-twice": ({ name, first }) => ({
    what: `"${name}" stands in the table twice, first at ${place(first)}, and would count twice`,
    next: "Delete one of the rows, or make the names tell them apart.",
  }),
  "table-sheets": ({ read, left }) => ({
    what: `of several tables in this file only "${read}" was read, not ${left.map((each) => `"${each}"`).join(", ")}`,
    next: "Keep one table in each file.",
  }),
  "fact-conflict": ({ title, value, other, first }) => ({
    what: `"${title}" is told twice with different values: ${value} here, ${other} in ${place(first)}`,
    next: "Ask the department that answers for it, and write the figure once; if they count different things, say so in title or base.",
  }),
  "fact-claim": ({ title, value, formula, computed }) => ({
    what: `"${title}" is given as ${value}, but "${formula}" makes ${computed}`,
    next: "Compare both, and mend the one that is wrong.",
  }),
  "fact-date": ({ title, day, window }) => ({
    what: `the day of "${title}" (${day}) lies outside ${window.from} to ${window.to}`,
    next: "Give the figure of a day that counts; if the day is wrong, mend as_of.",
  }),
  "figure-missing": ({ title, of, indicators, owner, contact, cell }) => ({
    what:
      of === "indicator"
        ? `a table that indicator ${indicators.join(", ")} "${title}" uses has an empty cell, so it cannot be told whether it is met`
        : `"${title}" ${cell === null ? "is not known yet" : "uses a table that has an empty cell"}, so it cannot be told whether ${indicators.join(", ")} ${indicators.length === 1 ? "is" : "are"} met`,
    next: `${owner === "" ? "Find it" : `Ask ${owner}${contact === "" ? "" : ` (${contact})`} for it`} and write it ${
      cell === null ? "as value" : `into ${place(cell)}`
    }.`,
  }),
  "figure-without-evidence": ({ title, item, nearest, indicators }) => ({
    what:
      item === ""
        ? `${indicators.join(", ")} rests on "${title}", which names nothing that proves it`
        : `"${title}" (${indicators.join(", ")}) is said to be proven by "${item}", which was not handed in`,
    next: item === "" ? "Name an exhibit in item." : `${meant(nearest)}Hand it in, or mend item.`,
  }),
  "threshold-not-met": ({ indicator, title, figure, unit, limit, claimed, failing }) => ({
    what:
      `${indicator} ${title} is not met: ${withUnit(figure, unit)}, the standard is ${limitText(limit, unit)}` +
      failingRows(failing) +
      (claimed ? "; the self score says that it is met" : ""),
    next: `Compare the figures; if it is so, say so: give ${indicator} the score self: not and a reason in scores of evipack.yaml.`,
  }),
  "score-differs": ({ indicator, title, self, figure, unit, limit, outcome }) => ({
    what: `${indicator} ${title} scores itself "${selfScore(self)}", but by the figure it is ${outcome === "met" ? "met" : "not met"}: ${withUnit(figure, unit)}, the standard is ${limitText(limit, unit)}; the report goes by the figure`,
    next: `Compare the figures; if they are right, make the score ${outcome} or leave it out, and mend its reason.`,
  }),
  "score-without-evidence": ({ indicator, title, self, owed }) => ({
    what: `${indicator} ${title} scores itself "${selfScore(self)}", ${owed.length === 0 ? "though nothing that is asked for was handed in" : `the most there is, though this is still owed: ${owed.map((each) => `"${each}"`).join(", ")}`}`,
    next: "Complete the evidence, or lower the score.",
  }),
};
