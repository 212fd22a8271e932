/** Whatever is handed in: one link each, each an exhibit or omitted, numbers unique and no matter of order. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placeExhibits } from "../../src/assemble/exhibits.ts";
import { judge } from "../../src/check/judge.ts";
import { numberExhibits } from "../../src/check/number.ts";
import { itemOf, itemsOf } from "../../src/link/items.ts";
import { linkEvidence } from "../../src/link/link.ts";
import { indicatorCode } from "../../src/model/ids.ts";
import { keyOf } from "../../src/model/evidence.ts";
import type { Evidence, FileState } from "../../src/model/evidence.ts";
import { compareNames } from "../../src/model/order.ts";
import type { RegisterRow } from "../../src/model/register.ts";
import type { Words } from "../../src/schema/words.ts";
import { anyRows } from "./register-rows.ts";
import { indicator, item, mapOf, section, workspaceOf } from "../check/models.ts";

const map = mapOf(
  section(
    "1",
    indicator("1-1", {
      indicators: [
        indicator("1-1-1", {}, { plan: { title: "规划文件" } }),
        indicator("1-1-2", {}, { minutes: { title: "会议纪要", eachYear: true }, notice: { title: "会议通知" } }),
      ],
    }),
  ),
  section(
    "2",
    indicator("2-1", {}, { budget: { title: "预算批复" }, minutes: { title: "会议纪要" } }),
    indicator("2-10"),
  ),
);

const words = { format: { date: "{y}-{m}-{d}" } } as Words;
const readable: FileState = { type: "readable", kind: "pdf", format: "pdf", pages: 1 };

const anyName = fc.oneof(
  fc
    .tuple(
      fc.constantFrom("", "1-1-1 ", "1-1-2 ", "1-1-2-01 ", "2-1-01", "2-1-02 ", "2-10 ", "1-1 ", "9-9 ", "２－１ "),
      fc.constantFrom("", "规划文件", "会议纪要", "会议通知", "预算批复", "别的"),
      fc.constantFrom("", "2018", "2017年", "2019-03-12", "2010", "（奉财〔2019〕8号）"),
    )
    .map((parts) => parts.join("")),
  fc.string({ minLength: 1, maxLength: 12, unit: "binary" }).map((text) => text.replaceAll("/", "-")),
);

const anyState: fc.Arbitrary<FileState> = fc.constantFrom<FileState>(
  readable,
  readable,
  readable,
  { type: "unreadable", reason: "corrupt", format: "pdf" },
  { type: "ignored", reason: "system-file" },
);

const anyEvidence: fc.Arbitrary<Evidence[]> = fc
  .uniqueArray(
    fc.record({
      folders: fc.array(fc.constantFrom("1-1-1 甲", "2-1 乙", "1-1", "丙", "会议通知"), { maxLength: 2 }),
      department: fc.constantFrom("教育局", "财政局"),
      name: anyName,
      sha256: fc.option(fc.constantFrom("a", "b", "c", "d", "e", "f"), { nil: null }),
      state: anyState,
    }),
    { maxLength: 14, selector: ({ department, folders, name }) => [department, ...folders, name].join("/") },
  )
  .map((all) =>
    all.map(({ department, folders, name, sha256, state }) =>
      item(map, [department, ...folders, `${name}.pdf`].join("/"), { sha256, state }),
    ),
  );

const anyRegistered = anyEvidence.chain((evidence) => fc.tuple(fc.constant(evidence), anyRows(evidence)));

/** As loading does: one order, whatever the disk said. */
const inOrder = (evidence: readonly Evidence[]): Evidence[] =>
  evidence.toSorted((a, b) => compareNames(a.path, b.path));

function placed(evidence: readonly Evidence[], rows: readonly RegisterRow[] = []) {
  const items = itemsOf(evidence, rows).value;
  const workspace = workspaceOf(map, { evidence, items });
  const links = linkEvidence(workspace);
  return {
    links,
    items,
    ...placeExhibits(workspace, links, numberExhibits(map, links, judge(workspace, links)), words),
  };
}

const runs = { numRuns: 400, seed: 20191031 };

