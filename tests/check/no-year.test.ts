/** Something asked for each year, and an item of which nobody knows the year. */
import { expect, it } from "vitest";
import { indicator, linkTo, mapOf, section } from "./models.ts";
import { found } from "./rules-models.ts";

const leaf = indicator("1-1", {}, { voucher: { eachYear: true } });
const map = mapOf(section("1", leaf));
const [voucher] = leaf.requires;
if (voucher === undefined) throw new Error("no requirement");

const told = (...names: readonly string[]): (readonly [string, string])[] =>
  found(
    map,
    names.map((name) => linkTo(map, voucher, `教育局/${name}`)),
    ["no-year", "missing-years"],
  ).map(({ code, at }) => [code, at.file]);

it("is told once others cover every year, and with the years that lack before that", () => {
  const years = ["1-1 凭证2017.pdf", "1-1 凭证2018.pdf", "1-1 凭证2019.pdf"];
  expect(told(...years)).toEqual([]);
  expect(told(...years, "1-1 凭证.pdf")).toEqual([["no-year", "evidence/教育局/1-1 凭证.pdf"]]);
  expect(told("1-1 凭证2017.pdf", "1-1 凭证.pdf").map(([code]) => code)).toEqual(["missing-years"]);
});
