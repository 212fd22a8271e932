/** Numbers of exhibits as the pattern of a map writes them: given out, read back, frozen, and told where they will not do. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { accept } from "../../src/check/accept.ts";
import { check } from "../../src/check/check.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { readNodeCode } from "../../src/link/codes.ts";
import { linkEvidence } from "../../src/link/link.ts";
import { parseYaml } from "../../src/engines/yaml.ts";
import { patternFaults, readPattern } from "../../src/load/exhibit-number.ts";
import { readLockLines } from "../../src/load/lock-lines.ts";
import { numbersOf, shapeOf, stemOf } from "../../src/model/exhibit-number.ts";
import { indicatorCode } from "../../src/model/ids.ts";
import type { LockEntry } from "../../src/model/lock.ts";
import { leavesOf } from "../../src/model/map.ts";
import type { IndicatorMap } from "../../src/model/map.ts";
import { compareNames } from "../../src/model/order.ts";
import { lockText } from "../../src/write/lock.ts";
import { indicator, item, mapOf, section, workspaceOf } from "./models.ts";

const at = { file: "indicators.yaml", line: 9, column: 18 };
const plain = mapOf(
  section("1", indicator("1-1-1", {}, { plan: { title: "规划文件" } }), indicator("1-1-2")),
  section("2", indicator("2-1-3", {}, { budget: { title: "预算批复", min: 60 } })),
);

/** The map with a pattern, and what is wrong with that. */
function patterned(
  text: string,
  map: IndicatorMap = plain,
): { readonly map: IndicatorMap; readonly faults: unknown[] } {
  const found: Diagnostic[] = [];
  const own = { ...map, exhibitNumber: readPattern(text, at, found) };
  found.push(...patternFaults(own));
  return {
    map: own,
    faults: found.map((each) => (each.code === "number-pattern" ? [each.facts.reason, each.facts.got] : each.code)),
  };
}

const leaf = indicatorCode("2-1-3");

describe("a pattern", () => {
  it.each([
    ["{indicator}-{nn}", ["2-1-3-01", "2-1-3-12"]],
    ["{indicator}-{within}", ["2-1-3-1", "2-1-3-12"]],
    ["{indicator}-{nnn}", ["2-1-3-001", "2-1-3-012"]],
    ["{section_roman}-{below})-{circled}", ["Ⅱ-1-3)-①", "Ⅱ-1-3)-⑫"]],
    ["{section}.{below}（{roman}）", ["2.1-3（Ⅰ）", "2.1-3（Ⅻ）"]],
    ["证{indicator}{circled}", ["证2-1-3①", "证2-1-3⑫"]],
  ])("%s writes %s", (text, written) => {
    const { map, faults } = patterned(text);
    const numbers = numbersOf(map);
    expect(faults).toEqual([]);
    expect([1, 12].map((serial) => numbers.numberOf(leaf, serial))).toEqual(written);
  });

  it("of codes with dots writes 6.1.1-1", () => {
    const dotted = mapOf(section("6", indicator("6.1.1")));
    const { map } = patterned("{indicator}-{within}", dotted);
    expect(numbersOf(map).numberOf(indicatorCode("6.1.1"), 1)).toBe("6.1.1-1");
  });

  it.each([
    ["{indicater}-{nn}", ["unknown", "indicater"]],
    ["{indicator}", ["none", ""]],
    ["{indicator}-{n}-{nn}", ["twice", "{nn}"]],
    ["{nn}-{indicator}", ["order", "{indicator}"]],
    ["{indicator}{nn}", ["joined", "1-1-1"]],
    ["{section}-{nn}", ["alike", "1-1-1, 1-1-2"]],
    ["{indicator}/{nn}", ["sign", "/"]],
    ["{indicator} {nn}", ["sign", " "]],
    ["[{indicator}]-{nn}", ["sign", "["]],
    ["{indicator-{nn}", ["sign", "{"]],
  ])("%s will not do, and is told", (text, fault) => {
    expect(patterned(text).faults[0]).toEqual(fault);
  });

  it("takes no codes with signs that numbers cannot have", () => {
    expect(patterned("{section}-{nn}", mapOf(section("一、", indicator("1-1")))).faults).toEqual([["sign", "、"]]);
  });

  it("with Roman sections ends at twelve of them", () => {
    const sections = Array.from({ length: 13 }, (_, index) =>
      section(String(index + 1), indicator(`${String(index + 1)}-1`)),
    );
    expect(patterned("{section_roman}-{below}-{nn}", mapOf(...sections)).faults).toEqual([["section", "13"]]);
  });
});

const anyPattern = fc
  .tuple(
    fc.constantFrom("{indicator}", "{section_roman}-{below})", "证{section}.{below}"),
    fc.constantFrom("-{nn}", "-{within}", "-{nnn}", "{circled}", "（{roman}）", "-{nn}）"),
  )
  .map((parts) => parts.join(""));

