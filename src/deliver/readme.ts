/** What lies beside the pack in a delivery and is read by people: what is what, and which original is which. */
import { count as many } from "../diagnostics/wording/en/phrases.ts";
import type { Language } from "../model/map.ts";
import { isLeftBehind } from "../model/left-behind.ts";
import type { Manifest } from "../schema/manifest.ts";
import { originalsFolder } from "./names.ts";
import type { Original } from "./names.ts";

/** Names are the same in every language, so that `ascii_names` has nothing to change. */
export const readmeFile = "README.txt";
export const listFile = "originals.txt";

interface Told {
  readonly title: string;
  readonly applicant: string;
  /** Empty where none is named. */
  readonly office: string;
  readonly manifest: Manifest;
  /** Null where they are not delivered. */
  readonly originals: readonly Original[] | null;
  /** Titles of the sections that the report holds; empty where it holds all. */
  readonly partial: readonly string[];
  readonly ascii: boolean;
}

type Role = Manifest["outputs"][number]["role"];

interface ReadmeWords {
  /** Title of a delivery whose report holds only some sections. */
  readonly title: (title: string, sections: readonly string[]) => string;
  readonly head: (told: Told) => string;
  readonly partial: (sections: readonly string[]) => string;
  readonly pack: string;
  readonly role: Readonly<Record<Role, string>>;
  readonly output: (role: string, format: string, pages: number | null, volume: number | null) => string;
  readonly machine: readonly (readonly [name: string, about: string])[];
  /** `from` names what leads to them. */
  readonly originals: (count: number, from: readonly string[]) => string;
  /** `exhibits` are those of originals that need a password to be opened. */
  readonly sealed: (exhibits: readonly string[]) => string;
  readonly noOriginals: string;
  /** What leads to originals, by role and format. */
  readonly leading: (outputs: Manifest["outputs"]) => readonly string[];
  readonly list: string;
  readonly names: (ascii: boolean) => string;
  readonly left: (count: number) => string;
  readonly verify: string;
  readonly columns: readonly string[];
}

const chinese: ReadmeWords = {
  title: (title, sections) => `${title}（自评报告只编“${sections.join("”“")}”部分）`,
  partial: (sections) => `自评报告只编了“${sections.join("”“")}”部分；其他文件是完整的，各部分都在内。`,
  head: ({ title, applicant, office, manifest }) =>
    `${title}：交付包\n\n申报单位：${applicant}${office === "" ? "" : `\n编制单位：${office}`}\n截止日期：${manifest.asOf}${manifest.draft ? "\n这是草稿。" : ""}`,
  pack: "pack/　成果包",
  role: {
    report: "自评报告",
    briefing: "汇报稿",
    appendix: "支撑材料汇编",
    "appendix-index": "支撑材料目录",
    spines: "脊背标签，裁开贴用",
    check: "核对结果",
    gaps: "缺项清单",
    site: "网页，双击打开",
  },
  output: (role, format, pages, volume) =>
    `${role}（${[format.toUpperCase(), ...(volume === null ? [] : [`第 ${String(volume)} 册`]), ...(pages === null ? [] : [`${String(pages)} 页`])].join("，")}）`,
  machine: [
    ["manifest.json", "各文件和各件材料的清单，供程序读"],
    ["manifest.sha256", "manifest.json 的校验值"],
  ],
  originals: (count, from) =>
    `${originalsFolder}/　原件 ${String(count)} 个，按附件号命名；一件有几个文件的，放在一个文件夹里，按先后编号${from.length === 0 ? "" : `；${from.join("、")}里的链接通到这里`}`,
  sealed: (exhibits) =>
    `带打开密码的原件：${exhibits.join("、")}。汇编里的页面不用密码；要打开原件，向编制单位要密码。`,
  noOriginals: "没有带原件；汇编里每件印的是什么文件、它的 SHA-256，见 pack/manifest.json。",
  leading: (outputs) => leadingIn(outputs, ["汇编（DOCX）", "目录（XLSX）", "网页"]),
  list: `${listFile}　原件对照表：附件号、名称、交付的文件、原来的位置、SHA-256`,
  names: (ascii) =>
    ascii
      ? "文件名只有附件号（接收方要求不用汉字），名称见对照表；附件号里有汉字的，换成对照表里的顺序号。重名的，后一个加 (2)。"
      : "文件名是附件号加名称，有文号的再加文号。Windows 不许用的字符换成全角的，全名超过 60 字的，截短名称；只差大小写的名称算重名，后一个加 (2)。",
  left: (count) =>
    `没有编入汇编的文件 ${String(count)} 个（登记表，重复的、搁置的、对应不上的等），没有原件在内，原因见 pack/manifest.json。`,
  verify:
    "这个文件夹是 BagIt（RFC 8493）格式的包，外层的 bagit.txt、bag-info.txt、manifest-sha256.txt、tagmanifest-sha256.txt 是它的清单，不要改动。\n查验：evipack verify 后面写这个文件夹或它的 ZIP；其他支持 BagIt 的程序也能核对校验值。",
  columns: ["附件号", "名称", "交付的文件", "原来的位置", "SHA-256"],
};

