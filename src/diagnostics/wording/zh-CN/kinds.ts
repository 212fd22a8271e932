/** 文件类型和材料类型的名称。 */
import type { FileKind } from "../../../model/evidence.ts";
import type { EvidenceKind } from "../../../model/map.ts";

export const fileKinds: Readonly<Record<FileKind, string>> = {
  pdf: "PDF 文件",
  image: "图片",
  word: "文字文档",
  sheet: "电子表格",
  slides: "演示文稿",
  text: "纯文本",
  web: "网页",
  mail: "邮件",
  link: "网址",
  video: "视频",
  audio: "音频",
  archive: "压缩包",
  unknown: "其他文件",
};

export const evidenceKinds: Readonly<Record<EvidenceKind, string>> = {
  document: "文件",
  statement: "说明报告",
  photo: "照片",
  table: "数据表格",
  opinion: "上级评价意见",
  roster: "名册",
  voucher: "票据凭证",
  certificate: "证书奖牌",
  media: "声像宣传材料",
  object: "实物样本",
};
