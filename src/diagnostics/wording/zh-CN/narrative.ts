/** 自评文字。 */
import type { NarrativeFacts } from "../../facts/narrative.ts";
import type { Catalogue } from "../catalogue.ts";

const meant = (nearest: string | null): string => (nearest === null ? "" : `是否想写“${nearest}”？`);
const percent = (share: number): string => `${String(Math.floor(share * 1000) / 10)}%`;

export const narrative: Pick<Catalogue, keyof NarrativeFacts> = {
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
