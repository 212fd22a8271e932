/**
 * Photos without the caption that a photo needs: time, place, people, theme (杜集区 2012, 《测评材料提交表》: 照片 are to
 * carry time, place, people, theme, background, reason). What counts:
 * - time: the day or the month in the date column, the file's name or the caption; a year alone is not enough;
 * - place, people, theme: their own columns; or a caption that is a sentence of its own (ten Chinese characters, or
 *   five words, besides its date), which is taken to tell all three;
 * - in the name of a file, its parts between commas, underlines, dashes or spaces around Chinese words
 *   (2019-03-12 区行政中心 成员单位负责人 联席会议.jpg): one is the theme, two are place and theme, three or more are all.
 *   A camera's own name (IMG_1234, 微信图片_2019…) tells nothing, alone or as one of the parts.
 */
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import type { CaptionPart } from "../../diagnostics/facts/evidence.ts";
import { isCameraName } from "../../link/camera-names.ts";
import { readNameParts } from "../../link/name-parts.ts";
import type { Evidence, Item, Registered } from "../../model/evidence.ts";
import type { Rule } from "../rule.ts";

export const photoCaptions: Rule = ({ coverage }) =>
  coverage.flatMap(({ requirement, status, items }) =>
    requirement.kind !== "photo" || status === "not-applicable"
      ? []
      : items.flatMap(({ link: { item }, notCounted }) => {
          const photo = item.files.find(isPicture);
          const missing = photo === undefined || notCounted === "duplicate" ? [] : missingParts(item);
          if (photo === undefined || missing.length === 0) return [];
          const at = item.registered?.at ?? { file: photo.path };
          return [diagnostic("photo-caption", at, { requirement: requirement.id, title: requirement.title, missing })];
        }),
  );

const isPicture = ({ state }: Evidence): boolean => state.type === "readable" && state.kind === "image";

const parts: readonly CaptionPart[] = ["time", "place", "people", "theme"];

/** What neither the register nor the name of the first picture tells. */
export function missingParts(item: Item): CaptionPart[] {
  const { registered } = item;
  const photo = item.files.find(isPicture);
  const written = registered?.caption ?? "";
  const caption = readNameParts(written);
  const said = caption.formed !== null && caption.title === written ? "" : caption.title;
  const formed = caption.formed ?? item.formed;
  const told = new Set<CaptionPart>([
    ...(formed !== null && formed.length > 4 ? ["time" as const] : []),
    ...(photo === undefined ? [] : partsOfName(photo)),
    ...(registered === null ? [] : partsOfRow(registered, said)),
    // A title of the register's own says what the photo shows; one taken from the file has been weighed above.
    ...(registered !== null && item.title !== photo?.title && !isCameraName(item.title) ? ["theme" as const] : []),
  ]);
  return parts.filter((part) => !told.has(part));
}

function partsOfRow({ place, people, theme }: Registered, caption: string): CaptionPart[] {
  if (isSentence(caption)) return ["place", "people", "theme"];
  const columns: readonly (readonly [CaptionPart, string])[] = [
    ["place", place],
    ["people", people],
    ["theme", theme || caption],
  ];
  return columns.flatMap(([part, text]) => (text === "" ? [] : [part]));
}

/** Long enough to say where, who and what. */
const isSentence = (text: string): boolean =>
  (text.match(/\p{Script=Han}/gu) ?? []).length >= 10 || (text.match(/[\p{L}\p{N}]+/gu) ?? []).length >= 5;

function partsOfName({ name, title }: Evidence): readonly CaptionPart[] {
  if (isCameraName(title) || isCameraName(name)) return [];
  const words = name
    .replace(/\.[A-Za-z0-9]{1,8}$/u, "")
    .split(/[_，,、；;]+|\s+-+\s+|(?<=\p{Script=Han})\s+|\s+(?=\p{Script=Han})/u)
    .filter((word) => /\p{L}{2}/u.test(word) && !versionWord.test(word.trim()) && !isCameraName(word));
  if (words.length === 0) return [];
  return words.length === 1 ? ["theme"] : words.length === 2 ? ["place", "theme"] : ["place", "people", "theme"];
}

/** Words behind a name that tell copies and versions of a file apart: they tell nothing of the photo. */
const versionWord =
  /^[（(]?(?:样例|样本|样张|示例|副本|复件|备份|扫描件?|复印件|原件|原图|[初草终定修]稿|草案|修改[版稿]?|最终[版稿]?|盖章[版件]?|打印[版稿]|电子[版稿]|新建|copy|final|draft|edited|new|original|sample|scan(?:ned)?)[\s\d]*[）)]?$/iu;
