/** Placeholder pages of what cannot be printed, as they stand in a compiled appendix. */
import path from "node:path";
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { qrMatrix } from "../../src/engines/qr.ts";
import { wordsFile } from "../../src/schema/words.ts";
import { parseYaml } from "../../src/engines/yaml.ts";
import { kindText, printDuration } from "../../src/write/cards.ts";
import { build, map, noEvidence, swap } from "../cases/workspace.ts";
import type { FileState } from "../../src/model/evidence.ts";
import { root, tempFolder } from "../support/folders.ts";
import { mail, mp4, shortcut, wav, webloc, zip } from "../support/handed-in.ts";
import { ReadPdf } from "../support/pdf-read.ts";
import type { ReadLink } from "../support/pdf-read.ts";
import { drawPage } from "../support/pixels.ts";
import { workbookOf } from "../support/workbook.ts";
import { compile } from "../support/samples.ts";
import { missingTools, needs, pageTexts, squeeze } from "../support/tools.ts";

const missing = missingTools("pdftotext", "pdftoppm");

const address = "https://www.example.org/sample/2019/index.html?id=20190305&from=department#part-2";
const folder = "evidence/财政局/2-1-1 拨款凭证";
const names = Object.fromEntries(
  Array.from({ length: 40 }, (_, at) => [`样例/${"很长的名称".repeat(12)}${String(at)}.docx`, "x"]),
);

const files = {
  [`${folder}/01 开班录像2019-03-05.mp4`]: mp4(3723, 1920, 1080),
  [`${folder}/02 培训录音2019-04-01.wav`]: wav(2),
  [`${folder}/03 媒体报道2019-03-06.url`]: shortcut(address),
  [`${folder}/04 网站首页2019.webloc`]: webloc("https://example.org/"),
  [`${folder}/05 内网文件2019.url`]: shortcut("file:///C:/sample.doc"),
  [`${folder}/06 往来邮件2019-03-05.eml`]: mail(),
  [`${folder}/07 长邮件2019.eml`]: mail(`=?utf-8?Q?${"=E6=A0=B7=E4=BE=8B".repeat(200)}?=`),
  [`${folder}/08 材料打包2019.zip`]: zip(names),
  [`${folder}/09 版式文件2019.ofd`]: zip({ "OFD.xml": "<x/>" }),
  [`${folder}/10 ${"很长的材料名称".repeat(9)}2019.psd`]: Buffer.concat([
    Buffer.from("8BPS\0\u0001"),
    Buffer.alloc(40),
  ]),
};

interface Language {
  readonly language: "zh-CN" | "en";
  readonly pages: Readonly<Record<string, readonly string[]>>;
}

const languages: readonly Language[] = [
  {
    language: "zh-CN",
    pages: {
      "01": [
        "替代页",
        "播放类材料",
        "1小时02分03秒",
        "1920×1080像素",
        "AVC",
        "视频（MP4）",
        "报送文件财政局/2-1-1拨款凭证/01开班录像2019-03-05.mp4",
      ],
      "02": ["时长", "2秒", "音频（WAV）"],
      "03": ["网络材料", squeeze(address), "扫码打开"],
      "05": ["file:///C:/sample.doc", "不设链接"],
      "06": ["样例甲<jia@example.org>", "2019年3月5日14:30（UTC+08:00）", "样例.pdf（8B）", "样例正文"],
      "07": ["主题", "…"],
      "08": ["压缩包", "40个", "等40个"],
      "09": ["OFD"],
      "10": ["此类图片不能转成页面", "PSD"],
    },
  },
  {
    language: "en",
    pages: {
      "01": ["Placeholder", "Arecording.", "1:02:03", "1920×1080pixels"],
      "03": [squeeze(address), "Scantoopen"],
      "06": ["5March2019,14:30(UTC+08:00)", "样例.pdf(8B)"],
      "08": ["Filesinside", "40", "40inall"],
    },
  },
];

