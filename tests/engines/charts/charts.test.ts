/** Charts: each figure is there, at its place, in the same bytes every time. */
import { describe, expect, it } from "vitest";
import { drawBars, drawColumns, drawTrend, tones } from "../../../src/engines/charts.ts";
import type { Amount, Bars, Columns } from "../../../src/engines/charts.ts";
import { misplaced, readDrawing } from "../../support/drawing.ts";

const amount = (value: number | null, unit = ""): Amount => ({
  value,
  text: value === null ? "–" : `${String(value)}${unit}`,
});

const statuses = [
  { name: "已覆盖", tone: "dark" },
  { name: "不足", tone: "light" },
  { name: "不合要求", tone: "hatched" },
  { name: "缺", tone: "white" },
] as const;

const stacked = (rows: readonly (readonly [string, ...number[]])[]): Bars => ({
  width: 156,
  height: 190,
  arrangement: "stacked",
  axis: null,
  series: statuses,
  rows: rows.map(([label, ...values]) => ({ label, note: `共${label}`, amounts: values.map((each) => amount(each)) })),
});

const sections = stacked([
  ["基本条件", 24, 3, 5, 6],
  ["保障措施", 30, 2, 7, 4],
  ["建设成效", 28, 9, 8, 11],
]);

const years = ["2017年", "2018年", "2019年"];
const funds = (arrangement: "grouped"): Bars => ({
  ...sections,
  arrangement,
  series: years.map((name, index) => ({ name, tone: tones[index] ?? "dark" })),
  rows: ["专项经费", "师资培训", "课程资源"].map((label, index) => ({
    label,
    note: "",
    amounts: [100.5 + index, 211 + index, 322 + index].map((each) => amount(each)),
  })),
});

const columns: Columns = {
  width: 156,
  height: 70,
  unit: "万元",
  series: [
    { name: "区级", tone: "dark" },
    { name: "镇级", tone: "light" },
  ],
  groups: years.map((label, index) => ({ label, amounts: [amount(120.5 + index), amount(80 + index)] })),
};

const points = years.map((label, index) => ({ label, amount: amount(812 + index * 40) }));
const trend = { width: 156, height: 60, unit: "万元", points };

const only = (bars: Bars) => {
  const [drawn, ...others] = drawBars(bars);
  expect(others).toEqual([]);
  if (drawn === undefined) throw new Error("nothing drawn");
  return readDrawing(drawn.picture);
};

const words = ({ texts }: { readonly texts: readonly { readonly text: string }[] }): string[] =>
  texts.map(({ text }) => text);

