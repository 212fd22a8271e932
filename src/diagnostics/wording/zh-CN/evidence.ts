/** 材料文件，它们的归属，还缺什么。 */
import type { CaptionPart, EvidenceFacts } from "../../facts/evidence.ts";
import type { CatalogueOf } from "../catalogue.ts";
import { fileKinds } from "./kinds.ts";
import { askedOf, codeOf, docNumberFaults, list, meant, unreadable } from "./phrases.ts";

const ask = (owner: string, contact: string): string =>
  owner === "" ? "" : `向${owner}催要${contact === "" ? "" : `（联系人：${contact}）`}，`;

const captionParts: Readonly<Record<CaptionPart, string>> = {
  time: "时间",
  place: "地点",
  people: "人物",
  theme: "主题",
};

const refused: Readonly<Record<string, readonly [string, string]>> = {
  "link-outside": [
    "是指向工作目录之外（或已失效）的链接，没有采用",
    "把链接所指的文件复制到这里，换下链接；原处已经没有的，另要一份。",
  ],
  "link-to-folder": ["是指向文件夹的链接，没有采用", "把链接所指的文件夹复制到这里，换下链接。"],
  "special-file": ["不是普通文件，没有采用", "移出材料文件夹，换成文件本身。"],
};

function span({ from, to }: { readonly from: string; readonly to: string }): string {
  if (from.slice(0, 4) === to.slice(0, 4) && from.endsWith("-01-01") && to.endsWith("-12-31"))
    return `${from.slice(0, 4)}年`;
  return from === to ? from : `${from} 至 ${to}`;
}

