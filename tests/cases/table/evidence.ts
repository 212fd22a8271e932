/** Faults in what was handed in: unreadable files, links, odd names, files that fit nothing or too much. */
import { writeFileSync } from "node:fs";
import { noise, tinyJpeg, tinyPdf, tinyPng } from "../bytes.ts";
import { ole, ooxml, zip } from "../../support/handed-in.ts";
import { config, plan, swap } from "../workspace.ts";
import type { Case, Files } from "../workspace.ts";

const docx = ooxml("vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml");
const sealed = ole({ EncryptedPackage: Buffer.alloc(64), EncryptionInfo: Buffer.alloc(64) });

/** Another file in the place of the plan. */
const insteadOfPlan = (file: string, content: string | Buffer): Files => ({ [plan]: null, [file]: content });
const unreadable: readonly Case[] = [
  { name: "zero-bytes", about: "a PDF of zero bytes", files: { [plan]: Buffer.alloc(0) } },
  { name: "truncated-pdf", about: "a PDF cut short", files: { [plan]: tinyPdf("plan").subarray(0, 80) } },
  { name: "noise-as-pdf", about: "random bytes named .pdf", files: { [plan]: noise(3000) } },
  { name: "text-as-pdf", about: "plain text named .pdf", files: { [plan]: "样例，不是 PDF\n" } },
  {
    name: "text-as-docx",
    about: "a web page and plain text named .docx and .xlsx prove nothing; under .doc and .xls Office opens them",
    files: {
      [plan]: null,
      "evidence/教育局/1-1-1 规划文件（样教〔2018〕3号）.docx":
        "<!DOCTYPE html><html><body>样例：请登录</body></html>\n",
      "evidence/教育局/2-2 人员名册2019.txt": null,
      "evidence/教育局/2-2 人员名册2019.xlsx": "样例 名册\n",
      "evidence/财政局/2-1-1 拨款凭证2019-04-09.txt": null,
      "evidence/财政局/2-1-1 拨款凭证2019-04-09.xls": "样例\t凭证\n",
      "evidence/财政局/2-1-2 机构批文（样编〔2012〕5号）.txt": null,
      "evidence/财政局/2-1-2 机构批文（样编〔2012〕5号）.doc": "样例 批文\n",
    },
  },
  { name: "png-as-pdf", about: "a PNG named .pdf", files: { [plan]: tinyPng(10) } },
  {
    name: "svg-script",
    about: "an SVG with a script: drawn without it, and told",
    files: insteadOfPlan(
      "evidence/教育局/1-1-1 规划文件（样教〔2018〕3号）.svg",
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>'),
    ),
  },
  {
    name: "docx-cut",
    about: "a DOCX cut short",
    files: insteadOfPlan("evidence/教育局/1-1-1 规划文件（样教〔2018〕3号）.docx", docx.subarray(0, 400)),
  },
  {
    name: "docx-sealed",
    about: "a DOCX with a password",
    files: insteadOfPlan("evidence/教育局/1-1-1 规划文件（样教〔2018〕3号）.docx", sealed),
  },
  {
    name: "zip-as-docx",
    about: "an archive named .docx: told as both",
    files: insteadOfPlan("evidence/教育局/1-1-1 规划文件（样教〔2018〕3号）.docx", zip({ "样例.txt": "x" })),
  },
  {
    name: "ofd",
    about: "a kind that has a name but cannot be turned into pages",
    files: insteadOfPlan("evidence/教育局/1-1-1 规划文件（样教〔2018〕3号）.ofd", zip({ "OFD.xml": "<x/>" })),
  },
  {
    name: "jpeg-cut",
    about: "a JPEG cut short",
    files: insteadOfPlan("evidence/教育局/1-1-1 规划文件.jpg", tinyJpeg.subarray(0, 190)),
  },
  {
    name: "unreadable-beside-gap",
    about: "an unreadable file beside a missing one: exit 3 wins over 1, with --draft too",
    files: { [plan]: Buffer.alloc(0), "evidence/教育局/2-2 人员名册2019.txt": null },
    runs: [["check"], ["check", "--lang", "en"], ["compile", "--draft", "--out", "../draft"]],
  },
  {
    name: "gap-as-draft",
    about: "a missing file: compile exits 1, compile --draft 0, --require-complete writes nothing",
    files: { "evidence/教育局/2-2 人员名册2019.txt": null },
    runs: [
      ["compile", "--draft", "--out", "../draft"],
      ["compile", "--require-complete", "--out", "../none"],
      ["compile", "--require-complete", "--out", "../none", "--lang", "en"],
    ],
  },
];

const links: readonly Case[] = [
  {
    name: "link-outside",
    about: "a symbolic link out of the workspace",
    links: { "evidence/教育局/1-1-1 外面.pdf": "../../../outside.pdf" },
    notOnWindows: true,
    after: (root) => writeFileSync(`${root}/../outside.pdf`, tinyPdf("outside")),
  },
  {
    name: "map-link-outside",
    about: "indicators.yaml is a symbolic link out of the workspace",
    files: { "indicators.yaml": null },
    links: { "indicators.yaml": "../outside-map.yaml" },
    notOnWindows: true,
    after: (root) => writeFileSync(`${root}/../outside-map.yaml`, "id: x\n"),
  },
  {
    name: "link-dead",
    about: "a symbolic link that leads nowhere",
    links: { "evidence/教育局/1-1-1 没了.pdf": "nowhere.pdf" },
    notOnWindows: true,
  },
  {
    name: "link-to-folder",
    about: "a symbolic link to a folder",
    links: { "evidence/教育局/学校": "../财政局" },
    notOnWindows: true,
  },
  {
    name: "link-to-itself",
    about: "a symbolic link to itself",
    links: { "evidence/教育局/1-1-1 圈.pdf": "1-1-1 圈.pdf" },
    notOnWindows: true,
  },
  {
    name: "link-inside",
    about: "a symbolic link within the workspace: allowed",
    files: { [plan]: null, "originals/规划.pdf": tinyPdf("plan") },
    links: { [plan]: "../../originals/规划.pdf" },
    notOnWindows: true,
  },
];

