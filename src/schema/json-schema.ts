/** JSON Schemas made from the zod schemas, for editors and for machines that read our output. */
import { findingsFile } from "./findings.ts";
import { fundsFile } from "./funds.ts";
import { historyFile } from "./history.ts";
import { lockFile } from "./lock.ts";
import { logEvent } from "./log.ts";
import { indicatorMap } from "./map.ts";
import { manifest } from "./manifest.ts";
import { checkOutput, stoppedOutput } from "./outputs.ts";
import { diffOutput, verifyOutput } from "./packs.ts";
import { registerFile } from "./register.ts";
import { styleFile } from "./style.ts";
import { surveysFile } from "./surveys.ts";
import { wordsFile } from "./words.ts";
import { factsFile, workspaceFile } from "./workspace.ts";
import { z } from "./z.ts";

export const schemas = {
  map: indicatorMap,
  workspace: workspaceFile,
  facts: factsFile,
  funds: fundsFile,
  surveys: surveysFile,
  findings: findingsFile,
  register: registerFile,
  lock: lockFile,
  history: historyFile,
  style: styleFile,
  words: wordsFile,
  check: checkOutput,
  stopped: stoppedOutput,
  manifest,
  verify: verifyOutput,
  diff: diffOutput,
  log: logEvent,
} as const;

export type SchemaName = keyof typeof schemas;

export const schemaNames = Object.keys(schemas) as SchemaName[];

/** The JSON Schema (2020-12) of what users type, or of what the program writes; ends with a line break. */
export function jsonSchema(name: SchemaName): string {
  const io = (["check", "stopped", "manifest", "verify", "diff", "log"] as SchemaName[]).includes(name)
    ? "output"
    : "input";
  return `${JSON.stringify(z.toJSONSchema(schemas[name], { io }), null, 2)}\n`;
}