export const evidence: CatalogueOf<EvidenceFacts> = {
  "unreadable-file": ({ reason, inPart, requirement, title }) => ({
    what: `${inPart ? "已损坏，只有读得出的部分编入了汇编" : unreadable[reason][0]}${requirement === null ? "" : `，不能证明 ${codeOf(requirement)}“${title}”`}`,
    next: unreadable[reason][1],
    ask: askedOf[reason] ?? unreadable[reason][1],
  }),
  "refused-link": ({ reason }) => {
    const [what, next] = refused[reason] ?? ["没有采用", "把文件本身复制进来。"];
    return { what, next };
  },
  "unmatched-file": ({ code, nearest, example, register, unknownKind }) => ({
    what: `${
      code === null ? "对应不上任何材料要求，没有编入" : `编号“${code}”不是指标体系里的末级指标，没有编入`
    }${register === "looks-like" ? "；看名称像是登记表，没有按登记表读取" : ""}`,
    next: `${meant(nearest)}${register === "looks-like" ? "是登记表的，改名（或另存）为“登记表.xlsx”，直接放在本部门文件夹里；是材料的，" : ""}${
      register === "listed"
        ? `在登记表里填写指标编号和材料要求，如“${example}”。`
        : `${unknownKind ? "认不出是什么文件，先换成 PDF、图片或 Office 文件；" : ""}文件名以指标编号开头，如“${example}”${register === "left-out" ? "，或补进登记表" : ""}；与评估无关的文件移出材料文件夹。`
    }`,
  }),
  "ambiguous-file": ({ candidates }) => ({
    what: `同时像 ${String(candidates.length)} 项材料，没有编入：${list(
      candidates.slice(0, 5).map(({ id, title }) => `${id.split("/")[0] ?? ""}“${title}”`),
    )}${candidates.length > 5 ? " 等" : ""}`,
    next: "在文件名开头写明指标编号，并写出材料名称。",
  }),
  "unassigned-file": ({ indicator, asked, registered, unreadable: isUnreadable }) => ({
    what: `能对应到指标 ${indicator}，但看不出是哪一项材料；${isUnreadable ? "" : "已编入，"}不计入覆盖`,
    next:
      asked.length === 0
        ? "该指标没有材料要求，可移走。"
        : `${registered ? "登记表“材料要求”一栏" : "文件名里"}写明其中一项：${list(asked)}。`,
  }),
  "unknown-folder": ({ folder, nearest, files, names }) => ({
    what:
      folder === ""
        ? `有 ${String(files)} 个文件直接放在材料文件夹里，不属于任何部门：${list(names)}${files > names.length ? `，另有 ${String(files - names.length)} 个` : ""}`
        : `文件夹“${folder}”不属于任何部门（内有 ${String(files)} 个文件）`,
    next:
      folder === ""
        ? "放进各部门的文件夹。"
        : `${meant(nearest)}改成部门的文件夹名，或在 evipack.yaml 的 departments 里登记。`,
  }),
  "duplicate-file": ({ first: path, sameRequirement, bundle, claimed }) => ({
    what: `与 ${path} 内容完全相同${sameRequirement ? `，只编入那一份，${bundle.length === 0 ? "本件不计入" : `本套件（${list(bundle)}）不计入`}` : ""}`,
    next:
      claimed === null
        ? sameRequirement
          ? "删去其中一份。"
          : "确认是否重复报送；确属两处都要用的可以不管。"
        : claimed.what === "year"
          ? `名称里的年份不同（本件是 ${claimed.here}年，那一份是 ${claimed.there}年），多半有一份扫错或放错了：核对内容是哪一年的，另一年的要一份正确的扫描件换上。`
          : `名称说的不是同一件（本件是“${claimed.here}”，那一份是“${claimed.there}”）：多半有一份扫错或放错了，核对内容是哪一件，另一件要一份正确的扫描件换上；确是同一件的，删去其中一份。`,
  }),
  "wrong-extension": ({ extension, content, kind }) => ({
    what: `${extension === "" ? "没有扩展名" : `扩展名是 .${extension}`}，内容其实是${fileKinds[kind]}（.${content}）；按内容处理`,
    next: `把扩展名改成 .${content}。`,
  }),
  "archive-file": () => ({
    what: "是压缩包，程序不打开，编入的是替代页",
    next: "解压以后把里面的文件逐个报送，并按内容命名。",
  }),
  "unknown-kind": ({ extension, format }) => ({
    what:
      format === ""
        ? `认不出是什么文件${extension === "" ? "" : `（.${extension}）`}，编入的是替代页`
        : `是 ${format.toUpperCase()} 文件，这一类不能转成页面，编入的是替代页`,
    next: "换成 PDF、图片或 Office 文件再报送；与评估无关的移出材料文件夹。",
  }),
  "damaged-picture": () => ({
    what: "图片文件不完整，只能显示一部分，按能显示的编入",
    next: "从原件重新导出或扫描，再报送一份。",
  }),
  "svg-active-content": () => ({
    what: "SVG 图里有脚本、外部文件或网页内容，这些不予执行和读取，编入的图可能不完整",
    next: "另存为 PNG 或 PDF 再报送。",
  }),
  "serial-taken": ({ serial, by, given }) => ({
    what: `序号 ${String(serial).padStart(2, "0")} 已由 ${by} 使用，本件改编为 ${given}`,
    next: "改掉文件名里的序号。",
  }),
  "missing-evidence": ({ requirement, title, indicatorTitle, owner, contact, expectedIn, min }) => ({
    what: `${codeOf(requirement)} ${indicatorTitle}：缺“${title}”${min > 1 ? `（需 ${String(min)} 件）` : ""}`,
    next: `${ask(owner, contact)}放进 ${expectedIn}/。`,
  }),
  "too-few": ({ requirement, title, indicatorTitle, have, need, owner, contact, expectedIn }) => ({
    what: `${codeOf(requirement)} ${indicatorTitle}：“${title}”只有 ${String(have)} 件，需 ${String(need)} 件`,
    next: `${ask(owner, contact)}再补 ${String(need - have)} 件，放进 ${expectedIn}/。`,
  }),
  "missing-years": ({ requirement, title, indicatorTitle, years, undated, owner, contact, expectedIn }) => ({
    what: `${codeOf(requirement)} ${indicatorTitle}：“${title}”缺 ${list(years.map((year) => `${String(year)}年`))}`,
    next: `${undated > 0 ? `有 ${String(undated)} 件看不出年份，先在文件名里写上年份；仍然缺的，` : ""}${ask(owner, contact)}放进 ${expectedIn}/。`,
  }),
  "outside-window": ({ requirement, title, period, window, after, lapsed, dispensable }) => {
    const refused = `不计入 ${codeOf(requirement)}“${title}”`;
    if (lapsed)
      return {
        what: `期限（${span(period)}）在材料时限 ${span(window)} 开始以前已满，不再有效，${refused}`,
        next: dispensable
          ? "这项材料已经齐全，把这份移出材料文件夹；还在执行的，改正文件名或登记表里的年份。"
          : "换成现行有效的文件；还在执行的，改正文件名或登记表里的年份。",
      };
    if (after !== null && period.from <= window.to)
      return {
        what: `时间（${span(period)}）晚于截止日期 ${after}，${refused}`,
        next: "核对时间：写错了的，改正文件名或登记表；没有写错的，把截止日期（evipack.yaml 的 as_of，或 --as-of）往后改。",
        ask: "核对时间：写错了的，改正文件名或登记表；没有写错的，告知编制单位。",
      };
    return {
      what: `时间（${span(period)}）${after === null ? "" : `晚于截止日期 ${after}，也`}在材料时限 ${span(window)} 之外，${refused}`,
      next: dispensable
        ? "这项材料已经齐全，把这份移出材料文件夹；若文件名里的年份写错了，改正文件名。"
        : "换成时限之内的材料；若文件名里的年份写错了，改正文件名。",
    };
  },
  "impossible-date": ({ written, year }) => ({
    what: `名称里的日期“${written}”并不存在，只采用了年份 ${year}`,
    next: "对照原件改正文件名里的日期；只知道年份的，只写年份。",
  }),
  "no-year": ({ requirement, title }) => ({
    what: `看不出是哪一年的，没有计入 ${codeOf(requirement)}“${title}”（这一项按年核对）`,
    next: "在文件名里写上年份，或在登记表“年度”一栏填写。",
  }),
  "no-doc-number": ({ requirement, title, listed, slip }) => {
    const asked = `${codeOf(requirement)}“${title}”应是有文号的正式发文`;
    if (slip !== null)
      return {
        what: `${asked}，文件名里的“${slip.written}”写法不规范：${docNumberFaults[slip.reason]}，没有当作文号`,
        next: `对照原件改正文件名，如“${slip.meant}”。`,
      };
    return {
      what: `${asked}，${listed === null ? "文件名里没有文号" : `“${listed}”没有填文号`}`,
      next:
        listed === null
          ? "在文件名里写上文号，如（样政发〔2018〕12号）。"
          : "在登记表这一行的“文号”一栏填上，如 样政发〔2018〕12号。",
    };
  },
  "photo-caption": ({ requirement, title, missing }) => ({
    what: `${codeOf(requirement)}“${title}”的照片说明缺${list(missing.map((part) => captionParts[part]))}`,
    next: "在登记表里填写日期、地点、人物、主题，或在“说明”一栏写一句完整的话。",
  }),
};
