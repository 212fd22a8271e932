/** Rows of registers and files → items: names found, bundles made, values of rows before those of names. */
import { describe, expect, it } from "vitest";
import { itemsOf } from "../../src/link/items.ts";
import { linkEvidence } from "../../src/link/link.ts";
import type { Item, ItemClaim, Registered } from "../../src/model/evidence.ts";
import type { RegisterRow } from "../../src/model/register.ts";
import { education, indicator, item, mapOf, section } from "../check/models.ts";
import { registerCell, registeredWith, rowWith } from "../support/registered.ts";

const map = mapOf(
  section(
    "1",
    indicator("1-1", {
      indicators: [
        indicator("1-1-1", {}, { plan: { title: "规划文件" } }),
        indicator("1-1-2", {}, { minutes: { title: "会议纪要" }, notice: { title: "会议通知" } }),
      ],
    }),
  ),
);

const paths = [
  "教育局/1-1-1 规划文件2018.pdf",
  "教育局/通知.pdf",
  "教育局/签到表（2019年）.xlsx",
  "教育局/纪要.docx",
  "教育局/纪要.pdf",
  "教育局/联席会议/照片1.jpg",
  "教育局/联席会议/照片2.jpg",
  "教育局/培训/通知.docx",
  "教育局/甲，乙.pdf",
  "教育局/2.预算.pdf",
  "财政局/批复.pdf",
];
const evidence = paths.map((path) => item(map, path));

let line = 1;
interface RowFacts extends Partial<Omit<RegisterRow, "files" | "urls" | "claims" | "registered">> {
  readonly files?: string;
  readonly url?: string;
  readonly codes?: readonly string[];
  readonly registered?: Partial<Registered>;
}

function row({ files, url, codes = [], registered = {}, ...facts }: RowFacts): RegisterRow {
  line += 1;
  const at = { ...registerCell, cell: `登记表!A${String(line)}` };
  const claim = (code: string): ItemClaim => ({ code, serial: null, from: "register", requirement: null, at });
  return rowWith({
    department: education,
    claims: codes.map(claim),
    files: files === undefined ? [] : [{ text: files, link: "", at }],
    urls: url === undefined ? [] : [{ text: url, at }],
    registered: registeredWith({ at, ...registered }),
    ...facts,
  });
}

function made(...rows: readonly RegisterRow[]) {
  const { value, diagnostics } = itemsOf(evidence, rows);
  const items = value.filter((each) => each.registered !== null);
  return { items, files: items.map(filesOf), told: diagnostics };
}

