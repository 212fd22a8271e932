/** What accepting puts into the lock, and how names with serials fare. */
import { describe, expect, it } from "vitest";
import { accept, acceptable } from "../../src/check/accept.ts";
import { exhibitId } from "../../src/model/ids.ts";
import { all, claims, entry, judged, minutes, numbers, one, plan, told } from "./reviewed.ts";

describe("accepting some of it", () => {
  it.each<[string, string[]]>([
    ["1", ["1-1-01", "1-1-02"]],
    ["1-1", ["1-1-01", "1-1-02"]],
    ["1-1/minutes", ["1-1-02"]],
    ["2-1-01", ["2-1-01"]],
  ])("%s", (code, reviewed) => {
    const { lock, added } = accept(judged(all), [code]);
    expect(lock.filter((each) => each.links.size > 0).map((each) => each.number)).toEqual(reviewed);
    expect(added).toBe(reviewed.length);
  });

  it("freezes the numbers of the whole leaf, and of no other", () => {
    const { lock } = accept(judged(all), ["1-1/minutes"]);
    expect(lock.map((each) => [each.number, each.links.size])).toEqual([
      ["1-1-01", 0],
      ["1-1-02", 1],
    ]);
    expect(accept(judged(all, lock), ["1-1"])).toMatchObject({ added: 1, changed: 0 });
  });

  it("of an item under two requirements, only the link that was named is reviewed", () => {
    const both = { ...plan, claims: claims("1-1/plan", "2-1/budget") };
    const { lock } = accept(judged([both]), ["2-1"]);
    expect(lock.map((each) => [each.number, [...each.links.keys()]])).toEqual([["1-1-01", ["2-1/budget"]]]);
    const checked = judged([both], lock);
    expect([...checked.review.values()]).toEqual(["new", "accepted"]);
    expect([...entry(accept(checked, ["1-1"]).lock, "1-1-01").links.keys()]).toEqual(["1-1/plan", "2-1/budget"]);
  });

  it("knows sections, indicators, requirements and exhibits, those that are gone too", () => {
    const { lock } = accept(judged(all), []);
    const known = acceptable(judged([minutes], lock));
    for (const code of ["1", "1-1", "1-1/plan", "1-1-01", "2-1-01"]) expect(known).toContain(code);
    expect(known).not.toContain("1-1-09");
  });
});

describe("serials in names", () => {
  const { lock } = accept(judged([plan, minutes]), []);

  it("that were given to somebody else are told", () => {
    const claimed = one("教育局/1-1-02 规划文件2018.pdf", "d");
    expect(told(judged([minutes, plan, claimed], lock))).toEqual([
      {
        code: "serial-taken",
        file: "evidence/教育局/1-1-02 规划文件2018.pdf",
        serial: 2,
        by: "evidence/教育局/1-1 会议纪要.pdf",
        given: exhibitId("1-1-03"),
      },
    ]);
  });

  it("do not move a number that was given out", () => {
    const renamed = one("教育局/1-1-07 规划文件.pdf", "a");
    expect(told(judged([minutes, renamed], lock))).toEqual([
      { code: "serial-frozen", file: "evidence/教育局/1-1-07 规划文件.pdf", serial: 7, given: "1-1-01" },
    ]);
  });

  it("are kept while they are free, also in a gap that was never given out", () => {
    const first = accept(judged([one("教育局/1-1-05 规划文件.pdf", "a")]), []).lock;
    const checked = judged([one("教育局/1-1-05 规划文件.pdf", "a"), one("教育局/1-1-02 会议纪要.pdf", "b")], first);
    expect([numbers(checked).toSorted(), told(checked)]).toEqual([["1-1-02", "1-1-05"], []]);
  });
});
