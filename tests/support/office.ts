/** LibreOffice of the machine, with the fonts of the program under the names that a DOCX asks for. */
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import * as fontkit from "fontkit";
import { fontFiles, renameFamily } from "../../src/engines/fonts.ts";
import { officeFonts } from "../../src/engines/office-fonts.ts";
import { dependencyFile } from "../../src/world.ts";

/** Marks that Chinese and Latin share; in a Chinese font they are as wide as a character. */
const shared = [0x2014, 0x2018, 0x2019, 0x201c, 0x201d, 0x2026];
const opening = [0x2018, 0x201c];

/**
 * 霞鹜文楷, which stands in for 仿宋 and 楷体, with quotes as wide as theirs: its own are those of Latin text. The PDF
 * takes them from another font (`pdf_quotes` of a style).
 */
function withWideQuotes(font: Buffer): Buffer {
  const read = fontkit.create(font) as fontkit.Font;
  const places = new Map<string, number>();
  for (let at = 12; at < 12 + 16 * font.readUInt16BE(4); at += 16)
    places.set(font.toString("latin1", at, at + 4), font.readUInt32BE(at + 8));
  for (const char of shared) {
    // The table of widths (OpenType 1.9, "hmtx"): advance and left side of each glyph.
    const at = (places.get("hmtx") ?? 0) + 4 * read.glyphForCodePoint(char).id;
    const air = read.unitsPerEm - font.readUInt16BE(at);
    font.writeUInt16BE(read.unitsPerEm, at);
    if (opening.includes(char)) font.writeInt16BE(font.readInt16BE(at + 2) + air, at + 2);
  }
  return font;
}

/**
 * A configuration of fontconfig, in `place`, with which LibreOffice shows the fonts that the PDF has. The real ones
 * (仿宋, 黑体, Times New Roman …) are on no test machine, and what would stand in for them is another on each; with these,
 * what differs between both forms is the work of the writers and not that of the fonts.
 */
async function fontsIn(place: string): Promise<string> {
  const fonts = join(place, "fonts");
  mkdirSync(fonts);
  let config = "";
  for (const { path, bytes } of await officeFonts()) {
    if (path.endsWith(".conf")) config = Buffer.from(bytes).toString();
    else {
      const font = Buffer.from(bytes);
      writeFileSync(join(fonts, basename(path)), path.includes("wenkai") ? withWideQuotes(font) : font);
    }
  }
  const latin = [
    ["Times New Roman", "Evipack Serif"],
    ["Arial", "Evipack Sans"],
  ];
  for (const { file, family } of fontFiles.filter((each) => latin.some(([, own]) => own === each.family)))
    writeFileSync(join(fonts, basename(file)), renameFamily(readFileSync(dependencyFile(file)), family));
  const rules = latin.map(
    ([name, own]) =>
      `<match target="pattern"><test qual="any" name="family"><string>${name ?? ""}</string></test><edit name="family" mode="assign" binding="strong"><string>${own ?? ""}</string></edit></match>`,
  );
  const own = `<dir>${fonts}</dir><cachedir>${join(place, "cache")}</cachedir>${rules.join("")}`;
  const file = join(place, "fonts.conf");
  writeFileSync(
    file,
    config.replace("<fontconfig>", () => `<fontconfig>${own}`),
  );
  return file;
}

/** Makes PDFs of Office files, beside each other in `folder`, which is empty but for them: one start for all. */
export async function renderOffice(folder: string, files: readonly string[]): Promise<void> {
  const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
  const env = { ...process.env, FONTCONFIG_FILE: await fontsIn(folder) };
  const args = [profile, "--headless", "--convert-to", "pdf", "--outdir", folder, ...files];
  execFileSync("soffice", args, { stdio: "ignore", timeout: 180_000, env });
}
