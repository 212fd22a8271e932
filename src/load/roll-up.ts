/** How nodes of a map weigh and add up, from the words of the file. */
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { nearest } from "../engines/nearest.ts";
import { leavesOf } from "../model/map.ts";
import type { Indicator, IndicatorMap, Section } from "../model/map.ts";
import type { SourceRef } from "../model/source.ts";
import type { Weighing } from "../model/map.ts";
import type { Band, RollUp } from "../model/standing.ts";
import type { BandFile, RollUpFile } from "../schema/map.ts";

interface WeighingFile {
  readonly weight: number;
  readonly veto: boolean;
  readonly min_share?: number | undefined;
  readonly rollup?: RollUpFile | undefined;
}

export const readWeighing = ({ weight, veto, min_share: minShare, rollup }: WeighingFile): Weighing => ({
  weight,
  veto,
  minShare: minShare ?? null,
  rollUp: readRollUp(rollup),
});

export function readRollUp(file: RollUpFile | undefined): RollUp | null {
  if (file === undefined) return null;
  switch (file.type) {
    case "at_least":
      return { type: "at-least", count: file.count, floor: file.floor };
    case "low_marks":
      return { type: "low-marks", low: file.low, atMost: file.at_most };
    default:
      return file;
  }
}

export const readBand = ({ title, at_least: atLeast, nodes, grades }: BandFile): Band => ({
  title,
  atLeast: atLeast ?? null,
  nodes: new Map(Object.entries(nodes)),
  grades: new Map(Object.entries(grades)),
});

/** Counts that no node can reach, codes and grades that the map does not have. */
export function checkRollUps(map: IndicatorMap, bandAt: (band: number, key: string) => SourceRef): Diagnostic[] {
  const nodes = map.sections.flatMap((each) => [each, ...below(each)]);
  const counts = [{ rollUp: map.rollUp, at: map.at, size: map.sections.length }].concat(
    nodes.map(({ rollUp, at, indicators }) => ({ rollUp, at, size: indicators.length })),
  );
  const codes = nodes.map((each) => each.code as string);
  const grades = leavesOf(map).flatMap(({ indicator: { scoring } }) =>
    scoring.type === "grade" ? scoring.ladder.map((each) => each.grade) : [],
  );
  return [
    ...counts.flatMap(({ rollUp, at, size }) =>
      rollUp?.type === "at-least" && rollUp.count > size
        ? [
            diagnostic("out-of-bounds", at, {
              key: "count",
              of: "number",
              bound: "max",
              limit: String(size),
              inclusive: true,
            }),
          ]
        : [],
    ),
    ...map.bands.flatMap((band, index) => [
      ...[...band.nodes.keys()]
        .filter((code) => !codes.includes(code))
        .map((code) =>
          diagnostic("unknown-indicator", bandAt(index, "nodes"), { code, nearest: nearest(code, codes) }),
        ),
      ...[...band.grades.keys()]
        .filter((grade) => !grades.includes(grade))
        .map((grade) => {
          const facts = { key: "grades", got: grade, known: [...new Set(grades)], nearest: nearest(grade, grades) };
          return diagnostic("unknown-value", bandAt(index, "grades"), facts);
        }),
    ]),
  ];
}

const below = (node: Section | Indicator): Indicator[] => node.indicators.flatMap((each) => [each, ...below(each)]);