describe("any evidence", () => {
  it("gets one link each, in its own order", () => {
    fc.assert(
      fc.property(anyEvidence, (evidence) => {
        const links = linkEvidence({ map, items: evidence.map(itemOf) });
        expect(links.map(({ item: each }) => keyOf(each))).toEqual(evidence.map((each) => each.path));
      }),
      runs,
    );
  });

  it("with registers: every file is in one item, and in one exhibit or omitted once", () => {
    fc.assert(
      fc.property(anyRegistered, ([evidence, rows]) => {
        const { items, links, groups, omitted } = placed(inOrder(evidence), rows);
        const handedIn = evidence.map((each) => each.path).toSorted();
        const isFile = ({ url }: Evidence): boolean => url === undefined;
        const inItems = items.flatMap((each) => each.files.filter(isFile).map(({ path }) => path));
        expect(inItems.toSorted()).toEqual(handedIn);
        expect(new Set(items.map(keyOf)).size).toBe(items.length);
        const exhibits = groups.flatMap((group) => group.exhibits);
        const all = [
          ...exhibits.flatMap((each) => each.files.filter(isFile).map(({ path }) => path)),
          ...omitted.filter((each) => isFile(each.evidence)).map((each) => each.evidence.path),
        ];
        expect(all.toSorted()).toEqual(handedIn);
        for (const each of items) {
          const own = links.filter((link) => link.item === each);
          const primary = own.filter((link) => link.type === "linked" && link.role === "primary");
          expect(own.length).toBeGreaterThan(0);
          expect(primary.length).toBe(own.some((link) => link.type === "linked") ? 1 : 0);
        }
      }),
      runs,
    );
  });

  it("with registers: an exhibit has one number, and a reference is an exhibit of another leaf", () => {
    fc.assert(
      fc.property(anyRegistered, ([evidence, rows]) => {
        const { groups } = placed(inOrder(evidence), rows);
        const exhibits = groups.flatMap((group) => group.exhibits);
        expect(new Set(exhibits.map((each) => each.id)).size).toBe(exhibits.length);
        for (const { leaf, references } of groups) {
          for (const each of references) {
            expect(exhibits).toContain(each);
            expect(each.leaf).not.toBe(leaf);
          }
        }
      }),
      runs,
    );
  });

  it("is an exhibit once, or omitted once", () => {
    fc.assert(
      fc.property(anyEvidence, (evidence) => {
        const { groups, omitted } = placed(inOrder(evidence));
        const all = [
          ...groups.flatMap((group) => group.exhibits.flatMap((each) => each.files.map(({ path }) => path))),
          ...omitted.map((each) => each.evidence.path),
        ];
        expect(all.toSorted()).toEqual(evidence.map((each) => each.path).toSorted());
      }),
      runs,
    );
  });

  it("has its own exhibit number each, under its own indicator", () => {
    fc.assert(
      fc.property(anyEvidence, (evidence) => {
        const { groups } = placed(inOrder(evidence));
        const ids = groups.flatMap((group) => group.exhibits.map((each) => each.id));
        expect(new Set(ids).size).toBe(ids.length);
        for (const { leaf, exhibits } of groups) {
          for (const { id } of exhibits) expect(id.startsWith(`${leaf.indicator.code}-`)).toBe(true);
          expect(exhibits.map((each) => each.id)).toEqual(exhibits.map((each) => each.id).toSorted(compareNames));
        }
      }),
      runs,
    );
  });

  it("is numbered alike in whatever order it comes", () => {
    fc.assert(
      fc.property(anyEvidence, fc.infiniteStream(fc.nat()), (evidence, dice) => {
        const numbers = (all: readonly Evidence[]): Readonly<Record<string, string>> =>
          Object.fromEntries(
            placed(inOrder(all)).groups.flatMap((group) =>
              group.exhibits.flatMap((each) => each.files.map(({ path }) => [path, each.id])),
            ),
          );
        const shuffled = evidence
          .map((each) => ({ each, dice: dice.next().value ?? 0 }))
          .toSorted((a, b) => a.dice - b.dice)
          .map(({ each }) => each);
        expect(numbers(shuffled)).toEqual(numbers(evidence));
      }),
      runs,
    );
  });

  it("omits a duplicate only for one that stays", () => {
    fc.assert(
      fc.property(anyEvidence, (evidence) => {
        const { groups, omitted } = placed(inOrder(evidence));
        const kept = new Set(
          groups.flatMap((group) => group.exhibits.flatMap((each) => each.files.map(({ path }) => path))),
        );
        for (const { reason, instead } of omitted) {
          expect(reason === "duplicate" ? instead !== null && kept.has(instead) : instead === null).toBe(true);
        }
      }),
      runs,
    );
  });
});

/** Leaf codes 1 and 1-1: the exhibits 1-1-01 (first of 1-1) and 1-1-01 (none) must not meet. */
describe("codes that begin alike", () => {
  it("no two exhibits get one number", () => {
    const odd = mapOf(section("甲", indicator("1", {}, { a: {} }), indicator("1-01", {}, { b: {} })));
    const evidence = [
      item(odd, "教育局/1 a.pdf"),
      ...Array.from({ length: 3 }, (_, index) => item(odd, `教育局/1-01 b${String(index)}.pdf`)),
    ];
    const workspace = workspaceOf(odd, { evidence });
    const links = linkEvidence(workspace);
    const ids = placeExhibits(
      workspace,
      links,
      numberExhibits(odd, links, judge(workspace, links)),
      words,
    ).groups.flatMap((group) => group.exhibits.map((each) => each.id));
    expect(ids).toHaveLength(4);
    expect(new Set(ids).size).toBe(4);
    expect(links.map((each) => (each.type === "linked" ? each.indicator.code : each.type))).toEqual([
      indicatorCode("1"),
      ...Array(3).fill(indicatorCode("1-01")),
    ]);
  });
});
