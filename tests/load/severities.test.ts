/** `severity:` of maps and workspaces: what may be changed, and what it changes. */
import { describe, expect, test } from "vitest";
import { diagnostic } from "../../src/diagnostics/diagnostic.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { allCodes, choicesFor, classOf, exitCode, reweigh } from "../../src/diagnostics/severity.ts";
import { readSeverities } from "../../src/load/severities.ts";
import type { SeverityChoice } from "../../src/model/severity.ts";

const at = (code: string): { file: string; cell: string } => ({ file: "evipack.yaml", cell: code });
const read = (choices: Record<string, SeverityChoice>): Diagnostic[] => {
  const found: Diagnostic[] = [];
  readSeverities(choices, at, found);
  return found;
};

test("unreadable files, configuration and empty workspaces keep their weight", () => {
  const fixed = allCodes.filter((code) => choicesFor(code).length === 0);
  expect(fixed.every((code) => classOf(code) !== "evidence")).toBe(true);
  expect(fixed).toContain("unreadable-file");
});

test("nothing that was handed in may go unsaid", () => {
  for (const code of ["unmatched-file", "missing-evidence", "duplicate-file", "not-rendered"] as const) {
    expect(choicesFor(code)).toEqual(["error", "warning"]);
  }
  expect(choicesFor("photo-caption")).toEqual(["error", "warning", "off"]);
});

test.each([
  ["photo-captoin", "error", "unknown-code", { name: "photo-captoin", exists: false, nearest: "photo-caption" }],
  ["unreadable-file", "warning", "unknown-code", { name: "unreadable-file", exists: true }],
  ["missing-evidence", "off", "unknown-value", { got: "off", known: ["error", "warning"] }],
] as const)("%s: %s is refused", (name, choice, code, facts) => {
  expect(read({ [name]: choice })).toMatchObject([{ code, facts }]);
});

describe("reweighing", () => {
  const caption = diagnostic(
    "photo-caption",
    { file: "a.jpg" },
    { requirement: "1-1/photo" as never, title: "照片", missing: ["time"] },
  );
  test.each([
    ["error", 1, ["error"]],
    ["warning", 0, ["warning"]],
    ["off", 0, []],
  ] as const)("%s", (choice, code, severities) => {
    const found = reweigh([caption], new Map([["photo-caption", choice]]));
    expect([exitCode(found), found.map((each) => each.severity)]).toEqual([code, severities]);
  });
});
