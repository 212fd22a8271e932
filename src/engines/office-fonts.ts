/** Fonts for LibreOffice: the program's own, and which of them stands for which font of Word and WPS. */
import { dependencyFile, readFile } from "../world.ts";
import { renameFamily, fontFiles } from "./fonts.ts";

export interface OfficeFile {
  /** Path in the file system of the engine. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

const fontFolder = "/instdir/share/fonts/truetype";
const configFile = "/instdir/share/fontconfig/conf.d/00-evipack.conf";

/**
 * Fonts that Chinese documents name, each with the face that is nearest: 宋体 and its kin, 黑体, 楷体, 仿宋.
 * Names as fonts of Windows, WPS, 方正, 华文 and the usual servers bear them, Chinese and Latin.
 */
const faces = {
  song: [
    "宋体",
    "SimSun",
    "新宋体",
    "NSimSun",
    "SimSun-ExtB",
    "宋体-简",
    "Songti SC",
    "STSong",
    "华文宋体",
    "华文中宋",
    "STZhongsong",
    "方正书宋简体",
    "方正书宋_GBK",
    "书宋",
    "方正小标宋简体",
    "方正小标宋_GBK",
    "FZXiaoBiaoSong-B05S",
    "小标宋",
    "思源宋体",
    "Source Han Serif SC",
    "Noto Serif CJK SC",
    "PMingLiU",
    "MingLiU",
    "新細明體",
    "細明體",
    "MS Mincho",
    "Batang",
  ],
  hei: [
    "黑体",
    "SimHei",
    "微软雅黑",
    "Microsoft YaHei",
    "微软雅黑 Light",
    "Microsoft YaHei Light",
    "Microsoft YaHei UI",
    "等线",
    "DengXian",
    "等线 Light",
    "DengXian Light",
    "华文黑体",
    "STHeiti",
    "华文细黑",
    "STXihei",
    "方正黑体简体",
    "方正黑体_GBK",
    "幼圆",
    "YouYuan",
    "PingFang SC",
    "苹方-简",
    "Heiti SC",
    "思源黑体",
    "Source Han Sans SC",
    "Noto Sans CJK SC",
    "文泉驿微米黑",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
    "Microsoft JhengHei",
    "微軟正黑體",
    "MS Gothic",
    "Yu Gothic",
    "Malgun Gothic",
    "Gulim",
    "Arial Unicode MS",
  ],
  kai: [
    "楷体",
    "KaiTi",
    "楷体_GB2312",
    "KaiTi_GB2312",
    "SimKai",
    "华文楷体",
    "STKaiti",
    "方正楷体简体",
    "方正楷体_GBK",
    "Kaiti SC",
    "DFKai-SB",
    "標楷體",
    "华文行楷",
    "STXingkai",
    "隶书",
    "LiSu",
    "华文新魏",
    "STXinwei",
  ],
  fang: [
    "仿宋",
    "FangSong",
    "仿宋_GB2312",
    "FangSong_GB2312",
    "SimFang",
    "华文仿宋",
    "STFangsong",
    "方正仿宋简体",
    "方正仿宋_GBK",
  ],
} as const;

type Face = keyof typeof faces;

const familyOf: Readonly<Record<Face, string>> = {
  song: "Evipack Song",
  hei: "Evipack Hei",
  kai: "Evipack Kai",
  fang: "Evipack Fang",
};

/** Weights that Word knows: normal and bold. Of 楷 and 仿宋 there is one each, and LibreOffice thickens it. */
const wanted: readonly { readonly part: RegExp; readonly face: Face }[] = [
  { part: /NotoSerifSC_(?:400|700)/u, face: "song" },
  { part: /NotoSansSC_(?:400|700)/u, face: "hei" },
  { part: /wenkai-latin-500/u, face: "kai" },
  { part: /wenkai-latin-300/u, face: "fang" },
];

/** The fonts and the table of names, as files of the engine. Throws when a font of the program is not there. */
export async function officeFonts(): Promise<readonly OfficeFile[]> {
  const files: OfficeFile[] = [{ path: configFile, bytes: Buffer.from(aliases(), "utf8") }];
  for (const { file } of fontFiles) {
    const face = wanted.find(({ part }) => part.test(file))?.face;
    if (face === undefined) continue;
    const read = await readFile(dependencyFile(file));
    if (!read.ok) throw new Error(`${file}: ${read.cause}`);
    const name = `${file.split("/").at(-1) ?? file}.ttf`;
    files.push({ path: `${fontFolder}/${name}`, bytes: renameFamily(read.bytes, familyOf[face]) });
  }
  return files;
}

/** The table of names as a configuration file of fontconfig; what is in no table finds a face by its characters. */
function aliases(): string {
  const rules = (Object.keys(faces) as Face[]).flatMap((face) =>
    faces[face].map(
      (name) =>
        `<match target="pattern"><test qual="any" name="family"><string>${name}</string></test>` +
        `<edit name="family" mode="assign" binding="strong"><string>${familyOf[face]}</string></edit></match>`,
    ),
  );
  const last = Object.values(familyOf)
    .map((family) => `<family>${family}</family>`)
    .join("");
  const generic = ["serif", "sans-serif", "monospace"].map(
    (name) => `<alias binding="weak"><family>${name}</family><accept>${last}</accept></alias>`,
  );
  return `<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">\n<fontconfig>\n${[...rules, ...generic].join("\n")}\n</fontconfig>\n`;
}
