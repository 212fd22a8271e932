import { expect, it } from "vitest";
import { numberMeant } from "../../src/schema/typed-number.ts";

it.each([
  ["512,000", "512000", "", null],
  ["512，000", "512000", "", null],
  ["1 382 400.5", "1382400.5", "", null],
  ["５１２０００", "512000", "", null],
  ["512000人", "512000", "人", null],
  ["85%", "85", "%", null],
  ["25,000 €", "25000", "€", null],
  ["51.2万", "512000", "", ["51.2", "万"]],
  ["51.2 万人", "512000", "人", ["51.2", "万"]],
  ["138.24万元", "1382400", "元", ["138.24", "万"]],
  ["1.23456万", "12345.6", "", ["1.23456", "万"]],
  ["0.0001亿", "10000", "", ["0.0001", "亿"]],
  ["-3千万元", "-30000000", "元", ["-3", "千万"]],
])("%s is meant as %s", (text, plain, unit, scaled) => {
  const [number, scale] = scaled ?? [];
  expect(numberMeant("number", text)).toEqual({
    plain,
    unit,
    scaled: scaled === null ? null : { plain: number, scale },
  });
});

it.each(["", "约五十万", "1,2", "2019-03", "1.2.3", "三万", "12 或 13"])("%s is no number that is clear", (text) => {
  expect(numberMeant("number", text)).toBeNull();
});

it("is looked for only where a number is wanted", () => {
  expect(numberMeant("string", "512,000")).toBeNull();
  expect(numberMeant("boolean|int", "512,000")).not.toBeNull();
  expect(numberMeant("number", 512_000)).toBeNull();
});
