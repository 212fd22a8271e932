/** Seal, original, bundle, number, department, reuse: what each rule tells, and what it leaves alone. */
import { describe, expect, it } from "vitest";
import { partsOf } from "../../src/check/rules/bundles.ts";
import { itemOf } from "../../src/link/items.ts";
import type { FileState, Registered } from "../../src/model/evidence.ts";
import { indicatorCode } from "../../src/model/ids.ts";
import type { Requirement } from "../../src/model/map.ts";
import type { Waiver } from "../../src/model/workspace.ts";
import { education, finance, indicator, item, linkTo, mapOf, section } from "./models.ts";
import { bundleOf, found, listed, placeOf } from "./rules-models.ts";

function mapWith(facts: Partial<Omit<Requirement, "id" | "indicator">>) {
  const leaf = indicator("1-1", {}, { paper: facts });
  const other = indicator("1-2", { lead: finance }, { budget: { owner: finance }, plan: { owner: finance } });
  const map = mapOf(section("1", leaf, other));
  const [paper] = leaf.requires;
  const [budget, plan] = other.requires;
  if (paper === undefined || budget === undefined || plan === undefined) throw new Error("no requirement");
  return { map, paper, budget, plan };
}

const notApplicable: Waiver = {
  indicator: indicatorCode("1-1"),
  requirement: null,
  notApplicable: true,
  reason: "样例",
  approver: "",
  until: null,
  at: { file: "evipack.yaml" },
};

describe("a waiver that ended", () => {
  const { map, paper } = mapWith({});
  const ended: Waiver = { ...notApplicable, notApplicable: false, until: "2000-01-01" };

  it.each<[string, readonly Waiver[], number]>([
    ["is told", [ended], 1],
    ["is silent where a later one says that it does not apply", [ended, notApplicable], 0],
    [
      "is silent where a later one holds for all it was for",
      [ended, { ...ended, requirement: "paper", until: null }],
      0,
    ],
    ["is told where the later one has ended too", [ended, ended], 2],
  ])("%s", (_, waivers, times) => {
    expect(found(map, [], ["waiver-expired"], { waivers })).toHaveLength(times);
  });

  it.each([
    [true, ["1-1 样例.pdf"]],
    [false, []],
  ])("what it was for is covered: %j", (covered, names) => {
    const links = names.map((name) => linkTo(map, paper, `教育局/${name}`));
    expect(found(map, links, ["waiver-expired"], { waivers: [ended] })).toMatchObject([{ facts: { covered } }]);
  });
});

describe("evidence outside the window", () => {
  const { map, paper } = mapWith({ window: { from: "2017-01-01", to: "2019-10-31" } });
  const told = (...names: readonly string[]): unknown[] =>
    found(
      map,
      names.map((name) => linkTo(map, paper, `教育局/${name}`, { sha256: name })),
      ["outside-window"],
    ).map(({ facts }) => facts);

  it("says whether the requirement is covered without it", () => {
    expect(told("1-1 甲2010.pdf")).toMatchObject([{ dispensable: false }]);
    expect(told("1-1 甲2010.pdf", "1-1 甲2018.pdf")).toMatchObject([{ dispensable: true }]);
  });
});

