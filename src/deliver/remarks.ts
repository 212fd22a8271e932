/** What the check in a pack says that whoever delivers it should know before a panel does. */
import type { Code } from "../diagnostics/diagnostic.ts";
import { parseJson } from "../engines/text.ts";
import type { Manifest } from "../schema/manifest.ts";
import { toldCheck } from "../schema/packs.ts";
import type { Files } from "../verify/files.ts";

/** No errors, and yet not what others should be the first to see: numbers of persons, a report that is not written. */
const worthSaying = [
  "personal-data",
  "not-filled-in",
  "narratives-not-begun",
  "narrative-missing",
  "hint-left",
] as const satisfies readonly Code[];

export type Remark = (typeof worthSaying)[number];

/** How often each of them is said; a check that is not there, or not sound, says nothing: `verify` names it. */
export async function remarksOf({ outputs }: Manifest, files: Files): Promise<ReadonlyMap<Remark, number>> {
  const name = outputs.find(({ role }) => role === "check")?.path;
  const bytes = name === undefined ? null : await files.bytes(name);
  const told = bytes === null ? null : (toldCheck.safeParse(parseJson(bytes.toString("utf8"))).data ?? null);
  const counts = worthSaying.map(
    (code) => [code, told?.diagnostics.filter((each) => each.code === code).length ?? 0] as const,
  );
  return new Map(counts.filter(([, count]) => count > 0));
}
