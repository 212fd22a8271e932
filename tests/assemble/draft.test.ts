/** A draft is marked on every page, with its day and, where it has one, its running number. */
import { describe, expect, it } from "vitest";
import { assemble } from "../../src/assemble/assemble.ts";
import { check } from "../../src/check/check.ts";
import { linkEvidence } from "../../src/link/link.ts";
import { looks, workspace } from "./template/sample.ts";

const packed = (draft: { readonly number: number | null } | null, only: ReadonlySet<string> | null = null) =>
  assemble(check(workspace, linkEvidence(workspace), []), { looks, draft, only });

describe("the watermark of a report", () => {
  it.each([
    [null, null],
    [{ number: null }, "草稿　2019年10月31日"],
    [{ number: 12 }, "草稿　2019年10月31日　第12稿"],
  ])("%j: %j", (draft, watermark) => {
    const { report, briefing } = packed(draft);
    expect([report.watermark, briefing?.watermark]).toEqual([watermark, watermark]);
  });
});

it("a report of one section says so on its cover, and appendix and briefing are whole", () => {
  const whole = packed(null);
  const part = packed(null, new Set(["2"]));
  expect([whole.report.cover.subtitle, part.report.cover.subtitle]).toEqual([null, "（部分 2部分）"]);
  expect(part.appendix).toEqual(whole.appendix);
  expect(part.briefing).toEqual(whole.briefing);
});
