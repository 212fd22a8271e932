/** The head of a check: which map, and that it is a sample. */
import { expect, it } from "vitest";
import { heading } from "../../../src/diagnostics/print/human.ts";
import { resultWith } from "./results.ts";

it.each([
  ["书香城区", "指标体系：书香城区（样例，非官方文本）　"],
  ["样例区书香城区", "指标体系：样例区书香城区（样例，非官方文本）　"],
  ["书香城区（样例，非官方文本）", "指标体系：书香城区（样例，非官方文本）　"],
])("the map %s is a sample, which is said once", (title, said) => {
  const result = resultWith([]);
  expect(heading({ ...result, map: { ...result.map, title, status: "sample" } }, "zh-CN")).toContain(said);
});
