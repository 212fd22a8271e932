/** What a photo's caption must tell, and where it may be told. */
import { describe, expect, it } from "vitest";
import { missingParts } from "../../src/check/rules/photo-captions.ts";
import { isCameraName } from "../../src/link/camera-names.ts";
import { itemOf } from "../../src/link/items.ts";
import type { FileState, Item, Registered } from "../../src/model/evidence.ts";
import { indicator, item, mapOf, section } from "./models.ts";
import { registeredWith } from "../support/registered.ts";

const map = mapOf(section("1", indicator("1-1", {}, { photo: { kind: "photo" } })));
const picture: FileState = { type: "readable", kind: "image", format: "jpg", pages: 1 };

const named = (name: string): Item => itemOf(item(map, `教育局/${name}`, { state: picture }));

const registered = (name: string, facts: Partial<Registered>, values: Partial<Item> = {}): Item => ({
  ...named(name),
  registered: registeredWith(facts),
  ...values,
});

describe("in the name of the file", () => {
  it.each([
    ["IMG_1234.jpg", ["time", "place", "people", "theme"]],
    ["微信图片_20190312093015.jpg", ["time", "place", "people", "theme"]],
    ["IMG_20190312_093015.jpg", ["place", "people", "theme"]],
    ["联席会议.jpg", ["time", "place", "people"]],
    ["2019年 联席会议.jpg", ["time", "place", "people"]],
    ["2019-03-12 联席会议.jpg", ["place", "people"]],
    ["2019年3月 联席会议.jpg", ["place", "people"]],
    ["1-1-3 2019-03-12 区行政中心 联席会议照片.jpg", ["people"]],
    ["2019-03-12 区行政中心 成员单位负责人 联席会议.jpg", []],
    ["2019-03-12_区行政中心_成员单位负责人_联席会议.jpg", []],
    ["2019-03-12 联席会议 样例.jpg", ["place", "people"]],
    ["2019-03-12 联席会议（样例）.jpg", ["place", "people"]],
    ["2019-03-12 区行政中心 联席会议 最终版2.jpg", ["people"]],
    ["2019-03-12_联席会议_副本_(1).jpg", ["place", "people"]],
    ["2019-03-12 联席会议 原图 盖章版.jpg", ["place", "people"]],
    ["2019-03-12 样例社区 联席会议.jpg", ["people"]],
    ["1-1-3 2019-03-12 联席会议 IMG_0003.jpg", ["place", "people"]],
    ["2019-03-12 联席会议 DSC01234 DSC01235.jpg", ["place", "people"]],
    ["2019-03-12 联席会议 微信图片_20190312093015.jpg", ["place", "people"]],
    ["2019-03-12 联席会议 mmexport1552354215123_1.jpg", ["place", "people"]],
    ["2019-03-12 联席会议 IMG_0003 微信图片_20190312.jpg", ["place", "people"]],
    ["2019-03-12 区行政中心 联席会议 IMG-20190312-WA0003.jpg", ["people"]],
    ["2019-03-12 新建文件夹 未命名.jpg", ["place", "people", "theme"]],
    ["2019-03-12 未命名 联席会议 新建文件夹 (2).jpg", ["place", "people"]],
    ["Learning festival, final, 2019-09-21.jpg", ["place", "people"]],
    ["Learning festival opening 2019-09-21.jpg", ["place", "people"]],
    ["2019-09-21, Market Square, families, learning festival.jpg", []],
  ])("%s lacks %j", (name, missing) => {
    expect(missingParts(named(name))).toEqual(missing);
  });
});

describe("in the register", () => {
  it.each([
    [{}, ["place", "people", "theme"]],
    [{ place: "区行政中心" }, ["people", "theme"]],
    [{ place: "区行政中心", people: "成员单位负责人", theme: "联席会议" }, []],
    [{ caption: "联席会议" }, ["place", "people"]],
    [{ caption: "2019年3月12日，成员单位负责人在区行政中心开联席会议" }, []],
    [{ caption: "Members of the board meet in the town hall" }, []],
    [{ caption: "2019年3月12日" }, ["place", "people", "theme"]],
  ])("%j leaves %j", (facts, missing) => {
    expect(missingParts(registered("IMG_20190312_1.jpg", facts, { formed: "2019-03-12" }))).toEqual(missing);
  });

  it("a title of its own is the theme, unless a camera gave it", () => {
    const facts = { place: "区行政中心", people: "成员单位" };
    expect(missingParts(registered("IMG_1.jpg", facts, { formed: "2019-03", title: "联席会议" }))).toEqual([]);
    expect(missingParts(registered("IMG_1.jpg", facts, { formed: "2019-03", title: "IMG_1" }))).toEqual(["theme"]);
  });

  it("a day in the caption is the time", () => {
    expect(missingParts(registered("IMG_1.jpg", { caption: "2019年3月12日成员单位负责人在区行政中心开会" }))).toEqual(
      [],
    );
  });
});

it.each([
  "IMG_1234",
  "IMG_20190312_093015",
  "DSC00012",
  "DSCN1234",
  "微信图片_20190312093015",
  "mmexport1552354215123",
  "Screenshot_2019-03-12-09-30-15",
  "QQ图片20190312",
  "屏幕截图(12)",
  "20190312_093015",
  "照片1",
  "图片（2）",
  "新建文件夹 (2)",
  "未命名",
  "IMG-20190312-WA0003",
  "MVIMG_20190312_093015",
  "1",
])("%s is a camera's or a messenger's name", (name) => {
  expect(isCameraName(name)).toBe(true);
});

it.each(["联席会议照片", "图片展", "Photo of the mayor", "2019年开幕式"])("%s is a title", (name) => {
  expect(isCameraName(name)).toBe(false);
});
