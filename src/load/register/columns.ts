/** Headings of registers as departments write them → what the column holds. */
import { nearest } from "../../engines/nearest.ts";

/** `year`: the year of which an item speaks. `known`: a usual column that says nothing evipack needs (序号, 页数). */
export type Field =
  | "title"
  | "docNumber"
  | "indicators"
  | "requirement"
  | "date"
  | "files"
  | "address"
  | "copy"
  | "seal"
  | "secrecy"
  | "keptAt"
  | "remark"
  | "caption"
  | "place"
  | "people"
  | "theme"
  | "year"
  | "locatorPage"
  | "locatorQuote"
  | "locatorArea"
  | "known";

/** Names as they stand in lists of 卷内目录, 支撑材料目录 and 登记表; the first of each is the one that messages use. */
const names: Readonly<Record<Field, string>> = {
  title:
    "材料名称 名称 题名 标题 材料 材料标题 文件题名 文件标题 材料题名 佐证材料 支撑材料 支撑材料名称 佐证材料名称 title,name,item,document,item title,evidence",
  docNumber:
    "文号 发文字号 发文文号 文件编号 文件号 发文号 公文文号 document number,doc number,document no,doc no,reference number,ref,number of the document",
  indicators:
    "指标 指标编号 对应指标 指标代码 指标号 对应指标编号 指标序号 指标编码 三级指标 末级指标 评估指标 观测点 indicator,indicators,indicator code,code,codes,indicator codes",
  requirement: "材料要求 对应材料 对应材料要求 要求 材料类别 requirement,required item,asked for,slot",
  date: "日期 形成日期 成文日期 时间 形成时间 发文日期 发文时间 成文时间 材料日期 拍摄时间 拍摄日期 活动时间 活动日期 date,dated,date formed,date of document,time,date taken",
  files:
    "文件 文件名 路径 附件 文件名称 文件路径 电子文件 电子文件名 电子文件名称 电子版文件名 附件名称 文件夹 所在文件夹 照片文件 照片文件名 file,files,file name,file names,filename,path,attachment,attachments,folder",
  address: "网址 链接 网页地址 链接地址 视频链接 address,url,link,web address,web page,website",
  copy: "原件/复印件 原件 复印件 原件或复印件 原件复印件 正本副本 材料形式 original,copy,original or copy,original/copy,form",
  seal: "盖章 是否盖章 是否加盖公章 盖章情况 加盖公章 公章 印章 seal,sealed,stamp,stamped,with seal",
  secrecy: "密级 保密级别 涉密等级 classification,secrecy,security classification",
  keptAt:
    "存放处 存放地点 保管处 存放位置 保管部门 保管地点 原件存放处 原件存放地点 kept at,kept by,location,original kept at,where kept,held by",
  remark: "备注 附注 remark,remarks,note,notes,comment,comments",
  caption: "说明 图注 照片说明 图片说明 文字说明 照片文字说明 caption,description,photo caption",
  place: "地点 拍摄地点 活动地点 会议地点 place,venue,where",
  people: "人物 参加人员 参加人 参与人员 出席人员 人员 主要人物 people,participants,who,attendance,attendees,persons",
  theme: "主题 活动主题 会议主题 事由 活动名称 theme,subject,event,occasion,topic",
  locatorPage: "定位页 定位页码 证明页 证明内容所在页 proof page,page of the proof,proving page",
  locatorQuote: "定位原文 定位文字 证明原文 证明内容 关键内容 proof quote,quote,proving passage,passage",
  locatorArea: "定位框 定位区域 proof area,area",
  year: "年度 所属年度 材料年度 year,year covered",
  known:
    "序号 编号 数量 页数 份数 件数 责任部门 责任单位 部门 单位 报送单位 提供部门 提供单位 责任者 责任人 经办人 填报人 联系人 联系电话 电话 保管期限 指标名称 指标内容 材料编号 件号 档号 起止页码 页码 是否提交 类别 材料种类 报送要求 材料时限 完成时限 no,nr,number,pages,quantity,department,contact,phone,person responsible,responsible,indicator title,serial,kind,what counts,window,due",
};

/** One spelling of a heading: width, case, spaces, stars and what stands in brackets do not matter, nor a number at its end (文件1, 文件2). */
const plain = (heading: string): string =>
  heading
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[(【[〔].*?[)】\]〕]/gu, "")
    .replace(/[^\p{L}\p{N}/]/gu, "")
    .replace(/(?<=\D)\d{1,2}$/u, "");

const byName: ReadonlyMap<string, Field> = new Map(
  (Object.entries(names) as [Field, string][]).flatMap(([field, text]) => {
    const english = /[a-z].*$/u.exec(text)?.[0] ?? "";
    const chinese = text.slice(0, text.length - english.length);
    return [...chinese.split(" "), ...english.split(",")].flatMap((name): [string, Field][] =>
      name.trim() === "" ? [] : [[plain(name), field]],
    );
  }),
);

/** What a heading stands for; null when it is none of the usual ones. Of names side by side (材料名称/题名) all must agree. */
export function fieldOf(heading: string): Field | null {
  const name = plain(heading);
  const whole = byName.get(name) ?? byName.get(name.replaceAll("/", ""));
  if (whole !== undefined) return whole;
  const fields = new Set(name.split("/").map((each) => byName.get(each) ?? null));
  const [field = null] = fields;
  return fields.size === 1 ? field : null;
}

/** The usual heading that was meant by one that is nearly it. */
export const nearestHeading = (heading: string): string | null => nearest(plain(heading), byName.keys());
