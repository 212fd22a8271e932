/** A map of 300 leaves with 3,000 exhibits: nothing of it is lost, and no bound of the template is reached. */
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
  const none = Object.fromEntries(Object.keys(parts).map((name) => [name, () => []]));
  const { blocks } = renderReport(looks.report, from, none);
  const tables = blocks.flatMap((block) => (block.type === "table" ? [block.rows.length] : []));
  expect(tables).toEqual([...Array.from({ length: 300 }, () => 10), 4, 3000]);
});
