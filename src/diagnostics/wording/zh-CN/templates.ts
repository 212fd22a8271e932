/** 报告模板。 */
import type { TemplateFacts } from "../../facts/templates.ts";
import type { CatalogueOf } from "../catalogue.ts";
import { meant } from "./phrases.ts";

const kinds: Readonly<Record<TemplateFacts["template-unknown"]["what"], string>> = {
  variable: "数据",
  filter: "过滤器",
  tag: "指令",
  argument: "指令参数",
  part: "报告部件",
  narrative: "自评文字",
};

const values: Readonly<Record<TemplateFacts["template-value"]["what"], readonly [what: string, next: string]>> = {
  list: ["要印的是一组值，不是一个值", '用 {% for … in … %} 逐个写，或用 | join: "、" 连起来。'],
  record: ["要印的是一组数据，不是一个值", "写明要其中的哪一项，如 node.title。"],
  pages: ["页码不能写在标题里，也不能再加过滤器", "页码要到排版以后才知道，只能单独写在段落或表格里。"],
  heading: [
    "heading 后面应是评估部分、分组或指标，级别为 1 到 4",
    "写成 {% heading section %} 或 {% heading node %}。",
  ],
  table: ["table 里不是一张完整的表格", "第一行写标题，第二行写 | --- | --- |，各行都以 | 开头，列数一致。"],
  row: ["表格里有一行的格子比标题多", "补上标题，或删去多出的格子；格子里的竖线写成 \\|。"],
  widths: ["widths 应是一串宽度，每列一个", '如 widths: "20 64 16"；加一列就多写一个数。'],
  blocks: ["标题或题注里放了整段内容", "把 narrative、part、table 移到标题外面，单独成行。"],
  html: ["模板里有 HTML 代码，报告里不能用", "改用 Markdown 的写法；要印尖括号，就写成 \\<。"],
  picture: ["模板里有图片，报告模板不能放图片", "把图片放进自评文字，模板里只写文字。"],
};

export const templates: CatalogueOf<TemplateFacts> = {
  "template-missing": ({ file, cause, kind }) => ({
    what: `${cause === "ENOENT" ? "找不到" : "读不了"}${kind === "briefing" ? "汇报稿" : "报告"}模板“${file}”${cause === "ENOENT" ? "" : `（${cause}）`}`,
    next: `改正文件名，或用 evipack template ${kind} 抄一份再改。`,
  }),
  "template-syntax": ({ what, text }) => ({
    what:
      what === "unclosed"
        ? `“${text}”没有写完，或缺少与它配对的结尾`
        : what === "stray"
          ? `“${text}”前面没有与它配对的开头`
          : `模板写法有误：${text}`,
    next: what === "syntax" ? "对照 docs/report-template.md 改正。" : "开头和结尾要成对：{% if … %} … {% endif %}。",
  }),
  "template-unknown": ({ what, name, nearest }) => ({
    what: `模板里没有名为“${name}”的${kinds[what]}`,
    next: meant(nearest) || "能用的名称见 docs/report-template.md。",
  }),
  "template-value": ({ what }) => ({ what: values[what][0], next: values[what][1] }),
  "template-limit": () => ({
    what: "模板要做的太多，没有做完就停下了",
    next: "检查这里的循环：次数是不是写得太大，是不是在循环里又套了同样的循环。",
  }),
};
