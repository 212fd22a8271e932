/** How long the offline page takes to be seen, and to find something, with thousands of exhibits. */
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { performance } from "node:perf_hooks";
import type { Browser, Page } from "playwright-core";
import { parseYaml } from "../src/engines/yaml.ts";
import { dataScript } from "../src/write/site/script.ts";
import { go, installed, launch, openPage } from "../tests/site/browser.ts";
import { median } from "./measure.ts";
import type { Measured } from "./measure.ts";
import { siteModel } from "./site-model.ts";

const root = path.join(import.meta.dirname, "..");
const rounds = 7;

/** First view; search in titles, first and again; search in titles and texts: at 500 and at 5,000 exhibits. */
export async function site(): Promise<readonly Measured[]> {
  if (installed === null) throw new Error("no chromium here");
  const folder = mkdtempSync(path.join(os.tmpdir(), "evipack-bench-"));
  const browser = await launch();
  try {
    const sizes = [500, 5000];
    const rows: { name: string; times: readonly number[] }[] = [];
    for (const size of sizes) {
      const pack = path.join(folder, String(size));
      writePage(pack, size);
      const measured = [];
      for (let round = 0; round <= rounds; round += 1) measured.push(await measure(browser, pack));
      for (const what of ["first view", "first search", "search", "all exhibits"] as const) {
        rows.push({ name: `${String(size)} exhibits: ${what}`, times: measured.slice(1).map((each) => each[what]) });
      }
    }
    const base = median(rows[0]?.times ?? []);
    return rows.map(({ name, times }) => {
      const milliseconds = median(times);
      return { name, milliseconds, ratio: milliseconds / base, perThousand: null, peak: null };
    });
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function writePage(pack: string, exhibits: number): void {
  const to = path.join(pack, "site");
  mkdirSync(to, { recursive: true });
  for (const file of ["index.html", "site.css", "site.js"]) {
    copyFileSync(path.join(root, "dist", "site", file), path.join(to, file));
  }
  const { data, texts } = siteModel(exhibits, 1500);
  const words = parseYaml(readFileSync(path.join(root, "templates", "site", "zh-CN.yaml"), "utf8")).value;
  writeFileSync(path.join(to, "data.js"), dataScript("evipack", { data, words }));
  writeFileSync(path.join(to, "text.js"), dataScript("evipackTexts", texts));
}

interface Times {
  readonly "first view": number;
  /** Until titles and texts are found, the texts being read before that. */
  readonly "first search": number;
  readonly search: number;
  readonly "all exhibits": number;
}

async function measure(browser: Browser, pack: string): Promise<Times> {
  const { page } = await openPage(browser);
  const start = performance.now();
  await go(page, pack);
  await painted(page);
  const firstView = performance.now() - start;
  const firstSearch = await timed(page, "#/search?q=经费", "main .snippet");
  const search = await timed(page, "#/search?q=预算批复", "main .results");
  const list = await timed(page, "#/exhibits", "main tbody tr");
  await page.context().close();
  return { "first view": firstView, "first search": firstSearch, search, "all exhibits": list };
}

const painted = (page: Page): Promise<unknown> =>
  page.evaluate("new Promise((done) => requestAnimationFrame(() => setTimeout(done)))");

/** Milliseconds in the browser from the change of the address until what it leads to is painted. */
const timed = (page: Page, hash: string, shown: string): Promise<number> =>
  page.evaluate<number>(`new Promise((done) => {
    const start = performance.now();
    const look = () => {
      if (document.querySelector(${JSON.stringify(shown)}) === null) requestAnimationFrame(look);
      else requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
    };
    addEventListener("hashchange", () => requestAnimationFrame(look), { once: true });
    location.hash = ${JSON.stringify(hash)};
  })`);
