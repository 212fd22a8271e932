/** The shape of an indicator map file (指标体系); its JSON Schema is made from here. */
import { code, identifier, line, oneOrMore, period, severities, z } from "./z.ts";

const grade = z.strictObject({
  grade: line.describe("letter or word of the grade, lowest first"),
  criterion: line.describe("what this grade asks for, on top of the grades below it"),
});

/** Either a number of its own, or a formula over named facts. */
const formula = z.union([z.string().trim().min(1), z.number()]);

const threshold = z.strictObject({
  type: z.literal("threshold"),
  value: formula.describe("formula over facts.yaml, e.g. community_education_budget / resident_population"),
  at_least: z.number().optional(),
  at_most: z.number().optional(),
  more_than: z.number().optional(),
  less_than: z.number().optional(),
  equals: z.number().optional(),
  between: z.tuple([z.number(), z.number()]).optional(),
  unit: z.string().trim().optional().describe("unit of the figure, e.g. 元/人 or %"),
  basis: z.string().trim().optional().describe("where the threshold comes from (standard and clause)"),
});

export const scoring = z
  .discriminatedUnion("type", [
    z.strictObject({ type: z.literal("gate") }).describe("pass or fail; a fail is a veto (一票否决)"),
    z
      .strictObject({
        type: z.literal("points"),
        max: z.number().positive(),
        step: z.number().positive().optional(),
        method: z
          .strictObject({
            papers: z.number().positive().optional().describe("材料审核"),
            site: z.number().positive().optional().describe("实地考察"),
            survey: z.number().positive().optional().describe("问卷调查"),
            opinion: z.number().positive().optional().describe("上级部门评价"),
          })
          .optional()
          .describe("how many of the points are given by which method (评估方式); together the maximum"),
      })
      .describe("points up to a maximum (分值)"),
    threshold.describe("a figure against a limit (达标)"),
    z
      .strictObject({ type: z.literal("grade"), ladder: z.array(grade).min(2) })
      .describe("cumulative grades, lowest first (等级)"),
    z
      .strictObject({ type: z.literal("met"), partly: z.boolean().default(true) })
      .describe("met, partly met or not met (符合 / 基本符合 / 不符合)"),
    z.strictObject({ type: z.literal("ordinal"), max: z.int().positive() }).describe("whole steps from 0 to max"),
    z.strictObject({ type: z.literal("narrative") }).describe("text only, no score"),
  ])
  .describe("how the indicator is scored");

export const kinds = [
  "document",
  "statement",
  "photo",
  "table",
  "opinion",
  "roster",
  "voucher",
  "certificate",
  "media",
  "object",
] as const;

export const fileKinds = [
  "pdf",
  "image",
  "word",
  "sheet",
  "slides",
  "text",
  "web",
  "mail",
  "link",
  "video",
  "audio",
  "archive",
  "unknown",
] as const;

/** Parts of a bundle (套件): what makes the proof of a meeting or an activity complete. */
const bundleParts = ["notice", "sign_in", "papers", "speech", "minutes", "photo"] as const;

/** Words as the report counts them: a Chinese character is one, a word or a number of other scripts is one. */
const wordLimit = z
  .strictObject({ max: z.int().positive().optional(), min: z.int().positive().optional() })
  .describe("length of the self-assessment text of an indicator (字数); goes for all indicators below");

const requirement = z.strictObject({
  key: identifier.describe("name of the slot, unique within the indicator"),
  title: line.describe("what is asked for, as it stands in lists (材料名称)"),
  aliases: z.array(line).default([]).describe("other names under which departments hand it in"),
  kind: z.enum(kinds).default("document").describe("kind of evidence (材料类型)"),
  accepts: z
    .array(z.enum(fileKinds))
    .min(1)
    .optional()
    .describe("kinds of file that count, instead of those usual for the kind of evidence"),
  on_site: z.boolean().default(false).describe("seen by the panel on the spot: no file is owed (现场考察)"),
  min: z.int().positive().default(1).describe("how many are needed (per year with each: year)"),
  each: z.enum(["year"]).optional().describe("needed for every year of the window"),
  doc_number: z.enum(["required", "optional"]).default("optional").describe("must it carry a 文号"),
  max: z.int().positive().optional().describe("how many are wanted at most (per year with each: year)"),
  seal: z
    .enum(["required", "optional"])
    .default("optional")
    .describe("must it carry a seal (盖章), as the register says"),
  original: z
    .enum(["required", "optional"])
    .default("optional")
    .describe("must it be the original (原件), as the register says"),
  bundle: z.array(z.enum(bundleParts)).default([]).describe("parts that an item needs to be complete (套件)"),
  window: period.optional().describe("its own window instead of the map's"),
  lasting: z.boolean().default(false).describe("a lasting paper: may be older than the window"),
  optional: z.boolean().default(false).describe("welcome, but not owed"),
  by: identifier.optional().describe("department that owes it, when not the indicator's lead"),
});

const share = z.number().min(0).max(1);

