/** Figures of funds and surveys, from plain data. */
import { describe, expect, it } from "vitest";
import { fundsFigure } from "../../../src/assemble/charts/funds.ts";
import type { FundsData } from "../../../src/assemble/charts/funds.ts";
import { surveyFigure } from "../../../src/assemble/charts/surveys.ts";
import type { SurveyData } from "../../../src/assemble/charts/surveys.ts";
import { looksOf } from "../../support/looks.ts";
import { seen, shown } from "./seen.ts";

const { words } = await looksOf("zh-CN");
const english = (await looksOf("en")).words;

describe("funds", () => {
  const data: FundsData = {
    title: "样例经费",
    years: ["2017年", "2018年", "2019年"],
    unit: "万元",
    lines: [
      { title: "社区教育专项经费", amounts: [1012.5, 1020, null] },
      { title: "师资培训", amounts: [0, 33.25, 40] },
    ],
    totals: [1012.5, 1053.25, null],
  };

  it("by line and by year", () => {
    const figures = fundsFigure(data, words);
    expect(seen(figures)).toMatchInlineSnapshot(`
      [
        "“样例经费”分项金额（单位：万元） | 条形图：“样例经费”分项金额（单位：万元）；社区教育专项经费，2017年 1012.5，2018年 1020，2019年 –；师资培训，2017年 0，2018年 33.25，2019年 40。",
        "“样例经费”各年度总额（单位：万元） | 柱形图：“样例经费”各年度总额（单位：万元）；2017年，1012.5；2018年，1053.25；2019年，–。",
      ]
    `);
    expect(shown(figures[0])).toEqual(expect.arrayContaining([...data.years, "师资培训", "1012.5", "0", "–", "33.25"]));
    expect(shown(figures[1])).toEqual(expect.arrayContaining([...data.years, "万元", "1012.5", "1053.25", "–"]));
  });

  it("of more than three years have a line, in English with grouped digits", () => {
    const years = ["2016", "2017", "2018", "2019"];
    const totals = [900, 1012.5, 1053.25, 1100];
    expect(
      seen(fundsFigure({ title: "Sample fund", years, unit: "thousand euros", lines: [], totals }, english)),
    ).toEqual([
      "Sample fund in all, by year (thousand euros) | Line chart: Sample fund in all, by year (thousand euros); 2016: 900; 2017: 1,012.5; 2018: 1,053.25; 2019: 1,100.",
    ]);
  });

  it("of one year have no second figure, and unknown ones none", () => {
    const year = { ...data, years: ["2019年"], totals: [40] };
    expect(fundsFigure({ ...year, lines: [{ title: "师资培训", amounts: [40] }] }, words)).toHaveLength(1);
    expect(fundsFigure({ ...year, lines: [{ title: "师资培训", amounts: [null] }] }, words)).toEqual([]);
  });
});

describe("surveys", () => {
  const scale: SurveyData = {
    caption: "居民满意度",
    options: ["满意", "一般", "不满意"],
    questions: [
      { text: "总体评价", shares: [70.25, 20.4, 9.4], answers: 1024 },
      { text: "便利程度", shares: [60, 30, null], answers: null },
      { text: "未统计的一问", shares: [null, null, null], answers: null },
    ],
  };

  it("of one answer stand in one figure", () => {
    const figures = surveyFigure(scale, words);
    expect(seen(figures)).toMatchInlineSnapshot(`
      [
        "居民满意度 | 条形图：居民满意度；总体评价，有效答卷1024份，满意 70.3%，一般 20.4%，不满意 9.4%；便利程度，满意 60%，一般 30%，不满意 –。",
      ]
    `);
    expect(shown(figures[0])).toEqual(
      expect.arrayContaining(["满意", "一般", "不满意", "总体评价", "70.3%", "9.4%", "有效答卷1024份", "60%", "100%"]),
    );
  });

  it("of several answers have a figure for each question", () => {
    const questions = [{ text: "参加过哪些？", shares: [70, 60, 9.4], answers: 50 }];
    const figures = surveyFigure({ ...scale, questions: [...questions, ...scale.questions] }, words);
    expect(figures.map(({ caption }) => caption)).toEqual([
      "居民满意度：参加过哪些？（有效答卷50份）",
      "居民满意度：总体评价（有效答卷1024份）",
      "居民满意度：便利程度",
    ]);
    expect(shown(figures[0])).toEqual(expect.arrayContaining(["满意", "70%", "60%", "9.4%"]));
  });

  it("without answers say nothing", () => {
    expect(surveyFigure({ ...scale, questions: [] }, words)).toEqual([]);
  });
});
