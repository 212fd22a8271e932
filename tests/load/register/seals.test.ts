/** Whether a paper is sealed, and how it is classified, in the cells of a register. */
import { describe, expect, it } from "vitest";
import { readBook } from "./registers.ts";

describe("cells of a register", () => {
  it("say whether a paper is sealed, and how it is classified", async () => {
    const yes = ["是", "已盖章", "已 盖 章。", "√", "Yes"];
    const no = ["否", "未盖章", "没有", "无", "×", "不盖章"];
    const neither = [
      "待盖章",
      "待盖",
      "需盖章",
      "应盖章",
      "拟盖章",
      "办理盖章中",
      "盖章?",
      "盖章？",
      "不清楚是否",
      "样例",
      null,
    ];
    const { rows, told } = await readBook({
      rows: [
        ["材料名称", "文件名", "是否盖章", "密级"],
        ...[...yes, ...no, ...neither].map((seal, index) => [`甲${String(index)}`, null, seal, "公开"]),
      ],
    });
    expect(rows.map((each) => each.registered.sealed)).toEqual([
      ...yes.map(() => true),
      ...no.map(() => false),
      ...neither.map(() => null),
    ]);
    expect(rows[0]?.registered.secrecy).toBe("公开");
    expect(told).toEqual([]);
  });
});
