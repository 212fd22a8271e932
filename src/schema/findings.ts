/** The shape of findings.yaml: what experts found, round by round, and what was done about it. */
import { code, day, identifier, line, oneOrMore, z } from "./z.ts";

const finding = z.strictObject({
  id: code.describe("its number in the round, e.g. 1"),
  indicator: oneOrMore(code).optional().describe("codes of sections or indicators that it is about"),
  exhibit: oneOrMore(line).optional().describe("evidence that it is about: numbers of exhibits, or titles of papers"),
  text: line.describe("what the experts found (评审意见)"),
  severity: z.enum(["major", "minor", "advice"]).optional().describe("重要, 一般 or 建议"),
  owner: identifier.optional().describe("department that sees to it (整改责任部门)"),
  due: day.optional().describe("last day for it (整改时限)"),
  state: z
    .enum(["open", "doing", "done", "declined"])
    .default("open")
    .describe("尚未整改, 整改中, 已整改, or 不予采纳 with the reason as answer"),
  answer: line.optional().describe("what is or was done (整改措施)"),
  proof: oneOrMore(line).optional().describe("what proves it: numbers of exhibits, or titles of papers"),
});

const round = z.strictObject({
  title: line.describe("name of the round, e.g. 专家预评估"),
  date: day.optional(),
  by: line.optional().describe("who found it, e.g. 预评估专家组"),
  findings: z.array(finding).default([]),
});

export const findingsFile = z
  .record(identifier, round)
  .describe("findings.yaml: findings of experts and the answers to them (评审意见、整改).");

export type FindingsFile = z.output<typeof findingsFile>;
export type RoundFile = FindingsFile[string];
export type FindingFile = RoundFile["findings"][number];
