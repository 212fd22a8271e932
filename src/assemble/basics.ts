/** First chapter: what the map is, the named figures, the overview, the stages, the tasks. */
import type { Block, Cell, Table } from "../model/document.ts";
import { leavesOf } from "../model/map.ts";
import type { Fact } from "../model/workspace.ts";
import { nameOf, narrativeOf } from "./assembling.ts";
import type { Assembling } from "./assembling.ts";
import { columns } from "./appendix.ts";
import { fill, printDate, printFigure, rounded, text } from "./format.ts";

export function assembleBasics(from: Assembling): Block[] {
  const { workspace, words } = from;
  const overview = narrativeOf(from, "overview");
  const parts: (readonly [title: string, blocks: readonly Block[]])[] = [
    [words.report.source, sourceNote(from)],
    [words.report.overview, overview],
    [words.report.figures, workspace.facts.length === 0 ? [] : factTables(from)],
    [words.report.stages, workspace.stages.length === 0 ? [] : [stageTable(from)]],
    [words.report.tasks, workspace.map.tags.size === 0 ? [] : [taskTable(from)]],
  ];
  return parts
    .filter(([, blocks]) => blocks.length > 0)
    .flatMap(([title, blocks], index): Block[] => [
      {
        type: "heading",
        level: 2,
        code: String(index + 1),
        numbers: [],
        text: title,
        anchor: `basics-${String(index + 1)}`,
      },
      ...blocks,
    ]);
}

function sourceNote({ workspace }: Assembling): Block[] {
  const { source } = workspace.map;
  return source === "" ? [] : [{ type: "paragraph", content: [text(source)] }];
}

function factTables(from: Assembling): Block[] {
  const { words, workspace } = from;
  const groups = [...new Set(workspace.facts.map((fact) => fact.group))];
  return groups.map((group): Table => ({
    type: "table",
    caption: group === "" ? words.report.facts_other : fill(words.report.facts, { group }),
    columns: columns(words.report.fact_columns, [0.4, 0.2, 0.2, 0.2]).map((column, index) => ({
      ...column,
      align: index === 1 ? "right" : index === 2 ? "center" : "left",
    })),
    rows: workspace.facts.filter((fact) => fact.group === group).map((fact) => factRow(fact, from)),
  }));
}

function factRow(fact: Fact, from: Assembling): Cell[] {
  const { words } = from;
  const base = fact.base === "" || fact.base === fact.title ? "" : fill(words.report.base, { base: fact.base });
  return [
    [text(`${fact.title}${base}`)],
    [
      text(
        fact.value === null
          ? words.report.unknown
          : printFigure(fact.formula === null ? fact.value : rounded(fact.value), fact.unit, words),
      ),
    ],
    [text(fact.asOf ?? "")],
    [text([nameOf(from, fact.source), fact.item].filter((part) => part !== "").join(words.format.comma))],
  ];
}

function stageTable({ workspace, words }: Assembling): Table {
  return {
    type: "table",
    caption: null,
    columns: columns(words.report.stage_columns, [0.22, 0.33, 0.45]).map((column) => ({ ...column, align: "left" })),
    rows: workspace.stages.map(({ title, from, to, output }) => [
      [text(title)],
      [text(fill(words.report.period, { from: printDate(from, words), to: printDate(to, words) }))],
      [text(output)],
    ]),
  };
}

/** Which indicators serve which task (重点任务). */
function taskTable({ workspace, words }: Assembling): Table {
  const leaves = leavesOf(workspace.map);
  return {
    type: "table",
    caption: null,
    columns: columns(words.report.task_columns, [0.42, 0.58]).map((column) => ({ ...column, align: "left" })),
    rows: [...workspace.map.tags].map(([id, title]) => {
      const codes = leaves
        .filter(({ indicator }) => indicator.tags.includes(id))
        .map(({ indicator }) => indicator.code);
      return [[text(title)], [text(codes.join(words.format.list))]];
    }),
  };
}
