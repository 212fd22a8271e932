/** The running number of a draft: `--draft-number`, else `EVIPACK_DRAFT_NUMBER`. */
import { diagnostic, Fatal } from "../diagnostics/diagnostic.ts";
import type { World } from "../world.ts";

const option = "--draft-number";
const variable = "EVIPACK_DRAFT_NUMBER";

/** Null when neither gives one; Fatal when it is none. */
export function draftNumber(typed: string | null, env: World["env"]): number | null {
  const value = typed ?? env[variable]?.trim() ?? "";
  if (value === "" && typed === null) return null;
  if (/^[1-9]\d{0,5}$/u.test(value)) return Number(value);
  const name = typed === null ? variable : option;
  throw new Fatal([diagnostic("bad-option", { file: "" }, { option: name, value, expected: "1, 2, 3 …" })]);
}
