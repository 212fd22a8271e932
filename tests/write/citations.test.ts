/** Citations and figures in text: what is printed, where it leads, what is told once pages are known. */
import { describe, expect, it } from "vitest";
import { withMentions } from "../../src/assemble/mentions.ts";
import { looksOf } from "../support/looks.ts";
import { exhibitId } from "../../src/model/ids.ts";
import type { Language } from "../../src/model/map.ts";
import { parseUnit } from "../../src/model/unit.ts";
import type { Fact } from "../../src/model/workspace.ts";
import { citedBeyond } from "../../src/paginate/cited-pages.ts";
import { inCells, plainText, references } from "../../src/write/resolve.ts";
import { markdown } from "../support/narratives.ts";
import { planOf, volumeNumbered } from "../support/plans.ts";

const plan = planOf(
  new Map([
    [exhibitId("2-1-1-01"), [45, 47]],
    [exhibitId("2-1-1-02"), [48, 48]],
  ]),
);

const fact = (id: string, value: number | null, unit: string, formula: string | null = null): Fact =>
  ({ id, title: id, value, unit, measure: parseUnit(unit), formula }) as Fact;

const facts = [
  fact("population", 512_000, "人"),
  fact("share", 0.716_666_6, "%", "a / b"),
  fact("later", null, "元"),
  fact("bare", 12_345.678, ""),
];

async function printed(text: string, language: Language = "zh-CN") {
  const { words } = await looksOf(language);
  const exhibits = new Set<string>(plan.exhibits.keys());
  const blocks = withMentions((await markdown(text)).blocks, { exhibits, facts, words });
  const refs = references(plan, words);
  const said = blocks.map((block) => ("content" in block ? plainText(block.content, refs) : block.type)).join("\n");
  return { blocks, refs, words, said };
}

describe("what is named", () => {
  it.each<[string, string]>([
    ["见[@2-1-1-01]。", "见附件2-1-1-01，第45页。"],
    ["见[@2-1-1-01 p3]。", "见附件2-1-1-01，第47页。"],
    ["见[@2-1-1-01；2-1-1-02 第1页]。", "见附件2-1-1-01，第45页；附件2-1-1-02，第48页。"],
    ["见[@2-1-1-01 p4]。", "见[@2-1-1-01 p4]。"],
    ["见[@2-1-1-01 p0]。", "见[@2-1-1-01 p0]。"],
    ["见[@2-1-1-09; 2-1-1-02]。", "见[@2-1-1-09]；附件2-1-1-02，第48页。"],
    ["**{{population}}**，{{population|万人}}", "512000人，51.2万人"],
    ["{{share}}，{{later}}，{{bare}}", "0.7167%，待填，12345.678"],
    ["{{population|元}}，{{bare|人}}，{{没有}}", "{{population|元}}，{{bare|人}}，{{没有}}"],
  ])("%s", async (text, expected) => {
    expect((await printed(text)).said).toBe(expected);
  });

  it("is printed in English too", async () => {
    const { said } = await printed("See [@2-1-1-01 p2; 2-1-1-02] on {{population}}.", "en");
    expect(said).toBe("See Exhibit 2-1-1-01, p. 46; Exhibit 2-1-1-02, p. 48 on 512,000 人.");
  });

  it("keeps how it was set", async () => {
    const { blocks } = await printed("**共{{population}}**");
    expect(blocks).toEqual([
      {
        type: "paragraph",
        content: [
          { type: "strong", text: "共" },
          { type: "strong", text: "512000人" },
        ],
      },
    ]);
  });
});

describe("pages", () => {
  it("lead to the file beside the report, and nowhere when there is none", async () => {
    const { refs } = await printed("");
    expect(refs.citationTarget(exhibitId("2-1-1-01"), 2)).toEqual({ file: "支撑材料汇编.pdf", page: 46 });
    expect(refs.citationTarget(exhibitId("2-1-1-01"), 4)).toBeNull();
    expect(refs.citationTarget(exhibitId("9"), 1)).toBeNull();
  });

  it("name the volume and its file where there are several", async () => {
    const { words } = await printed("");
    const [a, b] = [exhibitId("1-1-1-01"), exhibitId("2-1-1-01")];
    const volumes = [
      volumeNumbered(1, { title: "基本条件" }),
      volumeNumbered(2, { title: "保障措施/经费#1", part: 2, numberedFrom: 61 }),
    ] as const;
    const several = {
      volumes,
      exhibits: new Map([
        [a, { volume: volumes[0], first: 9, last: 9 }],
        [b, { volume: volumes[1], first: 45, last: 47 }],
      ]),
      files: new Map(),
    };
    const refs = references(several, words);
    expect(refs.citationText(b, 2)).toBe("附件2-1-1-01，第2册第106页");
    expect(refs.citationTarget(b, 2)).toEqual({ file: "支撑材料汇编 第2册 保障措施／经费 1（2）.pdf", page: 46 });
    expect([a, b].map((each) => refs.pagesText(each))).toEqual(["第1册 9", "第2册 105–107"]);
    // In a cell, a range is not torn: it has a line of its own.
    expect([a, b].map((each) => inCells(refs).pagesText(each))).toEqual(["第1册 9", "第2册\n105–107"]);
    // In a volume, its own pages are named without it.
    expect([a, b].map((each) => references(several, words, volumes[1]).pagesText(each))).toEqual([
      "第1册 9",
      "105–107",
    ]);
  });

  it("beyond the last are told with their place, in notes, lists and tables too", async () => {
    const { blocks } = await printed(
      "甲[^1]\n\n- 乙[@2-1-1-02 p2]\n\n| 丙 |\n|---|\n| [@2-1-1-01 p4] |\n\n[^1]: 见[@2-1-1-01 p9]",
    );
    expect(citedBeyond(blocks, plan).map(({ code, at, facts: told }) => [code, at.line, at.column, told])).toEqual([
      ["unknown-page", 9, 8, { exhibit: "2-1-1-01", page: 9, pages: 3 }],
      ["unknown-page", 3, 4, { exhibit: "2-1-1-02", page: 2, pages: 1 }],
      ["unknown-page", 7, 3, { exhibit: "2-1-1-01", page: 4, pages: 3 }],
    ]);
  });
});
