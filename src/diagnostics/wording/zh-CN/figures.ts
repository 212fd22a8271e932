/** 数据、算式、达标线、数据表的措辞。 */
import type { Limit } from "../../../model/map.ts";
import type { SourceRef } from "../../../model/source.ts";
import type { FiguresFacts, FormulaReason, TableReason, UsedFact } from "../../facts/figures.ts";
import type { CatalogueOf } from "../catalogue.ts";
import { meant, selfScore } from "./phrases.ts";

const among = (names: readonly string[]): string =>
  names.length === 0 ? "" : `可用的有：${names.slice(0, 12).join("、")}${names.length > 12 ? "等" : ""}。`;
const place = ({ file, line, cell }: SourceRef): string =>
  cell === undefined ? ` ${file} 第${String(line ?? 1)}行` : ` ${file} 的 ${cell} `;

const formulaFault: Readonly<Record<FormulaReason, (about: string) => string>> = {
  syntax: () => "写法不通",
  unsupported: () => "只能用数据名称、数字、加减乘除、比较、括号和函数",
  "too-long": () => "太长，或括号套得太深",
  cycle: (about) => `绕了一圈又用到自己：${about}`,
  "division-by-zero": (about) => (about === "" ? "里有除以零" : `算到“${about}”一行时除以零`),
  overflow: () => "算出的数太大，不成数",
  "not-a-figure": () => "得出的不是一个数",
  converted: () => "自己写了单位换算，而万元、万人等已由程序换成元、人",
  "not-a-condition": () => "在该写条件的地方写了数",
  "two-tables": (about) => `把两张表（${about}）的各行算在了一起`,
  "table-alone": (about) => `里的“${about}”是一张表，不是一个数`,
};

const formulaRemedy: Partial<Readonly<Record<FormulaReason, string>>> = {
  "too-long": "拆成几个数据分步计算。",
  cycle: "其中至少有一个数据要直接写 value。",
  "not-a-figure": "列要用 sum、mean、spread 等合成一个数，条件要用 count_if 或 share。",
  "not-a-condition": "条件写成比较，如 小学.学生数 >= 50，再用 && 或 || 连接。",
  converted: "删去算式里的 * 10000 之类，结果的单位写在 unit。",
  "two-tables": "各行要对得上，只能在同一张表里逐行计算；先各自合成一个数。",
  "table-alone": "写成“表名.列名”，行数用 count(表名)。",
};

const usages: Readonly<Record<string, string>> = {
  sum: "sum(表.列)",
  min: "min(表.列) 或 min(甲, 乙)",
  max: "max(表.列) 或 max(甲, 乙)",
  mean: "mean(表.列)，加权为 mean(表.列, 表.权数)",
  spread: "spread(表.列)，加权为 spread(表.列, 表.权数)",
  round: "round(数, 小数位数)",
  level: "level(数, 标准)",
  count: "count(表)",
  count_if: "count_if(条件)，条件逐行比较表里的列",
  share: "share(条件)，条件逐行比较表里的列",
  met: "met(条件, 条件, …)",
};

const tableFault: Readonly<Record<TableReason, (about: string) => readonly [string, string]>> = {
  "not-a-table": () => ["不是 .xlsx 或 .csv 数据表，没有采用", "tables/ 里只放 .xlsx 或 .csv，其他文件移到别处。"],
  "no-figures": () => ["里没有找到数据：要有一行表头，下面各行有数字", "第一行写表头，单位写在表头的括号里。"],
  "name-taken": (about) => [`与 ${about} 同名，没有采用`, "数据表以文件名为名，改掉其中一个。"],
  "cannot-read": (about) => [`读不出来（${about}）`, "确认文件在工作目录之内、有读取权限。"],
  corrupt: () => ["已损坏，打不开", "用 WPS 或 Excel 打开后另存一份。"],
  encrypted: () => ["设了打开密码", "去掉密码另存一份。"],
  "old-format": () => ["是旧格式的表格（.xls）", "另存为 .xlsx。"],
  "too-large": () => ["太大（超过 2 万行）", "只保留要用的行和列，另存一份。"],
};

