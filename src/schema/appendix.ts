/** What evipack.yaml says of the appendix. */
import { usualSpine } from "../model/workspace.ts";
import { z } from "./z.ts";

/** Signs that the font of the stamp has: Latin, common punctuation, Han, circled and Roman numbers. */
const printable = String.raw`\u0020-\u007A\u00A0-\u00FF\u2013\u2014\u2018-\u201D\u2022\u2026\u2160-\u216B\u2460-\u2473\u3000-\u3011\u4E00-\u9FA5\uFF01-\uFF5E`;

/** What stands on a page beside its number, which it must have; of placeholders only these, none right behind another. */
const stampOf = (name: string, places: string) =>
  z.stringFormat(
    name,
    new RegExp(String.raw`^(?=.*\{n\})(?!.*\}\{)(?:[${printable}|~]|\{(?:${places})\}){1,60}$`, "u"),
  );

const stamp = z
  .strictObject({
    position: z
      .enum(["outer", "left", "center", "right"])
      .default("outer")
      .describe("outer: right on odd pages, left on even ones"),
    at: z.enum(["foot", "head"]).default("foot").describe("at the foot or the head of the page (页脚、页眉)"),
    form: stampOf("stamp", "n|exhibit|volume")
      .optional()
      .describe("what is printed on pages of exhibits, e.g. {exhibit} 第{n}页; {volume} is the number of the volume"),
    plain: stampOf("stamp-plain", "n|volume")
      .optional()
      .describe("what is printed on covers, indexes and dividers, e.g. 第{n}页"),
  })
  .prefault({})
  .meta({
    description: "the number that is printed on each page (页码)",
    examples: [{ position: "center", at: "head" }],
  });

export const appendix = z
  .strictObject({
    page: z
      .enum(["a4", "original"])
      .default("a4")
      .describe("every page on a sheet of A4, or each in its own size (纸张)"),
    start: z
      .enum(["next", "right"])
      .default("next")
      .describe("each exhibit begins on the next page, or on the next right-hand one (另起右页)"),
    photos_per_page: z.literal([1, 2, 4, 6]).default(1).describe("how many photos may share a page (每页照片张数)"),
    volumes: z
      .enum(["one", "section", "indicator", "department", "year"])
      .default("one")
      .describe("what is bound together in a volume (分册): all, or what a section, an indicator … has"),
    max_pages: z.int().min(10).optional().describe("most pages of a volume (每册最多页数)"),
    max_mb: z.number().min(3).optional().describe("most megabytes of a volume's PDF (每册最大兆数)"),
    numbering: z
      .enum(["volume", "global"])
      .default("volume")
      .describe("page numbers begin anew in each volume, or go on from one to the next"),
    stamp,
    index: z
      .enum(["default", "archive"])
      .default("default")
      .describe("columns of the index: the usual ones, or those of archives after DA/T 22 (卷内文件目录)"),
    docx: z
      .enum(["index", "full"])
      .default("index")
      .describe("the appendix in Word: cover, index and dividers, or every page of the exhibits too, as a picture"),
    dpi: z
      .int()
      .min(72)
      .max(300)
      .default(150)
      .meta({ description: "fineness of those pictures, in dots per inch", examples: [150] }),
    cover: z.boolean().default(true).describe("each volume has a cover (封面)"),
    dividers: z.boolean().default(true).describe("a divider stands before the exhibits of each indicator (隔页)"),
    closing: z
      .boolean()
      .default(false)
      .describe("the last sheet of each volume is a closing sheet, to be filled in by hand (备考表)"),
    spines: z
      .union([
        z.boolean(),
        z.enum(["on", "off"]),
        z.strictObject({ width_mm: z.number().min(10).max(150).default(usualSpine).describe("width of a label") }),
      ])
      .default("off")
      .meta({
        description: "labels for the spines of boxes or volumes, as a PDF of their own (脊背标签)",
        examples: [{ width_mm: 30 }],
      }),
  })
  .prefault({})
  .meta({ examples: [{ page: "a4", spines: "on" }] });
