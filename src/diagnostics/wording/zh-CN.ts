/** 中文措辞：先说哪里不对，再说怎么办；不指责，不说“请”。 */
import type { UnreadableReason } from "../../model/evidence.ts";
import type { RemovedPart } from "../../model/removed.ts";
import type { SourceRef } from "../../model/source.ts";
import type { CaptionPart, UnreadRegister } from "../diagnostic.ts";
import type { Catalogue } from "./catalogue.ts";
import { assignWords } from "./zh-CN/assign.ts";
import { judging } from "./zh-CN/judging.ts";
import { fileKinds } from "./zh-CN/kinds.ts";
import { figures } from "./zh-CN/figures.ts";
import { reading } from "./zh-CN/reading.ts";
import { reviewing } from "./zh-CN/review.ts";
import { outputs } from "./zh-CN/outputs.ts";
import { form } from "./zh-CN/form.ts";
import { narrative } from "./zh-CN/narrative.ts";
import { privacy } from "./zh-CN/privacy.ts";

const meant = (nearest: string | null): string => (nearest === null ? "" : `是否想写“${nearest}”？`);
const list = (names: readonly string[]): string => names.join("、");
const among = (names: readonly string[]): string => (names.length === 0 ? "" : `可用的有：${list(names)}。`);
const first = ({ file, line }: SourceRef): string => (line === undefined ? ` ${file}` : ` ${file} 第${String(line)}行`);
/** 登记表里的一格或一行。 */
const place = ({ file, line, cell }: SourceRef): string =>
  cell === undefined ? ` ${file} 第${String(line ?? 1)}行` : ` ${file} 的 ${cell} `;
const ask = (owner: string, contact: string): string =>
  owner === "" ? "" : `向${owner}催要${contact === "" ? "" : `（联系人：${contact}）`}，`;

const unreadable: Readonly<Record<UnreadableReason, readonly [string, string]>> = {
  empty: ["是空文件（0 字节）", "多半是复制没有完成，重新报送一份。"],
  corrupt: ["已损坏，打不开", "从原件重新导出或扫描，再报送一份。"],
  encrypted: ["设了打开密码，读不出来", "去掉密码另存一份再报送；知道密码的，也可以写进 evipack.yaml 的 passwords。"],
  "no-permission": ["没有读取权限", "调整文件权限后重试。"],
  vanished: ["核对期间无法读取或已被移走", "确认文件还在、未被占用，再核对一次。"],
  "too-many-pixels": ["图片像素过大，不予打开", "缩小到 A3 幅面、300 dpi 以内再报送。"],
  "bad-name": [
    "名称（或其所在文件夹的名称）不是 UTF-8 编码，读不进来",
    "改成正常的名称再报送；从压缩包解出的，换个解压软件重新解压。",
  ],
  "too-complex": ["图形过于复杂，在限定时间内画不出来", "另存为 PNG 或 PDF 再报送。"],
  "too-large": [
    "太大（本身或展开后超过 512 MB，或转换时占用内存过多），不予打开",
    "拆分成几个文件，或另存为 PDF 再报送。",
  ],
};

const unreadRegister: Readonly<Record<UnreadRegister, readonly [string, string]>> = {
  corrupt: ["已损坏，打不开", "用 WPS 或 Excel 打开后另存一份。"],
  encrypted: ["设了打开密码", "去掉密码另存一份。"],
  "old-format": ["是旧格式的表格（.xls）", "另存为 .xlsx。"],
  "too-large": ["太大（展开后超过 32 MB 或 2 万行）", "只保留登记的内容，删去图片和空行，另存一份。"],
  "no-permission": unreadable["no-permission"],
  vanished: unreadable.vanished,
};

const captionParts: Readonly<Record<CaptionPart, string>> = {
  time: "时间",
  place: "地点",
  people: "人物",
  theme: "主题",
};

const unprinted = {
  "not-decodable": ["这种图片格式不能编入，以替代页代之", "另存为 JPG、PNG 或 PDF 再报送。"],
  "timed-out": ["在限定的时间和内存内没有转换完，以替代页代之", "用 WPS 或 Word 打开，另存为 PDF 再报送。"],
  cut: ["页数过多，只编入前面一部分，其余以替代页代之", "在表中设好打印区域，或只报送与指标有关的部分。"],
} as const;

