/** Whatever is typed: nothing throws, and every fault has a place inside the text. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseFormula } from "../../src/engines/formula/parse.ts";
import { nearest } from "../../src/engines/nearest.ts";
import { parseYaml } from "../../src/engines/yaml.ts";
import { readName, readNameParts } from "../../src/link/name-parts.ts";
import { readFacts } from "../../src/load/facts.ts";
import { readMap } from "../../src/load/indicator-map.ts";
import { checkYaml } from "../../src/load/yaml-file.ts";
import { compareNames } from "../../src/model/order.ts";
import { factsFile, workspaceFile } from "../../src/schema/workspace.ts";
import { map as goodMap } from "../cases/workspace.ts";
import { markdown } from "../support/narratives.ts";

const runs = { numRuns: 500, seed: 20191031 };

/** Any text, and text that is nearly YAML. */
const anyText = fc.oneof(
  fc.string({ maxLength: 60, unit: "binary" }),
  fc
    .array(
      fc.constantFrom(
        "title",
        "map",
        "scores",
        "code",
        ":",
        ": ",
        "\n",
        "  ",
        "- ",
        "{",
        "}",
        "[",
        "]",
        "\t",
        "'",
        '"',
        "&a",
        "*a",
        "<<: ",
        "!!binary ",
        "? ",
        "|",
        ">",
        "#",
        "1.10",
        "null",
        "~",
        "---\n",
        "__proto__",
        "，",
        "：",
      ),
      { maxLength: 30 },
    )
    .map((parts) => parts.join("")),
);

/** The good map with a piece of it replaced by anything. */
const brokenMap = fc
  .tuple(fc.nat({ max: goodMap.length }), fc.nat({ max: 20 }), anyText)
  .map(([from, length, text]) => goodMap.slice(0, from) + text + goodMap.slice(from + length));

const bytes = (text: string): Uint8Array => Buffer.from(text);

describe("YAML", () => {
  it("is read without an exception, and faults lie in the text", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const lines = text.split("\n").length;
        for (const fault of parseYaml(text).faults) {
          expect(fault.line).toBeGreaterThanOrEqual(1);
          expect(fault.line).toBeLessThanOrEqual(lines + 1);
          expect(fault.column).toBeGreaterThanOrEqual(1);
        }
      }),
      runs,
    );
  });

  it("is checked without an exception, and has a value or a fault", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { value, diagnostics } = checkYaml("evipack.yaml", bytes(text), workspaceFile);
        expect(value === null).toBe(diagnostics.length > 0);
        for (const { at } of diagnostics) expect(at.line).toBeGreaterThanOrEqual(1);
      }),
      runs,
    );
  });

  it("of a map with a broken piece gives a map or faults", () => {
    fc.assert(
      fc.property(brokenMap, (text) => {
        const { value, diagnostics } = readMap("indicators.yaml", bytes(text), null);
        expect(value !== null || diagnostics.length > 0).toBe(true);
      }),
      runs,
    );
  });

  it("of facts is read without an exception; formulas of any text too", () => {
    fc.assert(
      fc.property(anyText, fc.string({ maxLength: 20 }), (text, formula) => {
        const ours = `a: { title: x, formula: ${JSON.stringify(formula)} }\n`;
        for (const each of [text, ours]) {
          const { value } = checkYaml("facts.yaml", bytes(each), factsFile);
          expect(() => value === null || readFacts(value)).not.toThrow();
        }
        parseFormula(formula);
      }),
      runs,
    );
  });
});

describe("names", () => {
  const anyName = fc.oneof(
    fc.string({ minLength: 1, maxLength: 40, unit: "binary" }),
    fc
      .array(
        fc.constantFrom(
          "2019",
          "-",
          "年",
          "月",
          "日",
          "3",
          "12",
          "（",
          "）",
          "〔",
          "〕",
          "奉财",
          "号",
          " ",
          "_",
          "纪要",
          "1-1",
          "，",
          ".",
        ),
        { minLength: 1, maxLength: 12 },
      )
      .map((parts) => parts.join("")),
  );

  it("are read without an exception; the title is never empty", () => {
    fc.assert(
      fc.property(anyName, (name) => {
        const { title, period } = readNameParts(name);
        expect(title !== "" || !/[\p{L}\p{N}]/u.test(name)).toBe(true);
        expect(period === null || period.from <= period.to).toBe(true);
      }),
      runs,
    );
  });

  it("of punctuation only keep it as their title", () => {
    expect(readNameParts("——").title).toBe("——");
  });

  it("with folders and codes are read without an exception", () => {
    fc.assert(
      fc.property(
        anyName,
        fc.array(anyName, { maxLength: 3 }),
        fc.array(anyName, { maxLength: 4 }),
        (name, folders, codes) => {
          const { claim } = readName(name, folders, { leaves: codes, groups: [] });
          expect(claim === null || codes.includes(claim.code)).toBe(true);
        },
      ),
      runs,
    );
  });

  it("are in a total order", () => {
    const any = fc.oneof(anyName, fc.constantFrom("a1", "a01", "a001", "é", "e\u0301", "1", "01", "一"));
    fc.assert(
      fc.property(any, any, any, (a, b, c) => {
        const sign = (x: string, y: string): number => Math.sign(compareNames(x, y));
        expect(sign(a, a)).toBe(0);
        expect(sign(a, b) + sign(b, a)).toBe(0);
        expect(a === b || sign(a, b) !== 0).toBe(true);
        expect(sign(a, b) > 0 || sign(b, c) > 0 || sign(a, c) <= 0).toBe(true);
      }),
      { ...runs, numRuns: 3000 },
    );
  });

  it("nearest is one of the known names, or none", () => {
    fc.assert(
      fc.property(anyName, fc.array(anyName, { maxLength: 6 }), (name, known) => {
        const found = nearest(name, known);
        expect(found === null || known.includes(found)).toBe(true);
        expect(found !== null || !known.includes(name)).toBe(true);
      }),
      runs,
    );
  });
});

describe("Markdown", () => {
  it("is read without an exception", async () => {
    const piece = fc.constantFrom(
      "# ",
      "## ",
      "- ",
      "1. ",
      "> ",
      "|",
      "---",
      "\n",
      "\n\n",
      "*",
      "_",
      "`",
      "```",
      "<b>",
      "![",
      "](",
      ")",
      "[^1]",
      "甲",
      "[x] ",
      "\\",
      "&lt;",
      "http://a.example ",
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 25 }), async (parts) => {
        await expect(markdown(parts.join(""))).resolves.toHaveProperty("blocks");
      }),
      runs,
    );
  });
});
