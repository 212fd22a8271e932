/** Fonts of the user's own come first for the roles whose names they have. */
import { readFileSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { fontFiles, renameFamily } from "../../src/engines/fonts.ts";
import { withOwnFonts } from "../../src/load/fonts.ts";
import { dependencyFile } from "../../src/world.ts";
import { writeReportPdf } from "../../src/write/report-pdf.ts";
import { tempFolder } from "../support/folders.ts";
import { missingTools, needs, run } from "../support/tools.ts";
import { styleNamed } from "../write/docx-sample.ts";
import { packOf, paragraph, plan, reportWith, wordsOf } from "../write/report-sample.ts";

const missing = missingTools("pdffonts");

/** A font of the program under the name of one that an office has. */
function fontCalled(family: string): Buffer {
  const sans = fontFiles.find(({ file }) => file.includes("NotoSansSC_400Regular"));
  if (sans === undefined) throw new Error("the program has no sans font");
  return renameFamily(readFileSync(dependencyFile(sans.file)), family);
}

function folderWith(name: string, bytes: Buffer): string {
  const root = tempFolder();
  mkdirSync(path.join(root, "fonts"));
  writeFileSync(path.join(root, "fonts", name), bytes);
  return root;
}

describe("a folder of fonts", () => {
  it.skipIf(missing.length > 0)(
    `sets the body in the 仿宋 that is there, the same bytes again${needs(missing)}`,
    async () => {
      const root = folderWith("simfang.ttf", fontCalled("仿宋_GB2312"));
      const draw = async (): Promise<Uint8Array> => {
        const { value } = await withOwnFonts(root, "fonts", styleNamed("gb9704"));
        expect(value.fonts.map(({ family }) => family)).toEqual(["Evipack Own fang"]);
        const report = reportWith([paragraph("样例正文。")], { front: [] });
        return (await writeReportPdf(packOf(report), plan, { ...value, words: wordsOf("zh-CN"), standard: "a-2a" }))
          .pdf;
      };
      const [first, again] = [await draw(), await draw()];
      expect(Buffer.compare(Buffer.from(first), Buffer.from(again))).toBe(0);
      const file = path.join(root, "out.pdf");
      writeFileSync(file, first);
      expect(run("pdffonts", ["-f", "3", "-l", "3", file])).toContain("NotoSansSC-Regular");
      expect(run("pdffonts", ["-f", "3", "-l", "3", file])).not.toContain("LXGW");
    },
  );

  it("changes nothing when it is not there, or has other fonts", async () => {
    const style = styleNamed("gb9704");
    expect((await withOwnFonts(tempFolder(), "fonts", style)).value).toEqual({ style, fonts: [] });
    const root = folderWith("other.ttf", fontCalled("Some Sans"));
    expect((await withOwnFonts(root, "fonts", style)).value).toEqual({ style, fonts: [] });
  });

  it("names a file that is no font", async () => {
    const root = folderWith("仿宋.ttf", Buffer.from("样例"));
    expect((await withOwnFonts(root, "fonts", styleNamed("gb9704"))).diagnostics).toMatchObject([
      { code: "cannot-read", at: { file: "fonts/仿宋.ttf" }, facts: { cause: "EFONT" } },
    ]);
  });
});