const filesOf = ({ files }: Item): string[] => files.map(({ path }) => path.replace(/^evidence\//u, ""));

describe("a cell that names files", () => {
  it.each([
    ["通知.pdf", ["教育局/通知.pdf"]],
    ["通知", ["教育局/通知.pdf"]],
    [" 通 知 . PDF ", ["教育局/通知.pdf"]],
    ["签到表(2019年).xlsx", ["教育局/签到表（2019年）.xlsx"]],
    ["签到表（２０１９年）", ["教育局/签到表（2019年）.xlsx"]],
    ["《通知》", ["教育局/通知.pdf"]],
    ["照片1.jpg", ["教育局/联席会议/照片1.jpg"]],
    ["联席会议\\照片2.jpg", ["教育局/联席会议/照片2.jpg"]],
    ["./联席会议/照片2", ["教育局/联席会议/照片2.jpg"]],
    ["培训/通知", ["教育局/培训/通知.docx"]],
    ["教育局/通知.pdf", ["教育局/通知.pdf"]],
    ["evidence/教育局/通知.pdf", ["教育局/通知.pdf"]],
    ["财政局/批复.pdf", ["财政局/批复.pdf"]],
    ["../财政局/批复.pdf", ["财政局/批复.pdf"]],
    ["联席会议", ["教育局/联席会议/照片1.jpg", "教育局/联席会议/照片2.jpg"]],
    ["联席会议/", ["教育局/联席会议/照片1.jpg", "教育局/联席会议/照片2.jpg"]],
    ["甲，乙.pdf", ["教育局/甲，乙.pdf"]],
    ["甲，乙.pdf；通知.pdf", ["教育局/甲，乙.pdf", "教育局/通知.pdf"]],
    [
      "通知.pdf、签到表（2019年）.xlsx、照片1.jpg",
      ["教育局/通知.pdf", "教育局/签到表（2019年）.xlsx", "教育局/联席会议/照片1.jpg"],
    ],
    [
      "1.通知.pdf\n2.纪要.pdf\n3.联席会议",
      ["教育局/通知.pdf", "教育局/纪要.pdf", "教育局/联席会议/照片1.jpg", "教育局/联席会议/照片2.jpg"],
    ],
    ["2.预算.pdf", ["教育局/2.预算.pdf"]],
    ["通知.pdf, 通知.pdf", ["教育局/通知.pdf"]],
  ])("%j finds them", (files, expected) => {
    const { files: found, told } = made(row({ title: "甲", files }));
    expect(told).toEqual([]);
    expect(found).toEqual([expected]);
  });

  it.each([
    ["通知书.pdf", "missing", "通知.pdf"],
    ["没有这个文件.zip", "missing", null],
    ["纪要", "ambiguous", null],
    ["../../evipack.yaml", "outside", null],
    ["../../../etc/passwd", "outside", null],
    ["/etc/passwd", "outside", null],
    ["C:\\Users\\样例\\通知.pdf", "outside", null],
    ["\\\\server\\share\\通知.pdf", "outside", null],
    ["file:///C:/通知.pdf", "outside", null],
    ["..", "missing", null],
    [".", "missing", null],
  ])("%j is told as %s", (name, reason, nearest) => {
    const { items, told } = made(row({ title: "甲", files: name }));
    expect(items).toEqual([]);
    expect(told.map(({ code, facts }) => [code, facts])).toEqual([["register-file", { name, reason, nearest }]]);
  });

  it("tells the one that is missing of several, and keeps the rest", () => {
    const { files, told } = made(row({ title: "甲", files: "通知.pdf、照片9.jpg" }));
    expect(files).toEqual([["教育局/通知.pdf"]]);
    expect(told.map(({ facts }) => facts)).toEqual([{ name: "照片9.jpg", reason: "missing", nearest: "照片1.jpg" }]);
  });
});

describe("a row", () => {
  it("wins over the name in what it says; the name fills the rest", () => {
    const { items } = made(
      row({ title: "教育事业发展规划", files: "1-1-1 规划文件2018.pdf", docNumber: "样教〔2018〕3号" }),
    );
    expect(items[0]).toMatchObject({
      title: "教育事业发展规划",
      docNumber: "样教〔2018〕3号",
      period: { from: "2018-01-01" },
    });
    expect(items[0]?.claims.map(({ code, from }) => [code, from])).toEqual([["1-1-1", "file"]]);
  });

  it("with a date has its day; the years that its title speaks of are its time", () => {
    const [second, first] = made(
      row({ title: "经费决算（2018年度）", files: "通知.pdf", formed: "2019-02-20" }),
      row({ title: "经费决算", files: "纪要.pdf", formed: "2019-02" }),
    ).items;
    expect(first).toMatchObject({ formed: "2019-02-20", period: { from: "2018-01-01", to: "2018-12-31" } });
    expect(second).toMatchObject({ formed: "2019-02", period: { from: "2019-02-01", to: "2019-02-28" } });
  });

  it("speaks of the year of its column, unless its title names another", () => {
    const year = { from: "2018-01-01", to: "2018-12-31" };
    const written = { files: "通知.pdf", formed: "2019-02-20", year };
    expect(made(row({ ...written, title: "经费决算" })).items[0]).toMatchObject({ formed: "2019-02-20", period: year });
    const other = { from: "2017-01-01", to: "2017-12-31" };
    expect(made(row({ ...written, title: "决算（2017年度）" })).items[0]).toMatchObject({ period: other });
  });

  it("without file and address is told, with the place where the paper is kept", () => {
    const { told } = made(row({ title: "实物奖牌", registered: { keptAt: "档案室" } }));
    expect(told.map(({ code, facts }) => [code, facts])).toEqual([
      ["register-no-file", { title: "实物奖牌", keptAt: "档案室" }],
    ]);
  });

  it("with an address only is an item that goes by its cell", () => {
    const { items, told } = made(row({ title: "网页", url: "https://sample.example/", codes: ["1-1-1"] }));
    expect(told).toEqual([]);
    expect(items[0]?.files[0]).toMatchObject({
      url: "https://sample.example/",
      bytes: 0,
      sha256: null,
      state: { kind: "link" },
    });
    expect(items[0]?.files[0].path).toMatch(/^evidence\/教育局\/登记表\.xlsx#登记表!A\d+$/u);
  });
});

describe("two rows for one file", () => {
  it("make one item that serves both indicators", () => {
    const { items, told } = made(
      row({ title: "甲", files: "通知.pdf", codes: ["1-1-1"] }),
      row({ title: "甲", files: "通知.pdf", codes: ["1-1-2"], registered: { place: "会议室" } }),
    );
    expect(told).toEqual([]);
    expect(items).toHaveLength(1);
    expect(items[0]?.claims.map(({ code }) => code)).toEqual(["1-1-1", "1-1-2"]);
    expect(items[0]?.registered?.place).toBe("会议室");
  });

  it("that say the same are told; so are two titles, of which the first counts", () => {
    const { items, told } = made(
      row({ title: "甲", files: "通知.pdf", codes: ["1-1-1"] }),
      row({ title: "甲", files: "通知.pdf", codes: ["1-1-1"] }),
      row({ title: "乙", files: "通知.pdf", codes: ["1-1-2"] }),
    );
    expect(items.map(({ title }) => title)).toEqual(["甲"]);
    expect(told.map(({ facts }) => ("titles" in facts ? facts.titles : facts))).toEqual([null, ["甲", "乙"]]);
  });

  it("of a bundle: a later row may give one of its files another indicator, but not take it away", () => {
    const { items, files, told } = made(
      row({ title: "会议", files: "通知.pdf、纪要.pdf", codes: ["1-1-1"] }),
      row({ title: "通知", files: "通知.pdf", codes: ["1-1-2"] }),
      row({ title: "两件", files: "纪要.pdf、甲，乙.pdf", codes: ["1-1-2"] }),
    );
    expect(files).toEqual([["教育局/甲，乙.pdf"], ["教育局/通知.pdf", "教育局/纪要.pdf"]]);
    expect(items[1]?.claims.map(({ code }) => code)).toEqual(["1-1-1", "1-1-2"]);
    expect(told.map(({ facts }) => ("titles" in facts ? facts.titles : facts))).toEqual([["会议", "通知"], null]);
  });
});

describe("links", () => {
  it("of an item for two indicators: the first is primary", () => {
    const { items } = made(row({ title: "规划文件和会议纪要", files: "通知.pdf", codes: ["1-1-2", "1-1-1"] }));
    const links = linkEvidence({ map, items });
    expect(
      links.map((each) =>
        each.type === "linked" ? [each.indicator.code, each.requirement?.key, each.role, each.via] : each.type,
      ),
    ).toEqual([
      ["1-1-2", "minutes", "primary", "register"],
      ["1-1-1", "plan", "reference", "register"],
    ]);
  });

  it("of a code above the leaves stay open when no title tells more", () => {
    const { items } = made(row({ title: "别的", files: "甲，乙.pdf", codes: ["1-1"] }));
    expect(linkEvidence({ map, items }).map(({ type }) => type)).toEqual(["unmatched"]);
  });
});

describe("addresses", () => {
  const cell = { file: "evidence/教育局/登记表.xlsx", cell: "登记表!G9" };
  const written = (text: string) => ({ text, at: cell });

  it("of one cell are one item, each under a path of its own", () => {
    const both = { ...row({ title: "甲" }), urls: ["https://a.example/", "https://b.example/"].map(written) };
    expect(made(both).files).toEqual([["教育局/登记表.xlsx#登记表!G9", "教育局/登记表.xlsx#登记表!G9-2"]]);
  });

  it("behind a word in the column of files stand for the file", () => {
    const linked = { ...row({ title: "甲" }), files: [{ text: "打开", link: "https://a.example/", at: cell }] };
    const { files, told } = made({ ...linked, urls: [written("https://a.example/")] });
    expect(files).toEqual([["教育局/登记表.xlsx#登记表!G9"]]);
    expect(told).toEqual([]);
  });

  it.each([
    ["javascript:alert(1)", "kind"],
    ["FILE:///C:/a.pdf", "kind"],
    ["见官网", "form"],
  ])("that are none, such as %s, are told once, with the reason", (address, reason) => {
    const { told } = made({ ...row({ title: "甲" }), refused: [written(address)] });
    expect(told).toMatchObject([{ code: "register-address", at: cell, facts: { address, reason } }]);
  });
});
