/** What a file's name tells. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { codeLike, plainCode, readCode } from "../../src/link/codes.ts";
import { periodOf, readName, readNameParts } from "../../src/link/name-parts.ts";

const whole = (year: number): string => `${String(year)}-01-01…${String(year)}-12-31`;

describe("title, 文号, day formed, period", () => {
  it.each<[name: string, title: string, docNumber: string, formed: string | null, period: string | null]>([
    // Nothing but a title.
    ["规划文件", "规划文件", "", null, null],
    ["  规划 文件  ", "规划 文件", "", null, null],
    ["Annual report", "Annual report", "", null, null],
    ["规划_文件-", "规划 文件", "", null, null],
    // Numbers of a camera are no years.
    ["IMG_2031 活动照片", "IMG 2031 活动照片", "", null, null],
    ["DSC02019 活动照片2018", "DSC02019 活动照片2018", "", null, "2018-01-01…2018-12-31"],
    ["IMG_20190312_101010 活动照片", "IMG 101010 活动照片", "", "2019-03-12", "2019-03-12…2019-03-12"],
    // Days.
    ["会议纪要2019-03-12", "会议纪要", "", "2019-03-12", "2019-03-12…2019-03-12"],
    ["会议纪要2019.3.12", "会议纪要", "", "2019-03-12", "2019-03-12…2019-03-12"],
    ["会议纪要2019/3/12", "会议纪要", "", "2019-03-12", "2019-03-12…2019-03-12"],
    ["会议纪要2019_03_12", "会议纪要", "", "2019-03-12", "2019-03-12…2019-03-12"],
    ["会议纪要20190312", "会议纪要", "", "2019-03-12", "2019-03-12…2019-03-12"],
    ["会议纪要2019年3月12日", "会议纪要", "", "2019-03-12", "2019-03-12…2019-03-12"],
    ["会议纪要2019年3月12号", "会议纪要", "", "2019-03-12", "2019-03-12…2019-03-12"],
    ["会议纪要 2019 年 3 月 12 日", "会议纪要", "", "2019-03-12", "2019-03-12…2019-03-12"],
    ["2019-03-12 会议纪要", "会议纪要", "", "2019-03-12", "2019-03-12…2019-03-12"],
    ["会议纪要（2019-03-12）", "会议纪要", "", "2019-03-12", "2019-03-12…2019-03-12"],
    ["会议纪要（2019-03-12，定稿）", "会议纪要（定稿）", "", "2019-03-12", "2019-03-12…2019-03-12"],
    ["拨款凭证2018-04-12（损坏）", "拨款凭证（损坏）", "", "2018-04-12", "2018-04-12…2018-04-12"],
    ["拨款凭证 2018-04-12 （损坏）", "拨款凭证（损坏）", "", "2018-04-12", "2018-04-12…2018-04-12"],
    ["2020-02-29 闰日", "闰日", "", "2020-02-29", "2020-02-29…2020-02-29"],
    // No such day: its year is taken.
    ["会议纪要2019-02-30", "会议纪要", "", "2019", whole(2019)],
    ["会议纪要2024-13-05", "会议纪要", "", "2024", whole(2024)],
    ["会议纪要20190931", "会议纪要", "", "2019", whole(2019)],
    ["会议纪要2019年13月1日", "会议纪要", "", "2019", whole(2019)],
    ["会议纪要2019年13月", "会议纪要", "", "2019", whole(2019)],
    ["2018年度决算（2019.2.30）", "2018年度决算", "", "2019", whole(2018)],
    ["通知（奉教〔2018〕12号）2019-02-30", "通知", "奉教〔2018〕12号", "2019", whole(2019)],
    ["会议纪要2019-02-30（2018年3月12日）", "会议纪要2019-02-30", "", "2018-03-12", "2018-03-12…2018-03-12"],
    ["2019-02-30", "2019-02-30", "", "2019", whole(2019)],
    // Numbers that were never days.
    ["编号20191399", "编号20191399", "", null, null],
    ["编号20993812", "编号20993812", "", null, null],
    ["编号2019-38-12", "编号2019-38-12", "", null, null],
    // Months.
    ["工作简报2019年3月", "工作简报", "", "2019-03", "2019-03-01…2019-03-31"],
    ["工作简报2019-03", "工作简报", "", "2019-03", "2019-03-01…2019-03-31"],
    ["工作简报2019.3", "工作简报", "", "2019-03", "2019-03-01…2019-03-31"],
    ["工作简报2019年2月", "工作简报", "", "2019-02", "2019-02-01…2019-02-28"],
    ["工作简报2020年2月", "工作简报", "", "2020-02", "2020-02-01…2020-02-29"],
    ["工作简报（2018年12月）", "工作简报", "", "2018-12", "2018-12-01…2018-12-31"],
    // Years that the title speaks of.
    ["2018年工作总结", "2018年工作总结", "", null, whole(2018)],
    ["2018年度决算表", "2018年度决算表", "", null, whole(2018)],
    ["决算表（2018年度）", "决算表（2018年度）", "", null, whole(2018)],
    ["决算表2018", "决算表2018", "", null, whole(2018)],
    ["Annual report 2022", "Annual report 2022", "", null, whole(2022)],
    ["拨款凭证２０１９年４月９日", "拨款凭证", "", "2019-04-09", "2019-04-09…2019-04-09"],
    ["预算批复（样财〔２０１９〕８号）", "预算批复", "样财〔2019〕8号", "2019", whole(2019)],
    ["工作总结二〇一七年", "工作总结二〇一七年", "", null, whole(2017)],
    ["规划（二○一六年—二零二〇年）", "规划（二○一六年—二零二〇年）", "", null, "2016-01-01…2020-12-31"],
    ["工作总结2018：社区教育", "工作总结2018：社区教育", "", null, whole(2018)],
    ["Summary 2018: adult education", "Summary 2018: adult education", "", null, whole(2018)],
    ["工作总结2018🎉", "工作总结2018🎉", "", null, whole(2018)],
    ["工作总结2018-", "工作总结2018", "", null, whole(2018)],
    ["比例尺2000:1", "比例尺2000:1", "", null, null],
    ["2022 annual report", "2022 annual report", "", null, whole(2022)],
    ["2018_台账", "2018 台账", "", null, whole(2018)],
    // Ranges of years.
    ["汇编（2017-2019年）", "汇编（2017-2019年）", "", null, "2017-01-01…2019-12-31"],
    ["汇编2017—2019", "汇编2017—2019", "", null, "2017-01-01…2019-12-31"],
    ["汇编2017年至2019年", "汇编2017年至2019年", "", null, "2017-01-01…2019-12-31"],
    ["汇编2017～2019年度", "汇编2017～2019年度", "", null, "2017-01-01…2019-12-31"],
    // Figures that are no years.
    ["第1234号台账", "第1234号台账", "", null, null],
    ["第1920号台账", "第1920号台账", "", null, null],
    ["第 2018 期简报", "第 2018 期简报", "", null, null],
    ["奖金2000元", "奖金2000元", "", null, null],
    ["2018年第2017号文", "2018年第2017号文", "", null, whole(2018)],
    ["学员12018人", "学员12018人", "", null, null],
    ["1000人大会", "1000人大会", "", null, null],
    ["2100年展望", "2100年展望", "", null, null],
    // Numbers of papers.
    ["预算批复（奉财〔2019〕8号）", "预算批复", "奉财〔2019〕8号", "2019", whole(2019)],
    ["预算批复 奉财〔2019〕8号", "预算批复", "奉财〔2019〕8号", "2019", whole(2019)],
    ["奉财〔2019〕8号 预算批复", "预算批复", "奉财〔2019〕8号", "2019", whole(2019)],
    ["预算批复（奉财[2019]8号）", "预算批复", "奉财〔2019〕8号", "2019", whole(2019)],
    ["预算批复（奉财［2019］8号）", "预算批复", "奉财〔2019〕8号", "2019", whole(2019)],
    ["预算批复（奉财【2019】8号）", "预算批复", "奉财〔2019〕8号", "2019", whole(2019)],
    ["预算批复（奉财（2019）8号）", "预算批复", "奉财〔2019〕8号", "2019", whole(2019)],
    ["预算批复（奉财(2019)第8号）", "预算批复", "奉财〔2019〕第8号", "2019", whole(2019)],
    ["预算批复（奉财 〔2019〕 8 号）", "预算批复", "奉财〔2019〕8号", "2019", whole(2019)],
    ["通知（浙教办函〔2018〕123号）2018-06-01", "通知", "浙教办函〔2018〕123号", "2018-06-01", "2018-06-01…2018-06-01"],
    ["2017年通知（奉教〔2018〕12号）", "2017年通知", "奉教〔2018〕12号", "2018", whole(2017)],
    ["方案（奉教〔2018〕12号，样例）", "方案（样例）", "奉教〔2018〕12号", "2018", whole(2018)],
    ["Notice ABC〔2018〕12号", "Notice", "ABC〔2018〕12号", "2018", whole(2018)],
    // Other widths and forms.
    ["Cafe\u0301 menu", "Café menu", "", null, null],
    ["照片 2018-10-20 锦屏街道 开幕式", "照片 锦屏街道 开幕式", "", "2018-10-20", "2018-10-20…2018-10-20"],
    // Nothing left: the name itself is the title.
    ["2019-03-12", "2019-03-12", "", "2019-03-12", "2019-03-12…2019-03-12"],
    ["（奉财〔2019〕8号）", "（奉财〔2019〕8号）", "奉财〔2019〕8号", "2019", whole(2019)],
    ["2019", "2019", "", null, whole(2019)],
  ])("%s", (name, title, docNumber, formed, period) => {
    const parts = readNameParts(name);
    const span = parts.period === null ? null : `${parts.period.from}…${parts.period.to}`;
    expect([parts.title, parts.docNumber, parts.formed, span]).toEqual([title, docNumber, formed, period]);
  });
});

describe("codes", () => {
  const codes = ["1", "1-1", "1-1-1", "1-1-2", "2-1-1", "2-1-10", "1.10", "A1"];
  it.each<[name: string, code: string | null, serial: number | null, rest: string]>([
    ["1-1-1 规划", "1-1-1", null, " 规划"],
    ["1-1-1规划", "1-1-1", null, "规划"],
    ["1-1-1", "1-1-1", null, ""],
    ["  1-1-1 规划", "1-1-1", null, " 规划"],
    ["1-1-1-01 规划", "1-1-1", 1, " 规划"],
    ["1-1-1-1规划", "1-1-1", 1, "规划"],
    ["1-1-1.2 规划", "1-1-1", 2, " 规划"],
    ["1-1-1_003 规划", "1-1-1", 3, " 规划"],
    ["1-1-1#4 规划", "1-1-1", 4, " 规划"],
    ["1-1-1-2019 规划", "1-1-1", null, "-2019 规划"],
    ["1-1-1-2019年规划", "1-1-1", null, "-2019年规划"],
    ["1-1-1（规划）", "1-1-1", null, "（规划）"],
    ["2-1-1 预算", "2-1-1", null, " 预算"],
    ["2-1-10 决算", "2-1-10", null, " 决算"],
    ["2-1-10-02 决算", "2-1-10", 2, " 决算"],
    ["2-1-12 别的", null, null, ""],
    ["１－１－１ 规划", "1-1-1", null, " 规划"],
    ["1–1–1 规划", "1-1-1", null, " 规划"],
    ["1—1—1 规划", "1-1-1", null, " 规划"],
    ["1．10 规划", "1.10", null, " 规划"],
    ["1.10 规划", "1.10", null, " 规划"],
    ["1.1 规划", "1", 1, " 规划"],
    ["A1 report", "A1", null, " report"],
    ["A12 report", null, null, ""],
    ["A1b report", null, null, ""],
    ["a1 report", null, null, ""],
    ["规划 1-1-1", null, null, ""],
    ["11-1 规划", null, null, ""],
  ])("%s", (name, code, serial, rest) => {
    const read = readCode(name, codes);
    expect([read?.code ?? null, read?.serial ?? null, read?.rest ?? ""]).toEqual([code, serial, rest]);
  });

  it.each([
    ["7-7 别的", "7-7"],
    ["7.7.7 别的", "7.7.7"],
    ["７－７ 别的", "7-7"],
    ["7 别的", null],
    ["2019-03-12 别的", null],
    ["12-25年会", null],
    ["3月别的", null],
    ["别的7-7", null],
  ])("%s looks like the code %s", (name, code) => {
    expect(codeLike(name)).toBe(code);
  });
});

describe("names below folders", () => {
  const codes = { leaves: ["1-1-1", "1-1-2", "2"], groups: ["1", "1-1"] };
  it.each<[name: string, folders: readonly string[], code: string | null, from: string | null, title: string]>([
    ["1-1-1 规划.pdf", [], "1-1-1", "file", "规划"],
    ["1-1-1 规划.tar.gz", [], "1-1-1", "file", "规划.tar"],
    ["规划.pdf", ["1-1-2 会议"], "1-1-2", "folder", "规划"],
    ["规划.pdf", ["1-1 组织", "甲"], "1-1", "folder", "规划"],
    ["规划.pdf", ["1-1-1 甲", "1-1-2 乙"], "1-1-2", "folder", "规划"],
    ["1-1 规划.pdf", ["1-1-2 乙"], "1-1-2", "folder", "规划"],
    ["1.预算批复.pdf", ["1-1-2 乙"], "1-1-2", "folder", "预算批复"],
    ["3月凭证.pdf", ["1-1-2 乙"], "1-1-2", "folder", "3月凭证"],
    ["1-1-01 规划.pdf", [], null, null, "1-1-01 规划"],
    ["规划.pdf", [], null, null, "规划"],
    ["1-1-1.pdf", [], "1-1-1", "file", ""],
  ])("%s in %j", (name, folders, code, from, title) => {
    const read = readName(name, folders, codes);
    expect([read.claim?.code ?? null, read.claim?.from ?? null, read.title]).toEqual([code, from, title]);
  });
});

describe("periods", () => {
  it.each([
    [null, null],
    ["2019", { from: "2019-01-01", to: "2019-12-31" }],
    ["2019-04", { from: "2019-04-01", to: "2019-04-30" }],
    ["2019-04-05", { from: "2019-04-05", to: "2019-04-05" }],
  ])("%s covers %j", (text, period) => {
    expect(periodOf(text)).toEqual(period);
  });
});

describe("a list of codes", () => {
  const sign = fc.constantFrom(..."112-.A①１－—规 ");
  const code = fc
    .string({ unit: sign, minLength: 1, maxLength: 5 })
    .map((text) => text.trim())
    .filter((text) => text !== "");
  const name = fc.string({ unit: sign, maxLength: 9 });

  it("finds of all its codes the longest with which the name begins, of equal length the first", () => {
    fc.assert(
      fc.property(fc.array(code, { maxLength: 8 }), name, (codes, text) => {
        const found = codes.flatMap((each) => readCode(text, [each]) ?? []);
        const [longest] = found.toSorted((a, b) => b.code.length - a.code.length);
        expect(readCode(text, codes)).toEqual(longest ?? null);
      }),
      { numRuns: 3000 },
    );
  });

  it("leaves of a name what stands behind the code, as it was typed", () => {
    fc.assert(
      fc.property(code, name, (one, text) => {
        const read = readCode(one + text, [one]);
        fc.pre(read?.serial === null);
        const isPlain = plainCode(one + text) === one + text;
        expect(isPlain ? [text] : [read?.rest]).toContain(read?.rest);
        expect((one + text).endsWith(read?.rest ?? "?")).toBe(true);
      }),
    );
  });
});
