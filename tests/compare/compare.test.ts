/** Who is who between two packs, and how it is told. */
import { describe, expect, it } from "vitest";
import { tell } from "../../src/compare/chapters.ts";
import { comparePacks } from "../../src/compare/compare.ts";
import type { PackDiff, Side } from "../../src/compare/compare.ts";
import type { Language } from "../../src/model/map.ts";
import type { ComparedCheck, ComparedManifest } from "../../src/schema/packs.ts";

type Entry = ComparedManifest["evidence"][number];

/** An entry as `number=bytes@page`, e.g. `1-01=a@5`; the bytes name the file too, unless `from:` says another one. */
function entry(said: string): Entry {
  const match = /^(\S+?)=(\w*)(?::(\w+))?@(\d+)(?:-(\d+))?(?:\/(\d))?$/u.exec(said);
  if (match === null) throw new Error(said);
  const [, exhibit = "", bytes = "", source = bytes, first, last = first, volume = "1"] = match;
  return {
    source: `evidence/${source}.pdf`,
    sha256: bytes === "" ? null : bytes,
    title: `材料${source}`,
    docNumber: "",
    formed: "2019",
    locator: null,
    state: "included",
    exhibit,
    volume: Number(volume),
    pages: [Number(first), Number(last)],
  };
}

const pack = (name: string, entries: readonly string[], facts: Partial<Side & ComparedManifest> = {}): Side => ({
  name,
  manifest: {
    schema: "evipack/manifest@1",
    asOf: "2019-10-31",
    draft: false,
    map: { id: "sample", status: "sample", sha256: "m" },
    outputs: [],
    ...facts,
    evidence: entries.map(entry),
  },
  check: facts.check ?? null,
});

const diff = (a: readonly string[], b: readonly string[]): PackDiff => comparePacks(pack("a", a), pack("b", b));

/** The lists of a comparison in short. */
const short = ({ exhibits, pages }: PackDiff): Readonly<Record<string, readonly string[]>> => ({
  added: exhibits.added.map((each) => each.exhibit),
  removed: exhibits.removed.map((each) => each.exhibit),
  joined: exhibits.joined.map(({ from, to }) => `${from.exhibit} ${to.exhibit}`),
  parted: exhibits.parted.map(({ from, to }) => `${from.exhibit} ${to.exhibit}`),
  replaced: exhibits.replaced.map(({ from, to }) => `${from.exhibit} ${to.exhibit}`),
  moved: exhibits.moved.map(({ from, to }) => `${from.exhibit} ${to.exhibit}`),
  described: exhibits.described.map(({ from, to }) => `${from.exhibit} ${to.exhibit}`),
  pages: pages.map((each) => each.exhibit),
});

const nothing = { added: [], removed: [], joined: [], parted: [], replaced: [], moved: [], described: [], pages: [] };

describe("exhibits of two packs", () => {
  it("that are the same", () => {
    const both = ["1-01=a@5", "1-02=b@6-8"];
    expect(short(diff(both, both))).toEqual(nothing);
    expect(diff(both, both).same).toBe(true);
  });

  it.each([
    [
      "one was added, those behind it move",
      ["1-01=a@5", "1-03=c@6"],
      ["1-01=a@5", "1-02=b@6", "1-03=c@7"],
      { added: ["1-02"], pages: ["1-03"] },
    ],
    ["one was removed", ["1-01=a@5", "1-02=b@6"], ["1-01=a@5"], { removed: ["1-02"] }],
    [
      "one was replaced under its number",
      ["1-01=a@5"],
      ["1-01=x@5"],
      { replaced: ["1-01 1-01"], described: ["1-01 1-01"] },
    ],
    ["one was replaced by another version of its file", ["1-01=a:f@5"], ["2-01=x:f@5"], { replaced: ["1-01 2-01"] }],
    [
      "one moved, and its place was taken by the next",
      ["1-01=a@5", "1-02=b@6"],
      ["1-01=b@5", "1-02=c@6"],
      { removed: ["1-01"], added: ["1-02"], moved: ["1-02 1-01"], pages: ["1-01"] },
    ],
    [
      "two changed places",
      ["1-01=a@5", "1-02=b@6"],
      ["1-01=b@5", "1-02=a@6"],
      { moved: ["1-02 1-01", "1-01 1-02"], pages: ["1-01", "1-02"] },
    ],
    ["of two alike, one went", ["1-01=a@5", "1-02=a@6"], ["1-02=a@5"], { removed: ["1-01"], pages: ["1-02"] }],
    ["a bundle got another file", ["1-01=a@5", "1-01=b@6"], ["1-01=a@5", "1-01=x@6"], { replaced: ["1-01 1-01"] }],
    [
      "a bundle has its files in another order",
      ["1-01=a@5", "1-01=b@6"],
      ["1-01=b@5", "1-01=a@6"],
      { replaced: ["1-01 1-01"], described: ["1-01 1-01"] },
    ],
    [
      "one became part of another",
      ["1-01=a@5", "1-02=b@6"],
      ["1-01=a@5", "1-01=b@6"],
      { joined: ["1-02 1-01"], replaced: ["1-01 1-01"], pages: ["1-01"] },
    ],
    [
      "one was taken out of another",
      ["1-01=a@5", "1-01=b@6"],
      ["1-01=a@5", "1-02=b@6"],
      { parted: ["1-01 1-02"], replaced: ["1-01 1-01"], pages: ["1-01"] },
    ],
    ["another volume", ["1-01=a@5/1"], ["1-01=a@5/2"], { pages: ["1-01"] }],
    ["a file without bytes stays itself", ["1-01=:f@5"], ["1-01=:f@5"], {}],
  ] as const)("%s", (_, a, b, wanted) => {
    expect(short(diff(a, b))).toEqual({ ...nothing, ...wanted });
    expect(diff(a, b).same).toBe(Object.keys(wanted).length === 0);
  });

  it("that only were judged on another day differ", () => {
    const other = comparePacks(pack("a", ["1-01=a@5"]), pack("b", ["1-01=a@5"], { asOf: "2019-11-30" }));
    expect(other.same).toBe(false);
    expect(tell(other, "zh-CN").chapters).toEqual([]);
  });
});

