/** The files of the offline page: what they hold, what they leave out, what they may never hold. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import type { Block } from "../../src/model/document.ts";
import { exhibitId, sourcePath } from "../../src/model/ids.ts";
import type { Pack } from "../../src/model/pack.ts";
import type { PagePlan } from "../../src/model/plan.ts";
import type { RenderedFiles } from "../../src/model/rendered.ts";
import type { SiteData } from "../../src/model/site.ts";
import { references } from "../../src/write/resolve.ts";
import { safeAddress, siteBlocks } from "../../src/write/site/blocks.ts";
import { dataScript, readDataScript } from "../../src/write/site/script.ts";
import { readTexts } from "../../src/write/site/texts.ts";
import { trendOf } from "../../src/write/site/trend.ts";
import { readManifest, run } from "../cases/run.ts";
import { build, config } from "../cases/workspace.ts";
import { filesBelow, root, tempFolder } from "../support/folders.ts";
import { volumeNumbered } from "../support/plans.ts";
import { faultsOfPack } from "../support/samples.ts";
import { plan as reportPlan, wordsOf } from "./report-sample.ts";

/** What a browser has on its window once the script ran. */
function loaded(script: Uint8Array): Readonly<Record<string, unknown>> {
  const window = {};
  runInNewContext(new TextDecoder().decode(script), { window, JSON });
  return window;
}

function workspaceWith(more = ""): string {
  const folder = tempFolder();
  build(folder, { name: "", about: "", files: { "evipack.yaml": `${config}${more}` } });
  return folder;
}

const siteFiles = (folder: string): string[] =>
  readManifest(path.join(folder, "pack"))
    .outputs.filter(({ role }) => role === "site")
    .map((each) => each.path);

