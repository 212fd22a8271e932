/** Names that phones, cameras, messengers and systems give by themselves: they tell nothing of what a file shows. */

/** What cameras write before the number of a shot. */
const cameras = "mvimg|img|dscn|dscf|dsc|pxl|vid|pict|pic|p";

const others =
  "image|photo|mmexport|screenshot|screen shot|snapshot|wechat(?:img)?|wa|microsoft teams image|whatsapp image|scan|untitled|new folder|" +
  "微信图片|微信截图|qq图片|qq截图|屏幕截图|截图|截屏|照片|图片|扫描|新建(?:文件夹|文档|图片|图像)?|未命名|无标题";

const between = String.raw`[\s_\-()（）.\d年月日时分秒]*`;

/** One such name, or several side by side, and nothing else. */
const cameraName = new RegExp(`^${between}(?:(?:${cameras}|${others})${between})*(?:at\\s[\\d.]+)?$`, "iu");

/** Is this, without its extension, no more than a camera or a system would give? */
export const isCameraName = (name: string): boolean => cameraName.test(name.replace(/\.[A-Za-z0-9]{1,8}$/u, "").trim());

/** A number that a camera gave (IMG_2031, DSC02019); it is no year. */
const cameraNumber = new RegExp(`(?<![\\p{L}])(?:${cameras})[ _-]?\\d{3,5}(?!\\d)`, "giu");

/** A name without the numbers of shots. */
export const withoutCamera = (text: string): string => text.replace(cameraNumber, " ");
