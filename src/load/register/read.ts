/** Registers (登记表) of the departments → rows. */
import path from "node:path";
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Diagnostic, Staged } from "../../diagnostics/diagnostic.ts";
import type { Evidence } from "../../model/evidence.ts";
import type { RegisterRow } from "../../model/register.ts";
import { readFile, sizeOf } from "../../world.ts";
import type { Readings } from "../readings.ts";
import type { Asked } from "./codes.ts";
import type { RawRow } from "./raw.ts";
import { readRow } from "./rows.ts";
import { readSheet } from "./sheet.ts";

/** Bytes of a register on disk; more is no list made by hand. */
const fileLimit = 64 * 1024 * 1024;

/**
 * True for the names that a register has: 登记表.xlsx, register.xlsx, register.yaml; also with the department's name
 * before it, or more in brackets behind it (教育局登记表.xlsx, 登记表（2019年）.xlsx). A list of something else
 * (学员登记表.xlsx) is evidence.
 */
export function isRegisterName(name: string, department: string): boolean {
  const stem = /^(.*)\.(?:xls|xlsx|xlsm|ya?ml)$/iu.exec(name.normalize("NFKC"))?.[1]?.replace(/\s+/gu, "") ?? "";
  const own = department.normalize("NFKC").replace(/\s+/gu, "");
  const bare = own !== "" && stem.startsWith(own) ? stem.slice(own.length) : stem;
  return /^[-_]?(?:支撑|佐证|评估)?(?:材料)?(?:登记表|register)(?:[([_-].*)?$/iu.test(bare);
}

/** True for the list of tasks that `assign` gives out beside the register: when it comes back, it is no evidence. */
export const isTaskListName = (name: string): boolean =>
  /^(?:报送任务清单|evidence-task-list)(?:\s?\(\d+\))?\.xlsx$/iu.test(name.normalize("NFKC"));

/** Reads every register among the evidence, in the order of names. */
export async function readRegisters(
  root: string,
  evidence: readonly Evidence[],
  asked: Asked,
  readings: Readings,
): Promise<Staged<readonly RegisterRow[]>> {
  const rows: RegisterRow[] = [];
  const found: Diagnostic[] = [];
  for (const { path: register, department, state } of evidence) {
    if (state.type !== "ignored" || state.reason !== "register") continue;
    const read = await readRaw(root, register, readings);
    found.push(...read.diagnostics);
    for (const raw of read.value) {
      const row = readRow(raw, { register, department }, asked, found);
      if (row !== null) rows.push(row);
    }
  }
  return { value: rows, diagnostics: onceEach(found) };
}

async function readRaw(root: string, file: string, readings: Readings): Promise<Staged<readonly RawRow[]>> {
  const unread = (reason: "too-large" | "no-permission" | "vanished"): Staged<readonly RawRow[]> => ({
    value: [],
    diagnostics: [diagnostic("register-unreadable", { file }, { reason })],
  });
  if ((await sizeOf(path.join(root, file))) > fileLimit) return unread("too-large");
  const read = await readFile(path.join(root, file));
  if (!read.ok) return unread(read.failure === "no-permission" ? "no-permission" : "vanished");
  return readings.recall(["register", file], read.bytes, () =>
    /\.ya?ml$/iu.test(file) ? readYaml(file, read.bytes) : readSheets(file, read.bytes),
  );
}

async function readYaml(file: string, bytes: Uint8Array): Promise<Staged<readonly RawRow[]>> {
  const { readRegisterYaml } = await import("./yaml.ts");
  const { value, diagnostics } = readRegisterYaml(file, bytes);
  return { value: value ?? [], diagnostics };
}

async function readSheets(file: string, bytes: Uint8Array): Promise<Staged<readonly RawRow[]>> {
  const { readWorkbook } = await import("../../engines/xlsx.ts");
  const workbook = await readWorkbook(bytes);
  if (!workbook.ok) {
    return { value: [], diagnostics: [diagnostic("register-unreadable", { file }, { reason: workbook.reason })] };
  }
  const sheets = workbook.sheets.flatMap((sheet) => readSheet(file, sheet) ?? []);
  if (sheets.length === 0) {
    const facts = { sheets: workbook.sheets.map((each) => each.name) };
    return { value: [], diagnostics: [diagnostic("register-no-header", { file }, facts)] };
  }
  return { value: sheets.flatMap((each) => each.rows), diagnostics: sheets.flatMap((each) => each.diagnostics) };
}

/** A merged cell at fault is met in every row of its merge, and told once. */
function onceEach(found: readonly Diagnostic[]): Diagnostic[] {
  const met = new Set<string>();
  return found.filter((each) => {
    const key = JSON.stringify(each);
    return !met.has(key) && met.add(key);
  });
}
