/** Workspaces for `assign`, and what a liaison does with the register that it gives out. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import exceljs from "exceljs";
import { main } from "../../src/cli.ts";
import { readOoxmlPart } from "../../src/engines/ooxml.ts";
import { handmadePdf } from "../support/handmade-pdf.ts";
import { testWorld } from "../support/world.ts";

export interface Ran {
  readonly exitCode: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a command with a workspace as the folder one stands in. */
export async function runIn(folder: string, ...argv: readonly string[]): Promise<Ran> {
  const { world, out, err } = testWorld({ cwd: folder });
  const exitCode = await main(argv, world);
  return { exitCode, out: out(), err: err() };
}

/** Writes these files below a folder and gives the folder back. */
export function write(folder: string, files: Readonly<Record<string, string | Uint8Array>>): string {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
  return folder;
}

let papers = 0;

/** A page of its own: no two have the same bytes. */
export function paper(): Buffer {
  papers += 1;
  return handmadePdf([
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Paper ${String(papers)} >>`,
  ]);
}

/** A row of a register by its headings. */
export type Row = ReadonlyMap<string, string>;

function textOf(value: exceljs.CellValue): string {
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

/**
 * Fills a register in as a person would in Excel: `fill` is given each row that was printed beforehand, and says what
 * goes into which of its columns; null leaves the row alone. Nothing else of the workbook is touched.
 */
export async function fillIn(
  file: string,
  target: string,
  headRow: number,
  fill: (row: Row, index: number) => Readonly<Record<string, exceljs.CellValue>> | null,
): Promise<void> {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.readFile(file);
  const sheet = workbook.worksheets[0];
  if (sheet === undefined) throw new Error(`${file} has no sheet`);
  const columns = new Map<string, number>();
  sheet.getRow(headRow).eachCell((cell, column) => columns.set(textOf(cell.value), column));
  let index = 0;
  sheet.eachRow((row, number) => {
    if (number <= headRow || textOf(row.getCell(2).value) === "") return;
    const values = fill(
      new Map([...columns].map(([heading, column]) => [heading, textOf(row.getCell(column).value)])),
      index,
    );
    index += 1;
    for (const [heading, value] of Object.entries(values ?? {})) {
      const column = columns.get(heading);
      if (column !== undefined) row.getCell(column).value = value;
    }
  });
  mkdirSync(path.dirname(target), { recursive: true });
  await workbook.xlsx.writeFile(target);
}

/** What a workbook says: sheet by sheet, row by row, cells between bars; a cell merged into another is left out. */
export async function outlineOf(file: string): Promise<string> {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(readFileSync(file).buffer);
  return workbook.worksheets
    .map((sheet) => {
      const lines: string[] = [];
      sheet.eachRow((row) => {
        const cells: string[] = [];
        row.eachCell({ includeEmpty: true }, (cell) => {
          if (cell.master.address === cell.address) cells.push(textOf(cell.value));
          else if (cell.master.row < cell.row) cells.push("″");
        });
        lines.push(cells.join(" | ").replace(/[ |]+$/u, ""));
      });
      return `[${sheet.name}${sheet.state === "hidden" ? ", hidden" : ""}]\n${lines.join("\n").trimEnd()}\n`;
    })
    .join("\n");
}

/** Four departments, one of which has nothing to do; in the second stage a waiver, photos and something optional. */
export const map = `
id: reading-district
title: 样例区书香城区
status: sample
language: zh-CN
window: { from: 2018-01-01, to: 2019-12-31 }
departments: { education: 教育局, finance: 财政局, library: 图书馆, health: 卫健局 }
sections:
  - code: "1"
    title: 条件
    indicators:
      - code: 1-1
        title: 购书经费
        criterion: 人均不低于 1 元。
        lead: finance
        support: [education, library]
        requires:
          - { key: budget, title: 预算批复, each: year, doc_number: required }
          - { key: rules, title: 借阅办法, lasting: true, by: library }
          - { key: note, title: 情况说明, kind: statement, window: { from: 2019-03-01, to: 2019-06-30 } }
      - { code: 1-2, title: 组织领导, lead: education, support: [finance] }
  - code: "2"
    title: 成效
    indicators:
      - code: 2-1
        title: 读书活动
        lead: library
        requires:
          - { key: photos, title: 活动照片, kind: photo, min: 2 }
          - { key: press, title: 媒体报道, optional: true }
          - { key: survey, title: 满意度调查, kind: table, by: education }
`;

export const config = `
title: 样例区创建书香城区自评报告
applicant: 样例区人民政府
office: 样例区创建办
contact: 样例甲，电话 00000000
map: indicators.yaml
as_of: 2019-09-10
departments:
  education: { name: 教育局, contact: 样例乙 }
  finance: { name: 财政局 }
  library: { name: 样例区图书馆, folder: 图书馆, contact: 样例丙 }
  health: { name: 卫健局 }
stages:
  - { title: 筹备, from: 2019-01-01, to: 2019-08-31, due: ["1"] }
  - { title: 迎检, from: 2019-09-01, to: 2019-09-30, due: all }
waivers:
  - { indicator: 2-1, requirement: survey, reason: 样例，由上级统一调查 }
`;

/** A workspace below `folder` in which some of it was handed in. */
export const workspace = (
  folder: string,
  name: string,
  more: Readonly<Record<string, string | Uint8Array>> = {},
): string =>
  write(path.join(folder, name), {
    "evipack.yaml": config,
    "indicators.yaml": map,
    "evidence/财政局/1-1 预算批复2018（样例〔2018〕1号）.pdf": paper(),
    "evidence/财政局/1-1 情况说明2018-05-01.pdf": paper(),
    "evidence/图书馆/2-1 活动照片.pdf": "这不是 PDF",
    ...more,
  });

/** The reminder to a department, as WordprocessingML. */
export const letterOf = (root: string, department: string): string =>
  readOoxmlPart(readFileSync(path.join(root, "chase", `催办函（${department}）.docx`)), "word/document.xml") ?? "";
