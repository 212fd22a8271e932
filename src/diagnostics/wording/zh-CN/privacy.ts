/** 个人信息和密级。 */
import type { PersonalCount } from "../../../model/sensitive.ts";
import type { TextPlace } from "../../../model/words.ts";
import type { PrivacyFacts } from "../../facts/privacy.ts";
import type { Catalogue } from "../catalogue.ts";

const numbers = ({ idNumbers, phones }: PersonalCount): string =>
  [
    ...(idNumbers > 0 ? [`身份证号 ${String(idNumbers)} 个`] : []),
    ...(phones > 0 ? [`手机号 ${String(phones)} 个`] : []),
  ].join("、");

const units = { page: "页", paragraph: "段", line: "行" } as const;

const place = (at: TextPlace): string =>
  at.type === "cell" ? `“${at.cell}”` : `第${String(at.number)}${units[at.type]}`;

export const privacy: Pick<Catalogue, keyof PrivacyFacts> = {
  "personal-data": ({ where, places, placesInAll, whole, ...count }) => {
    const rest = whole ? "" : "；文件较长，只查了前面一部分（至多 50 页、20 万字）";
    switch (where) {
      case "name":
        return { what: `文件名或文件夹名里有${numbers(count)}`, next: "改名，去掉号码。" };
      case "register":
        return { what: `登记表这一行里有${numbers(count)}，会印进成果包`, next: "删去号码。" };
      case "narrative":
        return { what: `自评文字里有${numbers(count)}，会印进报告`, next: "删去号码。" };
      case "text":
        return {
          what: `${places.map(place).join("、")}${placesInAll > places.length ? `等 ${String(placesInAll)} 处` : ""}有${numbers(count)}${rest}`,
          next: "遮盖号码，另存一份再报送；号码确需公开的，可以不管。",
        };
    }
  },
  classified: ({ mark, where }) => ({
    what: `${{ name: "文件名或文件夹名里", register: "登记表里", text: "首页" }[where]}标有密级“${mark}”`,
    next: "涉密材料不得放进工作目录：移走本件和所有副本，报本单位保密工作机构处理；已经解密或标错的，换成没有密级标志的文本。",
  }),
};