describe("whatever the pattern", () => {
  it("reads back every number that it writes, and no other number of its shape is written twice", () => {
    fc.assert(
      fc.property(anyPattern, fc.uniqueArray(fc.integer({ min: 1, max: 400 }), { maxLength: 30 }), (text, serials) => {
        const { map, faults } = patterned(text);
        const { numberOf, read } = numbersOf(map);
        expect(faults).toEqual([]);
        const all = ["1-1-1", "1-1-2", "2-1-3"].flatMap((code) =>
          serials.map((serial) => ({ leaf: indicatorCode(code), serial })),
        );
        const written = all.map((each) => numberOf(each.leaf, each.serial));
        expect(new Set(written).size).toBe(all.length);
        expect(written.map((number) => read(number))).toEqual(all);
        for (const number of written) expect(number).toMatch(shapeOf(map.exhibitNumber));
      }),
      { numRuns: 100, seed: 20191031 },
    );
  });

  it("stands in the order of names as long as the form can express it", () => {
    fc.assert(
      fc.property(anyPattern, fc.integer({ min: 1, max: 11 }), (text, serial) => {
        const { numberOf } = numbersOf(patterned(text).map);
        expect(compareNames(numberOf(leaf, serial), numberOf(leaf, serial + 1))).toBe(-1);
      }),
      { numRuns: 100, seed: 20191031 },
    );
  });
});

const papers = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => `财政局/2-1-3 预算批复 第${String(index + 1)}份样例.txt`);

const judged = (map: IndicatorMap, paths: readonly string[], lock = workspaceOf(map).lock) => {
  const evidence = paths
    .map((path) => item(map, path, { sha256: path }))
    .toSorted((a, b) => compareNames(a.path, b.path));
  const workspace = workspaceOf(map, { evidence, lock });
  return check(workspace, linkEvidence(workspace), []);
};

describe("the name of a file that begins with a number", () => {
  const read = (text: string, name: string): unknown => {
    const { map } = patterned(text);
    const stems = leavesOf(map).map((each) => [stemOf(each, map.exhibitNumber, map), each.indicator.code] as const);
    const codes = { leaves: ["1-1-1", "1-1-2", "2-1-3"], groups: ["1", "2"] };
    return readNodeCode(name, { ...codes, numbers: { pattern: map.exhibitNumber, stems } });
  };

  it.each([
    [
      "{section_roman}-{below})-{circled}",
      "Ⅱ-1-3)-⑫ 预算批复.pdf",
      { code: "2-1-3", serial: 12, rest: " 预算批复.pdf" },
    ],
    [
      "{section_roman}-{below})-{circled}",
      "2-1-3 预算批复.pdf",
      { code: "2-1-3", serial: null, rest: " 预算批复.pdf" },
    ],
    ["证{indicator}（{nn}）", "证1-1-2（03）预算批复", { code: "1-1-2", serial: 3, rest: "预算批复" }],
    ["{indicator}-{within}", "2-1-3-2018年度报告", { code: "2-1-3", serial: null, rest: "-2018年度报告" }],
    ["{indicator}-{within}", "2-1-3-4 报告", { code: "2-1-3", serial: 4, rest: " 报告" }],
    ["{section_roman}-{below})-{circled}", "Ⅲ-1-3)-① 预算批复.pdf", null],
  ])("%s: %s", (text, name, expected) => {
    expect(read(text, name)).toEqual(expected);
  });
});

describe("numbers that were given out", () => {
  it("stay when papers come before them, whatever the pattern", () => {
    const { map } = patterned("{section_roman}-{below})-{circled}");
    const before = judged(map, papers(3).slice(1));
    const { lock } = accept(before, []);
    expect(lock.map((each) => each.number)).toEqual(["Ⅱ-1-3)-①", "Ⅱ-1-3)-②"]);
    const after = judged(map, papers(3), lock);
    expect([...after.numbering.numbers.values()].toSorted(compareNames)).toEqual(["Ⅱ-1-3)-①", "Ⅱ-1-3)-②", "Ⅱ-1-3)-③"]);
    for (const [key, number] of before.numbering.numbers) expect(after.numbering.numbers.get(key)).toBe(number);
  });
});

describe("the lock", () => {
  it("gives back numbers of any pattern, read line by line or as YAML", () => {
    fc.assert(
      fc.property(anyPattern, fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 12 }), (text, serials) => {
        const { map } = patterned(text);
        const { numberOf } = numbersOf(map);
        const lock = serials.map((serial): LockEntry => ({
          number: numberOf(leaf, serial),
          files: new Map([["evidence/财政局/样例.pdf", "a".repeat(64)]]),
          links: new Map([["2-1-3/budget", "0123456789abcdef"]]),
          gone: false,
        }));
        const written = lockText(lock, map);
        // The usual pattern need not be told.
        const told = text === "{indicator}-{nn}" ? "" : `exhibit_number: ${JSON.stringify(text)}\n`;
        expect(written).toContain(`\nschema: evipack/lock@1\n${told}exhibits:\n`);
        const shape = shapeOf(map.exhibitNumber);
        expect(readLockLines(written.split("\n"), shape)?.map((each) => each.number)).toEqual(
          lock.map((each) => each.number),
        );
        const keys = Object.keys((parseYaml(written).value as { readonly exhibits: object | null }).exhibits ?? {});
        expect(keys.toSorted()).toEqual(lock.map((each) => String(each.number)).toSorted());
      }),
      { numRuns: 60, seed: 20191031 },
    );
  });
});

describe("more exhibits than the form has signs for", () => {
  it("are numbered in brackets, and somebody is told once", () => {
    const { map } = patterned("{indicator}-{circled}");
    const { numbering, diagnostics } = judged(map, papers(52));
    expect([...numbering.numbers.values()].filter((number) => /[()]/u.test(number))).toEqual([
      "2-1-3-(51)",
      "2-1-3-(52)",
    ]);
    const told = diagnostics.filter((each) => each.code === "too-many-exhibits");
    expect(told.map(({ at: place, facts }) => [place, facts])).toEqual([
      [at, { indicator: "2-1-3", serial: 52, form: "circled", most: 50 }],
    ]);
  });
});
