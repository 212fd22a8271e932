/** Registers: what they tell, what is wrong in them, and captions of photos. */
import { tinyPdf, tinyPng } from "../bytes.ts";
import { workbookOf } from "../../support/workbook.ts";
import { map, plan, swap } from "../workspace.ts";
import type { Case } from "../workspace.ts";

const head = ["序号", "指标编号", "材料名称", "文号", "形成日期", "文件名", "存放处"];
const register = "evidence/财政局/登记表.xlsx";
const own = {
  budget: "2-1-1 预算批复（样财〔2019〕8号）.txt",
  first: "2-1-1 拨款凭证2018-04-12.png",
  second: "2-1-1 拨款凭证2019-04-09.txt",
  approval: "2-1-2 机构批文（样编〔2012〕5号）.txt",
};

const photoMap = swap(
  `${map}photos: { min_long_side: 8 }\n`,
  "- { key: roster, title: 人员名册, kind: roster }",
  "- { key: roster, title: 人员名册, kind: roster }\n          - { key: photo, title: 培训照片, kind: photo, optional: true }",
);

export const registerCases: readonly Case[] = [
  {
    name: "register-complete",
    about: "a register with its header on the third row, merged codes, a serial date and names without ending",
    files: {
      [register]: await workbookOf({
        rows: [
          ["样例区材料登记表"],
          ["填报部门：财政局"],
          head,
          [1, "2-1-1", "预算批复", "样财〔2019〕8号", 43529, "2-1-1 预算批复（样财〔2019〕8号）", "档案室"],
          [2, null, "拨款凭证", null, "2018.4.12", own.first],
          [3, null, "拨款凭证", null, "2019年4月9日", own.second],
          [4, "2-1-2", "机构批文", null, "20120305", own.approval],
          ["合计", "4件"],
        ],
        merges: ["A1:G1", "B4:B6"],
      }),
    },
  },
  {
    name: "register-faults",
    about:
      "a register with a wrong file, code, date and column, a code made a date, a formula without value, a row twice",
    files: {
      [register]: await workbookOf({
        rows: [
          [...head, "领导批示"],
          [1, "2-1-1", "预算批复", "样财〔2019〕8号", "2019年2月30日", own.budget],
          [2, "2-1-9", "拨款凭证", null, "2018-04-12", own.first],
          [3, new Date(Date.UTC(2002, 0, 1)), "拨款凭证", null, "2019-04-09", "2-1-1 拨款凭证2019-04-19.txt"],
          [4, "2-1-2", { error: "#N/A" }, null, "2012", own.approval],
          [5, "2-1-2", "机构批文", null, "2012", own.approval],
          [6, "2-1-2", "奖牌", null, "2018", null, "财政局荣誉室"],
          [7, "2-1-2", "外面的文件", null, "2018", "../../../evipack.yaml"],
        ],
      }),
    },
  },
  {
    name: "register-bundle",
    about: "a meeting in one row with several files, a folder among them; one paper for two indicators; an address",
    files: {
      "evidence/教育局/联席会议2019/通知.txt": "样例 通知\n",
      "evidence/教育局/联席会议2019/签到表.txt": "样例 签到\n",
      "evidence/教育局/register.yaml": `items:
  - title: 规划文件
    indicators: 1-1-1
    files: ${plan.split("/").at(-1) ?? ""}
  - title: 会议纪要（2019年）
    indicators: 1-1-2
    date: 2019-03-12
    files: [1-1-2 会议纪要2019-03-12.txt, 联席会议2019]
  - title: 会议纪要（2018年）
    indicators: [1-1-2, 2-2]
    files: 1-1-2 会议纪要2018-11-28
  - files: 1-1-2 会议纪要2017-05-16.txt
  - files: 2-2 人员名册2019.txt
  - title: 人员名册网页
    indicators: 2-2
    address: https://sample.example/roster
`,
    },
  },
  {
    name: "register-places",
    about: "addresses that are refused, two in one cell, requirements that are not there, a file that is left out",
    files: {
      "evidence/财政局/样例说明.txt": "样例\n",
      [register]: await workbookOf({
        rows: [
          ["指标编号", "材料要求", "材料名称", "文件名", "网址"],
          ["2-1-1", "采购合同、甲、乙", "样例采购", "2-1-1 拨款凭证2018-04-12.png"],
          ["2-1-1、2-1-2、1-1-1", "丙", "样例三件", own.approval],
          ["2-1-2", null, "样例网页", null, "javascript:alert(1)"],
          ["2-1-2", null, "样例网页", null, "见官网"],
          ["2-1-2", null, "机构批文网页", null, "https://a.sample.example/\nhttps://b.sample.example/"],
          [null, null, "样例网页", null, "https://c.sample.example/"],
        ],
      }),
    },
  },
  {
    name: "register-unreadable",
    about: "a register that is no workbook, and one without a header",
    files: {
      [register]: "样例\n",
      "evidence/教育局/登记表.xlsx": await workbookOf({ rows: [["样例", "样例"]] }),
    },
  },
  {
    name: "photo-caption",
    about: "photos with all of a caption, with part of it, and with a camera's name",
    files: {
      "indicators.yaml": photoMap,
      "evidence/教育局/2-2 2019-03-12 教育局会议室 样例教师 培训照片.png": tinyPng(1),
      "evidence/教育局/2-2 2019-03-13 培训照片.png": tinyPng(2),
      "evidence/教育局/2-2 培训照片/IMG_0001.png": tinyPng(3),
      "evidence/教育局/2-2 培训照片/说明.pdf": tinyPdf("caption"),
    },
  },
];
