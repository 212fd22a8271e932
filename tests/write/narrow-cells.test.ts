/** The columns of the indexes have room for pages, volume and proving passage, so that none of them is torn. */
import path from "node:path";
import { writeFileSync } from "node:fs";
import { afterAll, describe, expect, it } from "vitest";
import { archiveIndex, usualIndex } from "../../src/assemble/appendix-index.ts";
import { restTypst, typeset } from "../../src/engines/typst.ts";
import type { Column } from "../../src/model/document.ts";
import type { ExhibitGroup } from "../../src/model/pack.ts";
import { packOf } from "../paginate/packs.ts";
import { looksOf } from "../support/looks.ts";
import { tempFolder } from "../support/folders.ts";
import { registerCell, registeredWith } from "../support/registered.ts";
import { missingTools, needs, pageTexts, squeeze } from "../support/tools.ts";

const missing = missingTools("pdftotext");

const registered = registeredWith({ locator: { page: 2, quote: "", area: null, at: registerCell } });
const located = (packOf([1]).appendix.books[0]?.groups ?? []).map(({ leaf, exhibits }) => ({
  leaf,
  exhibits: exhibits.map((each) => ({ ...each, registered })),
  references: [],
}));

describe("the column of titles", async () => {
  const { words } = await looksOf("zh-CN");
  const groupsWith = (docNumber: string): ExhibitGroup[] =>
    located.map((group) => ({ ...group, exhibits: group.exhibits.map((each) => ({ ...each, docNumber })) }));

  it.each([
    ["the usual index", usualIndex, 1],
    ["that of an archive", archiveIndex, 3],
  ] as const)("has what 文号 do not take, and is hardly narrower than theirs: %s", (_, index, title) => {
    const shares = ["", "样财〔2019〕8号", "样政办发〔2018〕96号", "样".repeat(90)].map((docNumber) => {
      const { columns, masterColumns } = index(groupsWith(docNumber), words);
      for (const each of [columns, masterColumns]) {
        expect(each.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
        expect(each[title]?.share ?? 0).toBeGreaterThanOrEqual((each[2]?.share ?? 0) - 0.021);
      }
      return columns[title]?.share ?? 0;
    });
    expect(shares).toEqual(shares.toSorted((a, b) => b - a));
    expect(new Set(shares).size).toBe(3);
  });
});

describe.skipIf(missing.length > 0).each(["zh-CN", "en"] as const)(`in %s ${needs(missing)}`, async (language) => {
  const looks = await looksOf(language);
  const plain = usualIndex([], looks.words);
  const usual = usualIndex(located, looks.words);
  const archive = archiveIndex([], looks.words);
  const proof = looks.words.format.proof_page.replace("{n}", "1234");
  const volume = looks.words.format.page_volume.replace("{volume}", "1").replace("{from}", "123");

  afterAll(restTypst);

  it.each<[string, readonly Column[], number, readonly string[]]>([
    ["an index without proving passages", plain.columns, 5, ["123–129"]],
    ["the usual index", usual.columns, 5, ["1230–1239", proof]],
    ["that of all volumes", usual.masterColumns, 5, [volume, "1230–1239", proof]],
    ["that of an archive", archive.columns, 5, ["1230–1239", proof]],
    ["that of all volumes of an archive", archive.masterColumns, 5, [volume, "1230–1239", proof]],
  ])("%s has each on a line of its own", async (_, columns, at, lines) => {
    const cells = columns.map((__, index) => (index === at ? lines.join("\n") : ""));
    const data = {
      style: looks.style,
      language,
      date: [2019, 10, 31],
      title: "样例",
      marks: [],
      cover: null,
      indexes: [{ id: "index", title: null, columns, rows: [{ type: "exhibit", cells, target: "evipack:index" }] }],
      dividers: [],
      frames: [],
      blanks: [],
      closing: null,
      cards: [],
    };
    const { pdf } = await typeset("appendix.typ", data, "part", { standard: null });
    const file = path.join(tempFolder(), "index.pdf");
    writeFileSync(file, pdf);
    const shown = (pageTexts(file, "-layout")[0] ?? "").split("\n").map(squeeze);
    for (const line of lines) expect(shown).toContain(squeeze(line));
  });
});
