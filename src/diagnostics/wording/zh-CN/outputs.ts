/** 核对结果的输出与比较。 */
import type { OutputFacts } from "../../facts/outputs.ts";
import type { ReferenceFault } from "../../../model/reference.ts";
import type { Worded } from "../catalogue.ts";

const referenceFaults: Readonly<Record<ReferenceFault, readonly [what: string, next: string]>> = {
  missing: ["不存在", "核对文件名和位置，路径从工作目录算起；不用模板就删去这一行。"],
  "not-docx": ["不是 .docx 文件", "在 Word 或 WPS 里另存为“Word 文档（*.docx）”（不要选“严格”格式）。"],
  encrypted: ["有密码，打不开", "在 Word 或 WPS 里去掉打开密码后再存。"],
  macros: ["带宏，不采用", "另存为不带宏的 .docx。"],
  damaged: ["已损坏或打不开", "在 Word 或 WPS 里打开，另存一份。"],
  "too-large": ["展开后过大，不采用", "删去正文和大图，只留样式、页眉、页脚，再存一份。"],
  objects: ["有一处页眉或页脚含嵌入对象或外部图片，该处未采用", "把其中的对象换成图片（PNG 或 JPEG）后再存。"],
};

export const outputs: { readonly [C in keyof OutputFacts]: (facts: OutputFacts[C]) => Worded } = {
  "output-needed": ({ format, example }) => ({
    what: `${format} 格式不能直接显示，须写到文件`,
    next: `加上 --output ${example}。`,
  }),
  "reference-unusable": ({ file, reason }) => {
    const [what, next] = referenceFaults[reason];
    const rest = reason === "objects" ? "" : "，报告按内置版式编排";
    return { what: `版式模板“${file}”${what}${rest}`, next };
  },
  "not-earlier": ({ reason }) => ({
    what:
      reason === "partial"
        ? "是只看一部分时留下的核对结果，不能拿来比较"
        : "不是以前的核对结果，也不是成果包的 manifest.json",
    next:
      reason === "partial"
        ? "换成不带 --department、--section、--since 的核对结果。"
        : "--since 后面写以前成果包的文件夹（或里面的 manifest.json），或用 --format json 存下的核对结果。",
  }),
};
