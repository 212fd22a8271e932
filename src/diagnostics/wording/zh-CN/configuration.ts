/** 配置和指标体系。 */
import type { SourceRef } from "../../../model/source.ts";
import type { ConfigurationFacts } from "../../facts/configuration.ts";
import type { TypedNumber } from "../../../schema/typed-number.ts";
import type { CatalogueOf } from "../catalogue.ts";
import { among, meant } from "./phrases.ts";
import { slipRemedies, slips } from "./yaml.ts";

const first = ({ file, line }: SourceRef): string => (line === undefined ? ` ${file}` : ` ${file} 第${String(line)}行`);

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

const typeName = (names: string): string =>
  names
    .split("|")
    .map((name) => types[name] ?? name)
    .join("，或");

const forms: Readonly<Record<string, string>> = {
  exhibit: "附件编号应写成 2-1-1-03 的样子",
  fingerprint: "要求的指纹是 16 位十六进制数；由 evipack check --accept 写出，不用手改",
  hash: "应是文件的 SHA-256（64 位十六进制数）或 unread；由 evipack check --accept 写出，不用手改",
  stamp:
    "页码的写法里要有 {n}（页码），还可以用 {exhibit}（附件号）和 {volume}（册号），最多 60 个字；只用汉字、字母、数字和常用标点",
  "stamp-plain":
    "页码的写法里要有 {n}（页码），还可以用 {volume}（册号），最多 60 个字；只用汉字、字母、数字和常用标点",
  url: "地址应写成 http://127.0.0.1:3000 的样子",
  year: "年份应写成 2019 的样子",
  "due-all": "all 要单独写，外面不加方括号：due: all；它指其他阶段没有列的全部材料，不能与编号写在一起",
  date: "日期应写成 2019-03-05 的样子，且确有其日",
  regex: "名称只能用文字、数字、下划线和短横线，且不以数字开头",
  name: "名称只能用文字、数字、下划线和短横线，且不以数字开头",
};

/** 汉字与西文之间空一格。 */
const spaced = (text: string): string => (/^[!-~]/u.test(text) ? ` ${text}` : text);

/** 打成文字的数该怎么写，单位写到哪里。 */
function asTyped(key: string, { plain, unit, scaled }: TypedNumber): string {
  if (scaled !== null)
    return unit === ""
      ? `写成 ${key}: ${plain}（单位不带“${scaled.scale}”），或者 ${key}: ${scaled.plain}（单位带“${scaled.scale}”，如 unit: ${scaled.scale}元）。`
      : `写成 ${key}: ${plain}、unit: ${unit}；或者 ${key}: ${scaled.plain}、unit: ${scaled.scale}${unit}。`;
  return unit === ""
    ? `写成 ${key}: ${plain}，不加引号、逗号和空格。`
    : `写成 ${key}: ${plain}；单位“${unit}”不写在数字里，有 unit 一项的写在那里。`;
}

export const configuration: CatalogueOf<ConfigurationFacts> = {
  "yaml-syntax": ({ fault, message, text }) => ({
    what: `YAML 写法有误：${slips[fault] ?? message}${text === "" ? "" : `（${text}）`}`,
    next: slipRemedies[fault] ?? "改正这里；注意用空格缩进，冒号后留一个空格，括号和引号要成对。",
  }),
  "cannot-read": ({ cause }) =>
    cause === "EFONT"
      ? { what: "不是字体文件，或者已经损坏", next: "换成能用的 TTF、OTF 或 TTC 文件，或者移出字体文件夹。" }
      : {
          what:
            cause === "EOUTSIDE"
              ? "是指向工作目录之外的链接，没有读取"
              : cause === "ENOENT"
                ? "没有这个文件"
                : `读不了这个文件（${cause}）`,
          next:
            cause === "EOUTSIDE"
              ? "把链接所指的文件复制到这里，换下链接。"
              : cause === "ENOENT"
                ? "核对文件名和所在的文件夹。"
                : "确认文件存在、有读取权限。",
        },
  "not-utf8": () => ({ what: "不是 UTF-8 文本（可能是 GBK/ANSI）", next: "用记事本或 WPS 打开，另存为 UTF-8 编码。" }),
  "unknown-key": ({ key, nearest, known }) => ({
    what: `不认识的名称“${key}”`,
    next: nearest === null ? among(known) : meant(nearest),
  }),
  "missing-key": ({ key }) => ({ what: `缺少“${key}”`, next: `在这里补上 ${key}:。` }),
  "wrong-type": ({ key, expected, got, example, typed }) => ({
    what: `${key === "" ? "整个文件" : `“${key}”`}应为${spaced(typeName(expected))}，现在是${spaced(typeName(got))}`,
    next:
      typed === null
        ? example === null
          ? `改写成${spaced(typeName(expected))}。`
          : `例如写成 ${key}: ${example}。`
        : asTyped(key, typed),
  }),
  "unknown-value": ({ key, got, nearest, known }) => ({
    what: `“${key}”不能是“${got}”`,
    next: nearest === null ? among(known) : `${meant(nearest)}${among(known)}`,
  }),
  "out-of-bounds": ({ key, of, bound, limit, inclusive }) => {
    const least = bound === "min";
    const what = {
      number: least
        ? `太小，${inclusive ? "最小为" : "必须大于"} ${limit}`
        : `太大，${inclusive ? "最大为" : "必须小于"} ${limit}`,
      text: least ? `太短，至少 ${limit} 个字` : `太长，至多 ${limit} 个字`,
      list: least ? `太少，至少 ${limit} 个` : `太多，至多 ${limit} 个`,
    }[of];
    if (of !== "number" && least && limit === "1") return { what: `“${key}”不能空着`, next: "在这里补上。" };
    return { what: `“${key}”${what}`, next: "改到范围之内。" };
  },
  "unknown-code": ({ name, exists, nearest }) => ({
    what: exists ? `“${name}”的轻重是定死的，不能改` : `没有“${name}”这种问题`,
    next: exists ? "删去这一行。" : `${meant(nearest)}全部代号用 evipack explain 查看。`,
  }),
  "bad-form": ({ key, got, expected }) => ({
    what: `“${key}”的写法“${got}”不合要求`,
    next: `${forms[expected] ?? expected}。`,
  }),
  "as-of-before-window": ({ day, window }) => ({
    what: `截止日期 ${day} 早于材料时限的起日（${window.from} 至 ${window.to}），时限之内的材料还不能有，注明时间的几乎都不计入`,
    next: "核对 evipack.yaml 的 as_of（或 --as-of）和材料时限 window，改正写错的一个。",
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
    what: `用到的数据“${name}”不在 facts.yaml 里`,
    next: `${meant(nearest)}在 facts.yaml 里补上，或改正这里的名称。`,
  }),
  "bad-score": ({ indicator, got, allowed }) => ({
    what: `指标 ${indicator} 的评分不能是“${got}”`,
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
};