describe("charts", () => {
  it("show every name and every figure once", () => {
    const drawn = only(sections);
    expect(words(drawn).toSorted()).toEqual(
      [
        ...statuses.map(({ name }) => name),
        ...sections.rows.flatMap(({ label, note, amounts }) => [label, note, ...amounts.map(({ text }) => text)]),
      ].toSorted(),
    );
    expect(misplaced(drawn)).toEqual([]);
  });

  it("show grouped bars, columns and a line with their figures", () => {
    const grouped = only(funds("grouped"));
    expect(words(grouped)).toEqual(
      expect.arrayContaining([...years, "专项经费", "课程资源", "100.5", "101.5", "211", "324"]),
    );
    const standing = readDrawing(drawColumns(columns));
    expect(words(standing)).toEqual(expect.arrayContaining(["万元", "区级", ...years, "120.5", "82"]));
    const line = readDrawing(drawTrend(trend));
    expect(words(line)).toEqual(expect.arrayContaining(["万元", ...years, "812", "852", "892"]));
    for (const each of [grouped, standing, line]) expect(misplaced(each)).toEqual([]);
  });

  it("draw bars as long as their figures", () => {
    const rows = [25, 50, 100].map((value) => ({ label: String(value), note: "", amounts: [amount(value, "%")] }));
    const axis = { upTo: 200, step: 50, unit: "%", mark: { at: 100, text: "标准" } };
    const { svg } = only({ ...sections, axis, series: [{ name: "值", tone: "dark" }], rows });
    const lengths = [...svg.matchAll(/<path d="M[\d.]+ [\d.]+l([\d.]+) 0l0 [\d.]+l-[\d.]+ 0Z" fill="#2f4b6e"/gu)].map(
      (match) => Number(match[1]),
    );
    expect(lengths).toHaveLength(3);
    const [first = 0, second = 0, third = 0] = lengths;
    expect(second / first).toBeCloseTo(2, 1);
    expect(third / first).toBeCloseTo(4, 1);
  });

  it("mark a threshold, and say when a bar is longer than the axis", () => {
    const rows = [87, 118, 540].map((value) => ({
      label: `甲${String(value)}`,
      note: "",
      amounts: [amount(value, "%")],
    }));
    const axis = { upTo: 200, step: 50, unit: "%", mark: { at: 100, text: "标准" } };
    const drawn = only({ ...sections, axis, series: [{ name: "值", tone: "dark" }], rows });
    expect(words(drawn)).toEqual(expect.arrayContaining(["标准", "87%", "118%", "540%", "0%", "150%", "≥200%"]));
    expect(misplaced(drawn)).toEqual([]);
  });

  it("are the same bytes twice, whatever was drawn before", () => {
    const all = (): string[] => [
      ...drawBars(sections).map(({ picture }) => Buffer.from(picture.bytes).toString()),
      Buffer.from(drawColumns(columns).bytes).toString(),
      Buffer.from(drawTrend(trend).bytes).toString(),
    ];
    const first = all();
    expect(first.join("")).toContain('id="p1"');
    drawBars({ ...sections, series: statuses.toReversed() });
    expect(all()).toEqual(first);
  });

  it("are drawings and nothing else", () => {
    const drawings = [
      only(sections),
      only(funds("grouped")),
      readDrawing(drawColumns(columns)),
      readDrawing(drawTrend(trend)),
    ];
    const allowed = ["svg", "defs", "clipPath", "pattern", "g", "path", "rect", "circle", "text"];
    for (const { tags, attributes, svg } of drawings) {
      expect([...tags].filter((tag) => !allowed.includes(tag))).toEqual([]);
      expect([...attributes].filter((each) => /class|ecmeta|pointer|^on/u.test(each))).toEqual([]);
      expect(svg).not.toMatch(/zr\d|<path [^>]*fill-opacity="0"/u);
      expect(svg).not.toMatch(/\d\.\d{3}/u);
    }
  });

  it("take hostile names as names", () => {
    const name = `"><script>alert(1)</script>&amp;{a|b} zr0-p0 class="x" 教\u0000育\u202E`;
    const drawn = only({ ...stacked([[name, 3, 1, 1, 1]]), series: statuses.map((each) => ({ ...each, name })) });
    expect(drawn.tags).not.toContain("script");
    expect(words(drawn).join("")).toContain(`"><script>`);
    expect(words(drawn).join("")).toContain("zr0-p0");
    expect(misplaced(drawn)).toEqual([]);
  });

  it.each([1, 2, 7, 40, 130])("draw %i rows, on as many pictures as they need", (count) => {
    const names = [
      "教育局",
      "大数据发展管理局",
      "创建省级学习型城市工作领导小组办公室",
      "Council of Voluntary Organisations",
    ];
    const bars = stacked(
      Array.from({ length: count }, (_, index) => [
        `${names[index % 4] ?? ""}${String(index)}`,
        index % 9,
        1,
        0,
        index % 4,
      ]),
    );
    const drawn = drawBars(bars);
    expect(drawn.at(0)?.rows[0]).toBe(0);
    expect(drawn.at(-1)?.rows[1]).toBe(count);
    for (const [index, { picture, rows }] of drawn.entries()) {
      expect(rows[0]).toBe(index === 0 ? 0 : drawn[index - 1]?.rows[1]);
      expect(picture.width).toBeCloseTo(156);
      expect(picture.height).toBeLessThanOrEqual(190);
      expect(misplaced(readDrawing(picture))).toEqual([]);
    }
  });

  it("keep a long unit within the picture", () => {
    for (const unit of ["thousand euros", "万元".repeat(50)]) {
      expect(misplaced(readDrawing(drawColumns({ ...columns, unit })))).toEqual([]);
      expect(misplaced(readDrawing(drawTrend({ ...trend, unit })))).toEqual([]);
    }
  });

  it("draw no rows as nothing", () => {
    expect(drawBars(stacked([]))).toEqual([]);
  });

  it("leave out no figure that is zero, below zero or unknown", () => {
    const odd = [0, -420.5, null, Number.NaN, 300].map((value) => ({
      value,
      text: value === null || Number.isNaN(value) ? "–" : String(value),
    }));
    const series = [{ name: "值", tone: "dark" }] as const;
    const rows = odd.map((each, index) => ({ label: `甲${String(index)}`, note: "", amounts: [each] }));
    const drawings = [
      only({ ...sections, arrangement: "grouped", series, rows }),
      readDrawing(drawColumns({ ...columns, series, groups: rows })),
    ];
    for (const drawn of drawings) {
      expect(words(drawn).filter((text) => text === "–")).toHaveLength(2);
      expect(words(drawn)).toEqual(expect.arrayContaining(["-420.5", "300"]));
      expect(drawn.svg).not.toContain("NaN");
      expect(misplaced(drawn)).toEqual([]);
    }
    const line = readDrawing(
      drawTrend({
        ...trend,
        points: rows.map(({ label, amounts: [each = amount(null)] }) => ({ label, amount: each })),
      }),
    );
    expect(line.svg).not.toContain("NaN");
    expect(misplaced(line)).toEqual([]);
  });

  it("turn figures upright where columns are narrow", () => {
    const groups = Array.from({ length: 8 }, (_, index) => ({
      label: `社区教育专项经费${String(index)}`,
      amounts: [1, 2, 3].map((each) => amount(1000.25 * each)),
    }));
    const series = years.map((name, index) => ({ name, tone: tones[index] ?? "dark" }));
    const drawn = readDrawing(drawColumns({ ...columns, series, groups }));
    expect(words(drawn).filter((text) => text === "2000.5")).toHaveLength(8);
    expect(misplaced(drawn)).toEqual([]);
  });
});
