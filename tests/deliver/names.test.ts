/** Names of originals, and the forms of a bag. */
import { assert, property, string, stringMatching } from "fast-check";
import { describe, expect, it } from "vitest";
import { isAsciiPath, originalsOf } from "../../src/deliver/names.ts";
import { legalName } from "../../src/model/legal-name.ts";
import { infoValue, nameKey, oxumOf, readSummedLines, summedLines } from "../../src/model/bagit.ts";
import type { Manifest } from "../../src/schema/manifest.ts";

type Entry = Manifest["evidence"][number];

const entry = (exhibit: string | null, title: string, source: string, page = 1): Entry => ({
  source,
  bytes: 1,
  sha256: "0".repeat(64),
  department: null,
  title,
  exhibit,
  indicators: [],
  state: exhibit === null ? "omitted" : "included",
  reason: null,
  duplicateOf: null,
  converter: null,
  volume: 1,
  pages: [page, page],
  firstPage: null,
});

const names = (evidence: readonly Entry[], ascii = false): string[] =>
  originalsOf({ evidence } as unknown as Manifest, { ascii }).map((each) => each.path);

describe("names of originals", () => {
  it("are number and title, with the file's own extension, in the order of numbers", () => {
    expect(
      names([
        entry("2-1-3-10", "拨款凭证", "evidence/a/x.PDF"),
        entry("2-1-3-02", "预算批复", "evidence/a/y.pdf"),
        entry(null, "无关", "evidence/a/z.pdf"),
        { ...entry("2-1-3-11", "网址", "evidence/a/登记表.xlsx#登记表!C7"), sha256: null },
      ]),
    ).toEqual(["originals/2-1-3-02 预算批复.pdf", "originals/2-1-3-10 拨款凭证.PDF"]);
  });

  it("keep the document number, whatever the length of the title, and never twice", () => {
    const numbered = (title: string, docNumber: string): Entry => ({
      ...entry("2-1-1-01", title, "evidence/a/x.pdf"),
      docNumber,
    });
    expect(names([numbered("预算批复", "奉财〔2019〕8号")])).toEqual([
      "originals/2-1-1-01 预算批复（奉财〔2019〕8号）.pdf",
    ]);
    expect(names([numbered("奉财〔2019〕8号批复", "奉财〔2019〕8号")])).toEqual([
      "originals/2-1-1-01 奉财〔2019〕8号批复.pdf",
    ]);
    expect(names([numbered("Budget", "FIN-8/2019")])).toEqual(["originals/2-1-1-01 Budget (FIN-8／2019).pdf"]);
    const [long = ""] = names([numbered("长".repeat(80), "奉财〔2019〕8号")]);
    expect(long).toMatch(/长…（奉财〔2019〕8号）\.pdf$/u);
    expect(long.length - "originals/.pdf".length).toBe(60);
  });

  it("of a bundle lie in one folder, numbered as their pages are", () => {
    const files = [
      entry("1-1-01", "培训", "evidence/a/照片.jpg", 9),
      entry("1-1-01", "培训", "evidence/a/通知.docx", 7),
      entry("1-1-02", "培训", "evidence/a/b", 10),
    ];
    expect(names(files)).toEqual([
      "originals/1-1-01 培训/01 通知.docx",
      "originals/1-1-01 培训/02 照片.jpg",
      "originals/1-1-02 培训",
    ]);
    expect(names(files, true)).toEqual(["originals/1-1-01/01.docx", "originals/1-1-01/02.jpg", "originals/1-1-02"]);
  });

  it("that only differ by case are told apart by a number", () => {
    expect(names([entry("a-1", "Plan", "evidence/x.pdf"), entry("A-1", "plan", "evidence/y.PDF")])).toEqual([
      "originals/A-1 plan.PDF",
      "originals/a-1 Plan (2).pdf",
    ]);
  });

  it("are ASCII when that is asked, whatever the number and the extension are", () => {
    expect(
      names(
        [
          entry("Ⅱ-1-1)-①", "规划", "evidence/x.pdf"),
          entry("6.1.1-1", "规划", "evidence/y.文档"),
          entry("7/1", "规划", "evidence/z.docx"),
        ],
        true,
      ),
    ).toEqual(["originals/6.1.1-1", "originals/7-1.docx", "originals/no-0003.pdf"]);
  });

  it("are legal on Windows, and composed", () => {
    expect(legalName('2-1 关于“甲/乙”: a<b>c|d?e*f\\g"h')).toBe("2-1 关于“甲／乙”： a＜b＞c｜d？e＊f＼g＂h");
    expect(legalName("名称. . ")).toBe("名称");
    expect(legalName("con")).toBe("con_");
    expect(legalName("e\u0301t\u00e9\r\n\u202ex")).toBe("\u00e9t\u00e9 x");
    expect([...legalName("长".repeat(80))]).toHaveLength(60);
    assert(
      property(string({ unit: "grapheme" }), (text) => {
        const name = legalName(text);
        expect(name).not.toMatch(/[<>:"/\\|?*\p{Cc}]|[. ]$|^ /u);
        expect(name).toBe(name.normalize("NFC"));
      }),
    );
    expect(isAsciiPath("a b/c.pdf")).toBe(true);
    expect(isAsciiPath("é.pdf")).toBe(false);
  });
});

describe("lists of a bag", () => {
  const sum = "ab".repeat(32);

  it("encode CR, LF and % and nothing else, there and back", () => {
    const files = [{ path: "data/100% a\r\nb%0Ac 中.pdf", sha256: sum }];
    expect(summedLines(files)).toBe(`${sum}  data/100%25 a%0D%0Ab%250Ac 中.pdf\n`);
    expect(readSummedLines(summedLines(files))).toEqual({ files, faults: [] });
    assert(
      property(stringMatching(/^[^\\/\0\s][^\\/\0]*$/u), (name) => {
        const files = [{ path: `data/${name}`, sha256: sum }];
        const isPlain = name !== "." && name !== "..";
        expect(readSummedLines(summedLines(files)).files).toEqual(isPlain ? files : []);
      }),
    );
  });

  it.each([
    `${sum} data/a\n`,
    `${sum.toUpperCase()}  data/a\n`,
    `${sum}  ../a\n`,
    `${sum}  /etc/a\n`,
    `${sum}  data/a%\n`,
    `${sum}  data/a`,
    `${sum}  data//a\n`,
    "\n",
  ])("%j is no line", (text) => {
    expect(readSummedLines(text).faults).toEqual([1]);
  });

  it("count bytes and files, and are asked for a value", () => {
    expect(oxumOf([5, 7])).toBe("12.2");
    expect(infoValue("A: 1\npayload-oxum: 12.2\n", "Payload-Oxum")).toBe("12.2");
    expect(infoValue("A: 1\n", "Payload-Oxum")).toBeNull();
  });

  it("know names that systems take for one", () => {
    expect(nameKey("data/e\u0301.PDF")).toBe(nameKey("data/\u00c9.pdf"));
  });
});