const refused: Readonly<Record<string, string>> = {
  "link-outside": "是指向工作目录之外（或已失效）的链接，没有采用",
  "link-to-folder": "是指向文件夹的链接，没有采用",
  "special-file": "不是普通文件，没有采用",
};

const types: Readonly<Record<string, string>> = {
  string: "文字",
  number: "数字",
  int: "整数",
  boolean: "true 或 false",
  array: "列表（- 开头）",
  object: "若干“名称: 值”",
  record: "若干“名称: 值”",
  tuple: "[下限, 上限]",
  null: "空值",
  undefined: "空值",
};
const typeName = (name: string): string => types[name] ?? name;

const forms: Readonly<Record<string, string>> = {
  exhibit: "附件编号应写成 2-1-1-03 的样子",
  fingerprint: "要求的指纹是 16 位十六进制数；由 evipack check --accept 写出，不用手改",
  hash: "应是文件的 SHA-256（64 位十六进制数）或 unread；由 evipack check --accept 写出，不用手改",
  url: "地址应写成 http://127.0.0.1:3000 的样子",
  date: "日期应写成 2019-03-05 的样子，且确有其日",
  regex: "名称只能用文字、数字、下划线和短横线，且不以数字开头",
  name: "名称只能用文字、数字、下划线和短横线，且不以数字开头",
};

const yaml: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: "同一层里有两个相同的名称",
  BAD_INDENT: "缩进不对，或上面的括号没有写完",
  TAB_AS_INDENT: "缩进里用了制表符（Tab），应改用空格",
  MISSING_CHAR: "少了引号、冒号或括号",
  UNEXPECTED_TOKEN: "这里出现了不该有的内容",
  BAD_ALIAS: "引用（* 或 &）不成立",
  BLOCK_AS_IMPLICIT_KEY: "冒号后面的内容应换行缩进，或整体加引号",
  MULTILINE_IMPLICIT_KEY: "名称不能跨行",
  COLLECTION_KEY: "该写名称的地方是花括号或方括号里的内容",
  FULL_WIDTH_COLON: "名称后面用了中文冒号（：）",
  FULL_WIDTH_SIGN: "用了中文的逗号或花括号",
  NO_SPACE: "冒号后面少一个空格",
};

const yamlRemedies: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: "删去或改名其中一个。",
  FULL_WIDTH_COLON: "改成英文冒号（:），后面留一个空格。",
  FULL_WIDTH_SIGN: "改成英文的逗号（,）和花括号（{ }）。",
  NO_SPACE: "在冒号后面加一个空格。",
  COLLECTION_KEY: "以括号开头的文字整体加引号；名称只写文字。",
  TAB_AS_INDENT: "把 Tab 换成空格。",
};

/** 汉字与西文之间空一格。 */
const spaced = (text: string): string => (/^[!-~]/u.test(text) ? ` ${text}` : text);

