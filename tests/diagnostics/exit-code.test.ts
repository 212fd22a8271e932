/** The exit code that follows from what was found. */
import { describe, expect, it } from "vitest";
import type { Code, Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { sortDiagnostics } from "../../src/diagnostics/diagnostic.ts";
import { allCodes, classOf, exitCode, severityOf } from "../../src/diagnostics/severity.ts";

const of = (...codes: readonly Code[]): Diagnostic[] =>
  codes.map((code) => ({ code, severity: severityOf(code), at: { file: "a" }, facts: {} }) as unknown as Diagnostic);

describe("exit code", () => {
  it.each<[readonly Code[], number, number]>([
    [[], 0, 0],
    [["duplicate-file"], 0, 0],
    [["missing-evidence"], 1, 0],
    [["unmatched-file", "duplicate-file"], 1, 0],
    [["refused-link"], 1, 0],
    [["outside-window"], 1, 0],
    [["not-rendered"], 0, 0],
    [["unreadable-file"], 3, 3],
    [["unreadable-file", "missing-evidence"], 3, 3],
    [["no-requirements"], 4, 4],
    [["no-evidence-folder", "unreadable-file", "missing-evidence"], 4, 4],
    [["unknown-key"], 2, 2],
    [["unknown-key", "no-evidence-folder", "unreadable-file", "missing-evidence"], 2, 2],
  ])("%j: %i, as a draft %i", (codes, plain, draft) => {
    expect(exitCode(of(...codes))).toBe(plain);
    expect(exitCode(of(...codes).toReversed())).toBe(plain);
    expect(exitCode(of(...codes), { draft: true })).toBe(draft);
  });

  it("every code alone leads to the exit code of its class, or to 0 as a warning", () => {
    const codes = { evidence: 1, pack: 1, unreadable: 3, config: 2, nothing: 4 };
    for (const code of allCodes) {
      expect([code, exitCode(of(code))]).toEqual([code, severityOf(code) === "error" ? codes[classOf(code)] : 0]);
    }
  });
});

describe("the order of diagnostics", () => {
  it("is by file, line, column, code, facts, and leaves its input alone", () => {
    const one = (file: string, line: number, column: number, code: Code, facts: object): Diagnostic =>
      ({ code, at: { file, line, column }, facts }) as unknown as Diagnostic;
    const wanted = [
      one("a2", 9, 9, "unknown-key", {}),
      one("a10", 1, 5, "unknown-key", {}),
      one("a10", 2, 1, "missing-key", { key: "a" }),
      one("a10", 2, 1, "missing-key", { key: "b" }),
      one("a10", 2, 1, "unknown-key", {}),
      one("a10", 2, 3, "missing-key", {}),
      one("a10", 10, 1, "missing-key", {}),
    ];
    const given = wanted.toReversed();
    expect(sortDiagnostics(given)).toEqual(wanted);
    expect(given).toEqual(wanted.toReversed());
  });
});
