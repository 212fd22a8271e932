/** 编入汇编。 */
import type { RemovedPart } from "../../../model/removed.ts";
import type { RenderingFacts } from "../../facts/rendering.ts";
import type { CatalogueOf } from "../catalogue.ts";

const unprinted = {
  "not-decodable": ["这种图片格式不能编入，以替代页代之", "另存为 JPG、PNG 或 PDF 再报送。"],
  "timed-out": ["在限定的时间和内存内没有转换完，以替代页代之", "用 WPS 或 Word 打开，另存为 PDF 再报送。"],
  cut: ["页数过多，只编入前面一部分，其余以替代页代之", "在表中设好打印区域，或只报送与指标有关的部分。"],
} as const;

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

export const rendering: CatalogueOf<RenderingFacts> = {
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
  "font-not-embedded": ({ fonts }) => ({
    what: `PDF 没有嵌入字体（${fonts.join("、")}），换一台电脑看，汉字可能是空白或变了样`,
    next: "从原文件另存为 PDF，勾选嵌入字体（或 PDF/A）；没有原文件的，打印后扫描一份报送。",
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
  "volume-too-large": ({ exhibit, what, value, limit }) => ({
    what: {
      pages: `附件 ${exhibit} 单独成册，连同封面、目录、隔页共 ${String(value)} 页，超过每册上限 ${String(limit)} 页`,
      files: `附件 ${exhibit} 的文件就有 ${String(value)} MB，单独成册也超过每册上限 ${String(limit)} MB`,
      volume: `附件 ${exhibit} 所在的一册写出来有 ${String(value)} MB，超过每册上限 ${String(limit)} MB`,
    }[what],
    next: "一件材料不拆到两册；可拆成几件分别报送、压缩图片，或者放宽 appendix 的上限。",
  }),
};
