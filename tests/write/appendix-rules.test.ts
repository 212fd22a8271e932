/** The checklist of rules for the appendix names tests that are there. */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";

const root = path.join(import.meta.dirname, "..", "..");
const lines = readFileSync(path.join(root, "docs", "appendix-rules.md"), "utf8")
  .split("\n")
  .filter((line) => /^\| (?!rule |-)/u.test(line) && !line.startsWith("|---"));

const cells = (line: string): string[] =>
  line
    .split("|")
    .slice(1, -1)
    .map((cell) => cell.trim());

it("each rule names a test that is there, or says that it is not held yet", () => {
  expect(lines.length).toBeGreaterThan(20);
  for (const [rule = "", held = ""] of lines.map(cells)) {
    if (held.startsWith("*not held yet*")) continue;
    const [file = "", title = ""] = held.split(" › ");
    const place = path.join(root, file);
    const isThere = existsSync(place) && title !== "" && readFileSync(place, "utf8").includes(`"${title}"`);
    expect([rule, held, isThere]).toEqual([rule, held, true]);
  }
});