const english: ReadmeWords = {
  title: (title, sections) => `${title} (report: ${sections.join(", ")} only)`,
  partial: (sections) =>
    `The self-assessment report holds only ${sections.join(", ")}; all other files are whole and hold every section.`,
  head: ({ title, applicant, office, manifest }) =>
    `${title}: delivery\n\nApplicant: ${applicant}${office === "" ? "" : `\nCompiled by: ${office}`}\nAs of: ${manifest.asOf}${manifest.draft ? "\nThis is a draft." : ""}`,
  pack: "pack/  the pack",
  role: {
    report: "self-assessment report",
    briefing: "briefing",
    appendix: "appendix of evidence",
    "appendix-index": "index of the evidence",
    spines: "labels for the spines of volumes, to be cut",
    check: "result of the check",
    gaps: "gap list",
    site: "offline page, opens by double click",
  },
  output: (role, format, pages, volume) =>
    `${role} (${[format.toUpperCase(), ...(volume === null ? [] : [`volume ${String(volume)}`]), ...(pages === null ? [] : [many(pages, "page")])].join(", ")})`,
  machine: [
    ["manifest.json", "every file and every piece of evidence, for machines"],
    ["manifest.sha256", "checksum of manifest.json"],
  ],
  originals: (count, from) =>
    `${originalsFolder}/  ${many(count, "original")} under ${count === 1 ? "its exhibit number" : "their exhibit numbers"}; an exhibit of several files is a folder, its files numbered in order${from.length === 0 ? "" : `. Links of ${from.join(", ")} lead here`}`,
  sealed: (exhibits) =>
    `Originals that need a password to be opened: ${exhibits.join(", ")}. Their pages in the appendix need none; ask whoever compiled this for the password.`,
  noOriginals:
    "The originals are not in this delivery; pack/manifest.json tells which file each exhibit is, and its SHA-256.",
  leading: (outputs) => leadingIn(outputs, ["the appendix (DOCX)", "the index (XLSX)", "the offline page"]),
  list: `${listFile}  which original is which: exhibit, title, file delivered, where it was, SHA-256`,
  names: (ascii) =>
    ascii
      ? "Names are exhibit numbers alone, as the recipient asks; the list has the titles. A number that is not ASCII is replaced by its place in the list. Of names that are alike, the later get (2)."
      : "Names are exhibit number and title, and the document number where there is one. Signs that Windows forbids are replaced by their wide twins, titles are cut where a name would have more than 60 characters; names that differ only by case count as alike, and the later get (2).",
  left: (count) =>
    `${many(count, "file")} ${count === 1 ? "is" : "are"} not bound in (registers, duplicates, set aside, unmatched …) and ${count === 1 ? "has" : "have"} no original here; pack/manifest.json tells why.`,
  verify:
    "This folder is a bag after BagIt (RFC 8493): bagit.txt, bag-info.txt, manifest-sha256.txt and tagmanifest-sha256.txt are its lists; do not change them.\nTo verify it: evipack verify, then this folder or its ZIP. Any other program that knows BagIt can compare the checksums too.",
  columns: ["Exhibit", "Title", "File delivered", "Where it was", "SHA-256"],
};

/** Of three names those whose file is among the outputs. */
const leadingIn = (outputs: Manifest["outputs"], names: readonly [string, string, string]): readonly string[] =>
  (["appendix docx", "appendix-index xlsx", "site html"] as const).flatMap((kind, index) =>
    outputs.some(({ role, format }) => `${role} ${format}` === kind) ? [names[index] ?? ""] : [],
  );

const words: Readonly<Record<Language, ReadmeWords>> = { "zh-CN": chinese, en: english };

/** Names come from anywhere; in a list they stay on their line and in their column. */
const oneLine = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]+/gu, " ");

/** Of the offline page, one file is opened by people. */
const isOpened = ({ role, format }: Manifest["outputs"][number]): boolean => role !== "site" || format === "html";

/** What bag-info.txt says the delivery is: its title, and which sections the report holds where these are not all. */
export const descriptionOf = (title: string, partial: readonly string[], language: Language): string =>
  partial.length === 0 ? title : words[language].title(title, partial);

/** Numbers of the exhibits with an original that needs a password to be opened. */
export const sealedOf = (originals: readonly Original[]): readonly string[] => [
  ...new Set(originals.flatMap(({ exhibit, sealed }) => (sealed ? [exhibit] : []))),
];

/** README.txt. */
export function readmeText(told: Told, language: Language): string {
  const { pack, role, output, machine, originals, noOriginals, leading, list, names, left, verify, head, partial } =
    words[language];
  const { manifest, ascii } = told;
  const omitted = manifest.evidence.filter((each) => each.state === "omitted" && !isLeftBehind(each.source)).length;
  const locked = sealedOf(told.originals ?? []);
  const gap = language === "en" ? "  " : "　";
  // The only volume goes without a number, as it does in the pack.
  const several = new Set(manifest.outputs.flatMap(({ volume }) => volume ?? [])).size > 1;
  return [
    head(told),
    ...(told.partial.length === 0 ? [] : [partial(told.partial)]),
    "",
    pack,
    ...manifest.outputs
      .filter(isOpened)
      .map(
        (each) =>
          `  ${each.path}${gap}${output(role[each.role], each.format, each.pages, several ? each.volume : null)}`,
      ),
    ...machine.map(([name, about]) => `  ${name}${gap}${about}`),
    ...(told.originals === null
      ? [noOriginals]
      : [
          originals(told.originals.length, leading(manifest.outputs)),
          list,
          "",
          names(ascii),
          ...(locked.length === 0 ? [] : [words[language].sealed(locked)]),
          ...(omitted === 0 ? [] : [left(omitted)]),
        ]),
    "",
    verify,
    "",
  ].join("\n");
}

/** originals.txt: a line for each original, its cells apart by tabs. */
export const listText = (originals: readonly Original[], language: Language): string =>
  [
    words[language].columns,
    ...originals.map(({ exhibit, title, path, source, sha256 }) => [exhibit, title, path, source, sha256]),
  ]
    .map((cells) => `${cells.map(oneLine).join("\t")}\n`)
    .join("");
