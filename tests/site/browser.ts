/** A browser of the machine that opens pages from the disk and tells what went wrong on them. */
import { accessSync, constants } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";

const names = ["chromium", "chromium-browser", "google-chrome"];

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Chromium of this machine; null where there is none. */
export const installed: string | null =
  (process.env["PATH"] ?? "")
    .split(path.delimiter)
    .flatMap((folder) => names.map((name) => path.join(folder, name)))
    .find(isProgram) ?? null;

/** What a skipped test says. */
export const needsBrowser = installed === null ? " (skipped: no chromium here)" : "";

export const launch = (): Promise<Browser> =>
  chromium.launch({ executablePath: installed ?? "", args: ["--disable-gpu"] });

export interface Opened {
  readonly page: Page;
  /** Errors of scripts, and all that was written to the console. */
  readonly said: readonly string[];
  /** Addresses that were asked for and are not on the disk. */
  readonly outside: readonly string[];
}

/** A new page that watches itself; `go` leads to it. */
export async function openPage(browser: Browser, options: BrowserContextOptions = {}): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  const [said, outside]: [string[], string[]] = [[], []];
  page.on("console", (message) => said.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => said.push(error.message));
  page.on("request", (request) => {
    // The browser's own viewer of PDFs is an extension of it.
    if (!/^(?:file|data|blob|chrome-extension|chrome):/u.test(request.url())) outside.push(request.url());
  });
  return { page, said, outside };
}

/** Opens the page of a pack at a place behind #, as a double click or a link would. */
export async function go(page: Page, pack: string, hash = ""): Promise<void> {
  await page.goto("about:blank");
  await page.goto(`${pathToFileURL(path.join(pack, "site", "index.html")).href}${hash}`);
  await page.locator("main h1").waitFor();
}
