/** funds.yaml, surveys.yaml and findings.yaml: what the report tells beyond indicators and evidence. Each is optional. */
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Diagnostic, Staged } from "../../diagnostics/diagnostic.ts";
import type { Workspace } from "../../model/workspace.ts";
import type { z } from "../../schema/z.ts";
import { readInside } from "../inside.ts";
import { checkYaml } from "../yaml-file.ts";
import type { Checked } from "../yaml-file.ts";
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

type ReportData = Pick<Workspace, "funds" | "surveys" | "rounds">;

/**
 * Reads the three files. Without `known`, when the configuration has faults of its own, they are held against their
 * schemas only.
 */
export async function loadReportData(root: string, known: Known | null): Promise<Staged<ReportData>> {
  const found: Diagnostic[] = [];
  const read = async <F, T>(
    file: string,
    schema: () => Promise<z.ZodType<F>>,
    make: (value: F, reader: Reader, named: Known) => readonly T[],
  ): Promise<readonly T[]> => {
    const checked = await readYaml(root, file, schema, found);
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

async function readYaml<T>(
  root: string,
  file: string,
  schema: () => Promise<z.ZodType<T>>,
  found: Diagnostic[],
): Promise<Checked<T> | null> {
  const bytes = await readInside(root, file);
  if (!bytes.ok) {
    if (bytes.failure !== "missing") found.push(diagnostic("cannot-read", { file }, { cause: bytes.cause }));
    return null;
  }
  const checked = checkYaml(file, bytes.bytes, await schema());
  found.push(...checked.diagnostics);
  return checked.value;
}
