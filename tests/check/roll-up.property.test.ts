/** Laws of the roll-up that hold for any map and any scores. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { assess } from "../../src/check/assess.ts";
import { judge } from "../../src/check/judge.ts";
import { rollUp } from "../../src/check/roll-up.ts";
import { tally } from "../../src/check/tally.ts";
import type { IndicatorMap } from "../../src/model/map.ts";
import type { SelfScore, Waiver } from "../../src/model/workspace.ts";
import { indicator, linkTo, mapOf, section, workspaceOf } from "./models.ts";

const at = { file: "evipack.yaml" };

/** Sections of leaves with points, each leaf with a few requirements of which some have evidence. */
const cases = fc.array(
  fc.array(
    fc.record({
      max: fc.integer({ min: 1, max: 20 }),
      reached: fc.double({ min: 0, max: 1, noNaN: true }),
      weight: fc.integer({ min: 1, max: 9 }),
      applies: fc.boolean(),
      handed: fc.array(fc.boolean(), { maxLength: 4 }),
    }),
    { minLength: 1, maxLength: 4 },
  ),
  { minLength: 1, maxLength: 4 },
);

type Case = typeof cases extends fc.Arbitrary<infer T> ? T : never;

function rolled(given: Case, weighted: boolean) {
  const code = (part: number, leaf: number): string => `${String(part + 1)}-${String(leaf + 1)}`;
  const leaves = given.map((part, p) =>
    part.map((each, l) =>
      indicator(
        code(p, l),
        { weight: each.weight, scoring: { type: "points", max: each.max, step: null } },
        Object.fromEntries(each.handed.map((_, index) => [`r${String(index)}`, {}])),
      ),
    ),
  );
  const plain = mapOf(...leaves.map((part, p) => section(String(p + 1), ...part)));
  const map: IndicatorMap = weighted
    ? {
        ...plain,
        rollUp: { type: "weighted" },
        sections: plain.sections.map((s) => ({ ...s, rollUp: { type: "weighted" } })),
      }
    : plain;
  const flat = given.flatMap((part, p) => part.map((each, l) => ({ ...each, code: code(p, l), leaf: leaves[p]?.[l] })));
  const scores = new Map(
    flat.map((each): [string, SelfScore] => [each.code, { value: each.max * each.reached, reason: "", at }]),
  );
  const waivers = flat.flatMap((each): Waiver[] =>
    each.applies || each.leaf === undefined
      ? []
      : [
          {
            indicator: each.leaf.code,
            requirement: null,
            notApplicable: true,
            reason: "x",
            approver: "x",
            until: null,
            at,
          },
        ],
  );
  const workspace = workspaceOf(map, { scores, waivers });
  const links = flat.flatMap((each) =>
    (each.leaf?.requires ?? []).flatMap((wanted, index) =>
      each.handed[index] ? [linkTo(map, wanted, `教育局/${each.code} ${String(index)}.pdf`)] : [],
    ),
  );
  const coverage = judge(workspace, links);
  return { flat, coverage, standings: rollUp(map, coverage, assess(workspace)) };
}

test("shares stay between 0 and 1, and every node stands once", () => {
  fc.assert(
    fc.property(cases, fc.boolean(), (given, weighted) => {
      const { standings, flat } = rolled(given, weighted);
      for (const { coverage, score } of standings.nodes) {
        for (const { share } of [coverage, score]) {
          expect(share === null || (share >= 0 && share <= 1 + 1e-9)).toBe(true);
        }
      }
      const codes = standings.nodes.map((each) => each.code);
      expect(new Set(codes).size).toBe(codes.length);
      expect(codes.length).toBe(1 + given.length + flat.length);
    }),
  );
});

test("coverage by sum is the tally of the requirements; points of the whole are those of the leaves that apply", () => {
  fc.assert(
    fc.property(cases, (given) => {
      const { coverage, standings, flat } = rolled(given, false);
      const whole = standings.nodes[0];
      const { covered, applicable } = tally(coverage);
      expect(whole?.coverage.points ?? { self: 0, max: 0 }).toEqual({ self: covered, max: applicable });
      const applying = flat.filter((each) => each.applies);
      const points = applying.reduce((sum, each) => sum + each.max * each.reached, 0);
      expect(whole?.score.points?.self ?? 0).toBeCloseTo(points, 6);
      expect(whole?.score.points?.max ?? 0).toBe(applying.reduce((sum, each) => sum + each.max, 0));
    }),
  );
});

test("with weights, the whole lies between the least and the best section", () => {
  fc.assert(
    fc.property(cases, (given) => {
      const { standings } = rolled(given, true);
      const shares = standings.nodes
        .filter((each) => each.level === "section")
        .flatMap((each) => each.score.share ?? []);
      const whole = standings.nodes[0]?.score.share ?? null;
      expect(whole === null).toBe(shares.length === 0);
      if (whole === null) return;
      expect(whole).toBeGreaterThanOrEqual(Math.min(...shares) - 1e-9);
      expect(whole).toBeLessThanOrEqual(Math.max(...shares) + 1e-9);
    }),
  );
});
