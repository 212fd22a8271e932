/** The shapes of evipack.yaml and facts.yaml. */
import { leavable } from "../model/workspace.ts";
import { appendix } from "./appendix.ts";
import { code, day, identifier, line, oneOrMore, period, severities, z } from "./z.ts";

const department = z.strictObject({
  name: line.describe("name as printed, e.g. 教育局"),
  folder: z.string().trim().min(1).optional().describe("folder below evidence/; the name when left out"),
  contact: z.string().trim().optional().describe("who is asked when something is missing"),
  group: z.string().trim().optional().describe("heading under which lists gather it, e.g. 镇（街道）"),
});

const stage = z
  .strictObject({
    title: line,
    from: day,
    to: day,
    output: z.string().trim().optional().describe("what must be there at the end of the stage"),
    due: z
      .union([z.literal("all"), z.array(line)])
      .default([])
      .describe("material due by its end: codes of sections or indicators, indicator/key for one requirement, or all"),
    done: z.string().trim().optional().describe("what was done in the stage (工作开展情况), in paragraphs"),
  })
  .refine((value) => value.from <= value.to, { params: { problem: "period" } });

const waiver = z.strictObject({
  indicator: code,
  requirement: identifier.optional().describe("key of one requirement; all of the indicator when left out"),
  not_applicable: z.boolean().default(false).describe("does not apply here: leaves the denominator"),
  reason: z
    .string()
    .trim()
    .optional()
    .describe("why it is waived or does not apply; without one every check reminds of it"),
  approver: z.string().trim().optional(),
  until: day.optional().describe("last day on which it counts"),
});

const mark = z.union([z.string(), z.number()]);

const expertScore = z.strictObject({
  score: mark.describe("in the same form as a self score"),
  reason: z.string().trim().optional(),
  date: day.optional(),
});

const score = z.strictObject({
  self: mark.optional().describe("pass/fail, points, grade, met/partly/not or a step"),
  reason: z.string().trim().optional().describe("why this score (自评理由)"),
  pre: expertScore.optional().describe("score of the pre-evaluation (预评估)"),
  panel: expertScore.optional().describe("score of the panel (专家组)"),
});

const converter = z.union([
  z.enum(["embedded", "soffice", "none"]),
  z.strictObject({
    engine: z.enum(["embedded", "soffice", "gotenberg", "none"]).optional(),
    url: line.optional().describe("address of a Gotenberg server, e.g. http://127.0.0.1:3000"),
    time_limit: z.int().min(1).max(3600).default(30).describe("seconds for one file"),
    sheet_pages: z.int().min(1).max(5000).default(100).describe("most pages of one sheet file or plain text"),
  }),
]);

export const workspaceFile = z
  .strictObject({
    title: line.describe("title of the report; line breaks in it (title: |-) break it on the cover"),
    applicant: line.describe("who applies (申报单位)"),
    office: z.string().trim().optional().describe("who compiles (编制单位)"),
    contact: z.string().trim().optional().describe("whom departments ask there (联系人), e.g. name and telephone"),
    map: line.describe("id of a built-in map, or a YAML file of the workspace such as indicators.yaml"),
    as_of: day.optional().describe("the day on which the evidence is judged (截止日期)"),
    window: period.optional().meta({
      description: "instead of the map's window",
      examples: [{ from: "2017-01-01", to: "2019-10-31" }],
    }),
    departments: z
      .record(identifier, department)
      .default({})
      .meta({ examples: [{ finance: { name: "财政局" } }] }),
    stages: z.array(stage).default([]),
    scores: z
      .record(z.string(), score)
      .default({})
      .meta({ description: "self scores by indicator code (自评)", examples: [{ "2-1-1": { self: 8.5 } }] }),
    declaration: z
      .union([z.boolean(), line])
      .default(false)
      .describe("true: a declaration that all is true, in the usual words (真实性承诺); or the words themselves"),
    waivers: z
      .array(waiver)
      .default([])
      .meta({ examples: [[{ indicator: "2-1-1", reason: "现场查看" }]] }),
    ignore: oneOrMore(line)
      .optional()
      .describe("files below evidence/ that are set aside, as patterns: **/旧稿/**, *.bak; ! takes away again"),
    passwords: oneOrMore(z.string().min(1))
      .optional()
      .describe(
        "passwords that open encrypted PDFs and Office files; each is tried on each of them, and none is ever printed",
      ),
    converter: converter.optional().describe("what turns Office files into PDF; EVIPACK_CONVERTER wins over it"),
    severity: severities,
    style: z
      .string()
      .trim()
      .optional()
      .describe("look of the report: gb9704, university, plain-en, or a YAML file of the workspace"),
    fonts: line.default("fonts").describe("folder with fonts of one's own for the PDF, such as 仿宋_GB2312"),
    report: z
      .strictObject({
        template: line.optional().describe("template of the report, a file of the workspace (docs/report-template.md)"),
        briefing: z.boolean().default(false).describe("write the briefing (汇报稿) too"),
        briefing_template: line.optional().describe("template of the briefing, a file of the workspace"),
        reference: line
          .optional()
          .describe("Word file whose styles, page, headers and footers the report in Word takes"),
        pdf: z
          .enum(["a-2a", "ua-1"])
          .default("a-2a")
          .describe("what the PDF keeps to: PDF/A-2a for archives, or PDF/UA-1 for readers of the screen"),
      })
      .prefault({})
      .meta({ examples: [{ briefing: true }] }),
    site: z.boolean().default(true).describe("write the offline page (site/) too"),
    appendix,
    package: z
      .strictObject({
        max_file_mb: z.number().min(0.01).optional().describe("largest file that is taken, in MB (单个文件上限)"),
        allowed_types: z
          .array(line)
          .min(1)
          .optional()
          .describe("extensions that are taken: pdf, docx, … (允许的文件类型)"),
        ascii_names: z.boolean().default(false).describe("names of files in English letters and digits only"),
        leave_out: oneOrMore(z.enum(leavable))
          .optional()
          .describe("what is not delivered: docx, xlsx (all files of that format), gaps, check, site, originals, …"),
      })
      .prefault({})
      .meta({
        description: "what the place takes to which evipack package delivers",
        examples: [{ max_file_mb: 100 }],
      }),
  })
  .describe("evipack.yaml: one application, its departments and its self scores.");

const fact = z
  .strictObject({
    title: line,
    value: z.number().nullable().optional().describe("the figure; left empty while it is not known"),
    formula: z
      .string()
      .trim()
      .min(1)
      .optional()
      .describe("computed from other facts and from tables/, instead of a value"),
    equals: z
      .string()
      .trim()
      .min(1)
      .optional()
      .describe("a formula that must give the same, e.g. sum(towns.population)"),
    unit: z.string().trim().optional().describe("元, 万元/人, %, persons …; what is added and compared must agree"),
    as_of: day.optional(),
    source: identifier.optional().describe("department that answers for the figure"),
    item: z.string().trim().optional().describe("exhibit or paper that proves it"),
    base: z.string().trim().optional().describe("population it counts, e.g. 常住人口"),
    group: z.string().trim().optional().describe("heading of the table in which the report prints it"),
  })
  .refine((value) => (value.value === undefined) !== (value.formula === undefined), {
    params: { problem: "value-or-formula" },
  });

export const factsFile = z.record(identifier, fact).describe("facts.yaml: named figures (基本情况).");

export type WorkspaceFile = z.output<typeof workspaceFile>;
export type ConverterFile = z.output<typeof converter>;
export type FactsFile = z.output<typeof factsFile>;
