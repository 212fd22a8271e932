/** How an indicator is scored (评分方式), from its YAML. */
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { methods } from "../model/map.ts";
import type { Limit, Method, Scoring } from "../model/map.ts";
import type { IndicatorFile, MapFile, ScoringFile } from "../schema/map.ts";
import type { Checked, Path } from "../model/places.ts";

interface Reader {
  readonly at: Checked<MapFile>["at"];
  readonly found: Diagnostic[];
}

type PointsFile = Extract<ScoringFile, { type: "points" }>;

/** How an indicator is scored; without `scoring` by text alone. */
export function readScoring(node: IndicatorFile, path: Path, reader: Reader): Scoring {
  const file = node.scoring;
  if (file === undefined) return { type: "narrative" };
  switch (file.type) {
    case "points":
      return readPoints(file, node.code, [...path, "scoring"], reader);
    case "threshold": {
      const limit = readLimit(file);
      if (typeof limit === "string") {
        const facts = { indicator: node.code, reason: limit };
        reader.found.push(diagnostic("bad-limit", reader.at([...path, "scoring"], true), facts));
      }
      const kept = typeof limit === "string" ? null : limit;
      return {
        type: "threshold",
        formula: String(file.value),
        limit: kept,
        unit: file.unit ?? "",
        basis: file.basis ?? "",
        at: reader.at([...path, "scoring", "value"]),
      };
    }
    default:
      return file;
  }
}

function readPoints({ max, step, method }: PointsFile, indicator: string, path: Path, { at, found }: Reader): Scoring {
  const points = { type: "points", max, step: step ?? null } as const;
  if (method === undefined) return points;
  const split = methods.flatMap((each): [Method, number][] => {
    const share = method[each];
    return share === undefined ? [] : [[each, share]];
  });
  const sum = Number(split.reduce((all, [, share]) => all + share, 0).toPrecision(12));
  if (sum !== max) found.push(diagnostic("method-sum", at([...path, "method"], true), { indicator, sum, max }));
  return { ...points, methods: new Map(split) };
}

const operators = ["at_least", "at_most", "more_than", "less_than", "equals"] as const;

/** The one limit of a threshold, or why there is none. */
function readLimit(file: Extract<ScoringFile, { type: "threshold" }>): Limit | "none" | "several" | "reversed" {
  const { between } = file;
  const limits = [
    ...operators.flatMap((operator): Limit[] => {
      const value = file[operator];
      return value === undefined ? [] : [{ operator, value, upTo: null }];
    }),
    ...(between === undefined ? [] : [{ operator: "between", value: between[0], upTo: between[1] } as const]),
  ];
  const [limit] = limits;
  if (limit === undefined) return "none";
  if (limits.length > 1) return "several";
  return limit.upTo !== null && limit.upTo < limit.value ? "reversed" : limit;
}
