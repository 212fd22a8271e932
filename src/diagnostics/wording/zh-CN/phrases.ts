/** 各处共用的短语。 */
import type { DocNumberFault } from "../../facts/registers.ts";
import type { UnreadableReason } from "../../../model/evidence.ts";

export const meant = (nearest: string | null): string => (nearest === null ? "" : `是否想写“${nearest}”？`);

export const list = (names: readonly string[]): string => names.join("、");

export const among = (names: readonly string[]): string => (names.length === 0 ? "" : `可用的有：${list(names)}。`);

/** 材料要求所属指标的编号。 */
export const codeOf = (requirement: string): string => requirement.split("/")[0] ?? "";

const scores: ReadonlyMap<string, string> = new Map([
  ["pass", "通过"],
  ["fail", "不通过"],
  ["met", "符合"],
  ["partly", "基本符合"],
  ["not", "不符合"],
]);

/** 自评按报告的说法；等级、分数照写。 */
export const selfScore = (self: string): string => scores.get(self) ?? self;

/** 文件为什么读不出来，怎么办。 */
export const unreadable: Readonly<Record<UnreadableReason, readonly [string, string]>> = {
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
  "text-in-disguise": [
    "内容只是纯文本或网页，不是扩展名所说的文件，打不开",
    "多半是下载或导出时出了错，从原件重新导出；本来就是纯文本、网页的，把扩展名改成 .txt、.html。",
  ],
  "too-large": [
    "太大（本身或展开后超过 512 MB，或转换时占用内存过多），不予打开",
    "拆分成几个文件，或另存为 PDF 再报送。",
  ],
};

/** 部门看到的说法，与办公室能做的不同的。 */
export const askedOf: Readonly<Partial<Record<UnreadableReason, string>>> = {
  encrypted: "去掉打开密码另存一份，报送不加密的版本。",
};

/** 文号哪里写得不规范。 */
export const docNumberFaults: Readonly<Record<DocNumberFault, string>> = {
  brackets: "年份没有用六角括号〔〕括起来",
  year: "年份不是四位数",
  ordinal: "序号前多了“第”字",
  zero: "序号前多了 0",
  suffix: "后面少了“号”字",
  sign: "没有机关代字",
};
