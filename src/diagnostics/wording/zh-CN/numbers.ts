/** 附件号的编法。 */
import type { NumberFacts } from "../../facts/numbers.ts";
import type { CatalogueOf } from "../catalogue.ts";
import { among, meant } from "./phrases.ts";

/** 附件号里可用的占位符。 */
const numberPlaces = [
  "{indicator}",
  "{below}",
  "{section}",
  "{section_roman}",
  "{within}",
  "{nn}",
  "{nnn}",
  "{circled}",
  "{roman}",
];

export const numbers: CatalogueOf<NumberFacts> = {
  "number-pattern": ({ pattern, reason, got, nearest }) => {
    const faults: Readonly<Record<typeof reason, readonly [what: string, next: string]>> = {
      unknown: [`没有占位符 {${got}}`, `${meant(nearest === null ? null : `{${nearest}}`)}${among(numberPlaces)}`],
      none: ["没有流水号，各件材料分不开", `在末尾加上流水号，如 {nn}；${among(numberPlaces)}`],
      twice: ["流水号写了两次", `删去 ${got}，流水号只写一个。`],
      order: [`${got} 写在流水号后面`, "流水号写在最后，后面只能跟括号之类的符号。"],
      joined: [`流水号紧跟在数字后面（${got}…），分不清哪里是流水号`, "在流水号前面加一个“-”，或改用 {circled}。"],
      alike: [
        `指标 ${got.replace(", ", " 和 ")} 会编出相同的附件号`,
        "加上 {indicator}（末级指标编号），或 {section} 和 {below}。",
      ],
      sign: [
        /\s/u.test(got) ? "里面有空格" : `里面有“${got}”`,
        "附件号要用作文件名，也要写进正文引用，空格和这类符号都不能用；改用“-”“.”或括号。",
      ],
      section: [`评估部分 ${got} 没有对应的罗马数字（只到Ⅻ）`, "改用 {section}。"],
    };
    const [what, next] = faults[reason];
    return { what: `附件号的编法“${pattern}”不能用：${what}`, next };
  },
  "too-many-exhibits": ({ indicator, serial, form, most }) => ({
    what: `指标 ${indicator} 的附件编到第 ${String(serial)} 件，${form === "circled" ? "带圈数字" : "罗马数字"}只到 ${String(most)}，后面的只好写成（${String(serial)}）的样子`,
    next: "在指标体系的 exhibit_number 里改用 {nn}；已经定号的，把材料合并成套件，或分到别的指标。",
  }),
  "numbers-changed": ({ was, now }) => ({
    what: `附件号已经按“${was}”定下，指标体系现在写的是“${now}”`,
    next: `定下的号不再变动：把 exhibit_number 改回“${was}”。确要全部重编，先把 evipack.lock.yaml 移走另存，再用 evipack check --accept 重新复核、定号，并通知用过旧号的人。`,
  }),
};
