/** Rules on what is in the files: photos that are too coarse, titles that are not in the paper. */
import { describe, expect, it } from "vitest";
import { shareIn } from "../../src/check/rules/titles.ts";
import type { FileState } from "../../src/model/evidence.ts";
import type { Words } from "../../src/model/words.ts";
import { indicator, linkTo, mapOf, section } from "./models.ts";
import { bundleOf, found, listed, placeOf } from "./rules-models.ts";

const leaf = indicator("1-1", {}, { photo: { kind: "photo" }, paper: {} });
const map = mapOf(section("1", leaf));
const [photo, paper] = leaf.requires;
if (photo === undefined || paper === undefined) throw new Error("no requirement");

const picture = (width: number, height: number): FileState => ({
  type: "readable",
  kind: "image",
  format: "jpg",
  pages: 1,
  pixels: { width, height },
});

describe("photos", () => {
  it.each([
    [1000, 750, 0],
    [750, 1000, 0],
    [999, 750, 1],
    [640, 480, 1],
  ])("%i × %i pixels", (width, height, told) => {
    const link = linkTo(map, photo, "教育局/1-1 a.jpg", { state: picture(width, height) });
    expect(found(map, [link], ["low-resolution"])).toHaveLength(told);
  });

  it("of a map that asks for more, and scans that are no photos", () => {
    const fine = { ...map, rules: { ...map.rules, photoLongSide: 2000 } };
    const link = linkTo(map, photo, "教育局/1-1 a.jpg", { state: picture(1600, 1200) });
    expect(found(fine, [link], ["low-resolution"]).map((each) => each.facts)).toEqual([
      { width: 1600, height: 1200, least: 2000 },
    ]);
    expect(
      found(fine, [linkTo(map, paper, "教育局/1-1 a.jpg", { state: picture(100, 100) })], ["low-resolution"]),
    ).toEqual([]);
    const drawing: FileState = { type: "readable", kind: "image", format: "svg", pages: 1 };
    expect(found(fine, [linkTo(map, photo, "教育局/1-1 a.svg", { state: drawing })], ["low-resolution"])).toEqual([]);
  });

  it("each file of a bundle, and of the same bytes one", () => {
    const coarse = { state: picture(320, 240) };
    const bundle = bundleOf(map, photo, ["教育局/1.jpg", "教育局/2.jpg"], coarse);
    const other = linkTo(map, photo, "教育局/3.jpg", { ...coarse, sha256: "教育局/1.jpg" });
    expect(found(map, [bundle, other], ["low-resolution"]).map(placeOf)).toEqual([
      "evidence/教育局/1.jpg",
      "evidence/教育局/2.jpg",
    ]);
  });
});

const notice =
  "样例区教育局文件\n样教〔2018〕3号\n关于开展全民终身学习活动周的通知\n各镇（街道）、各成员单位：现将活动周有关事项通知如下。";

describe("the title in the register", () => {
  it.each<[string, boolean]>([
    ["关于开展全民终身学习活动周的通知", true],
    ["《关于开展全民终身学习活动周的通知》（样教〔2018〕3号）", true],
    ["2018年 全民 终身学习 活动周通知", true],
    ["样例区教育局开展活动周的通知（样例）", true],
    ["2018年社区教育经费预算批复", false],
    ["消防安全检查记录", false],
    ["2019-03-05", true],
    ["通知", true],
  ])("%s is in the notice: %s", (title, there) => {
    expect(shareIn(title, notice) >= 0.25).toBe(there);
  });

  const pdf: FileState = { type: "readable", kind: "pdf", format: "pdf", pages: 1 };
  const words = (opening: string, title = ""): Words => ({
    title,
    opening,
    personal: { idNumbers: 0, phones: 0 },
    places: [],
    placesInAll: 0,
    whole: true,
  });

  const told = (title: string, file: Words, state: FileState = pdf, register = true) => {
    const link = listed(map, paper, "教育局/1-1 扫描件001.pdf", {}, { title });
    const [lead] = link.item.files;
    const item = { ...link.item, files: [{ ...lead, state, words: file }] as const };
    return found(map, [{ ...link, item: register ? item : { ...item, registered: null } }], ["title-differs"]);
  };

  it("that the paper does not bear is told, with what it begins with", () => {
    expect(told("消防安全检查记录", words(notice)).map((each) => [placeOf(each), each.facts])).toEqual([
      ["登记表!A2", { title: "消防安全检查记录", found: "样例区教育局文件" }],
    ]);
  });

  it.each([
    ["is the paper's", told("开展全民终身学习活动周的通知", words(notice))],
    ["is in the properties", told("消防安全检查记录", words(notice, "消防安全检查记录"))],
    ["is that of a scan", told("消防安全检查记录", words(""))],
    ["is that of a cover with few words", told("消防安全检查记录", words("样例区教育局"))],
    ["is that of a table", told("消防安全检查记录", words(notice), { ...pdf, kind: "sheet", format: "xlsx" })],
    ["comes from the file's name", told("扫描件001", words(notice))],
    ["is in no register", told("消防安全检查记录", words(notice), pdf, false)],
  ])("is left alone where it %s", (_, diagnostics) => {
    expect(diagnostics).toEqual([]);
  });
});
