/** Headings as departments write them. */
import { expect, it } from "vitest";
import { fieldOf, nearestHeading } from "../../../src/load/register/columns.ts";
import type { Field } from "../../../src/load/register/columns.ts";
import { isRegisterName } from "../../../src/load/register/read.ts";

const headings: readonly (readonly [Field, ...string[]])[] = [
  ["title", "材料名称", "名　称", "题名", "标题", "材料名称/题名", "文件题名（必填）", "*材料名称", "Title", "Name"],
  ["docNumber", "文号", "发文字号", "文号／发文字号", "文  号", "Document number", "Doc. no."],
  ["indicators", "指标", "指标编号", "对应指标", "指标代码\n（如2-1-1）", "Indicator", "Indicators", "Code(s)"],
  ["requirement", "材料要求", "对应材料", "Requirement"],
  ["date", "日期", "形成日期", "成文日期", "时间", "Date", "Date formed"],
  ["files", "文件", "文件名", "文件名称", "文件/文件名", "路径", "附件", "文件1", "文件2", "File", "File name", "Path"],
  ["address", "网址", "链接", "URL", "Web address"],
  ["copy", "原件/复印件", "原件或复印件", "原件／复印件", "Original or copy"],
  ["seal", "盖章", "是否盖章", "是否加盖公章（是/否）", "Seal", "Stamped"],
  ["secrecy", "密级", "Classification"],
  ["keptAt", "存放处", "存放地点", "保管处", "Kept at"],
  ["remark", "备注", "Remarks"],
  ["caption", "说明", "图注", "说明/图注", "照片说明", "Caption"],
  ["place", "地点", "拍摄地点", "Place"],
  ["people", "人物", "参加人员", "People"],
  ["theme", "主题", "活动主题", "Theme"],
  ["known", "序号", "页数", "数量", "责任部门", "联系人", "No.", "Pages"],
];

it.each(headings.flatMap(([field, ...names]) => names.map((name) => [name, field] as const)))(
  "%s → %s",
  (name, field) => {
    expect(fieldOf(name)).toBe(field);
  },
);

it.each([
  ["材料明称", "材料名称"],
  ["文件名字", "文件名"],
  ["Indicater", "indicator"],
])("%s is no heading, but nearly %s", (name, meant) => {
  expect(fieldOf(name)).toBeNull();
  expect(nearestHeading(name)).toBe(meant);
});

it.each(["", "   ", "日期/地点", "文号/其他", "/", "领导批示", "2019", "1-1-1 规划文件", "=1+1"])(
  "%j is no heading",
  (name) => {
    expect(fieldOf(name)).toBeNull();
  },
);

it.each([
  "登记表.xlsx",
  "登记表.XLSX",
  "登记表.yaml",
  "登记表.yml",
  "登记表.xls",
  "register.xlsx",
  "Register.yaml",
  "材料登记表.xlsx",
  "支撑材料登记表.xlsx",
  "教育局登记表.xlsx",
  "教育局材料登记表.xlsx",
  "登记表（教育局）.xlsx",
  "登记表(1).xlsx",
  "登记表-2019.xlsx",
  "register_2019.xlsx",
])("%s is a register of 教育局", (name) => {
  expect(isRegisterName(name, "教育局")).toBe(true);
});

it.each([
  "学员登记表.xlsx",
  "2-1-1 登记表.xlsx",
  "登记表.pdf",
  "登记表.docx",
  "财政局登记表.xlsx",
  "登记表说明.xlsx",
  "registration.xlsx",
])("%s is evidence", (name) => {
  expect(isRegisterName(name, "教育局")).toBe(false);
});
