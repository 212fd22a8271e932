/** The gap list of a delivery, which is read where the folders of the workspace are not. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { readOoxmlPart } from "../../src/engines/ooxml.ts";
import { run } from "../cases/run.ts";
import { tempFolder } from "../support/folders.ts";
import { compileSmall, printed } from "../support/small-pack.ts";

it("the gap list of a delivery has no links to folders that are not in it; its text stays", async () => {
  const { root: owing } = await compileSmall(tempFolder(), {
    ...printed,
    "evidence/教育局/2-2 人员名册2019.txt": null,
  });
  await run(["package"], owing);
  const read = (from: string): readonly [rels: string, sheet: string, texts: string | null] => {
    const bytes = readFileSync(path.join(owing, from, "缺项清单.xlsx"));
    const part = (name: string): string | null => readOoxmlPart(bytes, name);
    return [
      part("xl/worksheets/_rels/sheet1.xml.rels") ?? "",
      part("xl/worksheets/sheet1.xml") ?? "",
      part("xl/sharedStrings.xml"),
    ];
  };
  const [before, after] = [read("pack"), read("delivery/data/pack")];
  expect(before[0]).toContain('Target="../evidence/');
  expect(before[1]).toContain(" r:id=");
  expect(after[0]).not.toContain("evidence");
  expect(after[1]).not.toContain(" r:id=");
  // Links within the workbook stay, and so does what is written.
  expect(after[1].match(/<hyperlink /gu)).toHaveLength(1);
  expect(after[2]).toBe(before[2]);
  const looks = (xml: string, cell: string): string | undefined =>
    new RegExp(`<c r="${cell}" s="(\\d+)"`, "u").exec(xml)?.[1];
  const row = /<hyperlink ref="L(\d+)"/u.exec(before[1])?.[1] ?? "";
  expect(looks(before[1], `L${row}`)).not.toBe(looks(before[1], `K${row}`));
  expect(looks(after[1], `L${row}`)).toBe(looks(before[1], `K${row}`));
  expect((await run(["verify", "delivery"], owing)).exitCode).toBe(0);
});
