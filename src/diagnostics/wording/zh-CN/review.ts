/** 复核之后的变动，和 evipack.lock.yaml 本身的问题。 */
import type { ReviewFacts } from "../../facts/review.ts";
import type { Catalogue } from "../catalogue.ts";

const shown = 5;
const list = (names: readonly string[]): string =>
  `${names.slice(0, shown).join("、")}${names.length > shown ? ` 等 ${String(names.length)} 个` : ""}`;

const gone = {
  vanished: "不见了",
  moved: "改到了别的指标",
  joined: "并入了另一件",
  unlinked: "还在，但现在对应不上任何材料要求",
  duplicate: "现在与另一件内容完全相同，不再单独编入",
} as const;

export const reviewing: Pick<Catalogue, keyof ReviewFacts> = {
  "changed-since-review": ({ exhibit, files }) => {
    const { altered, added, removed } = files ?? { altered: [], added: [], removed: [] };
    const parts = [
      ...(altered.length === 0 ? [] : [`改动 ${list(altered)}`]),
      ...(added.length === 0 ? [] : [`增加 ${list(added)}`]),
      ...(removed.length === 0 ? [] : [`缺少 ${list(removed)}`]),
    ];
    return {
      what: `${exhibit} 在复核之后改过${parts.length === 0 ? "" : `：${parts.join("，")}`}`,
      next: `看过没有问题，就用 evipack check --accept ${exhibit} 确认。`,
    };
  },
  "asked-since-review": ({ requirement, title, exhibits }) => ({
    what: `${requirement.split("/")[0] ?? ""}“${title}”的要求在复核之后改过，以前的复核（${list(exhibits)}）是按原来的要求做的`,
    next: `对照新的要求再看一遍，然后用 evipack check --accept ${requirement} 确认。`,
  }),
  "gone-since-review": ({ exhibit, reason, now }) => ({
    what: `编号 ${exhibit} 的材料${gone[reason]}${now === null ? "" : `（现为 ${now}）`}`,
    next: `确属如此，就用 evipack check --accept ${exhibit} 确认；这个编号不会再给别的材料。`,
  }),
  "serial-frozen": ({ serial, given }) => ({
    what: `文件名里的序号是 ${String(serial).padStart(2, "0")}，但编号 ${given} 已经给出，不再变动`,
    next: "把文件名里的序号改成已给出的编号，或去掉序号。",
  }),
  "lock-unreadable": ({ reason, cause }) => ({
    what: {
      folder: "复核记录应是文件，这里却是文件夹",
      outside: "复核记录是指向工作目录之外的链接，没有读取",
      "no-permission": "复核记录没有读取权限",
      empty: "复核记录是空的，以前给出的编号都不见了",
      failed: `复核记录读不出来（${cause}）`,
    }[reason],
    next: {
      folder: "把这个文件夹移走或改名。",
      outside: "把文件本身放进工作目录。",
      "no-permission": "调整文件权限后重试。",
      empty: "从备份里恢复；若从来没有复核过，删去这个文件即可。",
      failed: "确认磁盘完好、文件未被占用，再试一次；或从备份里恢复。",
    }[reason],
  }),
  "lock-conflict": () => ({
    what: "复核记录里还有未处理的合并冲突",
    next: "两边给出的编号不同就都留下，编号相同的只留一边（另一边的材料会得到新编号）；删去 <<<<<<<、=======、>>>>>>> 各行，再核对一次。",
  }),
  "lock-version": ({ got, newer }) => ({
    what: `复核记录是${newer ? "较新" : "较旧"}的版本（${String(got)}），${newer ? "这个程序还不认识" : "已不能读取"}`,
    next: newer ? "升级 evipack 再用。" : "把它移走，另存备查，再用 evipack check --accept 重新复核；编号会重新给出。",
  }),
  "lock-duplicate": ({ exhibit, first }) => ({
    what: `编号 ${exhibit} 出现了两次，第一次在第${String(first.line ?? 1)}行`,
    next: "留下一条，删去另一条；被删的那件材料会得到新编号。",
  }),
  "lock-unwritten": ({ cause }) => ({
    what: `复核记录写不进去（${cause}），没有确认任何材料`,
    next: "确认工作目录有写入权限、磁盘有空间；原来的记录没有动过。",
  }),
  "accept-unknown": ({ code, nearest }) => ({
    what: `--accept 后面的“${code}”不是评估部分、指标、材料要求，也不是已有的附件编号；没有确认任何材料`,
    next: `${nearest === null ? "" : `是否想写“${nearest}”？`}可以写 2、2-1-1、2-1-1/budget 或 2-1-1-03 这样的编号；不写编号就是全部。`,
  }),
};
