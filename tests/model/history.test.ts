/** The history of drafts: laws that hold whatever its lines are, and what is read of a file. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseHistory } from "../../src/load/history.ts";
import { nightsOf, noHistory, withNight } from "../../src/model/history.ts";
import type { History, Night } from "../../src/model/history.ts";
import { historyText } from "../../src/write/history.ts";

const count = fc
  .tuple(fc.nat(90), fc.nat(90))
  .map(([a, b]) => ({ covered: Math.min(a, b), applicable: Math.max(a, b) }));

const code = fc.oneof(
  fc.constantFrom("1", "2-1", "1.10", "保障", "on", "a: b", "#1", '"', "'", "{x}", "\\"),
  fc.string({ minLength: 1, maxLength: 6 }).filter((text) => text.trim() !== "" && !/[\p{Cc}\p{Cs}]/u.test(text)),
);

const night: fc.Arbitrary<Night> = fc
  .record({
    day: fc.constantFrom("2019-10-29", "2019-10-30", "2019-10-31", "2020-02-29"),
    number: fc.option(fc.integer({ min: 1, max: 12 })),
    whole: count,
    sections: fc.uniqueArray(fc.tuple(code, count), { maxLength: 4, selector: ([name]) => name }),
    files: fc.nat(999),
    exhibits: fc.nat(999),
    unreadable: fc.nat(9),
    owed: fc.nat(99),
  })
  .map(({ whole, sections, ...rest }) => ({ ...rest, ...whole, sections: new Map(sections) }));

const broken = fc.constantFrom<string>(
  "<<<<<<< HEAD",
  "  - { as_of: 2019-10-30",
  "# 说明",
  "",
  "随便写的",
  "  - { covered: 1/2 }",
);

const kept = (history: History): History => nights([], history);
const nights = (all: readonly Night[], from: History = noHistory): History => all.reduce(withNight, from);
const readBack = (history: History): History => parseHistory(Buffer.from(historyText(history, "zh-CN"))).value;

describe("the history", () => {
  it("reads what it writes, and writes what it reads", () => {
    fc.assert(
      fc.property(fc.array(night), (all) => {
        const history = nights(all);
        const again = readBack(history);
        expect(nightsOf(again)).toEqual(nightsOf(history));
        expect(historyText(kept(again), "en")).toBe(historyText(history, "zh-CN"));
      }),
    );
  });

  it("takes the same night twice as once, and every other in any order", () => {
    fc.assert(
      fc.property(fc.array(night, { minLength: 1 }), (all) => {
        const byKey = new Map(all.map((each) => [`${each.day} ${String(each.number)}`, each]));
        const own = [...byKey.values()];
        const history = nights(own);
        expect(nights(own, history)).toEqual(history);
        expect(nights(own.toReversed())).toEqual(history);
        expect(nightsOf(history)).toHaveLength(own.length);
      }),
    );
  });

  it("keeps a line that it cannot read, wherever it stands, and tells it", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(night, broken)), night, (mixed, last) => {
        const lines = mixed.map((each) => (typeof each === "string" ? each : (nights([each]).lines[0]?.text ?? "")));
        const text = ["schema: evipack/history@1", "nights:", ...lines, ""].join("\n");
        const { value, diagnostics } = parseHistory(Buffer.from(text));
        const odd = mixed.filter((each) => typeof each === "string");
        const unread = value.lines.filter((each) => each.night === null).map((each) => each.text);
        // An empty line says nothing: at the end it is the end of the file.
        expect(unread.filter((each) => each !== "")).toEqual(odd.filter((each) => each !== ""));
        const told = diagnostics.filter(({ facts }) => "first" in facts && facts.first === null);
        expect(told).toHaveLength(odd.filter((each) => !/^(?:#.*)?$/u.test(each)).length);
        const after = historyText(withNight(value, last), "zh-CN").split("\n");
        const said = (lines: readonly string[]): number =>
          lines.filter((each) => each !== "" && odd.includes(each)).length;
        expect(said(after)).toBeGreaterThanOrEqual(said(odd));
      }),
    );
  });

  it("is the same when two branches have each added a night and git has put both in", () => {
    const night = (day: string, number: number): Night => ({
      day,
      number,
      covered: number,
      applicable: 9,
      sections: new Map([["1", { covered: 1, applicable: 2 }]]),
      files: 1,
      exhibits: 1,
      unreadable: 0,
      owed: 1,
    });
    const base = nights([night("2019-10-28", 1)]);
    const [a, b] = [night("2019-10-30", 3), night("2019-10-29", 2)];
    const merged = historyText(
      { ...base, lines: [...withNight(base, a).lines, ...withNight(base, b).lines.slice(1)] },
      "en",
    );
    const { value, diagnostics } = parseHistory(Buffer.from(merged));
    expect(diagnostics).toEqual([]);
    expect(nightsOf(value).map(({ number }) => number)).toEqual([1, 2, 3]);
  });
});
