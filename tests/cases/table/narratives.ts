/** Texts of indicators and chapters, in Markdown and in Word. */
import { ole } from "../../support/handed-in.ts";
import { bold, cell, centred, docx, font, p, r, table } from "../../support/narratives.ts";
import { sealAgile } from "../../support/seal.ts";
import { tinyJpeg, tinyPng, utf16 } from "../bytes.ts";
import { facts, swap } from "../workspace.ts";
import type { Case } from "../workspace.ts";

export const narrativeCases: readonly Case[] = [
  {
    name: "narrative-unknown",
    about: "texts for indicators that are not there, or with no code",
    files: {
      "narrative/1-1-9.md": "样例\n",
      "narrative/overveiw.md": "样例\n",
      "narrative/草稿.md": "样例\n",
      "narrative/1-1.md": "样例：组的文字\n",
    },
  },
  {
    name: "narrative-missing",
    about: "no text for one indicator, an empty one for another",
    files: { "narrative/2-2.md": null, "narrative/2-1-2.md": "\n\n" },
  },
  {
    name: "narrative-picture",
    about: "a text with pictures that are missing, outside, on the web, no picture, cut; one that is printed",
    files: {
      "narrative/2-2.md": [
        '样例：见图 ![照片](图片/a.png "合影")。',
        "![照片](图片/b.png) ![照片](../../外.png) ![照片](https://example.org/a.png)",
        "![照片](图片/c.png) ![照片](图片/d.jpg)",
      ].join("\n\n"),
      "narrative/图片/a.png": tinyPng(7),
      "narrative/图片/c.png": "样例：不是图片\n",
      "narrative/图片/d.jpg": tinyJpeg.subarray(0, tinyJpeg.length / 2),
    },
    runs: [["check"], ["check", "--lang", "en"], ["compile", "--outline"]],
  },
  {
    name: "narrative-markdown",
    about: "a text with HTML, a deletion, footnotes, a control character, code, a rule, a caption",
    files: {
      "narrative/2-2.md":
        "样例<b>粗</b>，~~删~~，脚注[^1]，没有的[^2]\u0001。\n\n<div>块</div>\n\n---\n\n```\ncode\n```\n\n[^1]: 样例脚注\n[^3]: 没用到的\n\n表：三年\n| 年 | 数 |\n|---|--:|\n| 2018 | 1 |\n",
    },
    runs: [["check"], ["check", "--lang", "en"], ["compile", "--outline"]],
  },
  {
    name: "narrative-docx",
    about: "texts in Word: read, damaged, sealed, of old, beside one in Markdown, left open",
    files: {
      "narrative/1-1-1.md": null,
      "narrative/1-1-2.md": null,
      "narrative/2-1-2.md": null,
      "narrative/2-2.md": null,
      "narrative/1-1-1.docx": "not really\n",
      "narrative/1-1-2.docx": sealAgile(docx(p("样例：打不开。")), "样例"),
      "narrative/2-1-1.docx": docx(p("样例：另一份。")),
      "narrative/2-1-2.doc": ole({ WordDocument: Buffer.alloc(1024) }),
      "narrative/2-2.docx": docx(
        p(r("师资队伍", bold), centred) +
          p(r("一、主要做法", font("黑体"))) +
          p(`${r("　　样例：见[@2-2-01]和[@2-2-09]，人口{{popluation}}。")}<w:ins w:id="1">${r("新增。")}</w:ins>`) +
          table([cell("甲"), cell("乙")], [cell("合", '<w:gridSpan w:val="2"/>')]),
      ),
      "narrative/~$2-2.docx": "lock\n",
      "narrative/problems.txt": "样例\n",
      "narrative/说明.txt": "样例\n",
    },
    runs: [["check"], ["check", "--lang", "en"], ["compile", "--outline"]],
  },
  {
    name: "narrative-signs",
    about: "exhibits and figures named in texts: printed, unknown, beyond the last page, in another unit",
    files: {
      "narrative/2-2.md": [
        "样例：见[@2-2-01]；又见[@2-2-01 第1页；1-1-1-01]，[@2-2-01 p9]，[@2-2-9]。",
        "人口{{population}}，即{{population|万人}}，经费{{budget|万元}}，{{budget|公顷}}，{{budgte}}，\\[@9]，\\{{a}}。",
        "- **人口{{population}}**[^1]\n\n[^1]: 见[@2-1-1-01]。",
      ].join("\n\n"),
    },
    runs: [["check"], ["check", "--lang", "en"], ["compile", "--outline"]],
  },
  {
    name: "narrative-utf16",
    about: "texts in UTF-16 with their marks: read",
    files: {
      "narrative/2-2.md": utf16("样例：队伍稳定。\r\n"),
      "narrative/overview.md": utf16("\uFEFF样例：概况。\n").subarray(2),
    },
  },
  {
    name: "narrative-folder-missing",
    about: "no narrative folder at all",
    files: Object.fromEntries(
      ["overview", "problems", "1-1-1", "1-1-2", "2-1-1", "2-1-2", "2-2"].map((each) => [`narrative/${each}.md`, null]),
    ),
  },
  {
    name: "narrative-glyphs",
    about: "characters that no font has, told where they stand; right-to-left text",
    files: {
      "narrative/2-2.md": "样例：队伍稳定。\n\n表情\u{1fae8}，文字\u0634\u0643\u0631\u0627。\n",
      "narrative/1-1-2.md": null,
      "narrative/1-1-2.docx": docx(p("样例：每年开会。") + p("又\u{1fae8}\u{10ffff}一段。") + p("\u{1faf7}。")),
      "facts.yaml": swap(facts, "title: 常住人口", "title: 常住人口\u{1fae1}"),
    },
    runs: [["compile", "--out", "../pack", "--detail", "full"]],
  },
];
