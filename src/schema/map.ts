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

const requirement = z.strictObject({
  key: identifier.describe("name of the slot, unique within the indicator"),
  title: line.describe("what is asked for, as it stands in lists (材料名称)"),
  aliases: z.array(line).default([]).describe("other names under which departments hand it in"),
  kind: z.enum(kinds).default("document").describe("kind of evidence (材料类型)"),
  min: z.int().positive().default(1).describe("how many are needed (per year with each: year)"),
  each: z.enum(["year"]).optional().describe("needed for every year of the window"),
  doc_number: z.enum(["required", "optional"]).default("optional").describe("must it carry a 文号"),
  window: period.optional().describe("its own window instead of the map's"),
  lasting: z.boolean().default(false).describe("a lasting paper: may be older than the window"),
  optional: z.boolean().default(false).describe("welcome, but not owed"),
  by: identifier.optional().describe("department that owes it, when not the indicator's lead"),
});

const node = {
  code: code.describe("code of the indicator, e.g. 2-1-1"),
  title: line,
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
    sections: z.array(section).min(1),
  })
  .describe("An indicator map: sections > indicators > requirements.");

export type MapFile = z.output<typeof indicatorMap>;
export type RequirementFile = z.output<typeof requirement>;
export type ScoringFile = z.output<typeof scoring>;
