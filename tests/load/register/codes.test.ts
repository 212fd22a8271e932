/** Codes of a register that the map has not. */
import { expect, it } from "vitest";
import { readBook } from "./registers.ts";

it("codes that the map has not are told with the one that the file's name begins with, before the nearest", async () => {
  const { found } = await readBook({
    rows: [
      ["材料名称", "指标编号", "文件名"],
      ["甲", "2-1-11", "1-1-2 样例.jpg"],
      ["乙", "2-1-11", "材料/1-1-2 样例.jpg、1-1-1 样例.jpg"],
    ],
  });
  expect(found.flatMap(({ facts }) => ("nearest" in facts ? [facts.nearest] : []))).toEqual(["1-1-2", "2-1-1"]);
});
