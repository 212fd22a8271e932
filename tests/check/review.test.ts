/** What was reviewed against what is there: which links are accepted, new or changed. */
import { describe, expect, it } from "vitest";
import { accept } from "../../src/check/accept.ts";
import { fingerprint } from "../../src/check/review.ts";
import { itemOf } from "../../src/link/items.ts";
import type { LinkedItem } from "../../src/model/coverage.ts";
import type { Evidence, Item } from "../../src/model/evidence.ts";
import type { IndicatorMap } from "../../src/model/map.ts";
import { requirementsOf } from "../../src/model/map.ts";
import { linkTo } from "./models.ts";
import {
  all,
  budget,
  claims,
  entry,
  file,
  judged,
  map,
  mapWith,
  minutes,
  numbers,
  one,
  plan,
  statuses,
  told,
} from "./reviewed.ts";

describe("a lock of everything", () => {
  const { lock } = accept(judged(all), []);

  it("holds one entry for each exhibit, in the order of numbers", () => {
    expect(lock.map((each) => [each.number, [...each.files], [...each.links.keys()], each.gone])).toEqual([
      ["1-1-01", [["evidence/教育局/1-1 规划文件.pdf", "a"]], ["1-1/plan"], false],
      ["1-1-02", [["evidence/教育局/1-1 会议纪要.pdf", "b"]], ["1-1/minutes"], false],
      ["2-1-01", [["evidence/财政局/2-1 预算批复.pdf", "c"]], ["2-1/budget"], false],
    ]);
  });

  it("leaves nothing to tell, and every link accepted", () => {
    const checked = judged(all, lock);
    expect(told(checked)).toEqual([]);
    expect(statuses(checked)).toEqual(["covered", "covered", "covered"]);
    expect([...checked.review.values()]).toEqual(["accepted", "accepted", "accepted"]);
  });

  it("other bytes: the link has changed and its requirement is stale", () => {
    const checked = judged([minutes, one("教育局/1-1 规划文件.pdf", "z"), budget], lock);
    expect(told(checked)).toEqual([
      { code: "changed-since-review", file: "evidence/教育局/1-1 规划文件.pdf", exhibit: "1-1-01", files: null },
    ]);
    expect(statuses(checked)).toEqual(["stale", "covered", "covered"]);
  });

  it("another name, the same bytes: accepted under the same number", () => {
    const checked = judged([minutes, one("教育局/1-1 规划文件（定稿）.pdf", "a"), budget], lock);
    expect(told(checked)).toEqual([]);
    expect(numbers(checked)).toEqual(["1-1-01", "1-1-02", "2-1-01"]);
    expect([...entry(accept(checked, []).lock, "1-1-01").files.keys()]).toEqual([
      "evidence/教育局/1-1 规划文件（定稿）.pdf",
    ]);
  });

  it("a new item is new and no problem; its number follows the highest ever given", () => {
    const newer = one("教育局/1-1 规划文件2018.pdf", "d");
    const checked = judged([minutes, plan, newer, budget], lock);
    expect(told(checked)).toEqual([]);
    expect(numbers(checked)).toEqual(["1-1-03", "1-1-01", "1-1-02", "2-1-01"]);
    expect([...checked.review.values()].filter((each) => each === "new")).toHaveLength(1);
    expect(accept(checked, [])).toMatchObject({ added: 1, changed: 0, gone: 0 });
  });

  it("an item that is gone keeps its number from others, told until it is accepted", () => {
    const left = judged([minutes, budget], lock);
    expect(told(left)).toEqual([
      {
        code: "gone-since-review",
        file: "evidence/教育局/1-1 规划文件.pdf",
        exhibit: "1-1-01",
        reason: "vanished",
        now: null,
      },
    ]);
    const accepted = accept(left, ["1-1-01"]);
    expect(accepted).toMatchObject({ added: 0, changed: 0, gone: 1 });
    const other = one("教育局/1-1 规划文件新.pdf", "e");
    const after = judged([minutes, other, budget], accepted.lock);
    expect([told(after), numbers(after)]).toEqual([[], ["1-1-03", "1-1-02", "2-1-01"]]);
    const back = judged(all, accepted.lock);
    expect(numbers(back)).toEqual(["1-1-01", "1-1-02", "2-1-01"]);
  });

  it("an item that moved to another indicator leaves its number behind", () => {
    const checked = judged([minutes, { ...plan, claims: claims("2-1/budget") }, budget], lock);
    expect(told(checked)).toEqual([
      {
        code: "gone-since-review",
        file: "evidence/教育局/1-1 规划文件.pdf",
        exhibit: "1-1-01",
        reason: "moved",
        now: "2-1-02",
      },
    ]);
  });

  it("an item that became part of another exhibit is told so", () => {
    const joined = { ...minutes, files: [minutes.files[0], plan.files[0]] as const };
    expect(told(judged([joined, budget], lock))).toMatchObject([
      { code: "changed-since-review", exhibit: "1-1-02" },
      { code: "gone-since-review", exhibit: "1-1-01", reason: "joined", now: "1-1-02" },
    ]);
  });

  it("an item that no longer leads to a requirement is told so", () => {
    const lost = { ...plan, claims: claims("9-9/plan") };
    expect(told(judged([minutes, lost, budget], lock))).toMatchObject([{ reason: "unlinked", now: null }]);
  });

  it("a copy that goes before it takes its number over, for it has the same bytes", () => {
    const copy = one("教育局/1-1 规划文件 副本.pdf", "a");
    const withCopy = accept(judged([copy], []), []).lock;
    const checked = judged([copy, plan], withCopy);
    expect(told(checked)).toEqual([]);
    expect([...checked.numbering.numbers]).toEqual([["evidence/教育局/1-1 规划文件.pdf", "1-1-01"]]);
    const separate = accept(judged([one("教育局/1-1 规划文件 副本.pdf", "x"), plan], []), []).lock;
    expect(told(judged([copy, plan], separate))).toMatchObject([
      { code: "changed-since-review" },
      { code: "gone-since-review", reason: "duplicate" },
    ]);
  });

  it("what cannot be read is not told as changed, and not accepted", () => {
    const damaged = one("教育局/1-1 规划文件.pdf", "z", {
      state: { type: "unreadable", reason: "corrupt", format: "pdf" },
    });
    const checked = judged([minutes, damaged, budget], lock);
    expect(told(checked)).toEqual([]);
    const accepted = accept(checked, []);
    expect(accepted).toMatchObject({ changed: 0, unreadable: ["evidence/教育局/1-1 规划文件.pdf"] });
    expect(entry(accepted.lock, "1-1-01")).toEqual(entry(lock, "1-1-01"));
  });
});

