/** The offline page in a real browser: opened from the disk, walked, searched, attacked. */
import { readFileSync } from "node:fs";
import path from "node:path";
import axe from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Manifest } from "../../src/schema/manifest.ts";
import { run as evipack } from "../cases/run.ts";
import { build, config, map, swap } from "../cases/workspace.ts";
import { root, tempFolder } from "../support/folders.ts";
import { go, installed, launch, needsBrowser, openPage } from "./browser.ts";
import type { Opened } from "./browser.ts";

const hostile = `</script><img src=x onerror="document.title='taken'">`;
const decision = path.join(
  root,
  "fixtures/fenghua/evidence/财政局/2-1-1-01 社区教育专项经费预算批复（奉财〔2017〕11号）.pdf",
);

const workspace = tempFolder();
const pack = path.join(workspace, "pack");
let browser: Browser;

/** Faults that axe-core calls serious or critical; the viewer of PDFs inside the page is not ours. */
async function faults(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const result = await page.evaluate<axe.AxeResults>("axe.run(document, { iframes: false })");
  return result.violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`);
}

describe.skipIf(installed === null)(`offline page${needsBrowser}`, () => {
  beforeAll(async () => {
    build(workspace, {
      name: "",
      about: "",
      files: {
        "evipack.yaml": `${swap(config, "样例区学习型城市自评报告", `'样例 ${hostile.replaceAll("'", "''")}'`)}stages:
  - { title: 整理提升, from: 2019-10-01, to: 2019-11-30, due: all }
`,
        "indicators.yaml": swap(map, "title: 机构设置", `title: '${hostile.replaceAll("'", "''")}'`),
        "narrative/2-1-1.md": `经费到位[@2-1-1-01 p1]。${hostile}[不可点](javascript:alert(1))\n`,
        "evidence/财政局/2-1-1 预算批复（样财〔2019〕8号）.txt": null,
        "evidence/财政局/2-1-1 预算批复（样财〔2019〕8号）.pdf": readFileSync(decision),
        "evidence/财政局/register.yaml": `items:\n- title: '${hostile.replaceAll("'", "''")}'\n  indicators: [2-1-2]\n  files: [2-1-2 机构批文（样编〔2012〕5号）.txt]\n`,
      },
    });
    const { err } = await evipack(["compile"], workspace);
    if (err !== "") throw new Error(err);
    browser = await launch();
  });
  afterAll(() => browser?.close());

  const quiet = ({ said, outside }: Opened): void => {
    expect(said).toEqual([]);
    expect(outside).toEqual([]);
  };

  it("opens from the disk and leads from the overview to an indicator, to its exhibit, to the page of the appendix", async () => {
    const opened = await openPage(browser);
    const { page } = opened;
    await go(page, pack);
    expect(await page.locator(".card").first().innerText()).toContain("材料覆盖率");
    expect(await page.locator("html").getAttribute("lang")).toBe("zh-CN");
    await page.getByRole("link", { name: "2-1 经费保障", exact: true }).click();
    await page.getByRole("link", { name: "2-1-1 专项经费" }).click();
    await expect.poll(() => page.locator("main h1").innerText()).toBe("2-1-1 专项经费");
    await page.locator(".narrative a", { hasText: "2-1-1-01" }).click();
    await expect.poll(() => page.locator("main h1").innerText()).toBe("预算批复");
    const frame = await page.locator("iframe").getAttribute("src");
    expect(frame).toMatch(/^\.\.\/%E6%94%AF.*\.pdf#page=\d+&/u);
    expect(await page.getByRole("link", { name: "打开原件" }).getAttribute("href")).toMatch(/^\.\.\/\.\.\/evidence\//u);
    expect(await page.evaluate("document.activeElement.tagName")).toBe("H1");
    quiet(opened);
  });

  it("opens the volume in which an exhibit is bound, at its page there, and names it", async () => {
    const two = tempFolder();
    build(two, {
      name: "",
      about: "",
      files: { "evipack.yaml": `${config}appendix: { volumes: section, numbering: global }\n` },
    });
    await evipack(["compile"], two);
    const { outputs, evidence } = JSON.parse(readFileSync(path.join(two, "pack/manifest.json"), "utf8")) as Manifest;
    const [first, second] = outputs.filter(({ role, format }) => role === "appendix" && format === "pdf");
    const place = evidence.find(({ exhibit }) => exhibit === "2-1-1-01")?.pages?.[0] ?? 0;
    const opened = await openPage(browser);
    const { page } = opened;
    await go(page, path.join(two, "pack"), "#/exhibit/2-1-1-01");
    const frame = (await page.locator("iframe").getAttribute("src")) ?? "";
    expect(frame).toContain(`../${encodeURIComponent(second?.path ?? "")}#page=${String(place)}&`);
    expect(await page.locator("main").innerText()).toContain(`第2册第${String((first?.pages ?? 0) + place)}页`);
    await go(page, path.join(two, "pack"));
    expect(await page.locator(".cards").innerText()).toContain("汇编 2 册");
    quiet(opened);
  });

  it("finds 经费 in titles and in the text of the evidence, and leads to the page", async () => {
    const opened = await openPage(browser);
    const { page } = opened;
    await go(page, pack);
    await page.keyboard.press("/");
    await page.keyboard.type("经费");
    await expect.poll(() => page.locator(".results").count()).toBe(2);
    expect(await page.locator(".results").first().innerText()).toContain("专项经费");
    expect(await page.locator(".snippet mark").first().innerText()).toBe("经费");
    await page.locator(".results").last().getByRole("link").first().click();
    await expect.poll(() => page.locator("main h1").innerText()).toBe("预算批复");
    expect(page.url()).toMatch(/#\/exhibit\/2-1-1-01\?page=\d+$/u);
    quiet(opened);
  });

  it("goes to an indicator, an exhibit and a filtered list by their addresses, and says when there is none", async () => {
    const opened = await openPage(browser);
    const { page } = opened;
    const heading = (): Promise<string> => page.locator("main h1").innerText();
    await go(page, pack, "#/indicator/1-1-2");
    expect(await heading()).toBe("1-1-2 联席会议");
    await go(page, pack, "#/exhibit/2-2-01");
    expect(await heading()).toBe("人员名册2019");
    await go(page, pack, "#/requirements?section=2-1&department=finance");
    expect(await page.locator("tbody tr").count()).toBe(3);
    await go(page, pack, "#/exhibit/9-9-9-99");
    expect(await heading()).toBe("没有这一页");
    quiet(opened);
  });

  it("walks the tree with the arrow keys", async () => {
    const opened = await openPage(browser);
    const { page } = opened;
    await go(page, pack, "#/indicator/1");
    await page.locator("[role=treeitem][tabindex='0']").focus();
    for (const key of ["ArrowRight", "ArrowRight", "ArrowRight", "Enter"]) await page.keyboard.press(key);
    await expect.poll(() => page.locator("main h1").innerText()).toBe("1-1-1 列入规划");
    expect(await page.locator("[role=treeitem]:focus").innerText()).toContain("1-1-1");
    await page.keyboard.press("ArrowLeft");
    expect(await page.locator("[role=treeitem]:focus").innerText()).toContain("1-1");
    quiet(opened);
  });

  it("shows hostile names as the text that they are, and follows no address that runs", async () => {
    const opened = await openPage(browser);
    const { page } = opened;
    for (const hash of [
      "",
      "#/indicator/2-1-2",
      "#/indicator/2-1-1",
      "#/exhibit/2-1-2-01",
      "#/exhibits",
      "#/search?q=img",
    ]) {
      await go(page, pack, hash);
      const made = await page.locator("img[onerror], img[src=x], a[href^='javascript' i]").count();
      expect({ hash, made, empty: (await page.locator("main").innerText()) === "" }).toEqual({
        hash,
        made: 0,
        empty: false,
      });
    }
    await go(page, pack, "#/exhibit/2-1-2-01");
    expect(await page.locator("main h1").innerText()).toBe(hostile);
    expect(await page.title()).toContain(hostile);
    quiet(opened);
  });

  it.each(["light", "dark"] as const)("has no serious fault for readers of the screen (%s)", async (colorScheme) => {
    const { page } = await openPage(browser, { colorScheme });
    for (const hash of [
      "",
      "#/indicator/2-1-1",
      "#/exhibit/2-1-1-01",
      "#/requirements",
      "#/exhibits",
      "#/search?q=经费",
    ]) {
      await go(page, pack, hash);
      if (hash.startsWith("#/search")) await page.locator(".snippet").first().waitFor();
      expect({ hash, faults: await faults(page) }).toEqual({ hash, faults: [] });
    }
  });
});
