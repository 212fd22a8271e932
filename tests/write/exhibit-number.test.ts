/** A pack whose exhibits are numbered by a pattern of the map, read back: every place that names them takes such numbers. */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { run } from "../cases/run.ts";
import { build, map, swap } from "../cases/workspace.ts";
import { filesBelow, tempFolder } from "../support/folders.ts";
import { ReadPdf } from "../support/pdf-read.ts";
import type { ReadBookmark } from "../support/pdf-read.ts";
import { readPack } from "../support/samples.ts";
import type { PackOnDisk } from "../support/samples.ts";
import { missingTools, needs, pageTexts, squeeze } from "../support/tools.ts";

const missing = missingTools("pdftotext");
const numbered = (pattern: string): string => swap(map, "sections:", `exhibit_number: "${pattern}"\nsections:`);

describe.skipIf(missing.length > 0)(`exhibits numbered Ⅱ-1-1)-① ${needs(missing)}`, () => {
  const folder = tempFolder();
  const root = path.join(folder, "workspace");
  let pack: PackOnDisk;
  let pdf: ReadPdf;
  let texts: readonly string[];

  beforeAll(async () => {
    build(root, {
      name: "",
      about: "",
      files: {
        "indicators.yaml": numbered("{section_roman}-{below})-{circled}"),
        "narrative/2-1-1.md": "样例：经费到位[@Ⅱ-1-1)-③]。\n",
        "evidence/财政局/2-1-1 拨款凭证2019-04-09.txt": null,
        "evidence/财政局/Ⅱ-1-1)-③ 拨款凭证2019-04-09.txt": "样例 凭证\n",
      },
    });
    await run(["check", "--accept"], root);
    const ran = await run(["compile"], root);
    if (ran.exitCode !== 0) throw new Error(ran.out);
    pack = readPack(path.join(root, "pack"));
    pdf = await ReadPdf.open(pack.file("appendix", "pdf"));
    texts = pageTexts(pack.file("appendix", "pdf"), "-layout");
  });

  it("have them in the manifest; a number in a file's name is kept", () => {
    const told = new Map(pack.manifest.evidence.map(({ exhibit, source }) => [exhibit, source]));
    expect([...told.keys()].map(String).toSorted()).toEqual(
      [
        "Ⅰ-1-1)-①",
        "Ⅰ-1-2)-①",
        "Ⅰ-1-2)-②",
        "Ⅰ-1-2)-③",
        "Ⅱ-1-1)-①",
        "Ⅱ-1-1)-②",
        "Ⅱ-1-1)-③",
        "Ⅱ-1-2)-①",
        "Ⅱ-2)-①",
      ].toSorted(),
    );
    expect(told.get("Ⅱ-1-1)-③")).toBe("evidence/财政局/Ⅱ-1-1)-③ 拨款凭证2019-04-09.txt");
  });

  it("are stamped, listed, bookmarked and cited, and links lead to their pages", () => {
    const report = squeeze(pageTexts(pack.file("report", "pdf")).join(""));
    const marks = flat(pdf.bookmarks());
    const jumps = pdf.links(2).map(({ to }) => to);
    for (const { exhibit, pages } of pack.manifest.evidence) {
      const [first] = pages ?? [0];
      expect(squeeze(texts[first - 1] ?? "")).toContain(`附件${String(exhibit)}·${String(first)}`);
      expect(squeeze(texts[1] ?? "")).toContain(exhibit);
      expect(marks.some(({ title, page }) => title.startsWith(`${String(exhibit)} `) && page === first)).toBe(true);
      expect(jumps).toContain(first);
    }
    const cited = pack.manifest.evidence.find(({ exhibit }) => exhibit === "Ⅱ-1-1)-③");
    expect(report).toContain(`附件Ⅱ-1-1)-③，第${String(cited?.pages?.[0])}页`);
  });

  it("are found whole by verify, compared by diff, and name the originals that package delivers", async () => {
    expect((await run(["verify", "pack"], root)).exitCode).toBe(0);
    expect((await run(["diff", "pack", "pack"], root)).out).toContain("没有差别");
    const delivered = await run(["package", "--out", "delivery"], root);
    expect(delivered.exitCode).toBe(0);
    const names = filesBelow(path.join(root, "delivery", "data", "originals"));
    expect(names).toContain("Ⅱ-1-1)-③ 拨款凭证.txt");
    expect((await run(["verify", "delivery"], root)).exitCode).toBe(0);
  });

  it("stay: another pattern is refused as long as they are in the lock", async () => {
    const lock = readFileSync(path.join(root, "evipack.lock.yaml"), "utf8");
    expect(lock).toContain(`exhibit_number: "{section_roman}-{below})-{circled}"\n`);
    writeFileSync(path.join(root, "indicators.yaml"), map);
    const refused = await run(["check", "-q"], root);
    expect([refused.exitCode, `${refused.out}${refused.err}`]).toEqual([2, expect.stringContaining("numbers-changed")]);
    writeFileSync(path.join(root, "evipack.lock.yaml"), "schema: evipack/lock@1\nexhibits:\n");
    // The number that a text cites is another now.
    expect((await run(["check"], root)).out).toContain("unknown-exhibit");
  });
});

const flat = (marks: readonly ReadBookmark[]): ReadBookmark[] =>
  marks.flatMap((each) => [each, ...flat(each.children)]);
