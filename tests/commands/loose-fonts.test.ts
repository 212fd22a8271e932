/**
 * A PDF without its fonts is bound as it is and told, each time; in Word its page is drawn with ours, and told in words
 * where ours has not the characters.
 */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { partsIn } from "../../src/engines/ooxml.ts";
import { run } from "../cases/run.ts";
import { build, config } from "../cases/workspace.ts";
import { tempFolder } from "../support/folders.ts";
import { songPdf } from "../support/song-pdf.ts";

const file = "evidence/财政局/2-1-1 拨款凭证2018-04-09.pdf";
const foreign = "evidence/财政局/2-1-1 拨款凭证2018-04-10.pdf";

it("is told in every run, and in Word drawn with ours or told in words", async () => {
  const root = path.join(tempFolder(), "workspace");
  const pdfs = { [file]: songPdf(), [foreign]: songPdf("", "sound", "Korea1") };
  build(root, { name: "", about: "", files: { ...pdfs, "evipack.yaml": `${config}appendix: { docx: full }\n` } });
  const told = `  提醒 font-not-embedded（2 个）：如 ${file}  PDF 没有嵌入字体（STSong-Light），换一台电脑看，汉字可能是空白或变了样\n`;
  expect((await run(["compile"], root)).out).toContain(told);
  const parts = partsIn(readFileSync(path.join(root, "pack/支撑材料汇编.docx")));
  const text = Buffer.from(parts.get("word/document.xml") ?? []).toString("utf8");
  const inWords = [...text.matchAll(/<w:t[^>]*>[^<]*拨款凭证[^<]*(2-1-1-\d\d)[^<]*<\/w:t>/gu)].map(
    ([, number]) => number,
  );
  const drawn = [...text.matchAll(/descr="拨款凭证[^"]*(2-1-1-\d\d)/gu)].map(([, number]) => number);
  expect({ inWords, drawn }).toEqual({ inWords: ["2-1-1-03"], drawn: ["2-1-1-02", "2-1-1-04", "2-1-1-05"] });
  writeFileSync(path.join(root, "narrative/2-1-1.md"), "样例：改动一处。\n");
  expect((await run(["compile"], root)).out).toContain(told);
});
