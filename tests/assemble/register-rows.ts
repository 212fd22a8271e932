/** Rows of registers as the dice make them. */
import * as fc from "fast-check";
import type { Evidence } from "../../src/model/evidence.ts";
import type { RegisterRow } from "../../src/model/register.ts";
import { education } from "../check/models.ts";
import { registerCell, registeredWith, rowWith } from "../support/registered.ts";

/** Rows as a register has them: any files, in any bundles, for any indicators, twice or contradictory. */
export const anyRows = (evidence: readonly Evidence[]): fc.Arbitrary<RegisterRow[]> =>
  fc
    .array(
      fc.record({
        title: fc.constantFrom("", "规划文件", "会议纪要", "别的"),
        names: fc.array(
          fc.oneof(
            fc.constantFrom("没有.pdf", "../../外面.pdf"),
            fc.constantFrom("", ...evidence.map((each) => each.name)),
          ),
          {
            maxLength: 4,
          },
        ),
        codes: fc.array(fc.constantFrom("1-1-1", "1-1-2", "2-1", "2-10", "1-1", "1"), { maxLength: 3 }),
        url: fc.boolean(),
      }),
      { maxLength: 8 },
    )
    .map((all) => all.map(({ title, names, codes, url }, index) => rowOf(index, title, names, codes, url)));

function rowOf(
  index: number,
  title: string,
  names: readonly string[],
  codes: readonly string[],
  url: boolean,
): RegisterRow {
  const at = { ...registerCell, cell: `登记表!A${String(index + 2)}` };
  return rowWith({
    department: education,
    title,
    claims: codes.map((code) => ({ code, serial: null, from: "register", requirement: null, at })),
    files: names.filter((name) => name !== "").map((text) => ({ text, link: "", at })),
    urls: url ? [{ text: "http://sample.example/", at }] : [],
    registered: registeredWith({ at }),
  });
}
