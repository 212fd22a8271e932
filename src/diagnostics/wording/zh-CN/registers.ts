/** 登记表。 */
import type { SourceRef } from "../../../model/source.ts";
import type { RegisterFacts, UnreadRegister } from "../../facts/registers.ts";
import type { CatalogueOf } from "../catalogue.ts";
import { among, docNumberFaults, list, meant, unreadable } from "./phrases.ts";

/** 登记表里的一格或一行。 */
const place = ({ file, line, cell }: SourceRef): string =>
  cell === undefined ? ` ${file} 第${String(line ?? 1)}行` : ` ${file} 的 ${cell} `;

const unreadRegister: Readonly<Record<UnreadRegister, readonly [string, string]>> = {
  corrupt: ["已损坏，打不开", "用 WPS 或 Excel 打开后另存一份。"],
  encrypted: ["设了打开密码", "去掉密码另存一份。"],
  "old-format": ["是旧格式的表格（.xls）", "另存为 .xlsx。"],
  "too-large": ["太大（展开后超过 32 MB 或 2 万行）", "只保留登记的内容，删去图片和空行，另存一份。"],
  "no-permission": unreadable["no-permission"],
  vanished: unreadable.vanished,
};

export const registers: CatalogueOf<RegisterFacts> = {
  "register-unreadable": ({ reason }) => ({
    what: `登记表${unreadRegister[reason][0]}；材料改按文件名对应`,
    next: unreadRegister[reason][1],
  }),
  "register-no-header": ({ sheets }) => ({
    what: `登记表里没有找到表头${sheets.length > 1 ? `（${list(sheets.slice(0, 5))}各表都没有）` : ""}，没有读取`,
    next: "表头一行至少写“材料名称”“文件名”“指标编号”中的两项。",
  }),
  "register-column": ({ heading, nearest }) => ({
    what: `不认识的列“${heading}”，这一列没有采用`,
    next: `${meant(nearest)}改成通用的列名；与材料无关的列可以不管。`,
  }),
  "register-value": ({ value }) => ({
    what: value === "" ? "公式没有计算结果，按空白处理" : `公式的结果是 ${value}，按空白处理`,
    next: "把公式改成内容本身。",
  }),
  "register-date": ({ got }) => ({
    what: `“${got}”不是确切的日期，没有采用`,
    next: "写成 2019-03-05、2019年3月 或 2019，且确有其日。",
  }),
  "register-doc-number": ({ got, reason, meant: right }) => ({
    what: `文号“${got}”写法不规范：${docNumberFaults[reason]}；目录里照填写的印`,
    next: right === null ? "对照原件补上机关代字，如“样政发〔2018〕12号”。" : `对照原件改正，如“${right}”。`,
  }),
  "register-locator": ({ got, what }) => ({
    what: what === "page" ? `“${got}”不是页码，没有采用` : `“${got}”看不出是页面上的哪一块，没有采用`,
    next:
      what === "page"
        ? "定位页写一个数，如 3，从这件材料的第一页数起。"
        : "定位框写四个数，单位毫米：距左边、距上边、宽、高，如 20,35,120,18。",
  }),
  "locator-missing": ({ exhibit, page, quote, pages, reason, found }) => {
    const where = page === null ? "" : `第 ${String(page)} 页`;
    if (reason === "placeholder")
      return {
        what: `附件 ${exhibit} 的原文没有编入，只有替代页，无从定位`,
        next: "替代页上写着原因；换一份能编入的文件，再核对定位。",
      };
    if (reason === "page")
      return {
        what: `附件 ${exhibit} 要定位到${where}，这件附件只有 ${String(pages)} 页`,
        next: "定位页从这件附件的第一页数起，不是汇编的页码，对照附件改正。",
      };
    if (reason === "no-text")
      return {
        what: `附件 ${exhibit} ${where}没有文字层，查不到定位原文“${quote}”`,
        next: "扫描件改填定位页和定位框（毫米：距左边、距上边、宽、高），或换成带文字层的 PDF。",
      };
    return {
      what: `附件 ${exhibit} ${where}里没有定位原文“${quote}”`,
      next:
        found === null
          ? "原文须一字不差，空格和换行不论，对照附件改正。"
          : `这段文字在第 ${String(found)} 页，改正定位页。`,
    };
  },
  "register-code": ({ code, nearest, asked }) =>
    asked.length === 0
      ? { what: `指标体系里没有编号“${code}”`, next: meant(nearest) || "对照指标体系改正编号。" }
      : {
          what: `编号“${code}”下有多项材料要求，看不出是哪一项，没有对应`,
          next: `写明末级指标编号和材料要求，如${list(asked.slice(0, 5).map((each) => `“${each}”`))}${asked.length > 5 ? " 等" : ""}。`,
        },
  "register-code-date": ({ shown, code }) => ({
    what: `单元格里是日期 ${shown}，多半是表格软件把编号 ${code} 变成了日期；按 ${code} 处理`,
    next: "把这一列设为文本格式，重新填写编号。",
  }),
  "register-requirement": ({ name, nearest, known }) => ({
    what: `“${name}”对应不到唯一的一项材料要求，没有采用`,
    next: `${meant(nearest)}${known.length === 0 ? "对照指标体系改正。" : among(known)}`,
  }),
  "register-file": ({ name, reason, nearest }) => ({
    what: `${
      reason === "missing" ? "找不到文件" : reason === "outside" ? "文件在材料文件夹之外，没有采用：" : "不止一个文件叫"
    }“${name}”`,
    next:
      reason === "missing"
        ? `${meant(nearest)}把文件放进本部门文件夹，或改正文件名。`
        : reason === "outside"
          ? "把文件复制到本部门文件夹，只写文件名。"
          : "写明所在文件夹和扩展名，如 联席会议/通知.pdf。",
  }),
  "register-address": ({ address, reason }) =>
    reason === "kind"
      ? {
          what: `不收“${address}”这类地址：它可能打开本机文件或运行程序，别人也看不到`,
          next: "网页填以 http:// 或 https:// 开头的网址；文件放进本部门文件夹，文件名填在“文件名”一栏。",
        }
      : {
          what: `“${address}”不是网址，没有采用`,
          next: "写成以 http:// 或 https:// 开头的完整网址；没有网址的留空。",
        },
  "register-no-file": ({ title, keptAt }) => ({
    what: `${title === "" ? "这一行" : `“${title}”`}没有写文件，也没有网址${keptAt === "" ? "" : `（原件存放在${keptAt}）`}，没有编入`,
    next: keptAt === "" ? "填上文件名；材料还没有的，先删去这一行。" : "扫描或拍照后放进本部门文件夹，填上文件名。",
  }),
  "register-duplicate": ({ name, first: at, titles }) => ({
    what: `“${name}”在${place(at)}已经登记${titles === null ? "" : `，那里的名称是“${titles[0]}”，这里是“${titles[1]}”，以前一处为准`}`,
    next: titles === null ? "删去重复的一行；一件材料对应多个指标的，编号写在同一格里。" : "核对名称，留下一处。",
  }),
  "not-in-register": ({ files, names }) => ({
    what: `有 ${String(files)} 个文件没有登记，按文件名对应：${list(names)}${files > names.length ? " 等" : ""}`,
    next: "补进登记表；不用报送的移出文件夹。",
  }),
};