describe("particulars of exhibits with the same bytes", () => {
  const told = (particulars: Partial<Entry>): Side => {
    const { manifest, ...side } = pack("a", ["1-01=a@5", "1-02=b@6"]);
    const [first = entry("1-01=a@5"), ...others] = manifest.evidence;
    return { ...side, manifest: { ...manifest, evidence: [{ ...first, ...particulars }, ...others] } };
  };

  const rows = (from: Side, to: Side, language: Language): unknown =>
    tell(comparePacks(from, to), language).chapters.map((each) => each.rows);

  it("that differ are told, what was and what is", () => {
    const compared = comparePacks(told({}), told({ docNumber: "奉教〔2019〕8号", formed: "2019-03-05" }));
    expect(short(compared)).toEqual({ ...nothing, described: ["1-01 1-01"] });
    expect(compared.same).toBe(false);
    expect(tell(compared, "zh-CN").chapters).toEqual([
      {
        about: "particulars",
        title: "著录的变动",
        columns: ["附件号", "著录项", "原", "现"],
        rows: [
          ["1-01", "文号", "无", "奉教〔2019〕8号"],
          ["1-01", "日期", "2019", "2019-03-05"],
        ],
      },
    ]);
    expect(tell(compared, "en").lines.join(" ")).toContain("1 described otherwise;");
  });

  it("tell another proving passage: page, words, place on the page", () => {
    const area = { left: 20, top: 35, width: 120, height: 18 };
    const [page, quote] = [told({ locator: { page: 3, quote: "", area } }), "专项经费 42 万元"];
    expect(rows(page, told({ locator: { page: null, quote, area: null } }), "zh-CN")).toEqual([
      [["1-01", "证明内容", "第3页，定位框 20,35,120,18", "“专项经费 42 万元”"]],
    ]);
    expect(rows(told({}), page, "en")).toEqual([[["1-01", "proving passage", "none", "page 3, area 20,35,120,18"]]]);
    expect(comparePacks(page, told({ locator: { page: 3, quote: "", area: { ...area } } })).same).toBe(true);
  });

  it("tell a file that was a placeholder page and is bound in, and the reverse", () => {
    const [page, bound] = [told({ state: "placeholder" }), told({})];
    expect(comparePacks(page, bound).same).toBe(false);
    expect(rows(page, bound, "zh-CN")).toEqual([[["1-01", "编入情况", "替代页", "已编入原文"]]]);
    expect(rows(bound, page, "en")).toEqual([[["1-01", "bound in", "the original", "a placeholder page"]]]);
    expect(comparePacks(page, told({ state: "placeholder" })).same).toBe(true);
  });

  it("of an earlier manifest, which tells neither number nor date nor passage, are not compared", () => {
    const earlier = told({ docNumber: undefined, formed: undefined, locator: undefined });
    const locator = { page: 3, quote: "", area: null };
    expect(comparePacks(earlier, told({ docNumber: "奉教〔2019〕8号", locator })).same).toBe(true);
    expect(short(comparePacks(earlier, told({ title: "名册" })))["described"]).toEqual(["1-01 1-01"]);
  });
});

