/** A Gotenberg server: its LibreOffice route, over HTTP (Gotenberg 8, "Convert into PDF with LibreOffice"). */
import path from "node:path";
import { askAddress } from "../../processes.ts";
import { readFile, writeFile } from "../../world.ts";
import type { Engine } from "./engine.ts";

/** Seconds to tell its version. */
const versionLimit = 10;

/** The server's version, e.g. `8.5.0`; null when none answers there. */
export async function findGotenberg(url: string): Promise<string | null> {
  const asked = await askAddress(`${url}/version`, versionLimit);
  if (!asked.ok) return null;
  return /^v?([\w.+-]{1,40})\s*$/u.exec(asked.bytes.toString("utf8"))?.[1] ?? "?";
}

export interface GotenbergOptions {
  /** Address without a slash at its end. */
  readonly url: string;
  readonly version: string;
  /** Seconds for one file. */
  readonly timeLimit: number;
}

export const gotenbergEngine = ({ url, version, timeLimit }: GotenbergOptions): Engine => ({
  id: `gotenberg ${version}`,
  toPdf: async ({ input, format, output, lastPage }) => {
    const read = await readFile(input);
    if (!read.ok) return "corrupt";
    const form = new FormData();
    form.append("files", new Blob([read.bytes]), `document.${format || path.extname(input).slice(1)}`);
    form.append("reduceImageResolution", "true");
    form.append("maxImageResolution", "300");
    form.append("exportBookmarks", "false");
    if (lastPage !== null) form.append("nativePageRanges", `1-${String(lastPage)}`);
    const asked = await askAddress(`${url}/forms/libreoffice/convert`, timeLimit, form);
    if (asked.ok) {
      await writeFile(output, asked.bytes);
      return null;
    }
    if (asked.failure === "timed-out" || asked.status === 503) return "timed-out";
    return asked.failure === "refused" ? "corrupt" : "no-converter";
  },
  close: () => Promise.resolve(),
});
