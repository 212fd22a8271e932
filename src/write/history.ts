/** evipack.history.yaml: what each draft came to, one a line, so that git merges it and a person reads it. */
import path from "node:path";
import type { History } from "../model/history.ts";
import type { Language } from "../model/map.ts";
import { historyVersion } from "../schema/history.ts";
import { rename, rm, writeFile } from "../world.ts";

const heads: Readonly<Record<Language, readonly string[]>> = {
  "zh-CN": [
    "覆盖记录：每次编草稿（evipack compile --draft）记一行，同一天、同一稿次再编就换掉那一行；趋势图由此画出。",
    "可以合并，可以删行；程序认不出的行会指出来，并原样留着。",
  ],
  en: [
    "History of coverage: a line for each draft (evipack compile --draft); the same day and number again replaces its line.",
    "Charts of the trend read it. Lines may be merged and deleted; one that cannot be read is told, and stays as it is.",
  ],
};

/** The file as text; above the first line stands what stood there before. */
export function historyText({ head, lines }: History, language: Language): string {
  const usual = [...heads[language].map((line) => `# ${line}`), `schema: ${historyVersion}`, "nights:"];
  return `${[...(head.length === 0 ? usual : head), ...lines.map(({ text }) => text)].join("\n")}\n`;
}

/** Writes beside and renames, so that the earlier file stands until the new one is whole. Throws when it cannot be written. */
export async function writeHistory(root: string, name: string, text: string): Promise<void> {
  const beside = path.join(root, `.${name}.new-${String(process.pid)}`);
  try {
    await writeFile(beside, text);
    await rename(beside, path.join(root, name));
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined);
    throw error;
  }
}
