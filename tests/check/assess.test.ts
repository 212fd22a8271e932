/** Figures against limits, and what a self score means under each way of scoring. */
import { describe, expect, it } from "vitest";
import { assess, keeps } from "../../src/check/assess.ts";
import { allowedScores, fitsScoring } from "../../src/load/scores.ts";
import type { Assessment } from "../../src/model/coverage.ts";
import type { Limit, Scoring } from "../../src/model/map.ts";
import type { Fact, Waiver } from "../../src/model/workspace.ts";
import { indicatorCode } from "../../src/model/ids.ts";
import { indicator, mapOf, section, workspaceOf } from "./models.ts";

const at = { file: "facts.yaml" };

const fact = (id: string, value: number | null): Fact => ({
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
});

function assessed(
  scoring: Scoring,
  self: string | number | null = null,
  facts: Readonly<Record<string, number | null>> = {},
  waivers: readonly Waiver[] = [],
): Assessment {
  const map = mapOf(section("1", indicator("1-1", { scoring })));
  const scores = new Map(self === null ? [] : [["1-1", { value: self, reason: "样例", at }]]);
  const values = Object.entries(facts).map(([id, value]) => fact(id, value));
  const [only] = assess(workspaceOf(map, { scores, facts: values, waivers }));
  if (only === undefined) throw new Error("nothing assessed");
  return only;
}

const limit = (operator: Limit["operator"], value: number, upTo: number | null = null): Limit => ({
  operator,
  value,
  upTo,
});
const threshold = (formula: string, held: Limit | null): Scoring => ({
  type: "threshold",
  formula,
  limit: held,
  unit: "",
  basis: "",
  at,
});

describe("keeps", () => {
  it.each<[Limit["operator"], number, boolean]>([
    ["at_least", 1.99, false],
    ["at_least", 2, true],
    ["at_least", 2.01, true],
    ["at_most", 1.99, true],
    ["at_most", 2, true],
    ["at_most", 2.01, false],
    ["more_than", 2, false],
    ["more_than", 2.0000001, true],
    ["less_than", 2, false],
    ["less_than", 1.9999999, true],
    ["equals", 2, true],
    ["equals", 2.000001, false],
    ["between", 1.99, false],
    ["between", 2, true],
    ["between", 3, true],
    ["between", 4, true],
    ["between", 4.01, false],
  ])("%s 2 (to 4): %d %s", (operator, figure, expected) => {
    expect(keeps(figure, limit(operator, 2, operator === "between" ? 4 : null))).toBe(expected);
  });

  it.each<[number, Limit, boolean]>([
    [0.1 + 0.2, limit("equals", 0.3), true],
    [0.1 + 0.2, limit("at_most", 0.3), true],
    [0.1 + 0.2, limit("more_than", 0.3), false],
    [1.1 + 2.2, limit("between", 1, 3.3), true],
    [4.35 * 100, limit("at_least", 435), true],
    [1.005 * 1000, limit("at_least", 1005), true],
    [0, limit("at_least", 0), true],
    [-1, limit("less_than", 0), true],
    [1e12 + 1, limit("more_than", 1e12), false],
  ])("%d against %j: %s", (figure, held, expected) => {
    expect(keeps(figure, held)).toBe(expected);
  });
});

describe("a threshold", () => {
  const scoring = threshold("budget / people", limit("at_least", 2));
  it.each<[Readonly<Record<string, number | null>>, number | null, Assessment["outcome"]]>([
    [{ budget: 23000, people: 10000 }, 2.3, "met"],
    [{ budget: 20000, people: 10000 }, 2, "met"],
    [{ budget: 19999, people: 10000 }, 1.9999, "not"],
    [{ budget: null, people: 10000 }, null, null],
    [{ budget: 5 }, null, null],
    [{ budget: 5, people: 0 }, null, null],
  ])("%j gives %s: %s", (facts, figure, outcome) => {
    expect(assessed(scoring, null, facts)).toMatchObject({ figure, outcome });
  });

  it("the figure speaks before the self score", () => {
    expect(assessed(scoring, "met", { budget: 1, people: 1 }).outcome).toBe("not");
    expect(assessed(scoring, "partly", { budget: null, people: 1 }).outcome).toBe("partly");
  });

  it("without a limit the self score speaks", () => {
    expect(assessed(threshold("a", null), "met", { a: 1 })).toMatchObject({ figure: 1, outcome: "met" });
  });
});

