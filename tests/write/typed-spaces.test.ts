import { expect, it } from "vitest";
import { closedUp } from "../../src/write/typed-spaces.ts";

it.each([
  ["截至 2019 年 9 月，建有 1 所", "截至2019年9月，建有1所"],
  ["占 50%，高于 30% 的要求（2018 年）", "占50%，高于30%的要求（2018年）"],
  ["用 LearnHub 学习", "用LearnHub学习"],
  ["1 基本条件", "1 基本条件"],
  ["2-1-1 经费保障", "2-1-1 经费保障"],
  ["8.5/10 部分达到", "8.5/10 部分达到"],
  ["two words", "two words"],
])("%s → %s", (text, closed) => {
  expect(closedUp(text)).toBe(closed);
});
