/** Goldens of any text: UPDATE=1 rewrites them; in CI a missing one fails and is never written. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect } from "vitest";

export function expectText(file: string, actual: string): void {
  const inCi = (process.env["CI"] ?? "") !== "";
  const update = process.env["UPDATE"] === "1" && !inCi;
  const missing = !existsSync(file);
  if (missing && inCi) expect.fail(`${path.basename(file)} is missing; run UPDATE=1 npx vitest run and review it`);
  if (missing || update) {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, actual);
    return;
  }
  expect(actual).toBe(readFileSync(file, "utf8"));
}
