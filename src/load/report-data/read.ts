/** funds.yaml, surveys.yaml and findings.yaml: what the report tells beyond indicators and evidence. Each is optional. */
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Diagnostic, Staged } from "../../diagnostics/diagnostic.ts";
import type { Workspace } from "../../model/workspace.ts";
import type { z } from "../../schema/z.ts";
import { readInside } from "../inside.ts";
import { readYaml } from "../kept-yaml.ts";
import type { Readings } from "../readings.ts";
import { readRounds } from "./findings.ts";
import { readFunds } from "./funds.ts";
import { readerOf } from "./known.ts";
import type { Known, Reader } from "./known.ts";
import { readSurveys } from "./surveys.ts";

/** Each is made when there is a file for it: to make them all takes longer than to look for three files. */
const schemas = {
  funds: async () => (await import("../../schema/funds.ts")).fundsFile,
  surveys: async () => (await import("../../schema/surveys.ts")).surveysFile,
  findings: async () => (await import("../../schema/findings.ts")).findingsFile,
};

/** Their names, at the top of the workspace. */
export const reportDataFiles = Object.keys(schemas).map((name) => `${name}.yaml`);

type ReportData = Pick<Workspace, "funds" | "surveys" | "rounds">;

/**
 * Reads the three files. Without `known`, when the configuration has faults of its own, they are held against their
 * schemas only.
 */
export async function loadReportData(
  root: string,
  known: Known | null,
  readings: Readings,
): Promise<Staged<ReportData>> {
  const found: Diagnostic[] = [];
  const read = async <F, T>(
    file: string,
    schema: () => Promise<z.ZodType<F>>,
    make: (value: F, reader: Reader, named: Known) => readonly T[],
  ): Promise<readonly T[]> => {
    const bytes = await bytesOf(root, file, found);
    if (bytes === null) return [];
    const { value: checked, diagnostics } = await readYaml(file, bytes, schema, readings);
    found.push(...diagnostics);
    if (checked === null || known === null) return [];
    const reader = readerOf(checked.at, known);
    const made = make(checked.value, reader, known);
    found.push(...reader.found);
    return made;
  };
  const value = {
    funds: await read("funds.yaml", schemas.funds, readFunds),
    surveys: await read("surveys.yaml", schemas.surveys, readSurveys),
    rounds: await read("findings.yaml", schemas.findings, (file, reader, { map }) => readRounds(file, map, reader)),
  };
  return { value, diagnostics: found };
}

/** Null where it is not there, or where it cannot be read, which is told. */
async function bytesOf(root: string, file: string, found: Diagnostic[]): Promise<Buffer | null> {
  const read = await readInside(root, file);
  if (read.ok) return read.bytes;
  if (read.failure !== "missing") found.push(diagnostic("cannot-read", { file }, { cause: read.cause }));
  return null;
}
