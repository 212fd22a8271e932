/** 成果包的查验、打包和对照。 */
import type { PackFacts } from "../../facts/packs.ts";
import type { CatalogueOf } from "../catalogue.ts";
import { list } from "./phrases.ts";

export const packs: CatalogueOf<PackFacts> = {
  "no-manifest": ({ reason, detail = "" }) =>
    ({
      "no-folder": { what: "没有这个文件夹或文件", next: "写成果包的文件夹、交付文件夹，或交付的 ZIP。" },
      "no-pack": { what: "没有这个文件夹或文件", next: "写成果包的文件夹，或交付文件夹（ZIP 要先解压）。" },
      missing: {
        what: "里面没有 manifest.json，不是成果包，也不是交付包",
        next: "换成 evipack compile 编出的成果包，或 evipack package 打出的交付包。",
      },
      below: {
        what: `里面没有 manifest.json；成果包或交付包在下一层的 ${detail} 里`,
        next: `把命令里的路径写到下一层：${detail}。`,
      },
      workspace:
        detail === ""
          ? { what: "这是工作目录，里面还没有成果包", next: "先用 evipack compile 编出成果包（pack/）。" }
          : { what: `这是工作目录，成果包是里面的 ${detail}`, next: `把命令里的路径换成 ${detail}。` },
      inside: {
        what: `这是包里的一个文件，它所在的包是 ${detail}`,
        next: `查验整个包：evipack verify ${detail}`,
      },
      broken: {
        what: `manifest.json 读不出来${detail === "" ? "" : `（${detail} 不对）`}，包里有什么无从对起`,
        next: "换一份完好的副本；没有的话，用 evipack compile 重编。",
      },
      version: {
        what: `由更新的版本编成（${detail}），这个程序读不懂`,
        next: "升级 evipack；不能升级的，用现在的版本重编一次。",
      },
      zip: { what: "是 ZIP 文件，要先解压才能对照", next: "解压以后，写解出来的文件夹。" },
      "no-zip": { what: "不是能打开的 ZIP 文件", next: "重新复制或下载一次；仍打不开，用 evipack package 重打。" },
      "damaged-zip": {
        what: "ZIP 文件已损坏或加了密，里面的文件取不出来，没有 manifest.json 可以对照",
        next: "重新复制或下载一次；仍取不出来，用 evipack package 重打。",
      },
    })[reason],
  "manifest-changed": () => ({
    what: "manifest.json 与 manifest.sha256 对不上，两个里有一个被改动过，它记的各项不能作数",
    next: "换一份完好的副本；确需改动成果，改材料后用 evipack compile 重编。",
  }),
  "file-missing": ({ list: name, isList = false }) => ({
    what: isList
      ? "包里必有的校验清单，这里没有，它列的文件无法逐个核对"
      : name === null
        ? "包里必有的文件，这里没有"
        : `${name} 里列着，包里没有`,
    next: "从完好的副本里补回来；没有的话重编、重打。",
  }),
  "file-changed": ({ list: name, bytes, expected }) => ({
    what: `内容与 ${name} 记的不同${expected === null || expected === bytes ? "" : `（现 ${String(bytes)} 字节，应为 ${String(expected)} 字节）`}`,
    next: "有人改过，或复制时损坏：换成原来的文件；改动确有必要的，重编成果包。",
  }),
  "file-extra": ({ list: name, leftBehind = false }) => ({
    what: name === null ? "在 ZIP 里，但在交付包的文件夹之外" : `${name} 里没有列这一项`,
    next: leftBehind
      ? "是系统或办公软件自己留下的，删掉即可。"
      : "移到包外，空文件夹删掉即可；要交的材料放进工作目录，重编成果包。",
  }),
  "file-unsound": ({ format, part }) => ({
    what: part === null ? `打不开，不是完好的 ${format.toUpperCase()} 文件` : `里面的 ${part} 已损坏`,
    next: "换一份完好的副本，或重编成果包。",
  }),
  "page-count": ({ pages, expected }) => ({
    what: `有 ${String(pages)} 页，manifest.json 记的是 ${String(expected)} 页`,
    next: "有人增减过页面：换成原来的文件，或重编成果包。",
  }),
  "page-label": ({ page, label, printed }) => ({
    what: `第 ${String(page)} 页的页码应为“${label === "" ? "（无）" : label}”，页上印的是“${printed === "" ? "（无）" : printed}”`,
    next: "有人换过或挪过页面：换成原来的文件，或重编成果包。",
  }),
  "dead-link": ({ page, goal, reason }) => ({
    what: `${page === null ? "" : `第 ${String(page)} 页上`}有链接落空：${
      reason === "no-page" ? "要去的页不存在" : reason === "no-file" ? "要去的文件不在包里" : "要去的位置不存在"
    }${goal === "" ? "" : `（${goal}）`}`,
    next: "换成原来的文件，或重编成果包；重编后仍有，是程序的毛病，告诉维护者。",
  }),
  "exhibit-page": ({ exhibit, page, source }) => ({
    what: `第 ${String(page)} 页应是附件 ${exhibit} 的首页（${source}），页面的样子与编成时不同`,
    next: "附件被换过或调过位置：换成原来的文件，或重编成果包。",
  }),
  "bag-form": ({ reason }) =>
    ({
      declaration: { what: "不是 BagIt 1.0、UTF-8 的声明", next: "换成原来的文件，或用 evipack package 重打。" },
      line: { what: "这一行不是“校验值、两个空格、路径”的写法", next: "换成原来的文件，或用 evipack package 重打。" },
      oxum: {
        what: "Payload-Oxum 记的字节数和文件数与 data/ 里的不符",
        next: "看是否少了、多了文件；补齐，或用 evipack package 重打。",
      },
    })[reason],
  "zip-altered": () => ({
    what: "ZIP 本身与 evipack package 写的不同（目录、文件头或文件之间的字节）",
    next: "传送中损坏，或用别的程序重压过：换成原来的 ZIP；只关心里面的文件，就解压后查验那个文件夹。",
  }),
  "original-changed": ({ exhibit, reason }) => ({
    what:
      reason === "outside"
        ? `manifest.json 记的附件 ${exhibit} 的原件不在 evidence/ 里，不能交付`
        : `附件 ${exhibit} 的原件在编成果包之后${reason === "changed" ? "改动过" : "不见了"}`,
    next:
      reason === "outside"
        ? "evipack 不会这样编，manifest.json 被改动过：用 evipack compile 重编后再打包。"
        : "用 evipack compile 重编后再打包；改错了的，把原来的文件放回去。",
  }),
  "original-classified": ({ exhibit }) => ({
    what: `附件 ${exhibit} 的原件标有密级，不能交付`,
    next: "照 evipack explain classified 所说的移走、报告，再重编、打包；确属误报的，在 evipack.yaml 的 severity 下写 classified: warning，重编后照常编入、交付。",
  }),
  "file-too-large": ({ megabytes, limit, what, leavable, maxMb }) => ({
    what: `有 ${String(megabytes)} MB，超过上限 ${String(limit)} MB`,
    next: {
      original: "压小些（图片、扫描件降低分辨率，录音录像另存为较小的），或拆成几个文件报送，再重编。",
      volume:
        maxMb === null
          ? "去掉不必要的大文件，再重编。"
          : `在 evipack.yaml 的 appendix 下面写 max_mb: ${String(maxMb)}，再重编，就会分成几册。`,
      output: `${leavable === null ? "" : `不必交的，在 package.leave_out 里写 ${leavable}，就不带上；要交的，`}把里面的图片压小些，再重编。`,
      zip: "去掉 --zip，交文件夹；或把附件分成几次交。",
    }[what],
  }),
  "type-not-allowed": ({ type, allowed, what, leavable }) => ({
    what: type === "" ? "没有扩展名，不在允许的类型之内" : `是 ${type} 文件，不在允许的类型（${list(allowed)}）之内`,
    next: {
      original:
        "另存为允许的类型再报送、重编；只交汇编、不交原件的，在 package.leave_out 里写 originals；平台其实收这种文件的，把它加进 package.allowed_types。",
      output: `${leavable === null ? "" : `不交这种文件的，在 package.leave_out 里写 ${leavable}；`}平台其实收这种文件的，把它加进 package.allowed_types。`,
      site: "它是离线网页的一部分：不交网页的，在 package.leave_out 里写 site；平台其实收这种文件的，把它加进 package.allowed_types。",
    }[what],
  }),
  "name-not-ascii": () => ({
    what: "文件名里有英文字母、数字以外的字，package.ascii_names 不许",
    next: "成果包是在写 ascii_names 之前编的：用 evipack compile 重编，文件名就用英文。",
  }),
  "name-clash": ({ other }) => ({
    what: `与“${other}”只差大小写或字形，有的系统分不开`,
    next: "把其中一件的附件号或名称改得不同，再重编。",
  }),
};
