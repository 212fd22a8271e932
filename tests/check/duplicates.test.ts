/** The same bytes twice: which does not count, and what the names say of them. */
import { describe, expect, it } from "vitest";
import type { LinkedItem } from "../../src/model/coverage.ts";
import { indicator, linkTo, mapOf, section } from "./models.ts";
import { bundleOf, found } from "./rules-models.ts";

const leaf = indicator("1-1", {}, { voucher: { eachYear: true }, paper: {} });
const map = mapOf(section("1", leaf));
const [voucher, paper] = leaf.requires;
if (voucher === undefined || paper === undefined) throw new Error("no requirement");

const same = { sha256: "same" };

const claimed = (first: string, second: string): unknown =>
  found(
    map,
    [linkTo(map, voucher, `教育局/${first}`, same), linkTo(map, voucher, `教育局/${second}`, same)],
    ["duplicate-file"],
  ).map(({ facts }) => ("claimed" in facts ? facts.claimed : undefined));

describe("names of the same bytes", () => {
  it.each([
    ["1-1 凭证2018.pdf", "1-1 凭证2019.pdf", { what: "year", here: "2019", there: "2018" }],
    ["1-1 纪要2019-03-05.pdf", "1-1 纪要2019-04-09.pdf", { what: "paper", here: "2019-04-09", there: "2019-03-05" }],
    [
      "1-1 批复（奉财〔2019〕8号）.pdf",
      "1-1 批复（奉财〔2019〕9号）.pdf",
      { what: "paper", here: "奉财〔2019〕9号", there: "奉财〔2019〕8号" },
    ],
    ["1-1 第一次会议.pdf", "1-1 第二次会议.pdf", { what: "paper", here: "第二次会议", there: "第一次会议" }],
  ])("that contradict each other: %s, %s", (first, second, expected) => {
    expect(claimed(first, second)).toEqual([expected]);
  });

  it.each([
    ["1-1 凭证2019.pdf", "1-1 凭证2019 副本.pdf"],
    ["1-1 凭证2019-03.pdf", "1-1 凭证2019-03-05.pdf"],
    ["1-1 凭证.pdf", "1-1 凭证2019.pdf"],
    ["1-1 凭证.pdf", "1-1 凭证（盖章版）.pdf"],
    ["1-1 IMG_1234.jpg", "1-1 IMG_1235.jpg"],
  ])("that do not: %s, %s", (first, second) => {
    expect(claimed(first, second)).toEqual([null]);
  });

  it("for several requirements differ in their titles as a matter of course, but not in their years", () => {
    const facts = (first: string, second: string): unknown[] =>
      found(
        map,
        [linkTo(map, voucher, `教育局/${first}`, same), linkTo(map, paper, `教育局/${second}`, same)],
        ["duplicate-file"],
      ).map((each) => each.facts);
    const first = "evidence/教育局/1-1 凭证2018.pdf";
    const told = { first, sameRequirement: false, bundle: [] };
    expect(facts("1-1 凭证2018.pdf", "1-1 预算2018.pdf")).toEqual([{ ...told, claimed: null }]);
    expect(facts("1-1 凭证2018.pdf", "1-1 预算2019.pdf")).toEqual([
      { ...told, claimed: { what: "year", here: "2019", there: "2018" } },
    ]);
  });
});

it("of a bundle that does not count all files are named", () => {
  const bundle = (folder: string): LinkedItem => {
    const link = bundleOf(map, paper, [`教育局/${folder}/通知.pdf`, `教育局/${folder}/签到.pdf`]);
    const [lead, ...others] = link.item.files.map((file) => ({ ...file, sha256: file.name }));
    return { ...link, item: { ...link.item, files: [lead ?? link.item.files[0], ...others] } };
  };
  const facts = { sameRequirement: true, bundle: ["通知.pdf", "签到.pdf"] };
  expect(found(map, [bundle("1"), bundle("2")], ["duplicate-file"]).map((each) => each.facts)).toMatchObject([facts]);
});
