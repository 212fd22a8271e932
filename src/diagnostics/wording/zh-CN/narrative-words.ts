/** 自评文字哪里读不全、图片哪里有问题：先说怎么了，再说怎么办。 */
import type { PictureFault } from "../../facts/narrative.ts";
import type { Loss } from "../../../model/narrative.ts";

type Said = readonly [what: string, next: string];

export const unreadableTexts: Readonly<Record<string, Said>> = {
  "not-utf8": ["自评文字不是 UTF-8 文本（可能是 GBK/ANSI）", "用记事本或 WPS 打开，另存为 UTF-8 编码。"],
  EOUTSIDE: ["是指向工作目录之外的链接", "把文件本身放进来，确认有读取权限。"],
  encrypted: ["Word 文字设了打开密码", "去掉密码另存一份；知道密码的，也可以写进 evipack.yaml 的 passwords。"],
  damaged: ["Word 文字已损坏，或不是真正的 .docx 文件", "用 Word 或 WPS 打开原件，重新另存为 .docx。"],
  "too-large": ["Word 文字展开后超过 256 MB", "把大图片压缩或删去，再另存一份。"],
  "too-deep": ["引用或列表套了 50 层以上", "列表最多套三四层，改用段落和小标题。"],
  "old-word": ["是老格式的 Word 文字（.doc、.rtf 或 .odt）", "用 Word 或 WPS 打开，另存为 .docx。"],
  format: ["自评文字只读 Markdown（.md）和 Word（.docx）", "另存为其中一种；不是自评文字的，移到别处。"],
};

const words = "只保留其中的文字";

export const lossWords: Readonly<Record<Loss["what"], Said>> = {
  html: ["文中有网页代码（HTML），按原样印成了文字", "去掉尖括号里的代码，加粗写 **…**，换行用空行。"],
  deletion: [`删除线不能保留，${words}`, "不要的文字直接删去。"],
  "note-undefined": ["脚注只有标记，没有内容", "在文末另起一行写 [^标记]: 内容，或删去标记。"],
  "note-unused": ["脚注有内容，正文里没有标记，内容排成了段落", "在正文里补上 [^标记]，或删去这条脚注。"],
  "note-in-note": ["脚注里还有脚注，里面那条排成了文字", "两条脚注并成一条。"],
  "note-in-heading": ["标题或表头里有脚注，内容排在了下面", "把脚注移到正文或表格里。"],
  "mention-in-heading": ["标题或表头里的引用没有换成附件或数据", "把引用移到正文或表格里。"],
  "definition-unused": [
    "有一行被当作链接地址，正文里没有用到，按原样印成了文字",
    "是正文的，去掉行首的方括号或冒号；是链接的，在正文里引用。",
  ],
  link: ["链接指向的不是网址，印成了文字", "写完整的网址（https://…），或只写文字。"],
  control: ["有不能印出来的控制字符，已去掉", "多半是从别处粘贴带来的，删去重打即可。"],
  "merged-cells": [
    "表格有合并的单元格，已拆开，每格重复同样的文字",
    "改成没有合并单元格的表格；要保持原样的，作为材料报送。",
  ],
  "table-in-cell": [`单元格里还有表格，${words}`, "拆成两张表。"],
  raised: ["上标或下标排成了同样大小的文字", "改用不分高低的写法，如“平方米”。"],
  picture: ["图片没有存在文件里（链接到别处），没有编入", "在 Word 里删去这张图片，重新插入。"],
  "text-box": ["文本框里的文字移到了所在段落之后", "把文字放进正文。"],
  equation: ["公式排成了一行文字", "核对文字是否看得明白，必要时改成图片。"],
  object: ["嵌入的对象（如表格、附件文件）没有保留", "作为材料报送；要放进文字的，改成图片或表格。"],
  chart: ["图表没有保留", "把图表存为图片插入，或改成表格。"],
  diagram: ["SmartArt 图示没有保留", "把图示存为图片插入，或改成列表。"],
  comment: ["批注没有编入", "看过的批注可以删去。"],
  revision: ["有修订痕迹，按接受全部修订编入", "核对后接受或拒绝修订，再保存一份。"],
  header: ["页眉、页脚里的文字没有编入", "需要的文字移到正文。"],
  contents: ["文中的目录没有编入，报告另有目录", "删去这份目录即可。"],
  element: ["有的内容读不出来，没有编入", "用 Word 打开核对，改成普通的段落、表格或图片。"],
};

export const pictureFaults: Readonly<Record<PictureFault, Said>> = {
  missing: ["找不到，报告里只留下说明文字", "图片放在 narrative 文件夹里，路径从这份文字所在的文件夹写起。"],
  outside: ["在工作目录之外，不予读取", "把图片放进 narrative 文件夹。"],
  address: ["是网上的地址，不予下载", "把图片存下来放进 narrative 文件夹。"],
  unreadable: ["没有读取权限", "调整文件权限后重试。"],
  "no-picture": ["不是能印出来的图片", "换成 JPG、PNG、SVG、HEIC、WEBP、TIFF、BMP 或 GIF。"],
  damaged: ["已损坏，打不开", "从原图重新导出一份。"],
  "too-large": ["过大，不予打开", "缩小到 A3 幅面、300 dpi 以内。"],
  cut: ["不完整，只印出读得到的部分", "从原图重新复制一份。"],
};
