/** What the rules on form, use, privacy and narratives say, from the files to the message. */
import { workbookOf } from "../../support/workbook.ts";
import { tinyPng } from "../bytes.ts";
import { config, map, swap } from "../workspace.ts";
import type { Case } from "../workspace.ts";

/** The example of GB 11643-1999; nobody's. */
const id = "11010519491231002X";

const strict = [
  ["title: 规划文件, doc_number: required", "title: 规划文件, doc_number: required, seal: required"],
  ["title: 会议纪要, each: year", "title: 会议纪要, each: year, bundle: [sign_in, minutes]"],
  ["title: 预算批复, doc_number: required", "title: 预算批复, doc_number: required, original: required"],
  ["title: 人员名册, kind: roster }", "title: 人员名册, kind: roster, max: 1 }"],
].reduce((text, [from = "", to = ""]) => swap(text, from, to), map);

export const ruleCases: readonly Case[] = [
  {
    name: "privacy",
    about:
      "numbers of persons in a name, a register, a narrative, a text and a sheet, never shown; papers marked secret",
    files: {
      "narrative/2-1-2.md": "样例：机构健全。\n\n联系人样例甲，13800138000。\n",
      "evidence/教育局/2-2 人员名册2019.txt": `样例 名册\n样例甲 ${id} 139-0013-9000\n`,
      [`evidence/教育局/2-2 人员名册 ${id}.txt`]: "样例 另一名册\n",
      "evidence/教育局/2-2 人员名册2018.xlsx": await workbookOf({
        name: "名册",
        rows: [
          ["样例姓名", "身份证号", "手机"],
          ["样例甲", "110105491231002", 13_800_138_000],
        ],
      }),
      "evidence/财政局/2-1-2 机构批文（样编〔2012〕5号）.txt": "秘密★5年\n样例 批文\n",
      "evidence/财政局/登记表.xlsx": await workbookOf({
        rows: [
          ["指标编号", "材料名称", "文件名", "备注", "联系电话", "密级"],
          ["2-1-1", "预算批复", "2-1-1 预算批复（样财〔2019〕8号）", "问 13700137000", "13600136000", "公开"],
          ["2-1-1", "拨款凭证", "2-1-1 拨款凭证2018-04-12", null, null, "机密"],
          ["2-1-1", "拨款凭证", "2-1-1 拨款凭证2019-04-09", null, null, null],
          ["2-1-2", "机构批文", "2-1-2 机构批文（样编〔2012〕5号）", null, null, null],
        ],
      }),
    },
  },
  {
    name: "form-and-use",
    about: "no seal, copies, half a bundle, items too many, of another department, used too often, photos too small",
    files: {
      "indicators.yaml": `${swap(
        strict,
        "- { key: roster, title: 人员名册, kind: roster, max: 1 }",
        "- { key: roster, title: 人员名册, kind: roster, max: 1 }\n          - { key: photo, title: 培训照片, kind: photo, optional: true }",
      )}reuse_limit: 1\n`,
      "evidence/教育局/2-2 2019-03-12，区行政中心，样例教师，培训照片.png": tinyPng(7),
      "evidence/教育局/1-1-2 会议纪要2019-06-12.txt": "样例 又一次\n",
      "evidence/教育局/2-2 人员名册2018.txt": "样例 旧名册\n",
      "evidence/教育局/1-1-2 会议签到表2018-11-28.txt": "样例 签到\n",
      "evidence/教育局/2-1-2 机构批文（样编〔2013〕6号）.txt": "样例 教育局 批文\n",
      "evidence/财政局/登记表.xlsx": await workbookOf({
        rows: [
          ["指标编号", "材料要求", "材料名称", "文件名", "原件/复印件", "存放处", "是否盖章"],
          ["2-1-1", null, "预算批复", "2-1-1 预算批复（样财〔2019〕8号）", "复印件", "档案室", "是"],
          ["2-1-1、2-1-2", "拨款凭证、机构批文", "拨款凭证", "2-1-1 拨款凭证2018-04-12", "复印件", null, null],
          ["2-1-1", null, "拨款凭证", "2-1-1 拨款凭证2019-04-09", "原件", null, "否"],
          ["2-1-2", null, "机构批文", "2-1-2 机构批文（样编〔2012〕5号）", "原件", null, "是"],
        ],
      }),
    },
  },
  {
    name: "narratives-weighed",
    about: "texts too long and too short, problems under their share, citations of what there is and what there is not",
    files: {
      "evipack.yaml": `${config}severity: { narrative-length: error }\n`,
      "indicators.yaml": `${swap(map, "- code: 2-1-1\n", "- code: 2-1-1\n            words: { max: 10 }\n")}words: { min: 12, max: 40 }\nproblems: { min_share: 0.333 }\n`,
      "narrative/1-1-1.md": "样例：已列入规划，见附件[@1-1-1-01]，又见[@1-1-1-11]。\n",
      "narrative/2-1-1.md": "样例：\n\n- 经费 {{budget}} 元；\n- 人口 {{populaton}} 人，人均二元三角。\n",
    },
  },
];