const withUnit = (value: number, unit: string): string =>
  `${String(value)}${unit === "" || unit === "%" || unit === "‰" ? unit : ` ${unit}`}`;

const limitText = ({ operator, value, upTo }: Limit, unit: string): string => {
  const [one, two] = [withUnit(value, unit), withUnit(upTo ?? value, unit)];
  return {
    at_least: `不低于 ${one}`,
    at_most: `不高于 ${one}`,
    more_than: `高于 ${one}`,
    less_than: `低于 ${one}`,
    equals: `等于 ${one}`,
    between: `在 ${one} 至 ${two} 之间`,
  }[operator];
};

const failingRows = (rows: readonly string[]): string =>
  rows.length === 0
    ? ""
    : `；未达到的有：${rows.slice(0, 8).join("、")}${rows.length > 8 ? `等 ${String(rows.length)} 个` : ""}`;

/** 单位，纯数写作“无单位”。 */
const unitName = (unit: string): string => (unit === "1" ? "无单位" : unit);

const usedFacts = (uses: readonly UsedFact[]): string =>
  uses.length === 0
    ? ""
    : `算式用到：${uses.map(({ name, unit, at }) => `${name}（${unit === "" ? "未写单位" : unit}，${at.file}:${String(at.line ?? 1)}）`).join("、")}。`;