describe("seal and original", () => {
  const { map, paper } = mapWith({ sealRequired: true });
  const original = mapWith({ originalRequired: true });

  it.each<[Partial<Registered>, boolean | null]>([
    [{ sealed: true }, null],
    [{ sealed: false }, true],
    [{ sealed: null }, false],
  ])("a register with %j on the seal", (facts, declared) => {
    const told = found(map, [listed(map, paper, "教育局/1-1 a.pdf", facts)], ["no-seal"]);
    expect(told.map((each) => [placeOf(each), each.facts])).toEqual(
      declared === null ? [] : [["登记表!A2", { requirement: "1-1/paper", title: "paper", declared }]],
    );
  });

  it("without a register nobody knows of a seal, and copies are told once", () => {
    const links = [
      linkTo(map, paper, "教育局/1-1 a.pdf", { sha256: "same" }),
      linkTo(map, paper, "教育局/1-1 b.pdf", { sha256: "same" }),
    ];
    expect(found(map, links, ["no-seal"]).map(placeOf)).toEqual(["evidence/教育局/1-1 a.pdf"]);
  });

  it("neither is asked where the map does not, or where the indicator does not apply", () => {
    const plain = mapWith({});
    const codes = ["no-seal", "not-original"] as const;
    expect(found(plain.map, [listed(plain.map, plain.paper, "教育局/1-1 a.pdf", { sealed: false })], codes)).toEqual(
      [],
    );
    const link = listed(map, paper, "教育局/1-1 a.pdf", { sealed: false });
    expect(found(map, [link], codes, { waivers: [notApplicable] })).toEqual([]);
  });

  it.each<[Partial<Registered>, string[]]>([
    [{ copy: "original" }, []],
    [{ copy: "copy", keptAt: "档案室" }, ["not-original true"]],
    [{ copy: "copy" }, ["not-original true"]],
    [{ copy: null }, ["not-original false"]],
  ])("where the original is asked: %j", (facts, told) => {
    const link = listed(original.map, original.paper, "教育局/1-1 a.pdf", facts);
    const all = found(original.map, [link], ["not-original", "no-original-holder"]);
    expect(all.map(({ code, facts: its }) => `${code} ${String("declared" in its && its.declared)}`)).toEqual(told);
  });

  it.each<[Partial<Registered>, number]>([
    [{ copy: "original" }, 0],
    [{ copy: "copy", keptAt: "档案室" }, 0],
    [{ copy: "copy" }, 1],
    [{ copy: null }, 0],
  ])("elsewhere a copy needs only a keeper of the original: %j", (facts, told) => {
    const { map: plain, paper: any, budget } = mapWith({});
    const links = [
      listed(plain, any, "教育局/1-1 a.pdf", facts),
      { ...listed(plain, budget, "教育局/1-1 a.pdf", facts), role: "reference" as const },
    ];
    expect(found(plain, links, ["no-original-holder"])).toHaveLength(told);
  });
});

describe("what belongs to a bundle", () => {
  const picture: FileState = { type: "readable", kind: "image", format: "jpg", pages: 1 };
  const { map, paper } = mapWith({ bundle: ["notice", "sign_in", "minutes", "photo"] });
  const missingIn = (...links: Parameters<typeof found>[1]) =>
    found(map, links, ["bundle-incomplete"]).map((each) => ("missing" in each.facts ? each.facts.missing : []));

  it.each<[string, boolean, string[]]>([
    ["关于召开联席会议的通知.pdf", false, ["notice"]],
    ["签到册.jpg", true, ["sign_in"]],
    ["IMG_0001.jpg", true, ["photo"]],
    ["会议通知、签到和纪要.pdf", false, ["notice", "sign_in", "minutes"]],
    ["会议照片.pdf", false, ["photo"]],
    ["Minutes of the board.docx", false, ["minutes"]],
    ["样例.pdf", false, []],
  ])("%s", (name, isPicture, parts) => {
    const file = item(map, `教育局/${name}`, isPicture ? { state: picture } : {});
    expect([...new Set(partsOf(itemOf(file)))]).toEqual(parts);
  });

  it("a row of a register is complete by itself, or not", () => {
    const names = ["通知.pdf", "签到.pdf", "纪要.pdf", "照片.jpg"].map((name) => `教育局/${name}`);
    expect(missingIn(bundleOf(map, paper, names))).toEqual([]);
    expect(missingIn(bundleOf(map, paper, names.slice(0, 1)))).toEqual([["sign_in", "minutes", "photo"]]);
    expect(missingIn(bundleOf(map, paper, names.slice(2)))).toEqual([["notice", "sign_in"]]);
  });

  it("files of one day belong together, those of another day do not help", () => {
    const one = (name: string) => linkTo(map, paper, `教育局/1-1 ${name}`);
    const day = ["通知2018-11-28.pdf", "签到2018-11-28.pdf", "纪要2018-11-28.pdf", "照片2018-11-28.jpg"];
    expect(missingIn(...day.map(one))).toEqual([]);
    const split = [...day.slice(0, 3), "照片2019-03-12.jpg"];
    expect(missingIn(...split.map(one))).toEqual([["notice", "sign_in", "minutes"], ["photo"]]);
  });
});

