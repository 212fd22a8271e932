/** 核对结果的输出与比较。 */
import type { OutputFacts } from "../../facts/outputs.ts";
import type { Worded } from "../catalogue.ts";

export const outputs: { readonly [C in keyof OutputFacts]: (facts: OutputFacts[C]) => Worded } = {
  "output-needed": ({ format, example }) => ({
    what: `${format} 格式不能直接显示，须写到文件`,
    next: `加上 --output ${example}。`,
  }),
  "not-earlier": ({ reason }) => ({
    what:
      reason === "partial"
        ? "是只看一部分时留下的核对结果，不能拿来比较"
        : "不是以前的核对结果，也不是成果包的 manifest.json",
    next:
      reason === "partial"
        ? "换成不带 --department、--section、--since 的核对结果。"
        : "--since 后面写以前成果包里的 manifest.json，或用 --format json 存下的核对结果。",
  }),
};
