/** Units: how they are read, and the laws that conversions keep. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { convert, divide, multiply, parseUnit, plain, printUnit, sameKind, shift } from "../../src/model/unit.ts";
import type { Unit } from "../../src/model/unit.ts";

const unit = (text: string): Unit => parseUnit(text) ?? plain;

describe("a unit", () => {
  it.each([
    ["万元", "元", 4],
    ["亿元", "万元", 4],
    ["万元/人", "元/人", 4],
    ["元/万人", "元/人", -4],
    ["人/万人", "‰", -1],
    ["%", "‰", 1],
    ["倍", "%", 2],
    ["km²", "平方米", 6],
    ["㎡", "平方米", 0],
    ["m²", "sqm", 0],
    ["公顷", "m2", 4],
    ["平方公里", "km2", 0],
    ["米·米", "平方米", 0],
    ["万人次", "人次", 4],
    ["所", "个", 0],
    ["名", "人", 0],
    ["元/生", "元/人", 0],
    ["RMB", "元", 0],
    ["CNY/person", "元/人", 0],
    ["residents", "persons", 0],
    ["million florins", "florins", 6],
    ["million florins", "thousand florin", 3],
    ["places per 100,000 residents", "places/person", -5],
    ["persons per 1,000 residents", "‰", 0],
    ["人/每百人".replace("每", ""), "%", 0],
    ["1.5倍", "1.5倍", 0],
    ["百分点", "个百分点", 0],
    ["千克", "公斤", 0],
    ["  万 元 ", "元", 4],
    ["元／人", "元/人", 0],
  ])("%s is %s, times ten to the %d", (text, other, scale) => {
    const [a, b] = [unit(text), unit(other)];
    expect(sameKind(a, b)).toBe(true);
    expect(a.scale - b.scale).toBe(scale);
  });

  it.each([
    ["元", "人"],
    ["元", "元/人"],
    ["人", "人次"],
    ["所", "人"],
    ["户", "人"],
    ["%", "百分点"],
    ["%", "元"],
    ["平方米", "米"],
    ["florins", "元"],
    ["亩", "平方米"],
    ["constructor", "__proto__"],
  ])("%s is no %s", (text, other) => {
    expect(sameKind(unit(text), unit(other))).toBe(false);
  });

  it("that is not told is null", () => {
    expect([parseUnit(""), parseUnit("  ")]).toEqual([null, null]);
  });

  it.each([
    [divide(unit("万元"), unit("人")), "万元/人"],
    [divide(unit("元"), unit("元")), "1"],
    [divide(unit("人"), unit("万人")), "10^-4"],
    [multiply(unit("元/人"), unit("人")), "元"],
    [multiply(unit("米"), unit("米")), "平方米"],
    [divide(plain, unit("人")), "1/人"],
    [divide(unit("million florins"), unit("persons")), "10^6 florins/persons"],
    [unit("places per 100,000 residents"), "places per 100,000 residents"],
  ])("is printed as people read it: %#", (made, text) => {
    expect(printUnit(made)).toBe(text);
  });
});

describe("the decimal point", () => {
  it.each([
    [1.1, 4, 11_000],
    [0.07, 2, 7],
    [4.35, 2, 435],
    [1.005, 3, 1005],
    [2.7, -4, 0.000_27],
    [1e-7, 4, 0.001],
    [1e21, -21, 1],
    [-0.29, 2, -29],
    [0, 8, 0],
  ])("of %d moves by %d to %d", (value, by, expected) => {
    expect(shift(value, by)).toBe(expected);
  });
});

const words = ["元", "万元", "亿元", "人", "万人", "%", "‰", "平方米", "km2", "florins", "million florins", "户", "所"];
const anyUnit = fc
  .array(fc.tuple(fc.constantFrom(...words), fc.boolean()), { maxLength: 4 })
  .map((parts) => parts.reduce((made, [word, above]) => (above ? multiply : divide)(made, unit(word)), plain));
/** Decimals as people write them, so that a conversion there and back is exact. */
const decimal = fc
  .tuple(fc.integer({ min: -999_999, max: 999_999 }), fc.integer({ min: -6, max: 6 }))
  .map(([digits, by]) => shift(digits, by));

const equal = (a: Unit, b: Unit): boolean => sameKind(a, b) && a.scale === b.scale;

describe("the algebra of units", () => {
  it("is a commutative group under multiplication", () => {
    fc.assert(
      fc.property(anyUnit, anyUnit, anyUnit, (a, b, c) => {
        expect(equal(multiply(a, b), multiply(b, a))).toBe(true);
        expect(equal(multiply(multiply(a, b), c), multiply(a, multiply(b, c)))).toBe(true);
        expect(equal(multiply(a, plain), a)).toBe(true);
        expect(equal(divide(multiply(a, b), b), a)).toBe(true);
        expect(equal(divide(a, a), plain)).toBe(true);
      }),
    );
  });

  it("sorts units into kinds", () => {
    fc.assert(
      fc.property(anyUnit, anyUnit, anyUnit, (a, b, c) => {
        expect(sameKind(a, b)).toBe(sameKind(b, a));
        expect(!(sameKind(a, b) && sameKind(b, c)) || sameKind(a, c)).toBe(true);
        expect(sameKind(divide(a, c), divide(b, c))).toBe(sameKind(a, b));
      }),
    );
  });

  it("converts as a homomorphism: there and back, through a third, over products", () => {
    const scales = fc.integer({ min: -8, max: 8 });
    fc.assert(
      fc.property(anyUnit, scales, scales, decimal, decimal, (base, i, j, x, y) => {
        const [a, b] = [
          { ...base, scale: base.scale + i },
          { ...base, scale: base.scale + j },
        ];
        expect(convert(convert(x, a, b), b, a)).toBe(x);
        expect(convert(convert(x, a, base), base, b)).toBe(convert(x, a, b));
        const product = convert(x * y, multiply(a, a), multiply(b, b));
        const separately = convert(x, a, b) * convert(y, a, b);
        expect(separately).toBeCloseTo(product, -Math.floor(Math.log10(Math.abs(product) || 1)) + 12);
      }),
    );
  });

  it("reads any text without an exception, and reads what it prints of plain words", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(() => parseUnit(text)).not.toThrow();
      }),
    );
    for (const word of words) expect(equal(unit(printUnit(unit(word))), unit(word))).toBe(true);
  });
});