describe("more than was asked", () => {
  const { map, paper } = mapWith({ max: 2 });
  const links = ["2017-01-05", "2018-01-05", "2019-01-05"].map((day) => linkTo(map, paper, `教育局/1-1 a${day}.pdf`));

  it("beyond the most that a requirement takes", () => {
    expect(found(map, links, ["unwanted-file"]).map(placeOf)).toEqual(["evidence/教育局/1-1 a2019-01-05.pdf"]);
    expect(found(map, links.slice(1), ["unwanted-file"])).toEqual([]);
  });

  it("with each: year, beyond the most of a year", () => {
    const yearly = mapWith({ max: 1, eachYear: true });
    const days = ["2017-01-05", "2018-01-05", "2018-02-05", "2019-01-05"];
    const all = days.map((day) => linkTo(yearly.map, yearly.paper, `教育局/1-1 a${day}.pdf`));
    expect(found(yearly.map, all, ["unwanted-file"]).map(placeOf)).toEqual(["evidence/教育局/1-1 a2018-02-05.pdf"]);
  });

  it("for what does not apply", () => {
    const told = found(map, links.slice(0, 1), ["unwanted-file"], { waivers: [notApplicable] });
    expect(told.map((each) => each.facts)).toEqual([{ requirement: "1-1/paper", title: "paper", max: null }]);
  });

  it("one item under too many requirements", () => {
    const { map: plain, paper: first, budget, plan } = mapWith({});
    const limited = { ...plain, rules: { ...plain.rules, reuseLimit: 2 } };
    const uses = [first, budget, plan].map((each) => linkTo(plain, each, "教育局/1-1 a.pdf"));
    const told = found(limited, uses, ["over-reused"]);
    expect(told.map((each) => each.facts)).toEqual([{ times: 3, limit: 2, indicators: ["1-1", "1-2"] }]);
    expect(found(limited, uses.slice(1), ["over-reused"])).toEqual([]);
    expect(found(plain, uses, ["over-reused"])).toEqual([]);
  });
});

describe("the folder of another department", () => {
  const { map, paper, budget } = mapWith({});

  it.each([
    ["its own", paper, "教育局/1-1 a.pdf", 0],
    ["one with tasks elsewhere only", paper, "财政局/1-1 a.pdf", 1],
    ["one without any task", paper, "样例镇/1-1 a.pdf", 0],
    ["the other way round", budget, "教育局/1-2 a.pdf", 1],
  ] as const)("%s", (_, wanted, path, told) => {
    const department = path.startsWith("样例镇") ? null : path.startsWith("财政局") ? finance : education;
    expect(found(map, [linkTo(map, wanted, path, { department })], ["wrong-department"])).toHaveLength(told);
  });

  it("may support the indicator, or prove it besides", () => {
    const [leaf] = map.sections[0]?.indicators ?? [];
    if (leaf === undefined) throw new Error("no leaf");
    const helped = mapOf(
      section("1", { ...leaf, support: [finance] }, ...(map.sections[0]?.indicators.slice(1) ?? [])),
    );
    expect(found(helped, [linkTo(helped, paper, "财政局/1-1 a.pdf")], ["wrong-department"])).toEqual([]);
    const besides = { ...linkTo(map, paper, "财政局/1-1 a.pdf"), role: "reference" as const };
    expect(found(map, [besides], ["wrong-department"])).toEqual([]);
  });
});
