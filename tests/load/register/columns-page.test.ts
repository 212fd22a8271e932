import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { fieldOf } from "../../../src/load/register/columns.ts";

it("the page on registers lists names of columns that are understood, each line one column", () => {
  const page = readFileSync(new URL("../../../docs/registers.md", import.meta.url), "utf8");
  const list = /### All names of columns\n\n(.*?)\n\n/su.exec(page)?.[1]?.split("\n") ?? [];
  const fields = list.map(
    (line) =>
      new Set(
        line
          .replace(/^- [^:]*: /u, "")
          .split(/[、;,] ?/u)
          .map(fieldOf),
      ),
  );
  expect(fields).toHaveLength(21);
  for (const each of fields) expect([...each]).toEqual([expect.any(String)]);
});
