/** Whatever comes, goes, is renamed or accepted: a number that was given out stays where it is. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { accept } from "../../src/check/accept.ts";
import { check } from "../../src/check/check.ts";
import type { Checked } from "../../src/check/check.ts";
import { linkEvidence } from "../../src/link/link.ts";
import { keyOf } from "../../src/model/evidence.ts";
import type { Lock } from "../../src/model/lock.ts";
import { compareNames } from "../../src/model/order.ts";
import { indicator, item, mapOf, section, workspaceOf } from "./models.ts";

const map = mapOf(
  section("1", indicator("1-1", {}, { plan: { title: "规划文件" }, minutes: { title: "会议纪要" } })),
  section("2", indicator("2-1", {}, { budget: { title: "预算批复", min: 2 } })),
);

/** A file that keeps its bytes for life, whatever it is called. */
interface Paper {
  readonly bytes: string;
  readonly path: string;
}

type Step =
  | { readonly type: "add"; readonly name: string; readonly twin: boolean }
  | { readonly type: "remove" | "rename"; readonly which: number; readonly name: string }
  | { readonly type: "accept"; readonly codes: readonly string[] };

const anyStart = fc.constantFrom(
  "1-1 规划文件",
  "1-1 会议纪要",
  "1-1-02 规划文件",
  "2-1 预算批复",
  "2-1-03 预算批复",
  "2-1",
);
const anyName = fc.tuple(fc.constantFrom("教育局", "财政局"), anyStart).map(([folder, start]) => `${folder}/${start}`);
const anyCodes = fc.constantFrom<readonly string[]>([], ["1"], ["2-1"], ["1-1/plan"], ["2-1/budget", "1-1/minutes"]);

const anySteps = (twins: boolean): fc.Arbitrary<Step[]> =>
  fc.array(
    fc.oneof(
      {
        weight: 4,
        arbitrary: fc.record({
          type: fc.constant("add" as const),
          name: anyName,
          twin: twins ? fc.boolean() : fc.constant(false),
        }),
      },
      {
        weight: 3,
        arbitrary: fc.record({
          type: fc.constantFrom("remove" as const, "rename" as const),
          which: fc.nat(),
          name: anyName,
        }),
      },
      { weight: 2, arbitrary: fc.record({ type: fc.constant("accept" as const), codes: anyCodes }) },
    ),
    { minLength: 8, maxLength: 24 },
  );

const judged = (papers: readonly Paper[], lock: Lock): Checked => {
  const evidence = papers
    .map((paper) => item(map, paper.path, { sha256: paper.bytes }))
    .toSorted((a, b) => compareNames(a.path, b.path));
  const workspace = workspaceOf(map, { evidence, lock });
  return check(workspace, linkEvidence(workspace), []);
};

const numberAt = (checked: Checked, { path }: Paper): string | undefined => {
  const found = checked.links.find((link) => keyOf(link.item) === `evidence/${path}`);
  return found === undefined ? undefined : checked.numbering.numbers.get(keyOf(found.item));
};

const leafOf = (number: string): string => number.replace(/-\d+$/u, "");

/** Plays the steps and looks after each of them; gives how many numbers were frozen at the end. */
function play(steps: readonly Step[], look: (papers: readonly Paper[], lock: Lock, checked: Checked) => void): number {
  let papers: readonly Paper[] = [];
  let lock: Lock = [];
  for (const [index, step] of steps.entries()) {
    // No two names are alike: a name that was free again would be another matter.
    const named = (name: string): string => `${name} 第${String(index)}份样例.txt`;
    if (step.type === "accept") lock = accept(judged(papers, lock), step.codes).lock;
    else if (step.type === "add") {
      const bytes = step.twin ? (papers[0]?.bytes ?? "样例 0") : `样例 ${String(index)}`;
      papers = [...papers, { bytes, path: named(step.name) }];
    } else if (papers.length > 0) {
      const chosen = step.which % papers.length;
      papers = papers.flatMap((paper, at) =>
        at !== chosen ? [paper] : step.type === "remove" ? [] : [{ ...paper, path: named(step.name) }],
      );
    }
    look(papers, lock, judged(papers, lock));
  }
  return lock.length;
}

const runs = { numRuns: 80, seed: 20191031 };

describe("any sequence of files and acceptances", () => {
  it("never moves a number that was given out, and gives none of them to anything else", () => {
    let frozen = 0;
    fc.assert(
      fc.property(anySteps(false), (steps) => {
        /** Bytes that bore a number when it was frozen. */
        const borne = new Map<string, string>();
        frozen += play(steps, (papers, lock, checked) => {
          for (const { number, gone } of lock) {
            const bearer = papers.find((paper) => numberAt(checked, paper) === number);
            if (!borne.has(number)) borne.set(number, bearer?.bytes ?? "");
            expect([number, bearer?.bytes ?? borne.get(number)]).toEqual([number, borne.get(number)]);
            const own = papers.find((paper) => paper.bytes === borne.get(number));
            const now = own === undefined ? undefined : numberAt(checked, own);
            const elsewhere = now === undefined || leafOf(now) !== leafOf(number);
            const isTold = gone || checked.diagnostics.some((each) => each.code === "gone-since-review");
            expect(elsewhere ? isTold : now === number).toBe(true);
          }
        });
      }),
      runs,
    );
    expect(frozen).toBeGreaterThan(150);
  });

  it.each([false, true])("with the same bytes in it %s: every linked item has a number of its own", (twins) => {
    fc.assert(
      fc.property(anySteps(twins), (steps) => {
        play(steps, (_, lock, checked) => {
          const { numbers, twins: unprinted } = checked.numbering;
          const linked = checked.links.filter((link) => link.type === "linked").map((link) => keyOf(link.item));
          expect([...numbers.keys(), ...unprinted.keys()].toSorted()).toEqual([...new Set(linked)].toSorted());
          expect(new Set(numbers.values()).size).toBe(numbers.size);
          expect(new Set(lock.map((each) => each.number)).size).toBe(lock.length);
          const highest = (leaf: string): number =>
            Math.max(
              0,
              ...lock.flatMap(({ number }) => (leafOf(number) === leaf ? [Number(number.slice(leaf.length + 1))] : [])),
            );
          const given = new Set<string>(lock.map((each) => each.number));
          const claimed = /-0[23] /u;
          for (const [key, number] of numbers) {
            if (given.has(number) || claimed.test(key)) continue;
            expect(Number(number.slice(leafOf(number).length + 1))).toBeGreaterThan(highest(leafOf(number)));
          }
        });
      }),
      runs,
    );
  });

  it("accepting all leaves nothing to tell, and moves no number", () => {
    fc.assert(
      fc.property(anySteps(true), (steps) => {
        play(steps, (papers, _, before) => {
          const accepted = accept(before, []);
          const after = judged(papers, accepted.lock);
          expect([...after.numbering.numbers]).toEqual([...before.numbering.numbers]);
          expect(after.diagnostics.filter((each) => each.code.endsWith("-since-review"))).toEqual([]);
          const again = accept(after, []);
          expect(again).toEqual({ lock: accepted.lock, added: 0, changed: 0, gone: 0, unreadable: [] });
        });
      }),
      runs,
    );
  });
});
