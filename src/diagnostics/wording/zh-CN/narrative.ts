/** 自评文字。 */
import type { NarrativeFacts } from "../../facts/narrative.ts";
import type { CatalogueOf } from "../catalogue.ts";
import { lossWords, pictureFaults, unreadableTexts } from "./narrative-words.ts";
import { meant } from "./phrases.ts";

const shortened = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

const percent = (share: number): string => `${String(Math.floor(share * 1000) / 10)}%`;

const chapters: Readonly<Record<string, string>> = { overview: "工作概况", problems: "问题与改进" };

export const narrative: CatalogueOf<NarrativeFacts> = {
  "narrative-missing": ({ indicator, title, expectedIn }) => ({
    what: `指标 ${indicator}“${title}”没有自评文字`,
    next: `写进 ${expectedIn}。`,
  }),
  "narratives-not-begun": ({ about }) => ({
    what: `还没有动笔的自评文字 ${String(about.length)} 篇：${about.map((each) => chapters[each] ?? each).join("、")}`,
    next: "打开 narrative/ 里同名的文件，写上正文，删去括号里的提示；不写，报告里照印这些提示。",
  }),
  "hint-left": ({ hint, count }) => ({
    what: `文中${count > 1 ? `还有 ${String(count)} 处` : "还有一处"}没写完，留着提示“${shortened(hint)}”`,
    next: "写上正文，删去提示；不删，报告里照印。",
  }),
  "not-filled-in": ({ key, value }) => ({
    what: `${key === "applicant" ? "申报单位" : "编制单位"}还没有填，写的是“${shortened(value)}”`,
    next: "写上单位名称，去掉括号；不改，封面照印。",
  }),
  "narrative-unknown": ({ name, nearest, example }) => ({
    what: `“${name}”不是末级指标编号，也不是 overview、problems，没有编入报告`,
    next: meant(nearest) || `文件名以指标编号开头，如 ${example}。`,
  }),
  "narrative-unreadable": ({ cause }) => {
    const [what, next] = unreadableTexts[cause] ?? [`读不出来（${cause}）`, "把文件本身放进来，确认有读取权限。"];
    return { what: `${what}，没有编入报告`, next };
  },
  "narrative-unsupported": ({ what, count }) => {
    const [said, next] = lossWords[what];
    return { what: `${said}${count > 1 ? `（共 ${String(count)} 处）` : ""}`, next };
  },
  "narrative-twice": ({ other }) => ({
    what: `已有 ${other}，写的是同一内容，这份 Word 文字没有编入报告`,
    next: "两份留一份；以 Word 为准的，删去 Markdown 那份。",
  }),
  "narrative-picture": ({ picture, fault, nearest }) => {
    const [said, next] = pictureFaults[fault];
    return { what: `${picture === "" ? "文中的图片" : `图片“${picture}”`}${said}`, next: `${meant(nearest)}${next}` };
  },
  "unknown-exhibit": ({ cited, nearest }) => ({
    what: `自评文字引用了附件 ${cited}，没有这件附件`,
    next: `${meant(nearest)}对照附件目录改正，或补报这件材料。`,
  }),
  "unknown-page": ({ exhibit, page, pages }) => ({
    what: `自评文字引用了附件 ${exhibit} 的第 ${String(page)} 页，这件附件只有 ${String(pages)} 页`,
    next: "页码从这件附件的第一页数起，对照附件改正。",
  }),
  "unknown-figure": ({ name, nearest }) => ({
    what: `自评文字引用了数据“${name}”，facts.yaml 里没有`,
    next: `${meant(nearest)}在 facts.yaml 里补上，或改正名称。`,
  }),
  "figure-unit": ({ name, unit, wanted }) => ({
    what: `数据“${name}”${unit === "" ? "没有写单位" : `的单位是“${unit}”`}，不能换算成“${wanted}”`,
    next: unit === "" ? "在 facts.yaml 里给它写上单位。" : "换一个同类的单位，或去掉竖线和后面的单位。",
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
