/** The index in Word, in the workbook and on the offline page leads to pages, passages and originals. */
import { cpSync, existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { runInNewContext } from "node:vm";
import exceljs from "exceljs";
import { beforeAll, describe, expect, it } from "vitest";
import type { SiteData } from "../../src/model/site.ts";
import { run } from "../cases/run.ts";
import { build } from "../cases/workspace.ts";
import { tempFolder } from "../support/folders.ts";
import { readPack } from "../support/samples.ts";
import type { PackOnDisk } from "../support/samples.ts";
import { missingTools, needs, run as tool } from "../support/tools.ts";

const missing = missingTools("unzip");
const register = `items:
  - { title: 经费文件, indicators: ["2-1-1"], requirement: budget, files: [a.txt, b.txt], proof_page: 2, proof_quote: 样例乙 }
  - { title: 网上公开, indicators: ["2-1-2"], address: "https://example.org/公开" }
`;

describe.skipIf(missing.length > 0)(`the index ${needs(missing)}`, () => {
  const root = path.join(tempFolder(), "workspace");
  let pack: PackOnDisk;
  let pages: readonly [number, number];

  beforeAll(async () => {
    build(root, {
      name: "",
      about: "",
      files: {
        "evidence/财政局/a.txt": "样例甲\n",
        "evidence/财政局/b.txt": "样例乙\n",
        "evidence/财政局/register.yaml": register,
      },
    });
    const ran = await run(["compile"], root);
    if (ran.exitCode > 1) throw new Error(`${ran.out}${ran.err}`);
    pack = readPack(path.join(root, "pack"));
    pages = pack.manifest.evidence.find(({ source }) => source.endsWith("/b.txt"))?.pages ?? [0, 0];
  });

  it("as a workbook names the passage and opens its page, and the original; each row can be filtered", async () => {
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.readFile(pack.file("appendix-index", "xlsx"));
    const [sheet] = workbook.worksheets;
    const [head, ...rows] = (sheet?.getSheetValues() ?? []).slice(1).map((row) => (row as unknown[]).slice(1));
    const row = rows.find((each) => each[3] === "经费文件");
    const cell = (title: string): unknown => row?.[head?.indexOf(title) ?? -1];
    const appendix = encodeURIComponent("支撑材料汇编.pdf");
    expect(cell("定位")).toEqual({
      text: `见第${String(pages[0])}页`,
      hyperlink: `${appendix}#page=${String(pages[0])}`,
    });
    // A link would not be wrapped by every program.
    expect(cell("定位原文")).toBe("样例乙");
    expect(sheet?.pageSetup.paperSize).toBe(9);
    const lead = ["evidence", "财政局", "a.txt"].map(encodeURIComponent).join("/");
    expect(cell("报送文件")).toEqual({
      text: "evidence/财政局/a.txt\nevidence/财政局/b.txt",
      hyperlink: `../${lead}`,
    });
    expect(existsSync(path.join(pack.folder, decodeURIComponent(`../${lead}`)))).toBe(true);
    const web = rows.find((each) => each[3] === "网上公开");
    expect(web?.at(-1)).toMatchObject({ hyperlink: "https://example.org/%E5%85%AC%E5%BC%80" });
    const last = `${sheet?.getColumn(head?.length ?? 0).letter ?? ""}${String(rows.length + 1)}`;
    expect(sheet?.autoFilter).toBe(`A1:${last}`);
  });

  it("in Word opens the bound page by its pages, the original by its title", () => {
    const text = tool("unzip", ["-p", pack.file("appendix", "docx"), "word/document.xml"]);
    const links = tool("unzip", ["-p", pack.file("appendix", "docx"), "word/_rels/document.xml.rels"]);
    const targets = [...links.matchAll(/Target="([^"]*)" TargetMode="External"/gu)].map(([, target]) => target ?? "");
    const decoded = new Set(targets.map((each) => decodeURIComponent(each)));
    for (const { source, pages: at } of pack.manifest.evidence) {
      if (at === null || source.endsWith("/b.txt") || source.includes("://")) continue;
      expect(text).toContain(`w:anchor="page=${String(at[0])}"`);
      expect(decoded).toContain(source.includes("register.yaml#") ? "https://example.org/公开" : `../${source}`);
    }
    expect(decoded).toContain("支撑材料汇编.pdf");
    expect(decoded).toContain("https://example.org/公开");
  });

  it("on the offline page tells the passage", () => {
    const window = {} as { evipack: { data: SiteData } };
    runInNewContext(readFileSync(path.join(pack.folder, "site", "data.js"), "utf8"), { window });
    const exhibit = window.evipack.data.exhibits.find(({ title }) => title === "经费文件");
    expect(exhibit?.lines.map((line) => [...line])).toContainEqual(["定位", `见第${String(pages[0])}页：样例乙`]);
  });

  it("is found sound by verify, with the originals and where they do not lie with the pack", async () => {
    expect((await run(["verify", "pack"], root)).exitCode).toBe(0);
    const elsewhere = path.join(tempFolder(), "moved", "pack");
    cpSync(pack.folder, elsewhere, { recursive: true });
    expect((await run(["verify", elsewhere], root)).exitCode).toBe(0);
  });
});
