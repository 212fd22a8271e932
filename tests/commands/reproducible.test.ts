/** `compile --check-reproducible`: every file twice the same, and a converter that does not keep to it is found out. */
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { run } from "../cases/run.ts";
import { build } from "../cases/workspace.ts";
import { program } from "../support/child.ts";
import { filesBelow, tempFolder } from "../support/folders.ts";
import { pagePdf } from "../support/handmade-pdf.ts";
import { sha256 } from "../support/samples.ts";

const folder = tempFolder();

describe("compile --check-reproducible", () => {
  it("says that every file is the same, of a draft that compares itself with its forerunner too", async () => {
    const root = path.join(folder, "same");
    build(root, { name: "", about: "" });
    await run(["compile", "--draft-number", "1", "-q"], root);
    writeFileSync(path.join(root, "evidence/教育局/2-2 人员名册2019.txt"), "样例 名册（改）\n");
    const ran = await run(["compile", "--draft-number", "2", "--since", "--check-reproducible"], root);
    expect(ran).toMatchObject({ exitCode: 0, err: "" });
    expect(ran.out).toMatch(/退出码 0（草稿）。\n不用缓存、在别处又编了一次，每个文件都一模一样。\n$/u);
    expect(readFileSync(path.join(root, "evipack.history.yaml"), "utf8").match(/draft: \d/gu)).toHaveLength(2);
    expect(filesBelow(root).filter((name) => name.startsWith("."))).toEqual(
      filesBelow(root).filter((name) => name.startsWith(".evipack/")),
    );
  });

  it("compares nothing where nothing is written", async () => {
    const root = path.join(folder, "gaps");
    build(root, { name: "", about: "", files: { "evidence/教育局/2-2 人员名册2019.txt": null } });
    const ran = await run(["compile", "--require-complete", "--check-reproducible", "-q", "--lang", "en"], root);
    expect(ran.exitCode).toBe(1);
    expect(ran.out).not.toContain("Compiled once more");
    expect(existsSync(path.join(root, "pack"))).toBe(false);
  });

  it.skipIf(process.platform === "win32")(
    "names the files that a fickle converter makes different, and ends with 1",
    () => {
      const root = path.join(folder, "fickle");
      const tools = path.join(folder, "tools");
      const counted = path.join(folder, "counted");
      build(root, { name: "", about: "" });
      mkdirSync(tools);
      const page = (text: string): Buffer => pagePdf(`BT /F1 18 Tf 30 300 Td (${text}) Tj ET`);
      writeFileSync(path.join(tools, "first.pdf"), page("first"));
      writeFileSync(path.join(tools, "then.pdf"), page("then"));
      // Seven texts in the first run; from the eighth on the pages are others.
      const suite = `#!/bin/sh
if [ "$1" = --version ]; then echo "LibreOffice 1.2.3"; exit; fi
for last; do [ "$before" = --outdir ] && out=$last; before=$last; done
echo . >> "${counted}"
page=first; [ "$(wc -l < "${counted}")" -gt 7 ] && page=then
name=\${last##*/}
cp "${tools}/$page.pdf" "$out/\${name%.*}.pdf"
`;
      writeFileSync(path.join(tools, "soffice"), suite, { mode: 0o755 });
      const ran = spawnSync(process.execPath, [program, "compile", "-C", root, "--check-reproducible", "-q"], {
        encoding: "utf8",
        env: {
          ...process.env,
          EVIPACK_CONVERTER: "soffice",
          PATH: `${tools}${path.delimiter}${process.env["PATH"] ?? ""}`,
        },
      });
      expect([ran.status, ran.stderr]).toEqual([1, ""]);
      const named = [...ran.stdout.matchAll(/^(\S+) {2}错误 not-reproducible$/gmu)].map(([, name]) => name);
      expect(named).toEqual(["manifest.json", "manifest.sha256", "site/text.js", "支撑材料汇编.pdf"]);
      expect(existsSync(path.join(root, "pack", "manifest.json"))).toBe(true);
    },
  );

  it.skipIf(process.platform === "win32")(
    "would say the same of another place, umask, zone, locale, and order of the directory",
    () => {
      const sumsOf = (pack: string): readonly string[] =>
        filesBelow(pack).map((file) => `${file} ${sha256(path.join(pack, file))}`);
      const compiled = [
        { place: "one", umask: "022", env: { TZ: "Asia/Shanghai", LANG: "zh_CN.UTF-8", LC_ALL: "zh_CN.UTF-8" } },
        { place: "另一处 (two)", umask: "077", env: { TZ: "America/New_York", LANG: "C", LC_ALL: "C" } },
      ].map(({ place, umask, env }, index) => {
        const [written, root] = [path.join(folder, place, "written"), path.join(folder, place, "workspace")];
        build(written, { name: place, about: "" });
        // What is made last is listed first on some disks: the second copy is made the other way round.
        const files = filesBelow(written);
        for (const file of index === 0 ? files : files.toReversed()) {
          mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
          cpSync(path.join(written, file), path.join(root, file));
        }
        const argv = ["-c", `umask ${umask}; exec "$@"`, "sh", process.execPath, program, "compile", "-C", root, "-q"];
        const more = { EVIPACK_CONVERTER: "none", ...env };
        expect(spawnSync("sh", argv, { env: { ...process.env, ...more } }).status).toBe(0);
        return sumsOf(path.join(root, "pack"));
      });
      expect(compiled[1]).toEqual(compiled[0]);
    },
  );
});
