/** Every figure that has a threshold, held against it: how much of it is reached, as a figure and as a table. */
import { keeps } from "../../check/assess.ts";
import { drawBars } from "../../engines/charts.ts";
import type { Block, Figure, Table } from "../../model/document.ts";
import { leavesOf } from "../../model/map.ts";
import type { Limit } from "../../model/map.ts";
import type { Words } from "../../schema/words.ts";
import type { Assembling } from "../assembling.ts";
import { columns } from "../appendix-index.ts";
import { figuresOf, size } from "../charts/figures.ts";
import { printFigure, text } from "../format.ts";
import { limitText, shownFigure } from "../limits.ts";

interface Target {
  readonly name: string;
  /** As printed. */
  readonly figure: string;
  readonly limit: string;
  /** Both, in two lines; a long unit stands in the first only. */
  readonly note: string;
  /** Per cent of the threshold; null while the figure is not known, and for a threshold of zero or below. */
  readonly share: number | null;
  readonly shareText: string;
  readonly met: boolean | null;
}

export function targets(from: Assembling): Block[] {
  const all = targetsOf(from);
  if (all.length === 0) return [];
  const { words } = from;
  // Bars of what is not known would be an empty frame.
  const drawn = all.some(({ share }) => share !== null)
    ? targetFigures(all, words)
    : all.every(({ met }) => met === null)
      ? [{ type: "paragraph", content: [text(words.charts.targets_unknown)] } as const]
      : [];
  return [...drawn, targetTable(all, words)];
}

function targetsOf({ workspace, assessments, words }: Assembling): Target[] {
  return leavesOf(workspace.map).flatMap(({ indicator: { code, title, scoring } }): Target[] => {
    const assessment = assessments.get(code);
    if (scoring.type !== "threshold" || scoring.limit === null || assessment?.notApplicable === true) return [];
    const { limit, unit } = scoring;
    const figure = assessment?.figure ?? null;
    const share = figure === null ? null : shareOf(figure, limit);
    const printed = figure === null ? words.charts.unknown : printFigure(shownFigure(figure, limit), unit, words);
    return [
      {
        name: `${code} ${title}`,
        figure: printed,
        limit: limitText(limit, unit, words),
        note: `${printed}\n${limitText(limit, figure !== null && unit.length > 4 ? "" : unit, words)}`,
        share,
        shareText: share === null ? "–" : printFigure(shownShare(share, limit), "%", words),
        met: figure === null ? null : keeps(figure, limit),
      },
    ];
  });
}

/** A figure between the two ends of `between` is at its mark; one outside is measured by the end that it misses. */
function shareOf(figure: number, limit: Limit): number | null {
  const { value, upTo } = limit;
  if (upTo !== null && keeps(figure, limit)) return 100;
  const end = upTo !== null && figure > upTo ? upTo : value;
  return end > 0 && figure >= 0 ? (figure / end) * 100 : null;
}

/** One decimal, unless it then seemed to lie on the other side of the threshold. */
function shownShare(share: number, { operator, upTo }: Limit): number {
  const limit = { operator, value: 100, upTo: upTo === null ? null : 100 };
  const short = Number(share.toFixed(1));
  return keeps(short, limit) === keeps(share, limit) ? short : shownFigure(share, limit);
}

const word = (met: boolean | null, { charts }: Words): string =>
  met === null ? "–" : met ? charts.reached.met : charts.reached.not;

function targetFigures(all: readonly Target[], words: Words): Figure[] {
  const { charts } = words;
  const longest = Math.max(...all.map(({ share }) => share ?? 0));
  const sides = [true, false].filter((side) => all.some(({ met }) => met === side));
  const none = { value: null, text: "" };
  const drawn = drawBars({
    ...size,
    arrangement: "stacked",
    axis: { upTo: longest > 150 ? 200 : 150, step: 50, unit: "%", mark: { at: 100, text: charts.mark } },
    series: sides.map((side) =>
      side ? { name: charts.reached.met, tone: "dark" } : { name: charts.reached.not, tone: "hatched" },
    ),
    rows: all.map(({ name, note, share, shareText, met }) => ({
      label: name,
      note,
      amounts: sides.map((side) => (met === side ? { value: share, text: shareText } : none)),
    })),
  });
  const [, figureTitle, limitTitle] = charts.target_columns;
  const pictures = drawn.map(({ picture, rows: [from, to] }) => ({
    picture,
    told: all.slice(from, to).map(({ name, figure, limit, met }) => ({
      name,
      values: [
        [figureTitle, figure] as const,
        [limitTitle, limit] as const,
        ...(met === null ? [] : [["", word(met, words)] as const]),
      ],
    })),
  }));
  return figuresOf("bars", charts.targets, pictures, words);
}

function targetTable(all: readonly Target[], words: Words): Table {
  return {
    type: "table",
    caption: words.charts.targets,
    columns: columns(words.charts.target_columns, [0.36, 0.17, 0.19, 0.14, 0.14]).map((column, index) => ({
      ...column,
      align: index === 0 ? "left" : "center",
    })),
    rows: all.map(({ name, figure, limit, shareText, met }) =>
      [name, figure, limit, shareText, word(met, words)].map((cell) => [text(cell)]),
    ),
  };
}
