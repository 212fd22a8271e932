/** The shape of register.yaml: what a department hands in, item by item (登记表). */
import { line, oneOrMore, z } from "./z.ts";

const text = z.string().trim();

const item = z.strictObject({
  title: line.optional().describe("title as it stands in lists (材料名称); the file's name when left out"),
  doc_number: text.optional().describe("文号, e.g. 奉财〔2019〕8号"),
  indicators: oneOrMore(line)
    .optional()
    .describe("codes of the indicators it serves, the first one prints it; the file's name decides when left out"),
  requirement: text.optional().describe("title or key of the requirement meant (材料要求)"),
  date: text.optional().describe("when it was formed: 2019-03-05, 2019-03 or 2019"),
  files: oneOrMore(line)
    .optional()
    .describe("file, or files that belong together, or a folder, below the department's folder"),
  address: text.optional().describe("address on the web (http or https) when there is no file"),
  copy: z.enum(["original", "copy"]).optional().describe("原件 or 复印件"),
  seal: z.enum(["yes", "no"]).optional().describe("does it carry a seal (盖章)"),
  secrecy: text.optional().describe("密级, as it is marked"),
  kept_at: text.optional().describe("where the original is kept (存放处)"),
  caption: text.optional().describe("caption of a photo, a sentence of its own (照片说明)"),
  place: text.optional(),
  people: text.optional(),
  theme: text.optional(),
  remark: text.optional(),
  proof_page: z
    .union([z.int().min(1), line])
    .optional()
    .describe("page of the exhibit, from 1, on which the proving passage stands (定位页)"),
  proof_quote: line.optional().describe("the passage, word by word; it is underlined in red (定位原文)"),
  proof_area: line
    .optional()
    .describe(
      "instead of words, a frame on that page: mm from the left and the upper edge, width, height: 20,35,120,18",
    ),
});

export const registerFile = z
  .strictObject({ items: z.array(item).default([]) })
  .describe("register.yaml in a department's folder: what it hands in (登记表).");

export type RegisterFile = z.output<typeof registerFile>;
