/** 自评文字。 */
import type { NarrativeFacts } from "../../facts/narrative.ts";
import type { CatalogueOf } from "../catalogue.ts";
import { meant } from "./phrases.ts";

const percent = (share: number): string => `${String(Math.floor(share * 1000) / 10)}%`;

const unsupported: Readonly<Record<string, string>> = {
  picture: "图片",
  footnote: "脚注",
  html: "HTML 代码",
  code: "代码块",
  deletion: "删除线",
};

export const narrative: CatalogueOf<NarrativeFacts> = {
  "narrative-missing": ({ indicator, title, expectedIn }) => ({
    what: `指标 ${indicator}“${title}”没有自评文字`,
    next: `写进 ${expectedIn}。`,
  }),
  "narrative-unknown": ({ name, nearest, example }) => ({
    what: `“${name}”不是末级指标编号，也不是 overview、problems，没有编入报告`,
    next: meant(nearest) || `文件名以指标编号开头，如 ${example}。`,
  }),
  "narrative-unreadable": ({ cause }) => ({
    what:
      cause === "not-utf8"
        ? "自评文字不是 UTF-8 文本（可能是 GBK/ANSI），没有编入报告"
        : cause === "EOUTSIDE"
          ? "是指向工作目录之外的链接，没有编入报告"
          : `自评文字读不出来（${cause}），没有编入报告`,
    next: cause === "not-utf8" ? "用记事本或 WPS 打开，另存为 UTF-8 编码。" : "把文件本身放进来，确认有读取权限。",
  }),
  "narrative-unsupported": ({ what }) => ({
    what:
      what === "docx" ? "暂不读取 Word 格式的自评文字" : `${unsupported[what] ?? what}不能原样编入，只保留其中的文字`,
    next: what === "docx" ? "存成 Markdown（.md）文本。" : "改用段落、列表或表格。",
  }),
  "unknown-exhibit": ({ cited, nearest }) => ({
    what: `自评文字引用了附件 ${cited}，没有这件附件`,
    next: `${meant(nearest)}对照附件目录改正，或补报这件材料。`,
  }),
  "unknown-figure": ({ name, nearest }) => ({
    what: `自评文字引用了数据“${name}”，facts.yaml 里没有`,
    next: `${meant(nearest)}在 facts.yaml 里补上，或改正名称。`,
  }),
  "narrative-length": ({ indicator, title, words, bound, limit }) => ({
    what: `指标 ${indicator}“${title}”的自评文字 ${String(words)} 字，${bound === "max" ? "超过" : "不足"} ${String(limit)} 字`,
    next: bound === "max" ? "删减到规定字数以内。" : "补充做法、成效和数据。",
  }),
  "problems-share": ({ words, total, least }) => ({
    what: `写问题的文字 ${String(words)} 字，占全部自评文字 ${String(total)} 字的 ${percent(total === 0 ? 0 : words / total)}，应不少于 ${percent(least)}`,
    next: "在 narrative/problems.md 里把问题、原因和改进措施写充分。",
  }),
};
