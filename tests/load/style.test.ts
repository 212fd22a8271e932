/** Styles: those of the program, and those of a workspace, with the place of every fault. */
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { readStyle } from "../../src/load/style.ts";
import { styleNames } from "../../src/load/style-names.ts";
import { tempFolder } from "../support/folders.ts";

const at = { file: "evipack.yaml", line: 9, column: 8 };

function workspaceWith(yaml: string): string {
  const root = tempFolder();
  mkdirSync(path.join(root, "styles"));
  writeFileSync(path.join(root, "styles", "own.yaml"), yaml);
  return root;
}

const read = (yaml: string): ReturnType<typeof readStyle> => readStyle(workspaceWith(yaml), "styles/own.yaml", at);

describe("styles of the program", async () => {
  it.each(await styleNames())("%s has no fault", async (name) => {
    const { value, diagnostics } = await readStyle(tempFolder(), name, at);
    expect(diagnostics).toEqual([]);
    expect(value?.id).toBe(name);
  });

  it("are named when one is misspelt", async () => {
    const { diagnostics } = await readStyle(tempFolder(), "gb9740", at);
    expect(diagnostics).toMatchObject([{ code: "unknown-value", at, facts: { got: "gb9740", nearest: "gb9704" } }]);
  });
});

describe("a style of the workspace", () => {
  it("says only what differs from its base", async () => {
    const { value, diagnostics } = await read(
      "base: gb9704\nid: own\ntitle: 样例\nroles: { heading2: { bold: true } }\nlists: { bullets: [◆] }\n",
    );
    expect(diagnostics).toEqual([]);
    expect(value?.roles.heading2).toMatchObject({ face: "kai", size: 16, bold: true });
    expect(value?.lists).toMatchObject({ bullets: ["◆"], wrap: "flush" });
    expect(value?.title).toBe("样例");
  });

  it("tells every fault with its place and the nearest name", async () => {
    const { value, diagnostics } = await read(
      'base: gb9704\nid: own\ntitle: 样例\nroles:\n  heading3: { face: heii }\npage_mark: { forn: "{n}" }\n',
    );
    expect(value).toBeNull();
    expect(diagnostics).toMatchObject([
      { code: "unknown-key", at: { file: "styles/own.yaml", line: 6, column: 14 }, facts: { nearest: "form" } },
      { code: "unknown-value", at: { file: "styles/own.yaml", line: 5, column: 21 }, facts: { nearest: "hei" } },
    ]);
  });

  it("may stand on a style of the program only", async () => {
    const { diagnostics } = await read("base: gb97O4\nid: own\ntitle: 样例\n");
    expect(diagnostics).toMatchObject([
      { code: "unknown-value", at: { file: "styles/own.yaml", line: 1 }, facts: { key: "base", nearest: "gb9704" } },
    ]);
  });

  it("must be a file inside the workspace", async () => {
    const root = workspaceWith("");
    for (const name of ["../own.yaml", "/etc/own.yaml", "C:\\own.yaml"]) {
      expect((await readStyle(root, name, at)).diagnostics).toMatchObject([{ code: "path-outside", at }]);
    }
    expect((await readStyle(root, "styles/other.yaml", at)).diagnostics).toMatchObject([{ code: "unknown-value", at }]);
  });

  it("without a base must say everything", async () => {
    const { diagnostics } = await read("id: own\ntitle: 样例\n");
    expect(diagnostics.map(({ code }) => code)).toContain("missing-key");
  });
});
