/** 命令和输出。 */
import type { CommandFacts } from "../../facts/commands.ts";
import type { CatalogueOf } from "../catalogue.ts";
import { elsewhere } from "../elsewhere.ts";
import { among, list, meant } from "./phrases.ts";

const example = (folder: string): string => {
  const name = elsewhere(folder);
  return name === null ? "" : `，如 ${name}`;
};

export const commands: CatalogueOf<CommandFacts> = {
  "no-workspace": ({ folder, exists }) => ({
    what: exists ? `“${folder}”里没有 evipack.yaml，不是工作目录` : `没有“${folder}”这个文件夹`,
    next: "用 -C 指明工作目录，或用 evipack init 新建一个。",
  }),
  "no-map": ({ name, nearest, known, own }) => ({
    what: `找不到指标体系“${name}”`,
    next: `${meant(nearest)}${known.length === 0 ? "" : `内置的有：${list(known)}；`}${own.length === 0 ? "也可以写成工作目录里的 YAML 文件，如 indicators.yaml" : `工作目录里的有：${list(own)}`}。`,
  }),
  "no-as-of": () => ({
    what: "没有截止日期，材料新旧无从判断",
    next: "在 evipack.yaml 里写 as_of: 2019-10-31，或加 --as-of 日期（today 为今天）。",
  }),
  "bad-option": ({ option, value, expected, noSuchDay = false }) =>
    noSuchDay
      ? { what: `${option} 写的“${value}”日历上没有这一天`, next: "对照日历，改成确有其日的日期。" }
      : { what: `${option} 的写法“${value}”不对`, next: `可以写：${expected.replaceAll(", ", "、")}。` },
  "unknown-name": ({ what, name, known, nearest }) => ({
    what: `没有名为“${name}”的${{ schema: " JSON Schema", department: "部门", indicator: "指标或评估部分", section: "评估部分", code: "问题代号" }[what]}`,
    next: `${meant(nearest)}${
      {
        schema: among(known),
        department: `${among(known)}部门的代号、名称、文件夹名都可以写。`,
        indicator: `可以写评估部分的编号（${list(known)}），也可以写它下面任何一级指标的编号。`,
        section: among(known),
        code: "用 evipack explain 列出全部。",
      }[what]
    }`,
  }),
  "unsafe-output": ({ folder, reason }) => ({
    what: `不能写到“${folder}”：${
      {
        "not-a-pack": "那里已有别的内容，不是这个命令以前写的",
        "not-a-delivery": "那里已有同名的其他文件",
        "in-evidence": "它是工作目录里的材料或配置",
        "in-pack": "它在成果包里面",
        "is-workspace": "它就是工作目录，或包含着工作目录",
      }[reason]
    }`,
    next: {
      "not-a-pack": "换一个新的或空的文件夹。",
      "not-a-delivery": "换一个名称，或先把那里的文件移走。",
      "in-evidence": `写到材料和配置以外的地方${example(folder)}。`,
      "in-pack": `写到成果包以外的地方${example(folder)}。`,
      "is-workspace": "换一个新的或空的文件夹；不指定的，写到工作目录里缺省的位置。",
    }[reason],
  }),
  "cannot-write": ({ folder, cause }) =>
    cause === "EISDIR"
      ? { what: `写不进“${folder}”：它是文件夹`, next: "在后面再写上文件名。" }
      : {
          what: `写不进“${folder}”（${cause}）`,
          next: "确认有写入权限、磁盘有空间，并关掉正打开着成果包的 Word、WPS 或阅读器；以前的成果包没有动过。",
        },
  "not-empty": ({ folder, isFile = false }) =>
    isFile
      ? { what: `已有“${folder}”，没有动它`, next: "用 -o 另起一个文件名，或先把原来的文件移走。" }
      : { what: `“${folder}”里已有文件，没有动它`, next: "换一个空文件夹，或先把里面的东西移走。" },
  incomplete: ({ errors }) => ({
    what: `还有 ${String(errors)} 个问题没有解决，按 --require-complete 的要求没有写出成果包`,
    next: "补齐之后再编；只要草稿就去掉 --require-complete。",
  }),
};