export const chinese: Catalogue = {
  ...judging,
  ...figures,
  ...reading,
  ...reviewing,
  ...outputs,
  ...form,
  ...narrative,
  ...privacy,
  "no-workspace": ({ folder, exists }) => ({
    what: exists ? `“${folder}”里没有 evipack.yaml，不是工作目录` : `没有“${folder}”这个文件夹`,
    next: "用 -C 指明工作目录，或用 evipack init 新建一个。",
  }),
  "no-map": ({ name, nearest, known }) => ({
    what: `找不到指标体系“${name}”`,
    next: `${meant(nearest)}${known.length === 0 ? "" : `内置的有：${list(known)}；`}也可以写成工作目录里的 YAML 文件，如 indicators.yaml。`,
  }),
  "no-as-of": () => ({
    what: "没有截止日期，材料新旧无从判断",
    next: "在 evipack.yaml 里写 as_of: 2019-10-31，或加 --as-of 日期（today 为今天）。",
  }),
  "bad-option": ({ option, value, expected }) => ({
    what: `${option} 的值“${value}”不合用`,
    next: `应为：${expected.replaceAll(", ", " 或 ")}。`,
  }),
  "unknown-name": ({ what, name, known, nearest }) => ({
    what: `没有名为“${name}”的${{ schema: " JSON Schema", department: "部门", indicator: "指标或评估部分", code: "问题代号" }[what]}`,
    next: `${meant(nearest)}${what === "code" ? "用 evipack explain 列出全部。" : among(known)}`,
  }),
  "unsafe-output": ({ folder, reason }) => ({
    what: `不能写到“${folder}”：${
      reason === "not-a-pack"
        ? "那里已有别的内容，不是以前编出的成果包"
        : reason === "in-evidence"
          ? "它是工作目录里的材料或配置"
          : "它就是工作目录，或包含着工作目录"
    }`,
    next: "换一个新的或空的文件夹。",
  }),
  "cannot-write": ({ folder, cause }) => ({
    what: `写不进“${folder}”（${cause}）`,
    next: "确认有写入权限、磁盘有空间，并关掉正打开着成果包的 Word、WPS 或阅读器；以前的成果包没有动过。",
  }),
  "not-empty": ({ folder }) => ({
    what: `“${folder}”里已有文件，没有动它`,
    next: "换一个空文件夹，或先把里面的东西移走。",
  }),
  incomplete: ({ errors }) => ({
    what: `还有 ${String(errors)} 个问题没有解决，按 --require-complete 的要求没有写出成果包`,
    next: "补齐之后再编；只要草稿就去掉 --require-complete。",
  }),
  "yaml-syntax": ({ fault, message, text }) => ({
    what: `YAML 写法有误：${yaml[fault] ?? message}${text === "" ? "" : `（${text}）`}`,
    next: yamlRemedies[fault] ?? "改正这里；注意用空格缩进，冒号后留一个空格，括号和引号要成对。",
  }),
  "cannot-read": ({ cause }) => ({
    what: cause === "EOUTSIDE" ? "是指向工作目录之外的链接，没有读取" : `读不了这个文件（${cause}）`,
    next: "确认文件存在、有读取权限。",
  }),
  "not-utf8": () => ({ what: "不是 UTF-8 文本（可能是 GBK/ANSI）", next: "用记事本或 WPS 打开，另存为 UTF-8 编码。" }),
  "unknown-key": ({ key, nearest, known }) => ({
    what: `不认识的名称“${key}”`,
    next: nearest === null ? among(known) : meant(nearest),
  }),
  "missing-key": ({ key }) => ({ what: `缺少“${key}”`, next: `在这里补上 ${key}:。` }),
  "wrong-type": ({ key, expected, got }) => ({
    what: `${key === "" ? "整个文件" : `“${key}”`}应为${spaced(typeName(expected))}，现在是${spaced(typeName(got))}`,
    next: "改成应有的写法。",
  }),
  "unknown-value": ({ key, got, nearest, known }) => ({
    what: `“${key}”不能是“${got}”`,
    next: nearest === null ? among(known) : `${meant(nearest)}${among(known)}`,
  }),
  "out-of-bounds": ({ key, bound, limit }) => ({
    what: `“${key}”${bound === "min" ? `太小或太短，至少为 ${limit}` : `太大或太长，至多为 ${limit}`}`,
    next: "改成范围之内的值。",
  }),
  "bad-form": ({ key, got, expected }) => ({
    what: `“${key}”的写法“${got}”不合要求`,
    next: `${forms[expected] ?? expected}。`,
  }),
  "period-reversed": ({ key }) => ({ what: `“${key}”的起日在止日之后`, next: "对调 from 和 to。" }),
  "value-or-formula": ({ key }) => ({
    what: `数据“${key}”应有 value 或 formula 之一，且只有一个`,
    next: "写数就用 value，由别的数据算出就用 formula。",
  }),
  "duplicate-code": ({ code, first: at }) => ({
    what: `指标编号“${code}”重复，第一次出现在${first(at)}`,
    next: "每个编号只能用一次，改掉其中一个。",
  }),
  "duplicate-requirement": ({ key, indicator, first: at }) => ({
    what: `指标 ${indicator} 里有两个材料要求都叫“${key}”，第一个在${first(at)}`,
    next: "同一指标里 key 不能相同，改掉其中一个。",
  }),
  "duplicate-folder": ({ folder, first: at }) => ({
    what: `两个部门用了同一个文件夹“${folder}”，前一个在${first(at)}`,
    next: "给其中一个另写 folder；多余的部门从 departments 里删去。",
  }),
  "unknown-department": ({ id, nearest }) => ({
    what: `没有部门“${id}”`,
    next: `${meant(nearest)}在 departments 里补上，或改成已有的部门。`,
  }),
  "unknown-indicator": ({ code, nearest }) => ({
    what: `指标体系里没有末级指标“${code}”`,
    next: meant(nearest) || "对照指标体系改正编号。",
  }),
  "unknown-requirement": ({ key, indicator, nearest }) => ({
    what: `指标 ${indicator} 没有名为“${key}”的材料要求`,
    next: meant(nearest) || "对照指标体系改正 requirement。",
  }),
  "unknown-tag": ({ id, nearest }) => ({
    what: `没有任务标签“${id}”`,
    next: `${meant(nearest)}在指标体系开头的 tags 里补上，或改正。`,
  }),
  "unknown-fact": ({ name, nearest }) => ({
    what: `算式里用到的数据“${name}”不在 facts.yaml 里`,
    next: `${meant(nearest)}在 facts.yaml 里补上，或改正算式。`,
  }),
  "bad-score": ({ indicator, got, allowed }) => ({
    what: `指标 ${indicator} 的自评不能是“${got}”`,
    next: allowed === "" ? "这个指标只写文字、不计分，删去这一条。" : `可以是：${allowed.replaceAll(", ", "、")}。`,
  }),
  "bad-limit": ({ indicator, reason }) => ({
    what: `指标 ${indicator} 按数值达标评分，${
      reason === "none" ? "却没有写标准值" : reason === "several" ? "却写了不止一个标准值" : "between 的下限却大于上限"
    }`,
    next: "在 scoring 里写 at_least、at_most、more_than、less_than、equals 或 between 之一，只写一个。",
  }),
  "requires-on-group": ({ code }) => ({
    what: `指标 ${code} 下面还有指标，不能直接写材料要求`,
    next: "把 requires 移到它下面的末级指标里。",
  }),
  "path-outside": ({ path }) => ({
    what: `“${path}”在工作目录之外，或是通向外面的链接`,
    next: "只能用工作目录里的文件和文件夹；要用的就复制进来。",
  }),
  "no-requirements": () => ({ what: "指标体系里没有一条材料要求，无可核对", next: "在末级指标里写 requires。" }),
  "no-evidence-folder": ({ folder }) => ({
    what: `没有材料文件夹“${folder}”，无可核对`,
    next: `在工作目录里建 ${folder}/，各部门一个子文件夹。`,
  }),
  "unreadable-file": ({ reason, requirement, title }) => ({
    what: `${unreadable[reason][0]}${requirement === null ? "" : `，不能证明 ${requirement.split("/")[0] ?? ""}“${title}”`}`,
    next: unreadable[reason][1],
  }),
  "refused-link": ({ reason }) => ({ what: refused[reason] ?? "没有采用", next: "把文件本身复制进来。" }),
  "unmatched-file": ({ code, nearest, example, register }) => ({
    what: code === null ? "对应不上任何材料要求，没有编入" : `编号“${code}”不是指标体系里的末级指标，没有编入`,
    next: `${meant(nearest)}${
      register === "listed"
        ? `在登记表里填写指标编号和材料要求，如“${example}”。`
        : `文件名以指标编号开头，如“${example}”${register === "left-out" ? "，或补进登记表" : ""}；与评估无关的文件移出材料文件夹。`
    }`,
  }),
  "ambiguous-file": ({ candidates }) => ({
    what: `同时像 ${String(candidates.length)} 项材料，没有编入：${list(
      candidates.slice(0, 5).map(({ id, title }) => `${id.split("/")[0] ?? ""}“${title}”`),
    )}${candidates.length > 5 ? " 等" : ""}`,
    next: "在文件名开头写明指标编号，并写出材料名称。",
  }),
  "unassigned-file": ({ indicator, asked, registered }) => ({
    what: `能对应到指标 ${indicator}，但看不出是哪一项材料；已编入，不计入覆盖`,
    next:
      asked.length === 0
        ? "该指标没有材料要求，可移走。"
        : `${registered ? "登记表“材料要求”一栏" : "文件名里"}写明其中一项：${list(asked)}。`,
  }),
  "unknown-folder": ({ folder, nearest, files }) => ({
    what:
      folder === ""
        ? `有 ${String(files)} 个文件直接放在材料文件夹里，不属于任何部门`
        : `文件夹“${folder}”不属于任何部门（内有 ${String(files)} 个文件）`,
    next:
      folder === ""
        ? "放进各部门的文件夹。"
        : `${meant(nearest)}改成部门的文件夹名，或在 evipack.yaml 的 departments 里登记。`,
  }),
  "duplicate-file": ({ first: path, sameRequirement }) => ({
    what: `与 ${path} 内容完全相同${sameRequirement ? "，只编入一份" : ""}`,
    next: sameRequirement ? "删去其中一份。" : "确认是否重复报送；确属两处都要用的可以不管。",
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
    what: `${requirement.split("/")[0] ?? ""} ${indicatorTitle}：缺“${title}”${min > 1 ? `（需 ${String(min)} 件）` : ""}`,
    next: `${ask(owner, contact)}放进 ${expectedIn}/。`,
  }),
  "too-few": ({ requirement, title, indicatorTitle, have, need, owner, contact, expectedIn }) => ({
    what: `${requirement.split("/")[0] ?? ""} ${indicatorTitle}：“${title}”只有 ${String(have)} 件，需 ${String(need)} 件`,
    next: `${ask(owner, contact)}再补 ${String(need - have)} 件，放进 ${expectedIn}/。`,
  }),
  "missing-years": ({ requirement, title, indicatorTitle, years, undated, owner, contact, expectedIn }) => ({
    what: `${requirement.split("/")[0] ?? ""} ${indicatorTitle}：“${title}”缺 ${list(years.map((year) => `${String(year)}年`))}`,
    next: `${undated > 0 ? `有 ${String(undated)} 件看不出年份，先在文件名里写上年份；仍然缺的，` : ""}${ask(owner, contact)}放进 ${expectedIn}/。`,
  }),
  "outside-window": ({ requirement, title, period, window }) => ({
    what: `时间（${span(period)}）在材料时限 ${span(window)} 之外，不计入 ${requirement.split("/")[0] ?? ""}“${title}”`,
    next: "换成时限之内的材料；若文件名里的年份写错了，改正文件名。",
  }),
  "no-doc-number": ({ requirement, title }) => ({
    what: `${requirement.split("/")[0] ?? ""}“${title}”应是有文号的正式发文，文件名里没有文号`,
    next: "在文件名里写上文号，如（奉政发〔2018〕12号）。",
  }),
  "waiver-expired": ({ indicator, until }) => ({
    what: `指标 ${indicator} 的免报已于 ${until} 到期`,
    next: "延长 until，或补齐材料。",
  }),
  "photo-caption": ({ requirement, title, missing }) => ({
    what: `${requirement.split("/")[0] ?? ""}“${title}”的照片说明缺${list(missing.map((part) => captionParts[part]))}`,
    next: "在登记表里填写日期、地点、人物、主题，或在“说明”一栏写一句完整的话。",
  }),
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
  "narrative-missing": ({ indicator, title, expectedIn }) => ({
    what: `指标 ${indicator}“${title}”没有自评文字`,
    next: `写进 ${expectedIn}。`,
  }),
  "narrative-unknown": ({ name, nearest, example }) => ({
    what: `“${name}”不是末级指标编号，也不是 overview、problems，没有编入报告`,
    next: meant(nearest) || `文件名以指标编号开头，如 ${example}。`,
  }),
  "narrative-unreadable": ({ cause }) => ({
    what:
      cause === "not-utf8"
        ? "自评文字不是 UTF-8 文本（可能是 GBK/ANSI），没有编入报告"
        : cause === "EOUTSIDE"
          ? "是指向工作目录之外的链接，没有编入报告"
          : `自评文字读不出来（${cause}），没有编入报告`,
    next: cause === "not-utf8" ? "用记事本或 WPS 打开，另存为 UTF-8 编码。" : "把文件本身放进来，确认有读取权限。",
  }),
  "narrative-unsupported": ({ what }) => ({
    what:
      what === "docx" ? "暂不读取 Word 格式的自评文字" : `${unsupported[what] ?? what}不能原样编入，只保留其中的文字`,
    next: what === "docx" ? "存成 Markdown（.md）文本。" : "改用段落、列表或表格。",
  }),
  "no-converter": ({ engine, url }) => ({
    what: {
      embedded: "没有可用的 Office 转换程序，Office 文件编入的都是替代页",
      soffice: "这台电脑上找不到 LibreOffice（soffice），Office 文件编入的都是替代页",
      gotenberg: `连不上 Gotenberg 服务器 ${url}，Office 文件编入的都是替代页`,
    }[engine],
    next: {
      embedded: "用 npm install 补装可选的 @matbee/libreoffice-converter；或安装 LibreOffice 后再编。",
      soffice: "安装 LibreOffice，或在 evipack.yaml 里写 converter: embedded，用自带的转换程序。",
      gotenberg: "确认地址无误、服务器已启动；或在 evipack.yaml 里写 converter: embedded，用自带的转换程序。",
    }[engine],
  }),
  "not-rendered": ({ reason }) => ({ what: unprinted[reason][0], next: unprinted[reason][1] }),
  "repaired-pdf": () => ({
    what: "PDF 有损坏，已经修复后编入",
    next: "对照原件看看编入的各页是否齐全、清楚；有缺漏就重新导出或扫描一份。",
  }),
  "salvaged-document": () => ({
    what: "文件有损坏，只编入了还能读出的部分",
    next: "用 WPS 或 Office 打开核对，另存一份再报送。",
  }),
  "removed-from-pdf": ({ parts }) => ({
    what: `PDF 里的${parts.map((each) => removed[each]).join("、")}没有编入，页面内容不受影响`,
    next: parts.includes("embedded-files") ? "附带的文件如果也是材料，要取出来单独放进文件夹。" : "一般不用处理。",
  }),
  "missing-glyphs": ({ characters }) => ({
    what: `有 ${String(characters.length)} 个字在所用字体里没有，PDF 中印成〓：${characters.slice(0, 20).join(" ")}`,
    next: "核对原文是否有误；生僻字可换用通行写法。",
  }),
  "unstable-pages": ({ rounds }) => ({
    what: `页码排了 ${String(rounds)} 遍仍未稳定`,
    next: "目录里的页码可能差一页，核对后再用。",
  }),
  ...assignWords,
};

const unsupported: Readonly<Record<string, string>> = {
  picture: "图片",
  footnote: "脚注",
  html: "HTML 代码",
  code: "代码块",
  deletion: "删除线",
};

const removed: Readonly<Record<RemovedPart, string>> = {
  "embedded-files": "附带文件",
  "import-data": "导入数据的动作",
  javascript: "脚本（JavaScript）",
  launch: "启动程序的动作",
  media: "音频、视频或三维内容",
  "open-action": "打开时自动执行的动作",
  "other-action": "按钮等交互动作",
  "remote-link": "指向其他文件的链接",
  "submit-form": "提交表单的动作",
};

function span({ from, to }: { readonly from: string; readonly to: string }): string {
  if (from.slice(0, 4) === to.slice(0, 4) && from.endsWith("-01-01") && to.endsWith("-12-31"))
    return `${from.slice(0, 4)}年`;
  return from === to ? from : `${from} 至 ${to}`;
}