describe("bundles", () => {
  const bundle = (...files: readonly [Evidence, ...Evidence[]]): Item => ({ ...itemOf(files[0]), files: [...files] });
  const [notice, signIn, photo] = [
    file("教育局/1-1 会议纪要/通知.pdf", "n"),
    file("教育局/1-1 会议纪要/签到.pdf", "s"),
    file("教育局/1-1 会议纪要/照片.jpg", "p"),
  ];
  const { lock } = accept(judged([bundle(notice, signIn)]), []);

  it("have all of their files in one entry", () => {
    expect([...entry(lock, "1-1-01").files.values()]).toEqual(["n", "s"]);
    expect(told(judged([bundle(notice, signIn)], lock))).toEqual([]);
    expect(told(judged([bundle(signIn, notice)], lock))).toEqual([]);
  });

  it("change when a file comes, goes or is another", () => {
    const files = (...its: readonly [Evidence, ...Evidence[]]): unknown =>
      told(judged([bundle(...its)], lock)).map((each) => (each as { readonly files: unknown }).files);
    expect(files(notice, signIn, photo)).toEqual([{ altered: [], added: ["照片.jpg"], removed: [] }]);
    expect(files(notice)).toEqual([{ altered: [], added: [], removed: ["签到.pdf"] }]);
    expect(files(notice, { ...signIn, sha256: "t" })).toEqual([{ altered: ["签到.pdf"], added: [], removed: [] }]);
  });

  it("keep their number when their folder is renamed", () => {
    const moved = bundle(file("教育局/1-1 会议纪要2019/通知.pdf", "n"), file("教育局/1-1 会议纪要2019/签到.pdf", "s"));
    const checked = judged([one("教育局/1-1 会议纪要别的.pdf", "q"), moved], lock);
    expect(checked.numbering.numbers.get(moved.files[0].path)).toBe("1-1-01");
  });
});

