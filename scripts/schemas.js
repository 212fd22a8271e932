/** Writes the committed JSON Schemas anew. */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { jsonSchema, schemaNames } from "../dist/schema/json-schema.js";

const root = path.join(import.meta.dirname, "..");
for (const name of schemaNames) {
  const file = name === "map" ? "indicators/indicator-map.schema.json" : `docs/schemas/${name}.schema.json`;
  writeFileSync(path.join(root, file), jsonSchema(name));
}
