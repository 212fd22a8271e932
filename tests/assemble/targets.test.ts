/** Figures against their thresholds: a picture where there is something to draw, a sentence where there is not. */
import { expect, it } from "vitest";
import type { Assembling } from "../../src/assemble/assembling.ts";
import { targets } from "../../src/assemble/parts/targets.ts";
import type { Block } from "../../src/model/document.ts";
import { indicator, mapOf, section, workspaceOf } from "../check/models.ts";
import { looksOf } from "../support/looks.ts";

/** Two indicators with a threshold each, and the values of their figures as far as they are known. */
async function drawn(known: Readonly<Record<string, number>>): Promise<readonly Block[]> {
  const scoring = {
    type: "threshold",
    formula: "a",
    limit: { operator: "at_least", value: 2, upTo: null },
    unit: "人",
    basis: "",
    at: { file: "indicators.yaml" },
  } as const;
  const map = mapOf(section("1", indicator("1-1", { scoring }), indicator("1-2", { scoring })));
  const { words } = await looksOf("zh-CN");
  const assessments = new Map(Object.entries(known).map(([code, figure]) => [code, { figure, notApplicable: false }]));
  return targets({ workspace: workspaceOf(map), assessments, words } as unknown as Assembling);
}

it("a figure that is known is drawn beside those that are not", async () => {
  expect((await drawn({ "1-2": 3 })).map(({ type }) => type)).toEqual(["figure", "table"]);
});

it("an empty picture is not drawn: a sentence says why, and the table has the thresholds", async () => {
  const [said, table, ...others] = await drawn({});
  expect(said).toEqual({
    type: "paragraph",
    content: [{ type: "text", text: "各定量指标的实际值都还没有填报，对照图从略，标准值见下表。" }],
  });
  expect([table?.type, others]).toEqual(["table", []]);
});
