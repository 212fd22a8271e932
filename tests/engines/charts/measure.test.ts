/** Widths of text in charts, against the font that they are set in. */
import { readFileSync } from "node:fs";
import * as fontkit from "fontkit";
import type { Font } from "fontkit";
import { describe, expect, it } from "vitest";
import { cut, plain, textWidth, wrap } from "../../../src/engines/charts/measure.ts";
import { fontFiles } from "../../../src/engines/fonts.ts";
import { dependencyFile } from "../../../src/world.ts";

const file = fontFiles.find(({ file, family }) => family === "Evipack Hei" && file.includes("Regular"))?.file ?? "";
const font = fontkit.create(readFileSync(dependencyFile(file))) as Font;

const inFont = (text: string): number =>
  [...text].reduce((sum, each) => sum + font.glyphForCodePoint(each.codePointAt(0) ?? 0).advanceWidth / 100, 0);

describe("text in charts", () => {
  it("is as wide as the font says", () => {
    const printable = Array.from({ length: 0x7f - 0x20 }, (_, index) => String.fromCodePoint(0x20 + index));
    for (const each of [...printable, "社区学院（筹）", "2.35元/人，≥2", "Citizens' café"]) {
      expect({ each, width: textWidth(each, 10).toFixed(1) }).toEqual({ each, width: inFont(each).toFixed(1) });
    }
  });

  it("takes no less room for what it does not know", () => {
    const narrower = ["Ж", "Ω", "–", "·", "한국", "🙂"].filter((each) => textWidth(each, 10) < inFont(each) - 0.02);
    expect(narrower).toEqual([]);
  });

  it.each<[string, number, number, readonly string[]]>([
    ["教育局", 100, 2, ["教育局"]],
    ["创建工作领导小组办公室", 80, 2, ["创建工作领导", "小组办公室"]],
    ["创建省级学习型城市工作领导小组办公室", 50, 2, ["创建省级学", "习型城市…"]],
    ["经费，比例", 20, 9, ["经", "费，", "比例"]],
    ["（一）经费", 30, 9, ["（一）", "经费"]],
    ["Council of Voluntary Organisations", 90, 3, ["Council of", "Voluntary", "Organisations"]],
    ["Donaudampfschifffahrt", 60, 9, ["Donaudamp", "fschifffahrt"]],
    ["2.35元/人\n不低于2元/人", 200, 3, ["2.35元/人", "不低于2元/人"]],
    ["", 50, 2, [""]],
  ])("wraps %s", (text, width, most, lines) => {
    expect(wrap(text, 10, width, most)).toEqual(lines);
    for (const line of lines) expect(textWidth(line, 10)).toBeLessThanOrEqual(width);
  });

  it("cuts what is too long, and only that", () => {
    expect(cut("非常满意", 10, 40)).toBe("非常满意");
    expect(cut("非常满意", 10, 39)).toBe("非常…");
  });

  it("keeps out what XML cannot hold", () => {
    expect(plain("教\u0000育\u000B局\uD800 \uFFFF部\t门")).toBe("教 育 局 部 门");
  });
});
