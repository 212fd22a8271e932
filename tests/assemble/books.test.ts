/** Which exhibits are bound together by year. */
import { expect, it } from "vitest";
import { booksOf } from "../../src/assemble/books.ts";
import type { Exhibit } from "../../src/model/pack.ts";
import { packOf } from "../paginate/packs.ts";
import { looksOf } from "../support/looks.ts";

it("years come in order, then what spans several, then what tells none", async () => {
  const { words } = await looksOf("zh-CN");
  const told = [
    { day: "", spansYears: false },
    { day: "", spansYears: true },
    { day: "2019-03-05", spansYears: false },
    { day: "2018", spansYears: false },
  ];
  const [group] = packOf([told.length]).appendix.books[0]?.groups ?? [];
  if (group === undefined) throw new Error("no group");
  const exhibits = group.exhibits.map((each, index): Exhibit => ({ ...each, ...told[index] }));
  const volumes = { by: "year", numbering: "global", maxPages: null, maxBytes: null } as const;
  const books = booksOf([{ ...group, exhibits, references: [] }], { volumes, departments: [] }, words);
  expect(books.map(({ title }) => title)).toEqual(["2018年", "2019年", "跨年度", "年份不详"]);
});