export const figures: CatalogueOf<FiguresFacts> = {
  "bad-formula": ({ formula, reason, about, uses }) => ({
    what: `算式“${formula.slice(0, 80)}”${formulaFault[reason](about)}`,
    next: `${usedFacts(uses)}${formulaRemedy[reason] ?? "改正算式或它用到的数据。"}`,
  }),
  "unknown-table": ({ name, nearest, known }) => ({
    what: `算式里用到的数据表“${name}”不在 tables/ 里`,
    next: `${meant(nearest)}${nearest === null ? among(known) : ""}把表放进 tables/，或改正算式。`,
  }),
  "unknown-column": ({ table, name, nearest, known }) => ({
    what: `数据表“${table}”没有数字列“${name}”`,
    next: `${meant(nearest)}${nearest === null ? among(known) : ""}在表头里补上，或改正算式。`,
  }),
  "unknown-function": ({ name, nearest, known }) => ({
    what: `算式里的函数“${name}”不存在`,
    next: `${meant(nearest)}${nearest === null ? among(known) : ""}改正算式。`,
  }),
  "bad-arguments": ({ formula, function: name }) => ({
    what: `算式“${formula.slice(0, 80)}”里 ${name}() 的用法不对`,
    next: `写成 ${usages[name] ?? `${name}(…)`}。`,
  }),
  "unit-mismatch": ({ formula, left, right, operator, uses }) => ({
    what:
      operator === ""
        ? `算式“${formula.slice(0, 80)}”得出的单位是“${unitName(left)}”，与写明的单位“${unitName(right)}”不符`
        : `算式“${formula.slice(0, 80)}”把单位不同的数放在一起（${operator}）：“${unitName(left)}”和“${unitName(right)}”`,
    next: `${usedFacts(uses)}核对各数据的单位和算式；单位写错了就改单位，算错了就改算式。`,
  }),
  "table-unreadable": ({ reason, about }) => {
    const [what, next] = tableFault[reason](about);
    return { what: `这个文件${what}`, next };
  },
  "table-heading": ({ heading, first }) => ({
    what: first === null ? "这一列有数字，却没有表头，用不上" : `表头“${heading}”与${place(first)}重复，这一列没有采用`,
    next: "每列一个表头，名称不能相同；单位写在表头的括号里。",
  }),
  "table-value": ({ column, got }) => ({
    what: got === "" ? `“${column}”一列里的公式没有结果` : `“${column}”一列里的“${got}”不是数，或单位与表头不符`,
    next: "填上数；没有的填 0，还不知道的留空。",
  }),
  "table-row-twice": ({ name, first }) => ({
    what: `“${name}”在表里出现两次，前一次在${place(first).trimEnd()}，会重复计算`,
    next: "删去一行，或把名称写得能分清。",
  }),
  "table-sheets": ({ read, left }) => ({
    what: `这个文件有几张数据表，只读了“${read}”，没有读“${left.join("”“")}”`,
    next: "一个文件放一张表，其余的另存为文件。",
  }),
  "fact-conflict": ({ title, value, other, first }) => ({
    what: `“${title}”的数前后不一：这里是 ${value}，${place(first).trim()}是 ${other}`,
    next: "向负责的部门核实，一个数只写一次；口径不同的，在名称或 base 里写明。",
  }),
  "fact-claim": ({ title, value, formula, computed }) => ({
    what: `“${title}”写的是 ${value}，按“${formula}”算得 ${computed}`,
    next: "核对两边的数，改正写错的一个。",
  }),
  "fact-date": ({ title, day, window }) => ({
    what: `“${title}”的截止日期（${day}）不在 ${window.from} 至 ${window.to} 之内`,
    next: "换成时限之内的数；日期写错了，改正 as_of。",
  }),
  "figure-missing": ({ title, of, indicators, owner, contact, cell }) => ({
    what:
      cell === null
        ? `“${title}”还没有数，指标 ${indicators.join("、")} 算不出是否达标`
        : of === "fact"
          ? `数据“${title}”用到的表里有空白单元格，指标 ${indicators.join("、")} 算不出是否达标`
          : `指标 ${indicators.join("、")}“${title}”用到的表里有空白单元格，算不出是否达标`,
    next: `${owner === "" ? "" : `向${owner}催要${contact === "" ? "" : `（联系人：${contact}）`}，`}${
      cell === null ? "填在 value 里。" : `填进${place(cell).trimEnd()}。`
    }`,
  }),
  "figure-without-evidence": ({ title, item, nearest, indicators }) => ({
    what:
      item === ""
        ? `指标 ${indicators.join("、")} 用到“${title}”，却没有写用哪份材料证明`
        : `“${title}”说由“${item}”证明（指标 ${indicators.join("、")}），报送的材料里没有这一份`,
    next: item === "" ? "在 item 里写上材料名称。" : `${meant(nearest)}补报这份材料，或改正 item。`,
  }),
  "threshold-not-met": ({ indicator, title, figure, unit, limit, claimed, failing }) => ({
    what:
      `指标 ${indicator}“${title}”未达标：${withUnit(figure, unit)}，标准为${limitText(limit, unit)}` +
      failingRows(failing) +
      (claimed ? "；自评却写了达标" : ""),
    next: `核对数据；确实没有达到的，在 evipack.yaml 的 scores 里给 ${indicator} 写 self: not（${selfScore("not")}）和 reason（理由），如实说明，列入整改。`,
  }),
  "score-differs": ({ indicator, title, self, figure, unit, limit, outcome }) => ({
    what: `指标 ${indicator}“${title}”自评为“${selfScore(self)}”，按数据却${outcome === "met" ? "已达标" : "未达标"}：${withUnit(figure, unit)}，标准为${limitText(limit, unit)}；报告以数据为准`,
    next: `核对数据；数据无误的，把自评改成 ${outcome}（${selfScore(outcome)}）或删去，理由一并改正。`,
  }),
  "score-without-evidence": ({ indicator, title, self, owed }) => ({
    what: `指标 ${indicator}“${title}”自评为“${selfScore(self)}”，${owed.length === 0 ? "但应报的材料一件也没有报送" : `已是最高，但${owed.map((each) => `“${each}”`).join("、")}还没有报齐`}`,
    next: "先补齐材料，或调低自评。",
  }),
};
