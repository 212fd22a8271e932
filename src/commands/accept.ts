/** `evipack check --accept`: what was looked at goes into evipack.lock.yaml. */
import { accept, acceptable } from "../check/accept.ts";
import type { Acceptance } from "../check/accept.ts";
import type { Checked } from "../check/check.ts";
import { diagnostic, Fatal } from "../diagnostics/diagnostic.ts";
import { nearest } from "../engines/nearest.ts";
import { plainCode } from "../link/codes.ts";
import { lockName } from "../load/lock.ts";
import { lockText, writeLock } from "../write/lock.ts";

/** Accepts what `codes` name, everything when there are none; throws Fatal for a code that names nothing. */
export async function acceptInto(root: string, checked: Checked, codes: readonly string[]): Promise<Acceptance> {
  const known = acceptable(checked);
  const asked = codes.map((code) => (known.has(code) ? code : plainCode(code)));
  const { language } = checked.workspace;
  const unknown = asked
    .filter((code) => !known.has(code))
    .map((code) => diagnostic("accept-unknown", { file: "" }, { code, nearest: nearest(code, known) }));
  if (unknown.length > 0) throw new Fatal(unknown, language);
  const accepted = accept(checked, asked);
  await writeLock(root, lockName, lockText(accepted.lock, checked.workspace.map));
  return accepted;
}