describe("the tables of a comparison", () => {
  it("name the exhibit in which another one is now", () => {
    const joined = tell(diff(["1-01=a@5", "1-02=b@6"], ["1-01=a@5", "1-01=b@6"]), "zh-CN");
    expect(joined.chapters[0]?.rows[0]).toEqual(["并入", "1-02 → 1-01", "材料b → 材料a", "6", "5–6"]);
    expect(joined.lines[2]).toContain("撤下 0 件，并入他件 1 件，替换 1 件");
  });

  it("name exhibits that move alike in one row, and volumes only where there are several", () => {
    const a = ["1-01=a@5", "1-02=b@6", "1-03=c@7", "1-04=d@8-9", "1-05=e@10"];
    const b = ["1-01=a@7", "1-02=b@8", "1-03=c@9", "1-04=d@10-12", "1-05=e@2/2"];
    const [pages] = tell(diff(a, b), "zh-CN").chapters;
    expect(pages?.title).toBe("页码的变动");
    expect(pages?.rows).toEqual([
      ["1-01 至 1-03", "3", "第1册 5–7", "第1册 7–9", "后移 2 页"],
      ["1-04", "1", "第1册 8–9", "第1册 10–12", "长短不同"],
      ["1-05", "1", "第1册 10", "第2册 2", ""],
    ]);
    const whole = tell(diff(["1-01=a@5", "1-02=b@6", "2-01=c@8"], ["1-01=a@4/1", "1-02=b@2/2", "2-01=c@4/2"]), "en");
    expect(whole.chapters[0]?.rows).toEqual([
      ["1-01", "1", "vol. 1, 5", "vol. 1, 4", "−1"],
      ["1-02 to 2-01", "2", "vol. 1, 6–8", "vol. 2, 2–4", ""],
    ]);
    expect(tell(diff(["1-01=a@5"], ["1-01=a@4"]), "en").chapters[0]?.rows).toEqual([["1-01", "1", "5", "4", "−1"]]);
  });

  it("never join two volumes in a row, and name pages by the numbers printed there", () => {
    const volume = (number: number, numberedFrom: number) =>
      ({ role: "appendix", path: `${String(number)}.pdf`, volume: number, numberedFrom }) as const;
    const a = pack("a", ["1-01=a@5/1", "2-01=b@3/2"], { outputs: [volume(1, 1), volume(2, 11)] });
    const b = pack("b", ["1-01=a@6/1", "2-01=b@3/2"], { outputs: [volume(1, 1), volume(2, 12)] });
    expect(tell(comparePacks(a, b), "zh-CN").chapters[0]?.rows).toEqual([
      ["1-01", "1", "第1册 5", "第1册 6", "后移 1 页"],
      ["2-01", "1", "第2册 13", "第2册 14", "后移 1 页"],
    ]);
  });

  it("tell what became of coverage and scores", () => {
    const counts = (covered: number) => ({ applicable: 4, covered, byStatus: {} });
    const none = { share: null, points: null, verdict: null, shortfalls: [] };
    const check = (covered: number, self: number, status: "missing" | "covered"): ComparedCheck => ({
      schema: "evipack/check@1",
      title: "样例",
      verdict: { exitCode: 0, complete: true, errors: 0, warnings: 0, ...counts(covered) },
      sections: [
        { code: "1", title: "基本条件", ...counts(covered) },
        { code: "2", title: "保障措施", ...counts(1) },
      ],
      departments: [{ id: null, name: null, files: 1, ...counts(covered) }],
      nodes: [
        {
          code: "2-1",
          title: "经费",
          level: "leaf",
          coverage: none,
          score: { ...none, points: { self, max: 10 }, verdict: "partly" },
        },
      ],
      requirements: [{ id: "1-1/plan", title: "规划", status }],
      band: self > 8 ? "优秀" : "良好",
    });
    const of = (language: "zh-CN" | "en") =>
      tell(
        comparePacks(
          pack("a", [], { check: check(2, 8, "missing") }),
          pack("b", [], { check: check(3, 8.5, "covered") }),
        ),
        language,
      );
    expect(of("zh-CN").lines.at(-1)).toBe("覆盖：2/4 → 3/4。");
    expect(of("zh-CN").chapters.map((each) => each.rows)).toEqual([
      [
        ["1 基本条件", "2/4", "3/4"],
        ["（未定部门）", "2/4", "3/4"],
      ],
      [["1-1/plan", "规划", "缺", "已覆盖"]],
      [
        ["2-1", "经费", "8/10 部分达到", "8.5/10 部分达到"],
        ["", "等次", "良好", "优秀"],
      ],
    ]);
    expect(of("en").chapters.map((each) => each.title)).toEqual(["Coverage", "Requirements", "Self scores"]);
  });

  it("say that a check is missing, and that the maps differ", () => {
    const other = { map: { id: "other", status: "sample", sha256: "n" } };
    expect(tell(comparePacks(pack("a", []), pack("b", [], other)), "en").lines.slice(-2)).toEqual([
      "The two were judged by different indicator maps, so coverage and scores cannot be compared directly.",
      "One of the packs has no check in it, so coverage and scores are not compared.",
    ]);
  });
});
