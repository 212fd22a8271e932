/** How files find their requirements, what counts, and the texts beside them. */
import { tinyPdf } from "../bytes.ts";
import { config, map, noEvidence, plan, swap } from "../workspace.ts";
import type { Case } from "../workspace.ts";

const waivers = (...rows: readonly string[]): string =>
  swap(config, "waivers: []", ["waivers:", ...rows.map((row) => `  - { ${row} }`)].join("\n"));

export const linkingCases: readonly Case[] = [
  {
    name: "title-ambiguous",
    about: "one title asked for under two indicators",
    files: {
      "indicators.yaml": swap(map, "title: 人员名册", "title: 会议纪要"),
      "evidence/教育局/2-2 人员名册2019.txt": null,
      "evidence/教育局/会议纪要2019-06-01.txt": "样例\n",
    },
  },
  {
    name: "serial-twice",
    about: "two files claim one serial number",
    files: { "evidence/教育局/2-2-01 人员名册.txt": "甲\n", "evidence/教育局/2-2-01 人员名册续.txt": "乙\n" },
  },
  {
    name: "code-unknown",
    about: "a code that the map does not have, nearest match told",
    files: { "evidence/财政局/2-1-3 预算批复.txt": "甲\n", "evidence/财政局/9.9 别的.txt": "乙\n" },
  },
  {
    name: "code-unknown-english",
    about: "a code that the map does not have, in English",
    base: "english",
    files: { "evidence/City Council/1.3 Adopted plan.txt": "sample\n" },
    runs: [["check"]],
  },
  {
    name: "code-only",
    about: "a name with the code of the indicator only, which asks for two things",
    files: { "evidence/财政局/2-1-1.txt": "甲\n", "evidence/财政局/2-1-1 情况说明.txt": "乙\n" },
  },
  {
    name: "code-of-group",
    about: "a name with the code of a group, with and without a title",
    files: { "evidence/财政局/2-1 机构批文续.txt": "甲\n", "evidence/财政局/2-1 别的.txt": "乙\n" },
  },
  { name: "unmatched", about: "a name that says nothing", files: { "evidence/教育局/扫描件0001.txt": "甲\n" } },
  {
    name: "duplicates",
    about: "the same bytes for one requirement and for two",
    files: {
      "evidence/教育局/1-1-2 会议纪要2019-03-12 副本.txt": "样例 2019\n",
      "evidence/财政局/2-1-2 机构批文旧.txt": "样例 批复\n",
    },
  },
  {
    name: "duplicate-counts-once",
    about: "two wanted, the same file handed in twice",
    files: {
      "evidence/财政局/2-1-1 拨款凭证2018-04-12.png": null,
      "evidence/财政局/2-1-1 拨款凭证 副本.txt": "样例 凭证\n",
    },
  },
  {
    name: "year-missing",
    about: "every year wanted: 2018 is missing, one file has no year",
    files: { "evidence/教育局/1-1-2 会议纪要2018-11-28.txt": null, "evidence/教育局/1-1-2 会议纪要（补）.txt": "补\n" },
  },
  {
    name: "year-missing-english",
    about: "every year wanted: 2023 is missing",
    base: "english",
    files: { "evidence/City Libraries/1.10 Annual report 2023.txt": null },
    runs: [["check"]],
  },
  {
    name: "too-few",
    about: "two vouchers wanted, one there",
    files: { "evidence/财政局/2-1-1 拨款凭证2018-04-12.png": null },
  },
  {
    name: "outside-window",
    about: "a roster of 2015 in a window that begins in 2017",
    files: { "evidence/教育局/2-2 人员名册2019.txt": null, "evidence/教育局/2-2 人员名册2015.txt": "样例\n" },
  },
  {
    name: "later-than-as-of",
    about:
      "within the window, but later than the as-of day; later than both; of two vouchers one; an empty file besides",
    files: {
      "evidence/教育局/2-2 人员名册2019.txt": null,
      "evidence/教育局/2-2 人员名册2019-11-20.txt": "样例\n",
      "evidence/财政局/2-1-1 拨款凭证2019-04-09.txt": null,
      "evidence/财政局/2-1-1 拨款凭证2019-12-09.txt": "样例 凭证\n",
      "evidence/财政局/2-1-2 机构批文（样编〔2012〕5号）.txt": null,
      "evidence/财政局/2-1-2 机构批文2020-01-05.txt": "样例 批文\n",
      "evidence/财政局/2-1-1 预算批复（样财〔2019〕8号）.txt": null,
      "evidence/财政局/2-1-1 预算批复2015（样财〔2015〕8号）.txt": "",
    },
  },
  {
    name: "lasting-older",
    about:
      "a lasting paper older than the window counts, one younger than it does not, nor one that is no longer in force",
    files: {
      "evidence/财政局/2-1-2 机构批文（样编〔2012〕5号）.txt": null,
      "evidence/财政局/2-1-2 机构批文2008.txt": "旧\n",
      "evidence/财政局/2-1-2 机构批文2020.txt": "新\n",
      "evidence/财政局/2-1-2 机构批文2011-2015年.txt": "期满\n",
    },
  },
  {
    name: "doc-number-missing",
    about: "a paper that must have a number has none",
    files: { [plan]: null, ["evidence/教育局/1-1-1 规划文件2018.pdf"]: tinyPdf("plan") },
  },
  {
    name: "waived",
    about: "one requirement waived, one indicator not applicable",
    files: {
      ...noEvidence(),
      [plan]: tinyPdf("plan"),
      "evipack.yaml": waivers(
        "indicator: 2-1-1, requirement: voucher, reason: 省里统拨（样例）, approver: 样例甲, until: 2019-12-31",
        "indicator: 2-2, reason: 本区无此类人员（样例）, not_applicable: true",
      ),
    },
  },
  {
    name: "waiver-expired",
    about: "a waiver that ended before the day of judgement, one that ends on it",
    files: {
      "evidence/教育局/2-2 人员名册2019.txt": null,
      "evidence/财政局/2-1-2 机构批文（样编〔2012〕5号）.txt": null,
      "evipack.yaml": waivers(
        "indicator: 2-2, reason: 样例, until: 2019-10-30",
        "indicator: 2-1-2, reason: 样例, until: 2019-10-31",
      ),
    },
  },
];
