/** Dates as people write them into registers. */
import { describe, expect, it } from "vitest";
import { readDay } from "../../../src/load/register/day.ts";

const days: readonly (readonly [written: string, day: string])[] = [
  ["2019-03-05", "2019-03-05"],
  ["2019-3-5", "2019-03-05"],
  ["2019.3.5", "2019-03-05"],
  ["2019．3．5", "2019-03-05"],
  ["2019/3/5", "2019-03-05"],
  ["2019/03/05 00:00:00", "2019-03-05"],
  ["2019-03-05T08:30:00.000Z", "2019-03-05"],
  ["2019年3月5日", "2019-03-05"],
  ["2019 年 3 月 5 日", "2019-03-05"],
  ["２０１９年３月５日", "2019-03-05"],
  ["2019年3月5号", "2019-03-05"],
  ["2019年3月5日上午", "2019-03-05"],
  ["2019年3月5日（星期二）", "2019-03-05"],
  ["2019年3月5日-6日", "2019-03-05"],
  ["2019.3.5—2019.3.6", "2019-03-05"],
  ["2019年3月5日至4月2日", "2019-03-05"],
  ["20190305", "2019-03-05"],
  ["二〇一九年三月十二日", "2019-03-12"],
  ["二○一九年十月二十日", "2019-10-20"],
  ["2019年3月", "2019-03"],
  ["2019.3", "2019-03"],
  ["2019-03", "2019-03"],
  ["2019年3月份", "2019-03"],
  ["201903", "2019-03"],
  ["2019", "2019"],
  ["2019年", "2019"],
  ["2019年度", "2019"],
  ["5 March 2019", "2019-03-05"],
  ["March 5, 2019", "2019-03-05"],
  ["5th Mar 2019", "2019-03-05"],
  ["Mar. 2019", "2019-03"],
  ["2020年2月29日", "2020-02-29"],
];

describe("dates in text", () => {
  it.each(days)("%s is %s", (written, formed) => {
    expect(readDay(written, false)).toEqual({ formed, period: null });
  });

  it.each(["2016-2020年", "2016—2020", "2016年至2020年"])("%s is a span of years", (written) => {
    expect(readDay(written, false)).toEqual({ formed: null, period: { from: "2016-01-01", to: "2020-12-31" } });
  });

  it.each(["2019年1—9月", "2019年1月至9月"])("%s is a span of months", (written) => {
    expect(readDay(written, false)).toEqual({ formed: null, period: { from: "2019-01-01", to: "2019-09-30" } });
  });

  it.each([
    "2019年2月30日",
    "2019年9-1月",
    "2019-02-29",
    "2019-13-01",
    "20191301",
    "19.3.5",
    "05/03/2019",
    "3月5日",
    "去年",
    "不详",
    "43529",
    "0000-00-00",
    "1066",
    "2019-3-5-7-9-11-13",
  ])("%s is none", (written) => {
    expect(readDay(written, false)).toBeNull();
  });
});

describe("dates in numbers", () => {
  it.each([
    ["43529", "2019-03-05"],
    ["43529.5", "2019-03-05"],
    ["42736", "2017-01-01"],
    ["2019", "2019"],
    ["20190305", "2019-03-05"],
    ["201903", "2019-03"],
    ["2019.3", "2019-03"],
    ["2019.12", "2019-12"],
  ])("%s is %s", (written, formed) => {
    expect(readDay(written, true)?.formed).toBe(formed);
  });

  it("2019.1 may have been 2019.10, so it is none", () => {
    expect(readDay("2019.1", true)).toBeNull();
    expect(readDay("2019.1", false)?.formed).toBe("2019-01");
  });

  it.each(["0", "-5", "1e9", "99999999", "NaN"])("%s is none", (written) => {
    expect(readDay(written, true)).toBeNull();
  });
});
