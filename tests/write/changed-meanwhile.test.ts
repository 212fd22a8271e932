/** A file of evidence that is bound where it lies must be what was read when its pages were made ready. */
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { Fatal } from "../../src/diagnostics/diagnostic.ts";
import { systemFault } from "../../src/commands/compile-report.ts";
import type { RenderedPart } from "../../src/model/rendered.ts";
import { renderPdf } from "../../src/render/pdf.ts";
import { isSameStamp } from "../../src/digest.ts";
import { changed } from "../../src/write/as-read.ts";
import { stampOf } from "../../src/world.ts";
import { tempFolder } from "../support/folders.ts";
import { pagePdf } from "../support/handmade-pdf.ts";

const folder = tempFolder();

const render = async (
  name: string,
  stays: boolean,
): Promise<readonly [source: string, part: RenderedPart | undefined]> => {
  mkdirSync(path.join(folder, name));
  const [source, prepared] = [path.join(folder, name, "a.pdf"), path.join(folder, name, "prepared")];
  writeFileSync(source, pagePdf("BT /F1 18 Tf 30 300 Td (SAMPLE) Tj ET"));
  const { rendered } = await renderPdf({ source, file: "evidence/a.pdf", prepared, passwords: [], stays });
  expect(existsSync(prepared)).toBe(!stays);
  return [source, rendered.parts[0]];
};

it("binds a PDF that needs nothing where it lies, unless it goes away", async () => {
  const [source, part] = await render("stays", true);
  expect(part).toMatchObject({ type: "pdf", file: source, pages: 1, asRead: { size: readFileSync(source).length } });
  const [other, copy] = await render("goes", false);
  expect(copy).toMatchObject({ type: "pdf", pages: 1 });
  expect(copy).not.toHaveProperty("asRead");
  expect(copy).not.toHaveProperty("file", other);
});

it("sees that the file was changed, and the run says which", async () => {
  const [source, part] = await render("changed", true);
  if (part?.type !== "pdf" || part.asRead === undefined) throw new Error("not bound where it lies");
  expect(isSameStamp(stampOf(source), part.asRead)).toBe(true);
  appendFileSync(source, "% more");
  expect(isSameStamp(stampOf(source), part.asRead)).toBe(false);
  expect(isSameStamp(null, part.asRead)).toBe(false);
  const fault = systemFault(changed("evidence/a.pdf"), "pack");
  if (!(fault instanceof Fatal)) throw new Error("a fault of the program");
  expect(fault.diagnostics).toMatchObject([{ code: "changed-meanwhile", at: { file: "evidence/a.pdf" } }]);
});
