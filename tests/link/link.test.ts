/** Which requirement a file finds: code before title, the longest title, the department that owes it. */
import { describe, expect, it } from "vitest";
import { itemOf } from "../../src/link/items.ts";
import { linkEvidence } from "../../src/link/link.ts";
import { education, finance, indicator, item, mapOf, section } from "../check/models.ts";

const map = mapOf(
  section(
    "1",
    indicator("1-1", {
      indicators: [
        indicator("1-1-1", {}, { plan: { title: "规划文件", aliases: ["发展规划"] } }),
        indicator("1-1-2", {}, { minutes: { title: "会议纪要" }, notice: { title: "会议通知" } }),
      ],
    }),
  ),
  section(
    "2",
    indicator("2-1", {
      indicators: [
        indicator(
          "2-1-1",
          { lead: finance },
          {
            budget: { title: "预算", owner: finance },
            approval: { title: "预算批复", owner: finance },
            minutes: { title: "会议纪要", owner: finance },
          },
        ),
        indicator("2-1-10", { lead: finance }, { account: { title: "决算", owner: finance } }),
      ],
    }),
    indicator("2-2", { lead: null }, { roster: { title: "Annual Report（年报）", owner: null } }),
    indicator("2-3", { lead: null }),
  ),
);

function linkOf(path: string): string {
  const [link] = linkEvidence({ map, items: [itemOf(item(map, path))] });
  switch (link?.type) {
    case "linked":
      return `${link.requirement?.id ?? `${link.indicator.code}/?`}${link.serial === null ? "" : ` #${String(link.serial)}`} by ${link.via}`;
    case "ambiguous":
      return `ambiguous: ${link.candidates.map((each) => each.id).join(" ")}`;
    case "unmatched":
      return `unmatched: ${link.code ?? "–"} → ${link.nearest ?? "–"}`;
    default:
      return "ignored";
  }
}

describe("one file, one link", () => {
  it.each([
    // Code of a leaf.
    ["教育局/1-1-1 规划文件.pdf", "1-1-1/plan by code"],
    ["教育局/1-1-1 别的.pdf", "1-1-1/plan by code"],
    ["教育局/1-1-1.pdf", "1-1-1/plan by code"],
    ["教育局/1-1-1-03 别的.pdf", "1-1-1/plan #3 by code"],
    ["教育局/1-1-2 会议通知.pdf", "1-1-2/notice by code"],
    ["教育局/1-1-2 签到.pdf", "1-1-2/? by code"],
    ["教育局/2-3 别的.pdf", "2-3/? by code"],
    // The code is stronger than the title.
    ["教育局/1-1-1 会议纪要.pdf", "1-1-1/plan by code"],
    ["教育局/1-1-2 会议纪要.pdf", "1-1-2/minutes by code"],
    // The longer code wins over the shorter one.
    ["财政局/2-1-10 决算.pdf", "2-1-10/account by code"],
    ["财政局/2-1-1-0 预算.pdf", "2-1-1/budget #0 by code"],
    // Code of a group: the title decides below it.
    ["教育局/1-1 会议纪要.pdf", "1-1-2/minutes by code"],
    ["教育局/1 规划文件.pdf", "1-1-1/plan by title"],
    ["教育局/1-1-1 规划/3.规划文件.pdf", "1-1-1/plan by code"],
    ["财政局/2 会议纪要.pdf", "2-1-1/minutes by title"],
    ["教育局/1-1 别的.pdf", "unmatched: 1-1 → –"],
    // Codes of folders, the nearest first; the file's own code wins.
    ["教育局/1-1-1 规划/甲.pdf", "1-1-1/plan by code"],
    ["教育局/1-1 组织/会议/会议通知.pdf", "1-1-2/notice by code"],
    ["教育局/1-1-1 规划/1-1-2 会议纪要.pdf", "1-1-2/minutes by code"],
    ["教育局/1-1 组织/1-1-2 会议/扫描.pdf", "1-1-2/? by code"],
    ["教育局/1-1-2 会议/会议通知/扫描.pdf", "1-1-2/notice by code"],
    // Title alone.
    ["教育局/规划文件.pdf", "1-1-1/plan by title"],
    ["教育局/样例区发展规划（定稿）.pdf", "1-1-1/plan by title"],
    ["教育局/规划文件/扫描.pdf", "1-1-1/plan by title"],
    // Of several titles the longest; of equal ones, what the department owes.
    ["财政局/预算批复.pdf", "2-1-1/approval by title"],
    ["财政局/预算.pdf", "2-1-1/budget by title"],
    ["财政局/会议纪要.pdf", "2-1-1/minutes by title"],
    ["教育局/会议纪要.pdf", "1-1-2/minutes by title"],
    // What one's own department does not owe is looked for among all.
    ["教育局/决算.pdf", "2-1-10/account by title"],
    // Width, case and punctuation do not matter.
    ["教育局/ＡＮＮＵＡＬ－report 年报.pdf", "2-2/roster by title"],
    ["教育局/annual_report《年报》.pdf", "2-2/roster by title"],
    ["教育局/annual report.pdf", "unmatched: – → –"],
    // A code that is not there does not fall back to the title.
    ["教育局/1-1-9 规划文件.pdf", "unmatched: 1-1-9 → –"],
    ["教育局/8.8 规划文件.pdf", "unmatched: 8.8 → –"],
    ["教育局/扫描0001.pdf", "unmatched: – → –"],
  ])("%s: %s", (path, expected) => {
    expect(linkOf(path)).toBe(expected);
  });

  it("two departments may owe one title; a third one's file is ambiguous", () => {
    const evidence = [item(map, "教育局/会议纪要.pdf", { department: null })];
    expect(linkEvidence({ map, items: evidence.map(itemOf) }).map((each) => each.type)).toEqual(["ambiguous"]);
  });

  it("ignored files stay ignored whatever their name says", () => {
    const state = { type: "ignored", reason: "system-file" } as const;
    const evidence = [item(map, "教育局/1-1-1 规划文件.pdf", { state, department: education })];
    expect(linkEvidence({ map, items: evidence.map(itemOf) }).map((each) => each.type)).toEqual(["ignored"]);
  });
});
