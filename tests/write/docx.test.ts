import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { Report } from "../../src/model/document.ts";
import { writeDocx } from "../../src/write/docx/write.ts";
import { faultsOf, part, textOf } from "./docx-read.ts";
import { contextFor, heading, sampleReport, withBlocks } from "./docx-sample.ts";

const folder = mkdtempSync(join(tmpdir(), "docx-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const draw = (report: Report, changes = {}): Promise<Uint8Array> => writeDocx(report, contextFor(report, changes));

const english: Report = {
  ...sampleReport,
  language: "en",
  front: [],
  contentsTitle: "Contents",
  cover: { ...sampleReport.cover, subtitle: null, marks: [], lines: [["Applicant", ""]] },
};

describe("writeDocx: bytes", () => {
  it("are the same at another time, in another time zone", async () => {
    const zone = process.env["TZ"];
    const first = await draw(sampleReport);
    await new Promise((resolve) => setTimeout(resolve, 2100));
    try {
      process.env["TZ"] = "America/St_Johns";
      expect(await draw(sampleReport)).toEqual(first);
    } finally {
      if (zone === undefined) delete process.env["TZ"];
      else process.env["TZ"] = zone;
    }
  }, 20_000);

  it.each([
    ["gb9704", sampleReport, {}],
    ["plain-en", english, {}],
    ["without contents", sampleReport, { contents: false }],
    ["nothing in it", withBlocks([]), {}],
    ["one heading", withBlocks([heading(1, "一、", "唯一", "only")]), { headingPage: () => null }],
  ])(
    "satisfy the schema of Office 2019: %s",
    async (_, report, changes) => {
      expect(await faultsOf(await draw(report, changes))).toEqual([]);
    },
    60_000,
  );
});

describe("writeDocx: looks of gb9704", async () => {
  const bytes = await draw(sampleReport);
  const xml = part(bytes, "word/document.xml");
  const styles = part(bytes, "word/styles.xml");
  const styled = (id: string): string =>
    new RegExp(`<w:style [^>]*w:styleId="${id}".*?</w:style>`).exec(styles)?.[0] ?? "";

  it("has page, margins and grid", () => {
    expect(xml).toContain('<w:pgSz w:w="11906" w:h="16838"');
    expect(xml).toContain('<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"');
    // 22 × 579 fits 12756 twips; 22 × 580 does not.
    expect(xml.match(/<w:docGrid w:type="linesAndChars" w:linePitch="579" w:charSpace="-848"\/>/g)).toHaveLength(3);
  });

  it("names Chinese and Latin fonts apart", () => {
    expect(styled("BodyText")).toContain(
      '<w:rFonts w:ascii="Times New Roman" w:eastAsia="仿宋" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>',
    );
    expect(styled("Heading1")).toContain('w:eastAsia="黑体"');
    expect(styled("Heading2")).toContain('w:eastAsia="楷体"');
    expect(styled("Title")).toContain('w:eastAsia="方正小标宋简体"');
    expect(styled("Footer")).toContain('w:eastAsia="宋体"');
    expect(styles).toContain('<w:lang w:val="en-US" w:eastAsia="zh-CN"');
  });

  it("indents by characters, keeps the pitch exact, lets single lines stand, breaks lines the Chinese way", () => {
    expect(styled("BodyText")).toContain(
      '<w:spacing w:before="0" w:after="0" w:line="579" w:lineRule="exact"/><w:ind w:firstLineChars="200" w:firstLine="630"/>',
    );
    expect(styled("Normal")).toContain('<w:widowControl w:val="0"/><w:kinsoku/>');
    expect(styled("Heading3")).toContain('<w:outlineLvl w:val="2"/>');
  });

  it("fills the contents with the planned pages, and does not ask to update them", () => {
    const contents = /<w:sdt>.*<\/w:sdt>/.exec(xml)?.[0] ?? "";
    const lines = textOf(contents.replace(/<w:instrText.*?<\/w:instrText>/g, ""))
      .trim()
      .split("\n");
    expect(lines).toHaveLength(9);
    expect(lines.slice(0, 4)).toEqual([
      "一、基本条件\t1",
      "（一）经费保障\t11",
      "1-1-1 社区教育专项经费足额到位并逐年增长\t21",
      "二、保障措施\t41",
    ]);
    expect(contents).not.toContain("w:dirty");
    expect(contents).not.toContain("<w:tabs>");
    const anchors = [...contents.matchAll(/w:anchor="([^"]*)"/g)].map((match) => match[1]);
    for (const anchor of anchors) expect(xml).toContain(`<w:bookmarkStart w:name="${anchor ?? ""}"`);
  });

  it("marks odd and even pages from the body on, which starts at 1", () => {
    const sections = xml.match(/<w:sectPr>.*?<\/w:sectPr>/g) ?? [];
    expect(sections.map((section) => section.includes("footerReference"))).toEqual([false, false, true]);
    expect(sections[2]).toContain('<w:footerReference w:type="even"');
    expect(sections[2]).toContain('<w:pgNumType w:start="1" w:fmt="decimal"/>');
    expect(part(bytes, "word/settings.xml")).toContain("<w:evenAndOddHeaders/>");
    expect(textOf(part(bytes, "word/footer1.xml"))).toBe("— PAGE —\n");
    expect(styled("Footer")).toContain('<w:ind w:right="280"/><w:jc w:val="right"/>');
    expect(styled("FooterEven")).toContain('<w:ind w:left="280"/><w:jc w:val="left"/>');
  });

  it("draws tables with a repeated head, whole rows, fixed widths and hairlines", () => {
    const table = xml.split("表1　")[1]?.match(/<w:tbl>.*?<\/w:tbl>/)?.[0] ?? "";
    expect(table).toContain("<w:cantSplit/><w:tblHeader/>");
    expect(table.match(/<w:cantSplit\/>/g)).toHaveLength(5);
    expect(table).toContain('<w:tblLayout w:type="fixed"/>');
    const widths = [...table.matchAll(/<w:gridCol w:w="(\d+)"/g)].map((match) => Number(match[1]));
    expect(widths.reduce((a, b) => a + b, 0)).toBe(11906 - 1587 - 1474);
    expect(table).toMatch(/<w:top w:val="single" w:color="000000" w:sz="4"\/>/);
  });

  it("numbers each list from 1, links by relationship, ends no page with an empty one", () => {
    // Six lists; headings without a number take that of their style away.
    expect(new Set(xml.match(/<w:numId w:val="[1-9]\d*"\/>/g)).size).toBe(6);
    expect(part(bytes, "word/_rels/document.xml.rels")).toContain(
      'Target="https://example.org/%E5%B9%B4%E6%8A%A5?a=1&amp;b=2"',
    );
    expect(xml.match(/<w:pageBreakBefore\/>/g)).toHaveLength(2);
  });
});

describe("LibreOffice", () => {
  const missing = ["soffice", "pdftotext"].filter(
    (name) => spawnSync(name, ["-v"], { timeout: 30_000 }).error !== undefined,
  );

  it.skipIf(missing.length > 0)(
    `renders all text (skipped without soffice and pdftotext; missing: ${missing.join(", ") || "none"})`,
    async () => {
      writeFileSync(join(folder, "report.docx"), await draw(sampleReport));
      execFileSync(
        "soffice",
        [
          `-env:UserInstallation=file://${join(folder, "profile")}`,
          "--headless",
          "--convert-to",
          "pdf",
          "--outdir",
          folder,
          join(folder, "report.docx"),
        ],
        { stdio: "ignore", timeout: 120_000 },
      );
      execFileSync("pdftotext", ["-raw", join(folder, "report.pdf"), join(folder, "report.txt")]);
      const squeeze = (value: string): string => value.replace(/\s/g, "");
      const found = squeeze(readFileSync(join(folder, "report.txt"), "utf8"));
      const cover = [
        sampleReport.cover.title,
        sampleReport.cover.date,
        ...sampleReport.cover.marks,
        ...sampleReport.cover.lines.map(([, value]) => value),
      ];
      const wanted = [
        ...cover,
        "一、基本条件",
        "2-1-1社区教育专项经费足额到位并逐年增长",
        "评估标准：按常住人口",
        "详见附件2-1-1-01（支撑材料第45–52页）",
        "人均达到2.4元，高于标准，数据见样例公开平台",
        "1.建立经费保障机制",
        "•成人学校",
        "样例引文",
        "2-1-1-30",
        "360.50",
      ];
      for (const each of wanted) expect(found).toContain(squeeze(each));
      // The head of the long table stands on each of its pages; the mark on odd and even pages.
      expect(found.split("附件号材料名称金额（万元）页码").length).toBeGreaterThan(4);
      for (const mark of ["—1—", "—2—"]) expect(found).toContain(mark);
    },
    180_000,
  );
});
