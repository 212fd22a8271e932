/** Formulas against a reference: random trees are printed, and worth what JavaScript makes of them. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluate } from "../../../src/engines/formula/evaluate.ts";
import type { Figure } from "../../../src/engines/formula/evaluate.ts";
import { parseFormula } from "../../../src/engines/formula/parse.ts";
import { parseUnit, plain, shift } from "../../../src/model/unit.ts";

interface Tree {
  readonly text: string;
  readonly value: number;
}

const signs = ["+", "-", "*", "/"] as const;
const names = ["甲", "b", "c_1"] as const;
const values: Readonly<Record<(typeof names)[number], number>> = { 甲: 3, b: -7.5, c_1: 0.125 };
const facts = new Map<string, Figure>(names.map((name) => [name, { value: values[name], unit: plain }]));

const { tree } = fc.letrec<{ tree: Tree; leaf: Tree; node: Tree }>((tie) => ({
  tree: fc.oneof({ depthSize: "medium", withCrossShrink: true }, tie("leaf"), tie("node")),
  leaf: fc.oneof(
    fc.constantFrom(...names).map((name) => ({ text: name, value: values[name] })),
    fc.integer({ min: 0, max: 999 }).map((value) => ({ text: String(value), value })),
  ),
  node: fc.oneof(
    fc.tuple(tie("tree"), fc.constantFrom(...signs), tie("tree")).map(([a, sign, b]) => ({
      text: `(${a.text} ${sign} ${b.text})`,
      value: { "+": a.value + b.value, "-": a.value - b.value, "*": a.value * b.value, "/": a.value / b.value }[sign],
    })),
    tie("tree").map((a) => ({ text: `-(${a.text})`, value: -a.value })),
    fc.tuple(tie("tree"), tie("tree")).map(([a, b]) => ({
      text: `max(${a.text}, ${b.text})`,
      value: Math.max(a.value, b.value),
    })),
  ),
}));

describe("any formula", () => {
  it("is worth what JavaScript makes of it", () => {
    fc.assert(
      fc.property(tree, ({ text, value }) => {
        const result = evaluate(text, null, { facts, tables: new Map() });
        // A fault only where JavaScript has infinity or no number on its way.
        const faulty = !Number.isFinite(value) || /[/*]/u.test(text) || text.length > 4000;
        expect(result.ok ? (result.figure.value ?? Number.NaN) + 0 : faulty).toBe(result.ok ? value + 0 : true);
      }),
      { numRuns: 500 },
    );
  });

  it("without brackets keeps the order of operations", () => {
    const operand = fc.integer({ min: 1, max: 99 });
    const rest = fc.array(fc.tuple(fc.constantFrom("+", "-", "*", "/"), operand), { maxLength: 8 });
    fc.assert(
      fc.property(operand, rest, (first, more) => {
        // Products first, then sums, from left to right.
        const terms = more.reduce<(readonly [string, number])[]>(
          (all, [sign, value]) => {
            const [lastSign, last] = all.at(-1) ?? ["+", 0];
            if (sign === "*" || sign === "/")
              return [...all.slice(0, -1), [lastSign, sign === "*" ? last * value : last / value]];
            return [...all, [sign, value]];
          },
          [["+", first]],
        );
        const expected = terms.reduce((sum, [sign, value]) => (sign === "+" ? sum + value : sum - value), 0);
        const text = [String(first), ...more.map(([sign, value]) => `${sign} ${String(value)}`)].join(" ");
        const result = evaluate(text, null, { facts, tables: new Map() });
        expect(result.ok && result.figure.value).toBe(expected);
      }),
    );
  });

  it("of one unit is the same figure in each multiple of it", () => {
    const unit = (text: string) => parseUnit(text) ?? plain;
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 1, max: 1e6 }), (money, people) => {
        const scoped = (from: string) => ({
          facts: new Map([
            ["money", { value: shift(money, 4 - unit(from).scale), unit: unit(from) }],
            ["people", { value: people, unit: unit("人") }],
          ]),
          tables: new Map(),
        });
        const told = ["元", "万元", "亿元"].map((from) => evaluate("money / people", unit("元/人"), scoped(from)));
        const figures = told.map((each) => (each.ok ? (each.figure.value ?? Number.NaN).toPrecision(12) : "fault"));
        expect(new Set(figures).size).toBe(1);
      }),
    );
  });

  it("never changes with the scale in which its facts are told", () => {
    const wanted = fc.constantFrom("", "%", "‰", "1", "人", "万人", "元", "万元", "元/人", "元/万人", "人/万元");
    const part = fc.constantFrom("a", "b", "money", "a + b", "a - 3", "max(a, 20)", "count_things", "7");
    const written = fc.constantFrom("", " * 100", " / 100", " * 1000", " / 10000", " * 3", " / 100000000");
    const scale = fc.constantFrom("", "千", "万", "亿");
    fc.assert(
      fc.property(
        part,
        part,
        fc.constantFrom("*", "/"),
        written,
        wanted,
        scale,
        scale,
        (x, y, sign, by, unit, p, q) => {
          const told = (people: string, money: string) => {
            const of = (value: number, text: string): Figure => {
              const unit = parseUnit(text) ?? plain;
              return { value: shift(value, -unit.scale), unit };
            };
            const facts = new Map([
              ["a", of(512_000, `${people}人`)],
              ["b", of(360_000, "人")],
              ["money", of(1_382_400, `${money}元`)],
              ["count_things", of(12, "所")],
            ]);
            return evaluate(`(${x}) ${sign} (${y})${by}`, parseUnit(unit), { facts, tables: new Map() });
          };
          const [one, other] = [told("", ""), told(p, q)];
          // The one exception is refused, and so never silent: a step out of the scale itself.
          const refused = !other.ok && other.faults[0]?.fault === "converted";
          expect(other.ok || refused).toBe(one.ok || refused);
          expect(other.ok ? other : one).toEqual(one);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it("of any text is read, or refused, without an exception", () => {
    const pieces = fc.constantFrom(
      "甲",
      "b",
      "(",
      ")",
      "[",
      "]",
      "+",
      "*",
      "/",
      ".",
      ",",
      "1",
      "sum",
      "__proto__",
      " ",
      "&&",
      "!",
      "`",
      "'",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "binary" }),
          fc.array(pieces, { maxLength: 30 }).map((all) => all.join("")),
        ),
        (text) => {
          expect(() => parseFormula(text)).not.toThrow();
          expect(() => evaluate(text, null, { facts, tables: new Map() })).not.toThrow();
        },
      ),
      { numRuns: 1000 },
    );
  });
});
