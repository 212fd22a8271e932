/** Words of the commands for finished packs: `verify`, `package`, `diff`. */
import { count as many } from "../diagnostics/wording/en/phrases.ts";
import type { Delivery } from "../deliver/deliver.ts";
import { sealedOf } from "../deliver/readme.ts";
import type { Remark } from "../deliver/remarks.ts";
import type { Verdict } from "../verify/verify.ts";
import type { Language } from "../model/map.ts";

const size = (bytes: number): string =>
  bytes < 1024 * 1024 ? `${(bytes / 1024).toFixed(0)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;

const weight = (bag: Delivery["bag"]): number => bag.reduce((sum, each) => sum + each.bytes, 0);

type Counted = Pick<Verdict, "kind" | "counts" | "unchecked">;

const chinese = {
  verify: {
    reading: (name: string) => `查验 ${name}`,
    kind: { pack: "成果包", bag: "交付包（文件夹）", zip: "交付包（ZIP）" },
    head: (kind: string, place: string, asOf: string, tool: string) =>
      `${kind} ${place}　截止日期：${asOf}　由 evipack ${tool} 编成`,
    partial: (sections: readonly string[]) =>
      sections.length === 0 ? [] : [`  自评报告只编了这些评估部分：${sections.join("、")}；汇编和核对结果是完整的。`],
    checked: ({ counts }: Counted) =>
      `  查过：文件 ${String(counts.files)} 个（${size(counts.bytes)}），PDF ${String(counts.pages)} 页，链接和书签 ${String(counts.links)} 处，汇编页码 ${String(counts.labels)} 页，材料首页 ${String(counts.firstPages)} 页。`,
    unchecked: ({ kind, counts, unchecked }: Counted) => [
      ...(counts.outside === 0 ? [] : [`  没有查：网址和邮箱 ${String(counts.outside)} 处（查验不联网）。`]),
      ...(unchecked.originals.length === 0
        ? []
        : [
            kind === "pack"
              ? `  没有查：链接指向的原件和文件夹 ${String(unchecked.originals.length)} 处，不在这里。`
              : `  没有查：链接指向的文件 ${String(unchecked.originals.length)} 个，在工作目录里，没有随交付包来。`,
          ]),
      ...(unchecked.firstPages ? ["  没有查：材料首页的样子，编成果包的 evipack 用另一版本画页面，无从比较。"] : []),
    ],
    verdict: (faults: number, code: number) =>
      faults === 0
        ? `结论：完好，与编成时一样；退出码 ${String(code)}。`
        : `结论：有 ${String(faults)} 处不对；退出码 ${String(code)}。`,
  },
  package: {
    reading: (name: string) => `清点 ${name}`,
    written: (place: string, { bag, originals }: Delivery, zip: number | null) => [
      `交付包已写到 ${place}${zip === null ? "/" : ""}（BagIt）：`,
      `  文件 ${String(bag.length)} 个，${size(zip ?? weight(bag))}${originals.length === 0 ? "" : `；其中原件 ${String(originals.length)} 个，按附件号命名`}。`,
      `  各是什么，见 data/README.txt；查验：evipack verify ${place}`,
      "",
    ],
    kept: (name: string) => `以前的交付包有人改动过，没有覆盖，改名留作 ${name}。\n`,
    refused: (problems: number, code: number) =>
      `结论：有 ${String(problems)} 处不能交付，什么也没写；退出码 ${String(code)}。`,
    /** What `package.leave_out` left out. */
    leftOut: ({ leftOut: { outputs, originals } }: Delivery) => {
      const names = [...outputs, ...(originals ? ["原件"] : [])];
      return names.length === 0 ? [] : [`按 package.leave_out 没有带上：${names.join("、")}。\n`];
    },
    /** What whoever delivers should know of the pack, though it is whole. */
    standing: ({ manifest: { exitCode, draft }, partial, later, changed, originals, remarks }: Delivery): string[] => [
      ...(partial.length === 0
        ? []
        : [
            `注意：这一包的自评报告只编了“${partial.join("”“")}”部分，汇编是完整的；要报整本的，编制时不加 --only，再打交付包。\n`,
          ]),
      ...(draft ? ["注意：这一包是草稿；正式报送的，编制时不加 --draft，再打交付包。\n"] : []),
      ...(exitCode === 0
        ? []
        : [
            exitCode === 3
              ? "注意：编这一包时，有报送的文件读不出来；是哪些，见核对结果。\n"
              : "注意：编这一包时，材料还没有齐；缺哪些，见核对结果。\n",
          ]),
      ...(later.length === 0
        ? []
        : [
            `注意：编成以后又来了 ${String(later.length)} 个文件（${first(later)}），不在这一包里；要编进去，先重新编制，再打交付包。\n`,
          ]),
      ...noteOf(
        changed,
        (names, count) =>
          `注意：编成以后改动过 ${names.join("、")}${count > names.length ? ` 等 ${String(count)} 个文件` : ""}，这一包还是照改动以前的编的；要用改过的，先重新编制，再打交付包。\n`,
      ),
      ...noteOf(
        sealedOf(originals),
        (names, count) =>
          `注意：原件 ${names.join("、")}${count > names.length ? ` 等 ${String(count)} 件` : ""} 带打开密码，收件方打不开；汇编里的页面不用密码。要连原件也打得开，换成不加密的版本，重新编制，再打交付包。\n`,
      ),
      ...[...remarks].map(([code, count]) => `注意：${chineseRemarks[code](count)}（${code}），逐条见核对结果。\n`),
    ],
    done: (code: number) => `结论：交付包已打好，文件的大小、类型、名称都合要求；退出码 ${String(code)}。`,
  },
};

/** The first of many names. */
function first([name = "", ...others]: readonly string[]): string {
  return others.length === 0 ? name : `${name} …`;
}

/** What is said of some files or exhibits, of which three at most are named; nothing where there are none. */
function noteOf(all: readonly string[], say: (names: readonly string[], count: number) => string): string[] {
  return all.length === 0 ? [] : [say(all.slice(0, 3), all.length)];
}

const chineseRemarks: Readonly<Record<Remark, (count: number) => string>> = {
  "personal-data": (count) => `有 ${String(count)} 处带身份证号、手机号，也在这一包里`,
  "not-filled-in": () => "申报单位或编制单位还没有填",
  "narratives-not-begun": () => "自评报告里有的指标还没有动笔，印的是提示",
  "narrative-missing": (count) => `自评报告里有 ${String(count)} 个指标没有自评文字`,
  "hint-left": (count) => `自评文字里有 ${String(count)} 篇留着没写完的提示`,
};

export type PackWords = typeof chinese;

const englishRemarks: typeof chineseRemarks = {
  "personal-data": (count) => `numbers of persons stand in ${many(count, "place")} of what is delivered`,
  "not-filled-in": () => "the applicant or the office is not filled in",
  "narratives-not-begun": () => "of some indicators the report prints only the hints in place of texts",
  "narrative-missing": (count) => `${many(count, "indicator")} of the report ${count === 1 ? "has" : "have"} no text`,
  "hint-left": (count) => `hints were left in ${many(count, "text")} of the report`,
};

const english: PackWords = {
  verify: {
    reading: (name) => `verifying ${name}`,
    kind: { pack: "Pack", bag: "Delivery (folder)", zip: "Delivery (ZIP)" },
    head: (kind, place, asOf, tool) => `${kind} ${place}; as of ${asOf}; compiled by evipack ${tool}`,
    partial: (sections) =>
      sections.length === 0
        ? []
        : [
            `  The report holds only ${many(sections.length, "section")}: ${sections.join(", ")}; appendix and check are whole.`,
          ],
    checked: ({ counts }) =>
      `  Checked: ${many(counts.files, "file")} (${size(counts.bytes)}), ${many(counts.pages, "page")} of PDF, ${many(counts.links, "link and bookmark").replace("link and bookmarks", "links and bookmarks")}, ${many(counts.labels, "page number")} of the appendix, ${many(counts.firstPages, "first page")} of evidence.`,
    unchecked: ({ kind, counts, unchecked }) => [
      ...(counts.outside === 0
        ? []
        : [`  Not checked: ${many(counts.outside, "link")} to the web or to mail (this works offline).`]),
      ...(unchecked.originals.length === 0
        ? []
        : [
            kind === "pack"
              ? `  Not checked: ${many(unchecked.originals.length, "place")} of originals that links name and that do not lie here.`
              : `  Not checked: ${many(unchecked.originals.length, "file")} of the workspace that links name and that did not come with the delivery.`,
          ]),
      ...(unchecked.firstPages
        ? [
            "  Not checked: the looks of first pages, for the pack was compiled by an evipack that draws them differently.",
          ]
        : []),
    ],
    verdict: (faults, code) =>
      faults === 0
        ? `Verdict: sound, and as it was compiled; exit code ${String(code)}.`
        : `Verdict: ${many(faults, "fault")}; exit code ${String(code)}.`,
  },
  package: {
    reading: (name) => `gathering ${name}`,
    written: (place, { bag, originals }, zip) => [
      `The delivery is in ${place}${zip === null ? "/" : ""} (BagIt):`,
      `  ${many(bag.length, "file")}, ${size(zip ?? weight(bag))}${originals.length === 0 ? "" : `; ${many(originals.length, "original")} among them, under their exhibit numbers`}.`,
      `  data/README.txt tells what is what; to verify it: evipack verify ${place}`,
      "",
    ],
    kept: (name) => `Somebody had changed the earlier delivery, so it was not overwritten; it is now ${name}.\n`,
    refused: (problems, code) =>
      `Verdict: ${many(problems, "thing")} cannot be delivered so, and nothing was written; exit code ${String(code)}.`,
    leftOut: ({ leftOut: { outputs, originals } }) => {
      const names = [...outputs, ...(originals ? ["the originals"] : [])];
      return names.length === 0 ? [] : [`Left out, as package.leave_out says: ${names.join(", ")}.\n`];
    },
    standing: ({ manifest: { exitCode, draft }, partial, later, changed, originals, remarks }) => [
      ...(partial.length === 0
        ? []
        : [
            `Note: the report of this pack holds only ${partial.join(", ")}, its appendix is whole; to hand in the whole report, compile without --only first.\n`,
          ]),
      ...(draft ? ["Note: this pack is a draft; to hand it in, compile without --draft first.\n"] : []),
      ...(exitCode === 0
        ? []
        : [
            exitCode === 3
              ? "Note: when this pack was compiled, some files could not be read; the result of the check names them.\n"
              : "Note: when this pack was compiled, evidence was still owed; the result of the check tells what.\n",
          ]),
      ...(later.length === 0
        ? []
        : [
            `Note: ${many(later.length, "file")} came since (${first(later)}) and ${later.length === 1 ? "is" : "are"} not in it; to have them in, compile again first.\n`,
          ]),
      ...noteOf(
        changed,
        (names, count) =>
          `Note: ${names.join(", ")}${count > names.length ? ` and ${many(count - names.length, "other file")}` : ""} changed since it was compiled, and the pack still says what ${count === 1 ? "it" : "they"} said then; to have the changes in, compile again first.\n`,
      ),
      ...noteOf(
        sealedOf(originals),
        (exhibits, count) =>
          `Note: the ${count === 1 ? "original" : "originals"} of ${exhibits.join(", ")}${count > exhibits.length ? ` and ${many(count - exhibits.length, "other exhibit")}` : ""} ${count === 1 ? "needs" : "need"} a password, so whoever receives this cannot open ${count === 1 ? "it" : "them"}; the pages in the appendix need none. To hand in originals that open, replace them by copies without a password and compile again first.\n`,
      ),
      ...[...remarks].map(
        ([code, count]) => `Note: ${englishRemarks[code](count)} (${code}); the result of the check tells where.\n`,
      ),
    ],
    done: (code) =>
      `Verdict: the delivery is made, within the limits of size, type and name; exit code ${String(code)}.`,
  },
};

export const packWords: Readonly<Record<Language, PackWords>> = { "zh-CN": chinese, en: english };
