/** The state of one requirement, case by case. */
import { describe, expect, it } from "vitest";
import { isOutside, judge } from "../../src/check/judge.ts";
import type { Coverage } from "../../src/model/coverage.ts";
import type { Evidence, FileKind } from "../../src/model/evidence.ts";
import { acceptedKinds } from "../../src/model/map.ts";
import type { Requirement } from "../../src/model/map.ts";
import type { Waiver } from "../../src/model/workspace.ts";
import { indicatorCode } from "../../src/model/ids.ts";
import { indicator, linkTo, mapOf, requirement, section } from "./models.ts";

interface Handed {
  readonly name: string;
  readonly facts?: Partial<Evidence>;
}

const kind = (of: FileKind, format = "bin"): Partial<Evidence> => ({
  state: { type: "readable", kind: of, format, pages: null },
});
const unreadable: Partial<Evidence> = { state: { type: "unreadable", reason: "corrupt", format: "pdf" } };

function judged(
  asked: Partial<Requirement>,
  handed: readonly Handed[],
  waivers: readonly Partial<Waiver>[] = [],
  asOf = "2019-10-31",
): Coverage {
  const leaf = indicator("1-1", {}, { paper: asked });
  const map = mapOf(section("1", leaf));
  const [wanted] = leaf.requires;
  if (wanted === undefined) throw new Error("no requirement");
  const links = handed.map(({ name, facts }) => linkTo(map, wanted, `教育局/1-1 ${name}`, facts));
  const full = waivers.map((each): Waiver => ({
    indicator: indicatorCode("1-1"),
    requirement: null,
    notApplicable: false,
    reason: "样例",
    approver: "",
    until: null,
    at: { file: "evipack.yaml" },
    ...each,
  }));
  const [coverage] = judge({ map, waivers: full, asOf }, links);
  if (coverage === undefined) throw new Error("nothing judged");
  return coverage;
}

const two = { sha256: "same" };

