/** Faults in rows of registers, in a check of one part: told where the row belongs. */
import path from "node:path";
import { describe, expect, it } from "vitest";
import { checkOutput } from "../../src/schema/outputs.ts";
import type { CheckOutput } from "../../src/schema/outputs.ts";
import { run } from "../cases/run.ts";
import { build } from "../cases/workspace.ts";
import { tempFolder } from "../support/folders.ts";

const folder = tempFolder();

async function check(root: string, ...argv: readonly string[]): Promise<CheckOutput> {
  return checkOutput.parse(JSON.parse((await run(["check", "--format", "json", ...argv], root)).out));
}

describe("a fault in a row of a register", () => {
  const root = path.join(folder, "rows");
  const register = "evidence/财政局/register.yaml";
  build(root, {
    name: "rows",
    about: "",
    files: {
      [register]: [
        "items:",
        "  - { title: 样例一, indicators: 2-1-9, files: [2-1-1 拨款凭证2019-04-09.txt] }",
        "  - { title: 样例二, indicators: 2-1-2, date: 2019-02-30, files: [样例没有.txt] }",
        "  - { title: 样例三, files: [样例也没有.txt] }",
        "",
      ].join("\n"),
    },
  });
  const inRegister = ({ diagnostics }: CheckOutput): string[] =>
    diagnostics.flatMap(({ code, file }) => (file === register ? [code] : []));

  // Besides the row without a code, the files that stand in no register at all.
  it.each<[string, string[]]>([
    ["2-1-1", ["register-code"]],
    ["2-1-2", ["register-date", "register-file"]],
    ["2", ["register-code", "register-date", "register-file"]],
    ["1-1-1", []],
  ])("--section %s", async (section, found) => {
    const part = await check(root, "--section", section);
    expect(inRegister(part)).toEqual(found);
    expect(part.filter?.hidden.unplaced).toBe(2);
    expect(part.verdict.exitCode).toBe(found.length > 0 ? 1 : 0);
  });

  it("that leads to no indicator is counted beside the verdict", async () => {
    const { out } = await run(["check", "--section", "1-1-1", "--quiet"], root);
    expect(out).toContain("另有 2 个问题归不到具体的指标或部门");
    expect((await check(root, "--department", "财政局")).filter?.hidden.unplaced).toBe(0);
  });
});
