/** Small maps of a regime's shape, self scores, and what follows from them, each told in one line. */
import { expect } from "vitest";
import { assess } from "../../src/check/assess.ts";
import { judge } from "../../src/check/judge.ts";
import { rollUp } from "../../src/check/roll-up.ts";
import { readMap } from "../../src/load/indicator-map.ts";
import { indicatorCode } from "../../src/model/ids.ts";
import type { IndicatorMap } from "../../src/model/map.ts";
import type { Standing, Standings } from "../../src/model/standing.ts";
import type { Fact } from "../../src/model/workspace.ts";
import { workspaceOf } from "./models.ts";

const at = { file: "evipack.yaml" };

/** A map whose leaves need no evidence, from its `sections:` in YAML and whatever stands above them. */
function mapFrom(yaml: string): IndicatorMap {
  const text = `id: shape\ntitle: shape\nstatus: sample\nlanguage: en\n${yaml}`;
  const { value, diagnostics } = readMap("indicators.yaml", new TextEncoder().encode(text), null);
  expect(diagnostics).toEqual([]);
  if (value === null) throw new Error("no map");
  return value;
}

interface Given {
  readonly scores?: Readonly<Record<string, string | number>>;
  readonly facts?: Readonly<Record<string, number>>;
  /** Leaves that do not apply. */
  readonly without?: readonly string[];
}

export function standings(yaml: string, { scores = {}, facts = {}, without = [] }: Given): Standings {
  const map = mapFrom(yaml);
  const workspace = workspaceOf(map, {
    scores: new Map(Object.entries(scores).map(([code, value]) => [code, { value, reason: "sample", at }])),
    facts: Object.entries(facts).map(([id, value]): Fact => {
      return {
        id,
        title: id,
        value,
        formula: null,
        unit: "",
        measure: null,
        claim: null,
        asOf: null,
        source: null,
        item: "",
        base: "",
        group: "",
        at,
      };
    }),
    waivers: without.map((code) => ({
      indicator: indicatorCode(code),
      requirement: null,
      notApplicable: true,
      reason: "sample",
      approver: "sample",
      until: null,
      at,
    })),
  });
  return rollUp(map, judge(workspace, []), assess(workspace));
}

export const nodeOf = (all: Standings, code: string | null): Standing => {
  const node = all.nodes.find((each) => each.code === code);
  if (node === undefined) throw new Error(`no node ${String(code)}`);
  return node;
};

/** `met 90% 9/10 [shortfalls]`: a score in one line. */
export function told(all: Standings, code: string | null = null): string {
  const { verdict, share, points, shortfalls } = nodeOf(all, code).score;
  const parts = [
    verdict ?? "open",
    share === null ? "-" : `${String(Math.round(share * 1000) / 10)}%`,
    ...(points === null ? [] : [`${String(points.self)}/${String(points.max)}`]),
    ...shortfalls.map((each) => `${each.type}:${each.node ?? "map"}`),
  ];
  return parts.join(" ");
}

export const leaf = (code: string, scoring: string, more = ""): string =>
  `{ code: ${code}, title: leaf ${code}, scoring: { ${scoring} }${more === "" ? "" : `, ${more}`} }`;
export const section = (code: string, more: string, ...leaves: readonly string[]): string =>
  `  - { code: ${code}, title: part ${code}${more === "" ? "" : `, ${more}`}, indicators: [${leaves.join(", ")}] }\n`;
export const numbered = (count: number, of: string, scoring: string, more = ""): string[] =>
  Array.from({ length: count }, (_, index) => leaf(`${of}.${String(index + 1)}`, scoring, more));
export const scored = (of: string, values: readonly (string | number)[]): Record<string, string | number> =>
  Object.fromEntries(values.map((value, index) => [`${of}.${String(index + 1)}`, value]));