describe("status", () => {
  it.each<[string, Partial<Requirement>, readonly Handed[], Coverage["status"]]>([
    ["nothing handed in", {}, [], "missing"],
    ["nothing, and optional", { optional: true }, [], "optional"],
    ["one of one", {}, [{ name: "a.pdf" }], "covered"],
    ["one without a date: not judged by time", {}, [{ name: "a.pdf" }], "covered"],
    ["one of two", { min: 2 }, [{ name: "a.pdf" }], "insufficient"],
    ["two of two", { min: 2 }, [{ name: "a.pdf" }, { name: "b.pdf" }], "covered"],
    ["three of two", { min: 2 }, [{ name: "a.pdf" }, { name: "b.pdf" }, { name: "c.pdf" }], "covered"],
    [
      "the same twice of two",
      { min: 2 },
      [
        { name: "a.pdf", facts: two },
        { name: "b.pdf", facts: two },
      ],
      "insufficient",
    ],
    ["unreadable only", {}, [{ name: "a.pdf", facts: unreadable }], "unreadable"],
    [
      "unreadable twice, the same bytes",
      {},
      [
        { name: "a.pdf", facts: { ...unreadable, ...two } },
        { name: "b.pdf", facts: { ...unreadable, ...two } },
      ],
      "unreadable",
    ],
    ["unreadable beside readable", {}, [{ name: "a.pdf", facts: unreadable }, { name: "b.pdf" }], "covered"],
    [
      "unreadable beside readable, two wanted",
      { min: 2 },
      [{ name: "a.pdf", facts: unreadable }, { name: "b.pdf" }],
      "insufficient",
    ],
    ["too old only", {}, [{ name: "a 2016.pdf" }], "out-of-window"],
    ["too young only", {}, [{ name: "a 2020.pdf" }], "out-of-window"],
    ["later than the as-of day only", {}, [{ name: "a 2019-11-20.pdf" }], "out-of-window"],
    ["too old beside good", {}, [{ name: "a 2016.pdf" }, { name: "b 2018.pdf" }], "covered"],
    ["too old beside unreadable", {}, [{ name: "a 2016.pdf" }, { name: "b.pdf", facts: unreadable }], "insufficient"],
    ["optional and too old", { optional: true }, [{ name: "a 2016.pdf" }], "optional"],
    ["optional and unreadable", { optional: true }, [{ name: "a.pdf", facts: unreadable }], "optional"],
    ["optional and too few", { optional: true, min: 3 }, [{ name: "a 2018.pdf" }], "optional"],
    ["lasting and too old", { lasting: true }, [{ name: "a 1995.pdf" }], "covered"],
    ["lasting, its term over", { lasting: true }, [{ name: "a 2011-2015.pdf" }], "out-of-window"],
    ["lasting, its term reaching into the window", { lasting: true }, [{ name: "a 2013-2017.pdf" }], "covered"],
    ["lasting and too young", { lasting: true }, [{ name: "a 2020.pdf" }], "out-of-window"],
    ["no window", { window: null }, [{ name: "a 1900.pdf" }], "covered"],
    ["its own window", { window: { from: "2010-01-01", to: "2012-12-31" } }, [{ name: "a 2018.pdf" }], "out-of-window"],
    ["seen on the spot", { onSite: true }, [], "on-site"],
    ["seen on the spot, and yet handed in", { onSite: true }, [{ name: "a.pdf" }], "on-site"],
    ["a video for a paper", {}, [{ name: "a.mp4", facts: kind("video") }], "wrong-kind"],
    ["an archive for a paper", {}, [{ name: "a.zip", facts: kind("archive") }], "wrong-kind"],
    ["an archive beside a paper", {}, [{ name: "a.zip", facts: kind("archive") }, { name: "b.pdf" }], "covered"],
    ["an OFD for a paper", {}, [{ name: "a.ofd", facts: kind("unknown", "ofd") }], "covered"],
    [
      "a text under the name of a photo",
      { accepts: acceptedKinds.photo },
      [{ name: "a.heic", facts: kind("text") }],
      "wrong-kind",
    ],
    ["a photo for a photo", { accepts: acceptedKinds.photo }, [{ name: "a.heic", facts: kind("image") }], "covered"],
    ["an address for media", { accepts: acceptedKinds.media }, [{ name: "a.url", facts: kind("link") }], "covered"],
    ["only what the map accepts", { accepts: ["pdf"] }, [{ name: "a.docx", facts: kind("word") }], "wrong-kind"],
    ["optional and of the wrong kind", { optional: true }, [{ name: "a.mp4", facts: kind("video") }], "optional"],
    ["every year, none", { eachYear: true }, [], "missing"],
    [
      "every year, all",
      { eachYear: true },
      [{ name: "a2017年.pdf" }, { name: "a2018年.pdf" }, { name: "a2019年.pdf" }],
      "covered",
    ],
    ["every year, one file for all", { eachYear: true }, [{ name: "a2017-2019年.pdf" }], "covered"],
    [
      "every year, 2018 missing",
      { eachYear: true },
      [{ name: "a2017年.pdf" }, { name: "a2019年.pdf" }],
      "insufficient",
    ],
    ["every year, undated only", { eachYear: true }, [{ name: "a.pdf" }], "insufficient"],
    ["every year, too old only", { eachYear: true }, [{ name: "a2010年.pdf" }], "out-of-window"],
    [
      "every year two, one year short",
      { eachYear: true, min: 2 },
      [{ name: "a2017-2019年.pdf" }, { name: "b2017年.pdf" }, { name: "b2018年.pdf" }],
      "insufficient",
    ],
    [
      "every year two, all",
      { eachYear: true, min: 2 },
      [{ name: "a2017-2019年.pdf" }, { name: "b2017-2019年.pdf" }],
      "covered",
    ],
  ])("%s", (_, asked, handed, status) => {
    expect(judged(asked, handed).status).toBe(status);
  });

  it.each<[string, readonly Partial<Waiver>[], readonly Handed[], Coverage["status"]]>([
    ["waived", [{}], [], "waived"],
    ["waived, and yet handed in", [{}], [{ name: "a.pdf" }], "covered"],
    ["waived, and too old handed in", [{}], [{ name: "a2010年.pdf" }], "waived"],
    ["waived by its key", [{ requirement: "paper" }], [], "waived"],
    ["another key is waived", [{ requirement: "other" }], [], "missing"],
    ["another indicator is waived", [{ indicator: indicatorCode("1-2") }], [], "missing"],
    ["waived until yesterday", [{ until: "2019-10-30" }], [], "waiver-expired"],
    ["waived until yesterday, and handed in since", [{ until: "2019-10-30" }], [{ name: "a.pdf" }], "covered"],
    ["one waiver ended, another counts", [{ until: "2019-10-30" }, {}], [], "waived"],
    ["waived until today", [{ until: "2019-10-31" }], [], "waived"],
    ["not applicable", [{ notApplicable: true }], [], "not-applicable"],
    ["not applicable, and yet handed in", [{ notApplicable: true }], [{ name: "a.pdf" }], "not-applicable"],
    ["not applicable wins over waived", [{}, { notApplicable: true }], [], "not-applicable"],
    ["not applicable, but ended", [{ notApplicable: true, until: "2019-01-01" }], [], "waiver-expired"],
  ])("%s", (_, waivers, handed, status) => {
    expect(judged({}, handed, waivers).status).toBe(status);
  });
});

