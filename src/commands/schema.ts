/** `evipack schema NAME`: the JSON Schema of a kind of file. */
import { diagnostic, Fatal } from "../diagnostics/diagnostic.ts";
import { nearest } from "../engines/nearest.ts";
import { jsonSchema, schemaNames } from "../schema/json-schema.ts";
import type { World } from "../world.ts";

export function runSchema(name: string, world: World): number {
  const known = schemaNames.find((each) => each === name);
  if (known === undefined) {
    const facts = { what: "schema" as const, name, known: schemaNames, nearest: nearest(name, schemaNames) };
    throw new Fatal([diagnostic("unknown-name", { file: "" }, facts)]);
  }
  world.stdout.write(jsonSchema(known));
  return 0;
}