const ladder = ["C", "B", "A"].map((grade) => ({ grade, criterion: "样例" }));

describe("a self score", () => {
  it.each<[Scoring, string | number | null, Assessment["outcome"]]>([
    [{ type: "gate" }, null, null],
    [{ type: "gate" }, "pass", "met"],
    [{ type: "gate" }, "fail", "not"],
    [{ type: "points", max: 10, step: null }, 10, "met"],
    [{ type: "points", max: 10, step: null }, "10", "met"],
    [{ type: "points", max: 10, step: 0.5 }, 9.5, "partly"],
    [{ type: "points", max: 10, step: null }, 0, "not"],
    [{ type: "ordinal", max: 3 }, 3, "met"],
    [{ type: "ordinal", max: 3 }, "1", "partly"],
    [{ type: "ordinal", max: 3 }, 0, "not"],
    [{ type: "grade", ladder }, "A", "met"],
    [{ type: "grade", ladder }, "B", "partly"],
    [{ type: "grade", ladder }, "C", "not"],
    [{ type: "met", partly: true }, "met", "met"],
    [{ type: "met", partly: true }, "partly", "partly"],
    [{ type: "met", partly: true }, "not", "not"],
    [{ type: "narrative" }, null, null],
  ])("%j with %s: %s", (scoring, self, outcome) => {
    expect(assessed(scoring, self).outcome).toBe(outcome);
  });

  it.each<[Scoring, string | number, boolean]>([
    [{ type: "gate" }, "pass", true],
    [{ type: "gate" }, "Pass", false],
    [{ type: "gate" }, 1, false],
    [{ type: "points", max: 10, step: null }, 9.87, true],
    [{ type: "points", max: 10, step: null }, "9.87", true],
    [{ type: "points", max: 10, step: null }, -0.1, false],
    [{ type: "points", max: 10, step: null }, 10.1, false],
    [{ type: "points", max: 10, step: null }, "", false],
    [{ type: "points", max: 10, step: null }, "ten", false],
    [{ type: "points", max: 10, step: 0.5 }, 8.5, true],
    [{ type: "points", max: 10, step: 0.5 }, 8.3, false],
    [{ type: "points", max: 1, step: 0.1 }, 0.3, true],
    [{ type: "points", max: 1, step: 0.1 }, 0.7, true],
    [{ type: "ordinal", max: 3 }, 2, true],
    [{ type: "ordinal", max: 3 }, 2.5, false],
    [{ type: "ordinal", max: 3 }, 4, false],
    [{ type: "grade", ladder }, "A", true],
    [{ type: "grade", ladder }, "D", false],
    [{ type: "met", partly: true }, "partly", true],
    [{ type: "met", partly: false }, "partly", false],
    [threshold("a", null), "met", true],
    [threshold("a", null), 2.3, false],
    [{ type: "narrative" }, "met", false],
  ])("%j allows %s: %s", (scoring, value, allowed) => {
    expect(fitsScoring(value, scoring)).toBe(allowed);
  });

  it("blank space is no score", () => {
    expect(fitsScoring(" ", { type: "points", max: 10, step: null })).toBe(false);
  });

  it.each<[Scoring, string]>([
    [{ type: "gate" }, "pass, fail"],
    [{ type: "points", max: 10, step: null }, "0–10"],
    [{ type: "ordinal", max: 3 }, "0–3"],
    [{ type: "grade", ladder }, "C, B, A"],
    [{ type: "met", partly: false }, "met, not"],
  ])("%j: %s", (scoring, text) => {
    expect(allowedScores(scoring)).toBe(text);
  });
});

describe("not applicable", () => {
  const waiver: Waiver = {
    indicator: indicatorCode("1-1"),
    requirement: null,
    notApplicable: true,
    reason: "样例",
    approver: "",
    until: null,
    at,
  };
  it.each<[Partial<Waiver>, boolean]>([
    [{}, true],
    [{ notApplicable: false }, false],
    [{ requirement: "paper" }, false],
    [{ indicator: indicatorCode("1-2") }, false],
    [{ until: "2019-10-31" }, true],
    [{ until: "2019-10-30" }, false],
  ])("%j: %s", (facts, expected) => {
    expect(assessed({ type: "gate" }, null, {}, [{ ...waiver, ...facts }]).notApplicable).toBe(expected);
  });
});