describe("years", () => {
  it.each([
    ["2016-06-01", []],
    ["2017-01-01", [2017]],
    ["2018-12-31", [2017, 2018]],
    ["2019-10-31", [2017, 2018, 2019]],
    ["2025-01-01", [2017, 2018, 2019]],
  ])("as of %s the years %j are owed", (asOf, years) => {
    expect(judged({ eachYear: true }, [], [], asOf).missingYears).toEqual(years);
  });

  it("counts items that count, and asks min for every year", () => {
    const { have, need, missingYears } = judged({ eachYear: true, min: 2 }, [
      { name: "a2017年.pdf" },
      { name: "b.pdf" },
    ]);
    expect({ have, need, missingYears }).toEqual({ have: 1, need: 6, missingYears: [2017, 2018, 2019] });
  });
});

describe("why an item does not count", () => {
  it.each([
    ["a2018年.pdf", {}, {}, null],
    ["a.pdf", {}, {}, null],
    ["a.pdf", { eachYear: true }, {}, "no-year"],
    ["a 2019-11-20.pdf", {}, {}, "after-as-of"],
    ["a 2020-11-20.pdf", {}, {}, "out-of-window"],
    ["a2010年.pdf", {}, {}, "out-of-window"],
    ["a2010年.pdf", {}, unreadable, "unreadable"],
  ] as const)("%s %j", (name, asked, facts, reason) => {
    expect(judged(asked, [{ name, facts }]).items.map((each) => each.notCounted)).toEqual([reason]);
  });

  it("the first of two with the same bytes counts", () => {
    const { items } = judged({}, [
      { name: "a.pdf", facts: two },
      { name: "b.pdf", facts: two },
    ]);
    expect(items.map((each) => [each.notCounted, each.duplicateOf])).toEqual([
      [null, null],
      ["duplicate", "evidence/教育局/1-1 a.pdf"],
    ]);
  });
});

describe("the window", () => {
  const window = { from: "2017-01-01", to: "2019-12-31" };
  it.each([
    ["2016-12-31", "2016-12-31", false, true],
    ["2016-12-31", "2017-01-01", false, false],
    ["2017-01-01", "2017-01-01", false, false],
    ["2019-12-31", "2019-12-31", false, false],
    ["2019-12-31", "2020-01-01", false, false],
    ["2020-01-01", "2020-01-01", false, true],
    ["2010-01-01", "2025-01-01", false, false],
    ["2016-12-31", "2016-12-31", true, false],
    ["2020-01-01", "2020-01-01", true, true],
  ])("%s to %s, lasting %s: outside %s", (from, to, lasting, outside) => {
    expect(isOutside(requirement("1-1", "paper", { window, lasting }), { from, to }, "2020-06-30")).toBe(outside);
  });

  it("ends with the day of judgement", () => {
    const paper = requirement("1-1", "paper", { window });
    expect(isOutside(paper, { from: "2019-11-01", to: "2019-11-01" }, "2019-10-31")).toBe(true);
    expect(isOutside(paper, { from: "2019-01-01", to: "2019-12-31" }, "2019-10-31")).toBe(false);
  });

  it("does not judge what has no time, or where there is no window", () => {
    expect(isOutside(requirement("1-1", "paper", { window }), null, "2019-12-31")).toBe(false);
    expect(
      isOutside(requirement("1-1", "paper", { window: null }), { from: "1900-01-01", to: "1900-01-01" }, "2019-12-31"),
    ).toBe(false);
  });
});
