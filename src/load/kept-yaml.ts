/**
 * YAML files of a workspace that every run reads. One whose bytes are those of an earlier run is recalled: then neither
 * the parser nor any schema is loaded, which takes longer than to read the file.
 */
import type { Staged } from "../diagnostics/diagnostic.ts";
import { placesOf } from "../model/places.ts";
import type { Checked } from "../model/places.ts";
import type { z } from "../schema/z.ts";
import type { Readings } from "./readings.ts";

/** The word anywhere but in a remark of its own line; or a sign by which a name may be spelled otherwise. */
const isTold = /^(?!\s*#).*(?:passwords|\\)/mu;

/** What such a file says, held against its schema, or all its faults; which schema it has hangs on its name alone. */
export async function readYaml<T>(
  file: string,
  bytes: Buffer,
  schema: () => Promise<z.ZodType<T>>,
  readings: Readings,
): Promise<Staged<Checked<T> | null>> {
  const read = async () => {
    const { checkYaml } = await import("./yaml-file.ts");
    const { value, diagnostics } = checkYaml(file, bytes, await schema());
    return { said: value === null ? null : { value: value.value, places: value.places }, diagnostics };
  };
  // What is kept can be read by whoever finds the folder of the cache, and it stays there: no password may be in it.
  const secret = isTold.test(bytes.toString("utf8"));
  const kept = secret ? await read() : await readings.recall(["yaml", file], bytes, read);
  const { said, diagnostics } = kept;
  const value = said === null ? null : { value: said.value, at: placesOf(file, said.places) };
  return { value, diagnostics };
}
