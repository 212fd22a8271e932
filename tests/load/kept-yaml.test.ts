/** YAML files that are recalled: as when they were read, and without their secrets. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readYaml } from "../../src/load/kept-yaml.ts";
import { openReadings } from "../../src/load/readings.ts";
import { workspaceFile } from "../../src/schema/workspace.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "evipack-kept-yaml-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Reads a text in a run of its own; tells whether the schema was wanted, which means that it was read anew. */
async function run(text: string) {
  const readings = await openReadings(folder);
  let anew = false;
  const schema = () => {
    anew = true;
    return Promise.resolve(workspaceFile);
  };
  const { value, diagnostics } = await readYaml("evipack.yaml", Buffer.from(text), schema, readings);
  await readings.save();
  const at = ["title", "departments", "stages"].map((key) => value?.at([key], true));
  return {
    anew,
    told: { value: value?.value, at, within: value?.at(["departments", "finance", "name"]), diagnostics },
  };
}

const kept = (): string =>
  readdirSync(folder)
    .map((name) => readFileSync(path.join(folder, name), "latin1"))
    .join("\n")
    // Strings with Chinese in them, or cut from such, have two bytes a character.
    .replaceAll("\0", "");

const good = `# passwords: none\ntitle: 样例\napplicant: 样例区\nmap: x\ndepartments:\n  finance: { name: 财政局 }\n`;

describe("a YAML file of a workspace", () => {
  it("is recalled as it was read, values and places", async () => {
    const first = await run(good);
    const second = await run(good);
    expect([first.anew, second.anew]).toEqual([true, false]);
    expect(second.told).toEqual(first.told);
    expect(second.told.within).toEqual({ file: "evipack.yaml", line: 6, column: 20 });
  });

  it("is recalled with its faults", async () => {
    const bad = `${good}colour: red\nas_of: yesterday\n`;
    const first = await run(bad);
    const second = await run(bad);
    expect(first.told.diagnostics.map(({ code }) => code)).toEqual(["bad-form", "unknown-key"]);
    expect(second).toEqual({ anew: false, told: first.told });
  });

  it("is read anew when a byte of it has changed", async () => {
    await run(good);
    const changed = await run(good.replace("样例区", "样例县"));
    expect(changed.anew).toBe(true);
    expect(changed.told.value?.applicant).toBe("样例县");
  });

  it.each([
    ["passwords: [geheim]\n"],
    ['passwords:\n  - "geheim"\n'],
    ['"pass\\u0077ords": [geheim]\n'],
    ["passwords: [geheim\n"],
    ["passwords: { x: geheim }\n"],
  ])("is not kept with the passwords in it: %j", async (secret) => {
    const first = await run(good + secret);
    const second = await run(good + secret);
    expect([first.anew, second.anew]).toEqual([true, true]);
    expect(kept()).not.toContain("geheim");
  });

  it("would be found in the cache, were it kept", async () => {
    await run(good.replace("财政局", "geheim"));
    expect(kept()).toContain("geheim");
  });
});
