/** A run that is told to end says so, and leaves neither a folder nor a process. */
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { build } from "../cases/workspace.ts";
import { eventually, isAlive } from "../render/convert/fake-child.ts";
import { ended, startListening } from "../support/child.ts";
import { tempFolder } from "../support/folders.ts";
import { compile } from "../support/samples.ts";

describe.skipIf(process.platform === "win32")("a run that is interrupted", () => {
  const home = tempFolder();
  const target = path.join(home, "pack");
  const workspace = path.join(home, "work");
  const tools = path.join(home, "tools");
  const busy = path.join(home, "busy");
  const busySuite = (): number => (existsSync(busy) ? Number(readFileSync(busy, "utf8")) : 0);

  beforeAll(async () => {
    build(workspace, { name: "interrupted", about: "a complete workspace" });
    await compile(workspace, target);
    mkdirSync(tools);
    // An office suite that tells its process id and then never ends.
    const suite = `#!/bin/sh
case "$1" in
  --version) echo "LibreOffice 1.2.3" ;;
  *) echo $$ > "${busy}"; exec sleep 600 ;;
esac
`;
    writeFileSync(path.join(tools, "soffice"), suite, { mode: 0o755 });
  });

  it.each([
    ["SIGINT", 130, "zh-CN", "已中断：没有写出新的成果包，原有的成果包未动。\n"],
    ["SIGTERM", 143, "en", "Interrupted: no new pack was written; an earlier one is as it was.\n"],
  ] as const)("by %s ends with %i", async (signal, code, language, line) => {
    rmSync(busy, { force: true });
    const before = readFileSync(path.join(target, "manifest.json"));
    const { child, err } = startListening(
      ["compile", "-C", workspace, "--out", target, "--no-cache", "--lang", language],
      { env: { EVIPACK_CONVERTER: "soffice", PATH: `${tools}${path.delimiter}${process.env["PATH"] ?? ""}` } },
    );
    const end = ended(child);
    expect(await eventually(() => busySuite() > 0)).toBe(true);
    const suite = busySuite();
    expect(isAlive(suite)).toBe(true);
    child.kill(signal);
    expect(await end).toBe(code);
    expect(err()).toBe(line);
    expect(readdirSync(home).filter((name) => name.startsWith("."))).toEqual([]);
    expect(readFileSync(path.join(target, "manifest.json"))).toEqual(before);
    expect(await eventually(() => !isAlive(suite))).toBe(true);
  });
});