describe("addresses", () => {
  const address = (row: number, url: string): Item => {
    const lead = file(`教育局/登记表.xlsx#样例!C${String(row)}`, "", { sha256: null, bytes: 0, url });
    return { ...itemOf(lead), claims: claims("1-1/plan") };
  };

  it("go by the address, in whatever row it stands", () => {
    const { lock } = accept(judged([address(3, "https://a.example/样例"), address(4, "https://b.example/样例")]), []);
    const checked = judged([address(3, "https://b.example/样例"), address(4, "https://a.example/样例")], lock);
    expect([numbers(checked).toSorted(), told(checked)]).toEqual([["1-1-01", "1-1-02"], []]);
    expect(checked.numbering.numbers.get(address(4, "").files[0].path)).toBe("1-1-01");
  });
});

describe("what a requirement asks", () => {
  const link = (its: IndicatorMap): LinkedItem => {
    const [asked] = requirementsOf(its);
    if (asked === undefined) throw new Error("the map asks for nothing");
    return linkTo(its, asked, "教育局/1-1 规划文件.pdf");
  };

  it.each([
    ["title", mapWith({ title: "发展规划文件" })],
    ["kind", mapWith({ kind: "photo" })],
    ["how many", mapWith({ min: 2 })],
    ["each year", mapWith({ eachYear: true })],
    ["文号", mapWith({ docNumberRequired: true })],
    ["window", mapWith({ window: { from: "2018-01-01", to: "2019-12-31" } })],
    ["no window", mapWith({ window: null })],
    ["lasting", mapWith({ lasting: true })],
    ["the indicator's criterion", mapWith({}, "样例标准")],
  ])("%s is part of it", (_, changed) => {
    expect(fingerprint(link(changed))).not.toBe(fingerprint(link(map)));
  });

  it.each([
    ["who owes it", mapWith({ owner: null })],
    ["its aliases", mapWith({ aliases: ["样例规划"] })],
    ["whether it is optional", mapWith({ optional: true })],
    ["its place in the map", mapWith({ at: { file: "indicators.yaml", line: 99, column: 1 } })],
  ])("%s is not", (_, changed) => {
    expect(fingerprint(link(changed))).toBe(fingerprint(link(map)));
  });

  it("has changed: told once, at the requirement, with all its exhibits; stale until accepted", () => {
    const items = [minutes, plan, one("教育局/1-1 规划文件2018.pdf", "d"), budget];
    const { lock } = accept(judged(items), []);
    const changed = mapWith({ min: 2, at: { file: "indicators.yaml", line: 7, column: 3 } });
    const checked = judged(items, lock, changed);
    expect(told(checked)).toEqual([
      {
        code: "asked-since-review",
        file: "indicators.yaml",
        requirement: "1-1/plan",
        title: "规划文件",
        exhibits: ["1-1-01", "1-1-02"],
      },
    ]);
    expect(statuses(checked)).toEqual(["stale", "covered", "covered"]);
    const accepted = accept(checked, ["1-1/plan"]);
    expect(accepted).toMatchObject({ added: 0, changed: 2, gone: 0 });
    expect(told(judged(items, accepted.lock, changed))).toEqual([]);
  });
});