const rollUp = z
  .discriminatedUnion("type", [
    z.strictObject({ type: z.literal("sum") }).describe("points add up"),
    z.strictObject({ type: z.literal("weighted") }).describe("mean of the shares below, by weight"),
    z
      .strictObject({
        type: z.literal("at_least"),
        count: z.int().positive().describe("how many of those below must be met"),
        floor: share.default(0).describe("share that the others must reach, e.g. 0.85"),
      })
      .describe("so many of those below are met, the rest reach a floor"),
    z
      .strictObject({
        type: z.literal("low_marks"),
        low: z.number().min(0).default(1).describe("steps up to this one are low"),
        at_most: z.int().min(0).describe("how many low marks are allowed"),
      })
      .describe("not met when there are too many low marks"),
  ])
  .describe(
    "how the node follows from those below (汇总规则); points add up when there are any, else shares are averaged",
  );

const band = z
  .strictObject({
    title: line.describe("name of the class, e.g. 优秀"),
    at_least: share.optional().describe("least share of the whole, e.g. 0.9"),
    nodes: z.record(code, share).default({}).describe("least share of single sections or indicators, by code"),
    grades: z.record(line, share).default({}).describe("least share of graded indicators that reach a grade"),
  })
  .describe("one class of the result");

const node = {
  code: code.describe("code of the indicator, e.g. 2-1-1"),
  title: line,
  weight: z.number().positive().default(1).describe("weight among its neighbours where the roll-up is weighted"),
  veto: z.boolean().default(false).describe("not met here, not met above (一票否决); a gate is always one"),
  min_share: share.optional().describe("least share, 0 to 1, without which this and all above is not met"),
  rollup: rollUp.optional(),
};

const fields = z.strictObject({
  ...node,
  criterion: z.string().trim().optional().describe("text of the standard (评估标准)"),
  lead: identifier.optional().describe("department in charge (牵头部门)"),
  support: z.array(identifier).default([]).describe("departments that help (配合部门)"),
  tags: z.array(identifier).default([]).describe("cross-cutting tasks it serves; see tags at the top"),
  data: oneOrMore(z.enum(["official", "survey", "expert"]))
    .optional()
    .describe("where its figures come from: official data, survey, expert review"),
  scoring: scoring.optional(),
  words: wordLimit.optional(),
  requires: z.optional(z.array(requirement)).describe("material asked for (材料要求); leaves only"),
});

export type IndicatorFile = z.output<typeof fields> & { readonly indicators?: readonly IndicatorFile[] | undefined };

const indicator: z.ZodType<IndicatorFile> = z.strictObject({
  ...fields.shape,
  indicators: z
    .lazy(() => z.array(indicator))
    .optional()
    .describe("indicators below this one"),
});

const section = z.strictObject({
  ...node,
  indicators: z.array(indicator).min(1),
});

export const indicatorMap = z
  .strictObject({
    id: identifier.describe("name under which evipack.yaml refers to the map"),
    title: line,
    status: z.enum(["official", "sample"]).describe("sample prints 样例 (sample) on all that is made"),
    language: z.enum(["zh-CN", "en"]),
    version: z.string().trim().optional(),
    issuer: z.string().trim().optional(),
    source: z.string().trim().optional().describe("what the text rests on; printed in the report"),
    licence: z.string().trim().optional(),
    window: period.optional().describe("period from which evidence must come (材料时限)"),
    departments: z.record(identifier, line).default({}).describe("departments that the map names: id and usual name"),
    tags: z.record(identifier, line).default({}).describe("cross-cutting tasks: id and name"),
    facts: z
      .record(
        identifier,
        z.strictObject({
          title: line,
          unit: z.string().trim().optional(),
          base: z.string().trim().optional().describe("population it counts"),
          group: z.string().trim().optional().describe("table of the report"),
        }),
      )
      .default({})
      .describe("figures that its formulas use, as a new workspace lists them"),
    severity: severities,
    rollup: rollUp.optional(),
    min_share: share.optional().describe("least share of the whole, 0 to 1"),
    bands: z.array(band).default([]).describe("classes of the result, best first (等次)"),
    words: wordLimit.optional(),
    exhibit_number: line
      .optional()
      .describe(
        "how numbers of exhibits are written (附件号), e.g. {indicator}-{nn}; {below}, {section}, {section_roman}; {within}, {nn}, {nnn}, {circled}, {roman} for the running number",
      ),
    reuse_limit: z.int().positive().optional().describe("how many requirements one item may serve at most"),
    photos: z
      .strictObject({ min_long_side: z.int().min(1).max(20_000).default(1000).describe("pixels") })
      .prefault({})
      .describe("how fine photos must be"),
    problems: z
      .strictObject({
        min_share: z.number().gt(0).lt(1).describe("share of all self-assessment text, 0.333 for a third"),
      })
      .optional()
      .describe("how much of the text must speak of problems (narrative/problems.md)"),
    sections: z.array(section).min(1),
  })
  .describe("An indicator map: sections > indicators > requirements.");

export type MapFile = z.output<typeof indicatorMap>;
export type RequirementFile = z.output<typeof requirement>;
export type RollUpFile = z.output<typeof rollUp>;
export type BandFile = z.output<typeof band>;
export type ScoringFile = z.output<typeof scoring>;
