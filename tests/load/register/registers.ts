/** Reads registers as loading does: a file on disk, rows and problems back. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { openReadings } from "../../../src/load/readings.ts";
import { readRegisters } from "../../../src/load/register/read.ts";
import type { Diagnostic } from "../../../src/diagnostics/diagnostic.ts";
import type { RegisterRow } from "../../../src/model/register.ts";
import { workbookOf } from "../../support/workbook.ts";
import type { SheetFacts } from "../../support/workbook.ts";
import { indicator, item, mapOf, section } from "../../check/models.ts";

export const map = mapOf(
  section(
    "1",
    indicator("1-1", {
      indicators: [
        indicator("1-1-1", {}, { plan: { title: "规划文件" } }),
        indicator("1-1-2", {}, { minutes: { title: "会议纪要" }, photo: { title: "会议照片", kind: "photo" } }),
      ],
    }),
  ),
  section("2", indicator("2-1", { indicators: [indicator("2-1-1", {}, { budget: { title: "预算批复" } })] })),
);

export const codes = { leaves: ["1-1-1", "1-1-2", "2-1-1"], groups: ["1", "2", "1-1", "2-1"] };

export interface Read {
  readonly rows: readonly RegisterRow[];
  readonly found: readonly Diagnostic[];
  /** `code @ cell`, in the order of telling. */
  readonly told: readonly string[];
}

export async function readFileAs(name: string, bytes: Uint8Array | string): Promise<Read> {
  const root = mkdtempSync(path.join(tmpdir(), "evipack-test-"));
  const file = `教育局/${name}`;
  mkdirSync(path.join(root, "evidence", "教育局"), { recursive: true });
  writeFileSync(path.join(root, "evidence", file), bytes);
  const evidence = [item(map, file, { state: { type: "ignored", reason: "register" } })];
  const { value: rows, diagnostics: found } = await readRegisters(
    root,
    evidence,
    { map, codes },
    await openReadings(null),
  );
  rmSync(root, { recursive: true });
  const told = found.map(
    ({ code, at }) =>
      `${code} @ ${at.cell ?? (at.line === undefined ? "" : `${String(at.line)}:${String(at.column)}`)}`,
  );
  return { rows, found, told };
}

export const readBook = async (...sheets: readonly SheetFacts[]): Promise<Read> =>
  readFileAs("登记表.xlsx", await workbookOf(...sheets));

export const codesOf = (rows: readonly RegisterRow[]): string[] =>
  rows.map((row) => row.claims.map((each) => each.requirement ?? each.code).join(" "));
