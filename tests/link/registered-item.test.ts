/** What a register's title makes of an item's title. */
import { expect, it } from "vitest";
import { registeredItem } from "../../src/link/registered-item.ts";
import { indicator, item, mapOf, section } from "../check/models.ts";
import { rowWith } from "../support/registered.ts";

const map = mapOf(section("1", indicator("1-1", {}, { notice: { title: "通知" } })));
const notice = item(map, "教育局/关于预算的通知2018-03-05.pdf");

it.each([
  ["", "关于预算的通知"],
  ["签到表（2019年）", "签到表（2019年）"],
  ["关于预算的通知2018-03-05.pdf", "关于预算的通知"],
  ["关于预算的通知 2018年3月5日", "关于预算的通知"],
  ["关于预算的通知2018-03-06", "关于预算的通知2018-03-06"],
  ["关于预算的通知（第二稿）", "关于预算的通知（第二稿）"],
])("the title “%s” gives “%s”", (title, expected) => {
  expect(registeredItem([notice], [rowWith({ title })]).title).toBe(expected);
});
