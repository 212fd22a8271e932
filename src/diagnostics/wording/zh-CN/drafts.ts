/** 草稿的覆盖记录，和两次运行撞在一起。 */
import type { DraftFacts } from "../../facts/drafts.ts";
import type { CatalogueOf } from "../catalogue.ts";

export const drafts: CatalogueOf<DraftFacts> = {
  "history-line": ({ text, first }) =>
    first === null
      ? { what: `覆盖记录里这一行认不出：“${text}”，没有画进趋势图，原样留着`, next: "照别的行改好；用不着就删去。" }
      : {
          what: `这一稿在第 ${String(first)} 行已有记录，两行数字不同，以这一行为准`,
          next: "留下对的一行，删去另一行；或把这一稿再编一次。",
        },
  "history-unreadable": ({ reason, cause }) => ({
    what: {
      failed: `覆盖记录读不出来（${cause}），没有画趋势图，也没有往里记`,
      encoding: "覆盖记录不是 UTF-8 编码，没有画趋势图，也没有往里记",
      version: `覆盖记录的版本（${cause}）这个程序不认识，没有画趋势图，也没有往里记`,
    }[reason],
    next: {
      failed: "看文件权限和磁盘是否正常，再编一次。",
      encoding: "另存为 UTF-8，再编一次。",
      version: "升级 evipack；不要这些记录，就把文件移走。",
    }[reason],
  }),
  "history-unwritten": ({ cause }) => ({
    what: `覆盖记录写不进去（${cause}），草稿已编好，这一稿没有记下来`,
    next: "确认工作目录有写入权限、磁盘有空间，再编一次。",
  }),
  "changed-meanwhile": () => ({
    what: "编制过程中这个文件有了改动，成果包没有写出，原有的成果包未动",
    next: "等文件复制完、不再改动了，再编一次。",
  }),
  busy: ({ mark, process }) => ({
    what: `另一次运行${process === null ? "" : `（进程 ${String(process)}）`}正在往这里写，这一次什么也没写`,
    next: `等它结束再试；确定没有别的运行，就删去 ${mark}。`,
  }),
  "not-reproducible": ({ reason }) => ({
    what: {
      changed: "同样的材料再编一次，这个文件的内容不同",
      gone: "同样的材料再编一次，没有这个文件",
      added: "同样的材料再编一次，多出这个文件",
    }[reason],
    next: "编的时候有人改过材料的，再试一次；用的是本机的 LibreOffice 或 Gotenberg 的，换成 converter: embedded；还不行，告诉维护者。",
  }),
};