describe.skipIf(missing.length > 0).each(languages)(`cards in $language${needs(missing)}`, ({ language, pages }) => {
  const workspace = path.join(tempFolder(), "sample");
  let pack: Awaited<ReturnType<typeof compile>>;
  let pdf: string;
  let texts: readonly string[];

  const pageOf = (start: string): number => {
    const entry = pack.manifest.evidence.find(({ source }) => source.startsWith(`${folder}/${start} `));
    return entry?.pages?.[0] ?? 0;
  };

  beforeAll(async () => {
    const words = swap(map, "language: zh-CN", `language: ${language}`);
    build(workspace, { name: "cards", about: "", files: { ...noEvidence(), ...files, "indicators.yaml": words } });
    pack = await compile(workspace, path.join(workspace, "pack"));
    pdf = pack.file("appendix", "pdf");
    texts = pageTexts(pdf).map(squeeze);
  });

  it("each file has one page, and a reason that fits it", () => {
    const told = pack.manifest.evidence.map(({ source, state, reason, pages }) => [
      path.basename(source).slice(0, 2),
      state,
      reason,
      pages === null ? 0 : pages[1] - pages[0] + 1,
    ]);
    const reasons = [
      "media",
      "media",
      "link",
      "link",
      "link",
      "mail",
      "mail",
      "archive",
      "unknown-kind",
      "not-decodable",
    ];
    expect(told).toEqual(reasons.map((reason, at) => [String(at + 1).padStart(2, "0"), "placeholder", reason, 1]));
  });

  it("each tells by which number the original is found, and no place that only the workspace has", () => {
    const found = language === "en" ? "foundbyitsexhibitnumber," : "凭附件号";
    for (const { exhibit, pages: at } of pack.manifest.evidence) {
      expect(texts[(at?.[0] ?? 0) - 1]).toContain(`${found}${exhibit ?? ""}`);
    }
    expect(texts.join("")).not.toContain("evidence/");
  });

  it("none of them is a fault", () => {
    expect(pack.said.out).not.toContain("unreadable-file");
  });

  it.each(Object.entries(pages))("card %s tells what there is to tell", (start, expected) => {
    const text = texts[pageOf(start) - 1] ?? "";
    expect(expected.filter((part) => !text.includes(part))).toEqual([]);
  });

  const links = async (start: string): Promise<readonly ReadLink[]> => (await ReadPdf.open(pdf)).links(pageOf(start));

  it("addresses of the web can be clicked, others cannot", async () => {
    expect([...new Set((await links("03")).map(({ uri }) => uri))]).toEqual([address]);
    expect([...new Set((await links("04")).map(({ uri }) => uri))]).toEqual(["https://example.org/"]);
    expect(await links("05")).toEqual([]);
  });

  it("the code on the page is that of the address, with white around it", async () => {
    const matrix = qrMatrix(address) ?? [];
    // The code is a link too: its box is the code with four modules of white on each side.
    const square = (await links("03"))
      .map(({ box }) => box)
      .find(({ left, right, top, bottom }) => Math.abs(right - left - bottom + top) < 0.5);
    const dpi = 300;
    const page = await drawPage(pdf, pageOf("03"), dpi);
    const [left, top] = [square?.left ?? 0, square?.top ?? 0];
    const unit = ((square?.right ?? 0) - left) / (matrix.length + 8);
    const dark = (column: number, row: number): boolean => {
      const [x, y] = [left + (column + 4.5) * unit, top + (row + 4.5) * unit].map((points) =>
        Math.round((points * dpi) / 72),
      );
      return (page.data[(y ?? 0) * page.width + (x ?? 0)] ?? 255) < 128;
    };
    expect(matrix.map((row, y) => row.map((_, x) => dark(x, y)))).toEqual(matrix);
    const edge = matrix.flatMap((_, at) => [
      dark(-1, at),
      dark(at, -1),
      dark(matrix.length, at),
      dark(at, matrix.length),
    ]);
    expect(edge).not.toContain(true);
  });
});

it.skipIf(missing.length > 0)(`the cell of an address stands on a line of its own${needs(missing)}`, async () => {
  const workspace = path.join(tempFolder(), "sample");
  const sheet = "支撑材料登记表（样例）";
  const register = await workbookOf({
    name: sheet,
    rows: [
      ["指标", "材料名称", "网址"],
      ["2-2", "样例名册网页", "https://example.org/"],
    ],
  });
  build(workspace, { name: "cell", about: "", files: { "evidence/教育局/登记表.xlsx": register } });
  const pack = await compile(workspace, path.join(workspace, "pack"));
  const card = pageTexts(pack.file("appendix", "pdf")).find((text) => text.includes("https://example.org/")) ?? "";
  const lines = card.split("\n").map((line) => line.trim());
  expect(lines).toContain(`${sheet}!C2`);
  expect(lines.find((line) => line.endsWith("登记表.xlsx"))).toBe("教育局/登记表.xlsx");
  // An address has no original but itself.
  expect(card).not.toContain("调阅");
});

const words = (language: string): Parameters<typeof printDuration>[1] =>
  wordsFile.parse(parseYaml(readFileSync(path.join(root, "templates", "words", `${language}.yaml`), "utf8")).value);

describe("kinds of files are told in one way, whether or not they can be read", () => {
  const damaged = (format: string): FileState => ({ type: "unreadable", reason: "corrupt", format });
  it.each<[FileState, string, string]>([
    [{ type: "readable", kind: "pdf", format: "pdf", pages: 1 }, "PDF 文件", "PDF"],
    [damaged("pdf"), "PDF 文件", "PDF"],
    [{ type: "readable", kind: "word", format: "docx", pages: null }, "文字文档（DOCX）", "text document (DOCX)"],
    [damaged("docx"), "文字文档（DOCX）", "text document (DOCX)"],
    [damaged("ofd"), "OFD 文件", "OFD file"],
    [damaged(""), "未知类型", "unknown"],
  ])("%o", (state, chinese, english) => {
    expect([kindText({ state }, words("zh-CN")), kindText({ state }, words("en"))]).toEqual([chinese, english]);
  });
});

describe("durations", () => {
  it.each([
    [0.2, "1秒", "1 s"],
    [59.4, "59秒", "59 s"],
    [60, "1分00秒", "1:00"],
    [3599.6, "1小时00分00秒", "1:00:00"],
    [3723, "1小时02分03秒", "1:02:03"],
    [90_061, "25小时01分01秒", "25:01:01"],
  ])("%f seconds", (seconds, chinese, english) => {
    expect([printDuration(seconds, words("zh-CN")), printDuration(seconds, words("en"))]).toEqual([chinese, english]);
  });
});