const long = "长".repeat(60);

const names: readonly Case[] = [
  {
    name: "names-odd",
    about: "spaces, brackets, emoji, percent signs, 200 characters: every file is found and compiled",
    files: {
      "evidence/教育局/2-2  人员名册 【甲】[乙](丙){丁}.txt": "1\n",
      "evidence/教育局/2-2 人员名册 📚🎓.txt": "2\n",
      "evidence/教育局/2-2 人员名册 %20 & 'x' #1 ~.txt": "3\n",
      [`evidence/教育局/2-2 人员名册${long}.txt`]: "4\n",
      "evidence/教育局/2-2 人员名册..副本.txt": "5\n",
      "evidence/教育局/..2-2 人员名册.txt": "6\n",
      "evidence/教育局/2-2 人员名册": "7\n",
      "evidence/教育局/-rf 2-2 人员名册.txt": "8\n",
      "evidence/教育局/ 2-2 人员名册 前面有空格.txt": "9\n",
    },
  },
  {
    name: "names-not-on-windows",
    about: 'names with * ? " < > | : a backslash and a line break',
    files: {
      "evidence/教育局/2-2 人员名册*?.txt": "1\n",
      'evidence/教育局/2-2 人员名册"<>|:.txt': "2\n",
      "evidence/教育局/2-2 人员名册\\甲.txt": "3\n",
      "evidence/教育局/2-2 人员名册\n甲.txt": "4\n",
      "evidence/教育局/CON.txt": "5\n",
    },
    notOnWindows: true,
  },
  {
    name: "names-decomposed",
    about: "names in NFD, as a Mac writes them",
    base: "english",
    files: {
      "evidence/City Council/1.1 Adopted plan 2023-02-01.pdf": null,
      [`evidence/City Council/1.1 Adopted plan of ${"Zürich é".normalize("NFD")}.txt`]: "sample\n",
    },
    runs: [["check"]],
  },
  {
    name: "department-folder-decomposed",
    about: "the folder of a department is in NFD, its name in NFC",
    base: "english",
    files: {
      "evipack.yaml": swap(
        "title: Sample City self-assessment\napplicant: Sample City\nmap: indicators.yaml\nas_of: 2024-06-30\ndepartments:\n  council: { name: X }\n  libraries: { name: City Libraries }\n",
        "name: X",
        "name: Büro",
      ),
      "evidence/City Council/1.1 Adopted plan 2023-02-01.pdf": null,
      [`evidence/${"Büro".normalize("NFD")}/1.1 Adopted plan 2023-02-01.pdf`]: tinyPdf("adopted"),
    },
    runs: [["check"]],
  },
  {
    name: "names-system",
    about: "files of the system and of Office are left out, and stand in the manifest",
    files: {
      "evidence/教育局/.hidden": "1\n",
      "evidence/教育局/~$规划文件.docx": "2\n",
      "evidence/教育局/Thumbs.db": "3\n",
      "evidence/教育局/desktop.ini": "4\n",
      "evidence/.DS_Store": "5\n",
      "evidence/教育局/登记表.yaml": "items: []\n",
      "evidence/教育局/空.txt": "",
      "evidence/教育局/~WRL0001.tmp": "7\n",
    },
  },
  {
    name: "two-unreadable-in-one-gap",
    about: "an empty file and a damaged one for one requirement: each remedy says which it is for",
    files: {
      "evidence/教育局/1-1-1 规划文件（样教〔2018〕3号）.pdf": "",
      "evidence/教育局/1-1-1 规划文件2018.pdf": "样例，不是 PDF\n",
    },
  },
  {
    name: "files-set-aside",
    about: "ignore: a folder of drafts but for one file, a pattern that fits nothing, one that leads out",
    files: {
      "evipack.yaml": swap(config, "waivers: []\n", 'ignore: ["**/旧稿/**", "!**/旧稿/2-2*", "**/*.bak"]\n'),
      "evidence/教育局/旧稿/样例旧稿.txt": "旧\n",
      "evidence/教育局/旧稿/样例再旧.docx": "再旧\n",
      "evidence/教育局/旧稿/2-2 人员名册.txt": "名册\n",
    },
  },
  {
    name: "ignore-outside",
    about: "ignore: patterns that lead out of the evidence folder",
    files: { "evipack.yaml": swap(config, "waivers: []\n", 'ignore: ["../**", "/etc/*"]\n') },
    runs: [["check"]],
  },
  {
    name: "names-same-in-two-folders",
    about: "two files of one name in two folders, other contents",
    files: { "evidence/教育局/甲/2-2 人员名册.txt": "甲\n", "evidence/教育局/乙/2-2 人员名册.txt": "乙\n" },
  },
  {
    name: "folder-unknown",
    about: "folders that belong to no department, one misspelt, one with more in its name; a file beside the folders",
    files: {
      "evidence/教育局（新设机构筹备组）/2-2 人员名册2.txt": "4\n",
      "evidence/教育局局/2-2 人员名册.txt": "1\n",
      "evidence/其他材料/备用.txt": "2\n",
      "evidence/放错了.txt": "3\n",
    },
  },
];

export const evidenceCases: readonly Case[] = [...unreadable, ...links, ...names];
