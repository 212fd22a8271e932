import { describe, expect, it } from "vitest";
import { heightOf } from "../../src/engines/xlsx/heights.ts";

describe("the height of a row", () => {
  it.each([
    ["one line", [10, 20], ["一", "二"], 1],
    ["as many lines as its longest text needs", [17, 60], ["样".repeat(40), "样例"], 6],
    ["lines that are there already", [40], ["样\n例\n样例"], 3],
  ])("is that of %s, with room for fonts that are a little higher", (_, widths, texts, lines) => {
    const columns = widths.map((width) => ({ width }));
    const height = heightOf(columns, (index) => texts[index] ?? "");
    expect(height / lines).toBeGreaterThanOrEqual(lines > 1 ? 16.4 : 15);
    expect(height / lines).toBeLessThan(18);
  });
});
