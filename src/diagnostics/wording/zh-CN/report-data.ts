/** 经费、问卷调查、评审意见的措辞。 */
import type { SourceRef } from "../../../model/source.ts";
import type { ReportDataFacts } from "../../facts/report-data.ts";
import type { CatalogueOf } from "../catalogue.ts";
import { meant } from "./phrases.ts";

const place = ({ file, line }: SourceRef): string =>
  line === undefined ? ` ${file} ` : ` ${file} 第${String(line)}行`;

const short = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}……` : text);

export const reportData: CatalogueOf<ReportDataFacts> = {
  "fund-total": ({ title, year, side, total, sum, unit }) => ({
    what:
      `“${title}”${year === null ? "" : `${year}年`}${side === "spent" ? "支出" : ""}合计写的是 ${String(total)} ${unit}，` +
      `各项相加是 ${String(sum)} ${unit}，合计${total < sum ? "少" : "多"} ${String(Math.abs(Number((total - sum).toPrecision(12))))} ${unit}`,
    next: "核对各项金额和合计，改正写错的一个；漏写的项目补上一行。",
  }),
  "survey-result": ({ question, told }) => ({
    what: told.length === 0 ? `“${question}”没有写结果` : `“${question}”的结果写了 ${told.join("、")} 几种，只能写一种`,
    next: "各选项的人数写 counts，各选项的比例写 percents，只知道一个比例的写 rate。",
  }),
  "survey-sample": ({ title, sample, valid }) => ({
    what: `“${title}”的有效问卷 ${String(valid)} 份，比发放的 ${String(sample)} 份还多`,
    next: "核对样本量（sample）和有效问卷数（valid）。",
  }),
  "survey-sum": ({ question, option, sum, whole, percent }) => {
    const unit = percent ? "%" : " 人";
    return {
      what:
        option === null
          ? `“${question}”各选项相加是 ${String(sum)}${unit}，应为 ${String(whole)}${unit}`
          : `“${question}”的选项“${option}”是 ${String(sum)}${unit}，超过全部的 ${String(whole)}${unit}`,
      next:
        option === null
          ? "对照统计表改正；没有作答的单列一项，或在 valid 里写这一题的作答人数；可以多选的写 multiple: true。"
          : "对照统计表改正。",
    };
  },
  "survey-fact": ({ question, fact, first, answer, value }) => ({
    what: `“${question}”的结果是 ${answer}，而数据“${fact}”写的是 ${value}（${place(first).trim()}）`,
    next: "核对问卷统计，改正写错的一个。",
  }),
  "unknown-item": ({ owner, item, nearest }) => ({
    what: `“${short(owner)}”写的材料“${item}”，附件目录和报送的材料里都没有`,
    next: `${meant(nearest)}补报这份材料，或改正附件号、材料名称。`,
  }),
  "duplicate-finding": ({ id, first }) => ({
    what: `评审意见的编号“${id}”重复，前一条在${place(first).trimEnd()}`,
    next: "同一轮里每条意见一个编号，改掉其中一个。",
  }),
  "finding-overdue": ({ id, text, due, days, owner, contact }) => ({
    what: `评审意见 ${id}“${short(text)}”的整改时限是 ${due}，已过 ${String(days)} 天，还没有整改完`,
    next: `${owner === "" ? "向责任部门" : `向${owner}${contact === "" ? "" : `（联系人：${contact}）`}`}了解进展：已完成的把 state 改为 done，确需延期的改 due，并在 answer 里说明。`,
  }),
  "finding-unanswered": ({ id, text, state }) => ({
    what:
      state === "declined"
        ? `评审意见 ${id}“${short(text)}”写了不予采纳，却没有写理由`
        : `评审意见 ${id}“${short(text)}”写了已整改，却没有写整改措施`,
    next:
      state === "declined"
        ? "在 answer 里写明理由；专家会逐条核对。"
        : "在 answer 里写明做了什么，在 proof 里写上证明材料；专家会逐条核对。",
  }),
  "method-sum": ({ indicator, sum, max }) => ({
    what: `指标 ${indicator} 按评估方式拆分的分值相加是 ${String(sum)} 分，而满分是 ${String(max)} 分`,
    next: "改正 method 里的分值，或改正 max。",
  }),
};
