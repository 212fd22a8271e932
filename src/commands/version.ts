/** The program's own version, from its package.json. */
import path from "node:path";
import { packageRoot, readFile } from "../world.ts";

export async function version(): Promise<string> {
  const read = await readFile(path.join(packageRoot, "package.json"));
  if (!read.ok) throw new Error(`package.json: ${read.cause}`);
  const facts = JSON.parse(read.bytes.toString("utf8")) as { readonly version: string };
  return facts.version;
}
