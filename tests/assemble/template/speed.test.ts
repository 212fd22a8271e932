/** A map of 300 leaves with 3,000 exhibits: a report of that size is made in well below a second. */
import { expect, it } from "vitest";
import { parts } from "../../../src/assemble/parts/registry.ts";
import { renderReport } from "../../../src/assemble/template/render.ts";
import { indicator, item, mapOf, section, workspaceOf } from "../../check/models.ts";
import { assembling, looks, narrative } from "./sample.ts";

it("renders 300 leaves and 3,000 exhibits", () => {
  const codes = Array.from({ length: 300 }, (_, index) => `${String(1 + (index % 3))}-${String(1 + index)}`);
  const leaf = (code: string) => indicator(code, { criterion: `标准${code}` }, { paper: { title: "文件" } });
  const sections = ["1", "2", "3"].map((code) =>
    section(code, ...codes.filter((each) => each.startsWith(`${code}-`)).map(leaf)),
  );
  const map = mapOf(...sections);
  const evidence = codes.flatMap((code) =>
    Array.from({ length: 10 }, (_, index) => {
      const path = `教育局/${code}-${String(index + 1).padStart(2, "0")} 文件${String(index)}.pdf`;
      return item(map, path, { sha256: path });
    }),
  );
  const from = assembling(workspaceOf(map, { evidence, narratives: codes.map((code) => narrative(code, "文字。")) }));
  const began = process.cpuUsage();
  const { blocks } = renderReport(looks.report, from, parts);
  const { user, system } = process.cpuUsage(began);
  const tables = blocks.flatMap((block) => (block.type === "table" ? [block.rows.length] : []));
  // The three tables of the summary (results and coverage by section and by department) stand between.
  expect(tables).toEqual([...Array.from({ length: 300 }, () => 10), 4, 4, 2, 3000]);
  // 0.5 s of work when it is done for the first time; the bound leaves room for a busy machine.
  expect((user + system) / 1000).toBeLessThan(2000);
});