describe("data as a script", () => {
  it("holds no sign that could end a string, a line or a script element, and gives back what went in", () => {
    const value = { "'": `</script><!--\u2028\u2029&\\u003c\\'"\n\ud800`, ["__proto__"]: 1 };
    const script = dataScript("evipack", value);
    const text = new TextDecoder().decode(script);
    expect(text).not.toMatch(/[<>&\u2028\u2029]/u);
    expect(text.match(/(?<!\\)'/gu)).toHaveLength(2);
    expect(JSON.stringify(loaded(script)["evipack"])).toBe(JSON.stringify(value));
    expect(JSON.stringify(readDataScript(script))).toBe(JSON.stringify(value));
  });
});

describe("narratives", () => {
  const refs = references(reportPlan, wordsOf("zh-CN"));
  const context = { plan: reportPlan, refs, addressOf: () => "pictures/1.png" };
  const [known] = [...reportPlan.exhibits.keys()];

  it("lead to pages of the appendix, and to nothing that runs", () => {
    const blocks: Block[] = [
      {
        type: "paragraph",
        content: [
          { type: "citation", exhibit: known ?? exhibitId(""), page: 2 },
          { type: "citation", exhibit: exhibitId("9-99"), page: 1 },
          { type: "link", text: "甲", url: "https://example.org/a" },
          { type: "link", text: "乙", url: "javascript:alert(1)" },
        ],
      },
    ];
    expect(siteBlocks(blocks, context)).toEqual([
      {
        type: "paragraph",
        content: [
          { type: "exhibit", text: `附件${String(known)}，第46页`, exhibit: known, page: 46 },
          { type: "text", text: "[@9-99 p1]" },
          { type: "link", text: "甲", url: "https://example.org/a" },
          { type: "text", text: "乙" },
        ],
      },
    ]);
  });

  it.each([
    "javascript:alert(1)",
    " JaVaScRiPt:alert(1)",
    "data:text/html,x",
    "file:///etc/passwd",
    "vbscript:x",
    "../a",
    "",
  ])("do not follow %s", (address) => {
    expect(safeAddress(address)).toBeNull();
  });
});

describe("texts", () => {
  const file = path.join(
    root,
    "fixtures/fenghua/evidence/财政局/2-1-1-01 社区教育专项经费预算批复（奉财〔2017〕11号）.pdf",
  );
  const [id, source] = [exhibitId("2-1-1-01"), sourcePath("evidence/a.pdf")];
  const pack = { exhibits: [{ id }] } as unknown as Pack;
  const plan = {
    volumes: [
      volumeNumbered(2, {
        numberedFrom: 101,
        parts: [{ part: { type: "file", file: { exhibit: id, source, position: 0, index: 0 } }, first: 45, last: 46 }],
      }),
    ],
  } as unknown as PagePlan;
  const rendered: RenderedFiles = new Map([
    [source, { parts: [{ type: "pdf", file, pages: 2 }], placeholder: null, converter: null }],
  ]);

  it("are those of the pages, by the numbers printed in the appendix", async () => {
    const { texts, cut } = await readTexts(pack, plan, rendered);
    expect(cut).toBe(0);
    expect(texts.map(([exhibit, pages]) => [exhibit, pages.map(([page]) => page)])).toEqual([[id, [145, 146]]]);
    expect(texts[0]?.[1][0]?.[1]).toContain("社区教育专项经费预算");
  });

  it("tell that they are cut, at the limit of an exhibit and of all", async () => {
    for (const limits of [
      { exhibit: 10, all: 100 },
      { exhibit: 100, all: 10 },
    ]) {
      const { texts, cut } = await readTexts(pack, plan, rendered, limits);
      expect(cut).toBe(1);
      expect(texts[0]?.[1].map(([, text]) => text).join("")).toHaveLength(10);
    }
  });
});

describe("trend", () => {
  const night = (day: string, covered: number) => ({ day, number: null, covered, applicable: 10 });

  it("is drawn from two nights on, with their rates", async () => {
    expect(await trendOf([night("2019-10-30", 5)])).toBeNull();
    const drawn = await trendOf([night("2019-10-30", 5), night("2019-10-31", 7)]);
    const svg = new TextDecoder().decode(drawn?.bytes);
    expect(svg).toContain("50%");
    expect(svg).toContain("70%");
    expect(drawn?.told.nights).toHaveLength(2);
  });
});

describe("the folder", () => {
  it("stands in the manifest file by file, says what the check says, and is the same again", async () => {
    const folder = workspaceWith();
    const { exitCode } = await run(["compile"], folder);
    const pack = path.join(folder, "pack");
    const names = siteFiles(folder);
    expect(names).toEqual(["index.html", "site.css", "site.js", "data.js", "text.js"].map((name) => `site/${name}`));
    expect(faultsOfPack(pack)).toEqual([]);
    const { data } = loaded(readFileSync(path.join(pack, "site/data.js")))["evipack"] as { data: SiteData };
    const manifest = readManifest(pack);
    const printed = manifest.evidence.filter(({ exhibit }) => exhibit !== null);
    const pages = new Map(printed.map((each) => [each.exhibit, each.pages?.[0]]));
    expect(new Map(data.exhibits.map((each) => [each.id, each.first]))).toEqual(pages);
    const { verdict } = JSON.parse(readFileSync(path.join(pack, "核对结果.json"), "utf8")) as {
      verdict: { covered: number; applicable: number };
    };
    expect(data.count).toMatchObject({ covered: verdict.covered, applicable: verdict.applicable });
    const heat = data.heat.rows.flat().reduce((sum, cell) => sum + (cell?.applicable ?? 0), 0);
    expect(heat).toBe(verdict.applicable);
    const before = names.map((name) => readFileSync(path.join(pack, name)));
    expect((await run(["compile"], folder)).exitCode).toBe(exitCode);
    expect(names.map((name) => readFileSync(path.join(pack, name)))).toEqual(before);
    expect(filesBelow(folder).filter((file) => file.includes("kept"))).toEqual([]);
  });

  it("says of an exhibit that is for no requirement that it does not count", async () => {
    const root = workspaceWith();
    writeFileSync(path.join(root, "evidence/财政局/2-1-1 食堂公告2019.txt"), "样例\n");
    await run(["compile"], root);
    const { data } = loaded(readFileSync(path.join(root, "pack/site/data.js")))["evipack"] as { data: SiteData };
    const odd = data.exhibits.filter(({ state }) => state === "not-counted");
    expect(odd.map(({ title, state, reason }) => [title, state, reason])).toEqual([
      ["食堂公告2019", "not-counted", "没有对应的材料要求"],
    ]);
  });

  it("is left out with --no-site, and by evipack.yaml", async () => {
    const asked = workspaceWith();
    await run(["compile", "--no-site"], asked);
    const set = workspaceWith("site: false\n");
    await run(["compile"], set);
    for (const folder of [asked, set]) {
      expect(siteFiles(folder)).toEqual([]);
      expect(existsSync(path.join(folder, "pack/site"))).toBe(false);
    }
  });

  it("counts as changed when somebody has put something into it", async () => {
    const folder = workspaceWith();
    await run(["compile"], folder);
    writeFileSync(path.join(folder, "pack/site/批注.txt"), "样例");
    const { out } = await run(["compile"], folder);
    expect(out).toContain("pack-kept-1");
    expect(existsSync(path.join(folder, "pack-kept-1/site/批注.txt"))).toBe(true);
  });
});
