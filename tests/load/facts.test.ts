/** facts.yaml: formulas over facts, whatever their order, their length and their names. */
import { describe, expect, it } from "vitest";
import { readFacts } from "../../src/load/facts.ts";
import { checkYaml } from "../../src/load/yaml-file.ts";
import { factsFile } from "../../src/schema/workspace.ts";

const read = (text: string) => {
  const checked = checkYaml("facts.yaml", Buffer.from(text), factsFile).value;
  if (checked === null) throw new Error(`no facts.yaml: ${text}`);
  const { value, diagnostics } = readFacts(checked);
  return {
    values: Object.fromEntries(value.map((fact) => [fact.id, fact.value])),
    found: diagnostics.map(({ code, at, facts }) => ({ code, line: at.line, facts })),
  };
};

describe("formulas of facts", () => {
  it("are computed in any order, in the unit of each", () => {
    const { values, found } = read(
      [
        "c: { title: 丙, formula: b * 2, unit: 元/人 }",
        "b: { title: 乙, formula: a / n, unit: 元/人 }",
        "a: { title: 甲, value: 138.24, unit: 万元 }",
        "n: { title: 人, value: 51.2, unit: 万人 }",
      ].join("\n"),
    );
    expect(found).toEqual([]);
    expect(values).toEqual({ a: 138.24, b: 2.7, c: 5.4, n: 51.2 });
  });

  it("may hang on each other in a long chain", () => {
    const chain = Array.from({ length: 3000 }, (_, i) => `f${String(i)}: { title: x, formula: f${String(i + 1)} + 1 }`);
    const { values, found } = read([...chain, "f3000: { title: x, value: 0 }"].join("\n"));
    expect(found).toEqual([]);
    expect(values["f0"]).toBe(3000);
  });

  it("that come back to themselves are told once, with the way round; what uses them is not known", () => {
    const { values, found } = read(
      [
        "x: { title: 用, formula: a + 1 }",
        "a: { title: 甲, formula: b }",
        "b: { title: 乙, formula: c }",
        "c: { title: 丙, formula: a }",
        "s: { title: 自, formula: s * 2 }",
        "ok: { title: 好, value: 1 }",
      ].join("\n"),
    );
    expect(found).toMatchObject([
      { code: "bad-formula", line: 2, facts: { reason: "cycle", about: "a → b → c → a" } },
      { code: "bad-formula", line: 5, facts: { reason: "cycle", about: "s → s" } },
    ]);
    expect(values).toEqual({ x: null, a: null, b: null, c: null, s: null, ok: 1 });
  });

  it("may have names that JavaScript has too", () => {
    const { values, found } = read(
      "constructor: { title: x, value: 2 }\ntoString: { title: y, formula: constructor * 2 }\nz: { title: z, formula: hasOwnProperty }\n",
    );
    expect(values).toEqual({ constructor: 2, toString: 4, z: null });
    expect(found).toMatchObject([{ code: "unknown-fact", line: 3, facts: { name: "hasOwnProperty" } }]);
  });

  it("tell a name that no fact has with the nearest, at the formula", () => {
    const { found } = read("budget: { title: x, value: 2 }\nhalf: { title: y, formula: budgt / 2 }\n");
    expect(found).toEqual([{ code: "unknown-fact", line: 2, facts: { name: "budgt", nearest: "budget" } }]);
  });
});
