/** 材料的形式和用法。 */
import type { BundlePart } from "../../../model/map.ts";
import type { FormFacts } from "../../facts/form.ts";
import type { Catalogue } from "../catalogue.ts";
import { codeOf } from "./phrases.ts";

const parts: Readonly<Record<BundlePart, string>> = {
  notice: "通知",
  sign_in: "签到表",
  papers: "会议材料",
  speech: "讲话稿",
  minutes: "纪要",
  photo: "照片或录像",
};

export const form: Pick<Catalogue, keyof FormFacts> = {
  "no-seal": ({ requirement, title, declared }) => ({
    what: `${codeOf(requirement)}“${title}”应盖章，${declared ? "登记表里写的是没有盖章" : "登记表里没有说明是否盖章"}`,
    next: declared ? "盖章后重新扫描报送，并改登记表。" : "在登记表“是否盖章”一栏填“是”；没有盖章的，盖章后重新报送。",
  }),
  "not-original": ({ requirement, title, declared }) => ({
    what: `${codeOf(requirement)}“${title}”应报原件，${declared ? "登记表里写的是复印件" : "登记表里没有说明是原件还是复印件"}`,
    next: declared
      ? "换成原件（原件的扫描件），并改登记表。"
      : "在登记表“原件/复印件”一栏填“原件”；是复印件的，换成原件。",
  }),
  "no-original-holder": ({ title }) => ({
    what: `“${title}”登记为复印件，没有写原件在哪里`,
    next: "在登记表“存放处”一栏写明原件由谁保管。",
  }),
  "bundle-incomplete": ({ requirement, title, missing }) => ({
    what: `${codeOf(requirement)}“${title}”这一套材料缺${missing.map((part) => parts[part]).join("、")}`,
    next: "补齐后与本件放在一起，在登记表里填在同一行；已经有的，在文件名里写明是什么。",
  }),
  "over-reused": ({ times, limit, indicators }) => ({
    what: `同一件材料用了 ${String(times)} 次（${indicators.join("、")}），至多 ${String(limit)} 次`,
    next: "只留最能说明问题的几处，其余指标另找材料。",
  }),
  "unwanted-file": ({ requirement, title, max }) =>
    max === null
      ? { what: `${codeOf(requirement)}“${title}”不适用，不需要这件材料`, next: "移出材料文件夹。" }
      : {
          what: `${codeOf(requirement)}“${title}”至多 ${String(max)} 件，这一件是多出来的`,
          next: "留下最有说服力的，其余移出材料文件夹。",
        },
  "wrong-department": ({ indicator, indicatorTitle, department, concerned }) => ({
    what: `指标 ${indicator}“${indicatorTitle}”由${concerned.join("、")}负责，这件却在${department}的文件夹里`,
    next: "核对编号；归别的部门报的移到该部门文件夹，确由本部门报的在指标体系的 support 里加上。",
  }),
  "low-resolution": ({ width, height, least }) => ({
    what: `照片只有 ${String(width)}×${String(height)} 像素，长边不足 ${String(least)}，印出来会模糊`,
    next: "找拍照的人要原图，不要用聊天软件压缩过的。",
  }),
  "look-alike-photo": ({ requirement, first, firstRequirement, firstTitle }) =>
    requirement === firstRequirement
      ? {
          what: `与 ${first} 像是同一张照片，只是大小或压缩不同`,
          next: "留下清楚的一张，另换一张别的；确是两张不同的，可以不管。",
        }
      : {
          what: `与 ${codeOf(firstRequirement)}“${firstTitle}”的 ${first} 像是同一张照片，只是大小或压缩不同`,
          next: "问清是不是交错了，各换成自己那次活动的照片；确要两处都用的，在登记表里一行写两个编号。",
        },
  "title-differs": ({ title, found }) => ({
    what: `登记的名称是“${title}”，文件里却找不到，开头写的是“${found}”`,
    next: "打开文件核对：文件放错了就换，名称写错了就改登记表。",
  }),
};
