/** Numbers that were typed into a column of dates, which a spreadsheet takes for counts of days. */
import { expect, it } from "vitest";
import type { CellValue } from "../../support/workbook.ts";
import { readBook } from "./registers.ts";

const typed: readonly (readonly [number, string | null])[] = [
  [2019, "2019"],
  [201_903, "2019-03"],
  [20_190_305, "2019-03-05"],
  [2019.3, "2019-03"],
  [43_529, "2019-03-05"],
  [43_529.75, "2019-03-05"],
  // 2019.10, perhaps; and a day that there is not.
  [2019.1, null],
  [20_190_230, null],
];

it.each(["yyyy-mm-dd", "General"])("a day, a month, a year; told when it is none: %s", async (form) => {
  const { rows, told } = await readBook({
    rows: [
      ["材料名称", "文件名", "形成日期"],
      ...typed.map(([value], index): CellValue[] => [`样例${String(index)}`, null, value]),
    ],
    change: (sheet) => {
      sheet.getColumn(3).eachCell((cell) => {
        cell.numFmt = form;
      });
    },
  });
  expect(rows.map((each) => each.formed)).toEqual(typed.map(([, day]) => day));
  expect(told).toEqual(["register-date @ 登记表!C8", "register-date @ 登记表!C9"]);
});
