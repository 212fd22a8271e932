/** The command line: help as a golden, usage errors, version, schemas. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { main } from "../src/cli.ts";
import { indicatorMap } from "../src/schema/map.ts";
import { z } from "../src/schema/z.ts";
import { expectText } from "./cases/golden.ts";
import { build } from "./cases/workspace.ts";
import { root, tempFolder } from "./support/folders.ts";
import { testWorld } from "./support/world.ts";

const folder = tempFolder();

interface Said {
  readonly exitCode: number;
  readonly out: string;
  readonly err: string;
}

async function evipack(
  argv: readonly string[],
  env: Readonly<Record<string, string>> = {},
  cwd = folder,
): Promise<Said> {
  const { world, out, err } = testWorld({ cwd, env });
  const exitCode = await main(argv, world);
  return { exitCode, out: out(), err: err() };
}

const commands = [
  "",
  "check",
  "compile",
  "watch",
  "assign",
  "verify",
  "package",
  "diff",
  "init",
  "template",
  "schema",
  "explain",
  "cache",
];
const languages = ["zh-CN", "en"] as const;

const golden = (name: string): string => path.join(import.meta.dirname, "golden", "cli", name);

describe("help", () => {
  it.each(languages)("reads well in %s", async (language) => {
    const pages: string[] = [];
    for (const command of commands) {
      const argv = [...(command === "" ? [] : [command]), "--help", "--lang", language];
      const { exitCode, out, err } = await evipack(argv);
      expect([exitCode, err]).toEqual([0, ""]);
      pages.push(`$ evipack ${argv.join(" ")}\n${out.trimEnd()}\n--- exit code ${String(exitCode)}\n`);
    }
    expectText(golden(`help.${language}.txt`), pages.join("\n"));
  });

  it.each<[Readonly<Record<string, string>>, string]>([
    [{}, "用法"],
    [{ LANG: "zh_CN.UTF-8" }, "用法"],
    [{ LANG: "C.UTF-8" }, "用法"],
    [{ LANG: "en_US.UTF-8" }, "Usage"],
    [{ LANG: "zh_CN.UTF-8", LC_ALL: "en_GB.UTF-8" }, "Usage"],
  ])("speaks the language of the environment %j", async (env, word) => {
    expect((await evipack(["--help"], env)).out).toContain(word);
  });

  it("an empty LC_ALL does not hide LANG", async () => {
    expect((await evipack(["--help"], { LC_ALL: "", LANG: "en_US.UTF-8" })).out).toContain("Usage");
  });

  it("has no English heading in Chinese and no Chinese in English", async () => {
    for (const command of commands) {
      const page = (await evipack([...(command === "" ? [] : [command]), "--help", "--lang", "zh-CN"])).out;
      expect(page).not.toMatch(/Usage|Options|Commands|Arguments|default|choices/u);
      const english = (await evipack([...(command === "" ? [] : [command]), "--help", "--lang", "en"])).out;
      expect(english).not.toMatch(/\p{Script=Han}/u);
    }
  });
});

describe("usage errors", () => {
  const wrong: readonly (readonly string[])[] = [
    ["chek"],
    ["frobnicate"],
    ["check", "--formt", "json"],
    ["check", "--nonsense"],
    ["check", "--format", "xml"],
    ["check", "--format"],
    ["check", "--detail"],
    ["check", "--fail-on"],
    ["check", "--fail-on", "never"],
    ["compile", "--detail"],
    ["verify", "pack", "--format"],
    ["check", "--lang"],
    ["check", "--as-of"],
    ["check", "--lang", "de"],
    ["check", "extra"],
    ["check", "."],
    ["verify"],
    ["verify", "--format", "json"],
    ["verify", "check", "b"],
    ["diff", "check"],
    ["diff", "a", "b", "c", "d"],
    ["diff", ".", "b", "c"],
    ["-q", "package", "delivery"],
    ["cache", "clear", "x"],
    ["check", "--accept", "--section", "1"],
    ["check", "--department", "财政局", "--accept"],
    ["check", "--since", "old", "--accept", "1-1"],
    ["check", "-C"],
    ["init"],
    ["init", "somewhere"],
    ["init", "somewhere", "--map"],
    ["init", "somewhere", "--map", "zhejang-learning-city"],
    ["init", "somewhere", "--map", "../../etc/passwd"],
    ["schema"],
    ["schema", "maps"],
    ["schema", "nonsense"],
    ["compile", "--darft"],
  ];

  it.each(languages)("are told in %s, exit 2", async (language) => {
    const pages: string[] = [];
    for (const argv of wrong) {
      const { exitCode, out, err } = await evipack(argv, { LANG: language === "en" ? "en_US.UTF-8" : "zh_CN.UTF-8" });
      expect([argv, exitCode]).toEqual([argv, 2]);
      expect(out).toBe("");
      expect(err).not.toMatch(/\n\s+at /u);
      expect(err).not.toContain(folder);
      pages.push(`$ evipack ${argv.join(" ")}\n${err.trimEnd()}\n--- exit code ${String(exitCode)}\n`);
    }
    expectText(golden(`usage.${language}.txt`), pages.join("\n"));
    expect(existsSync(path.join(folder, "somewhere"))).toBe(false);
  });
});

it("nothing but the goldens made here lies among them", () => {
  const made = languages.flatMap((language) => [`help.${language}.txt`, `usage.${language}.txt`]);
  expect(readdirSync(golden("")).toSorted()).toEqual(made.toSorted());
});

it("without a command the help is printed", async () => {
  const bare = await evipack([]);
  expect(`${bare.out}${bare.err}`).toContain("用法");
  expect(`${bare.out}${bare.err}`).not.toMatch(/\n\s+at /u);
});

describe("small answers", () => {
  const manifest = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as { readonly version: string };

  it.each(["--version", "-V"])("%s is that of the package", async (option) => {
    expect(await evipack([option])).toEqual({ exitCode: 0, out: `${manifest.version}\n`, err: "" });
  });

  it("schema map prints the schema that is committed beside the maps", async () => {
    const { exitCode, out } = await evipack(["schema", "map"]);
    expect(exitCode).toBe(0);
    expect(JSON.parse(out)).toEqual(z.toJSONSchema(indicatorMap, { io: "input" }));
    expect(out).toBe(readFileSync(path.join(root, "indicators", "indicator-map.schema.json"), "utf8"));
  });

  it.each(["map", "workspace", "facts", "lock", "style", "words", "check", "manifest"])(
    "schema %s prints JSON",
    async (name) => {
      const { exitCode, out } = await evipack(["schema", name]);
      expect(exitCode).toBe(0);
      expect(JSON.parse(out)).toMatchObject({ $schema: expect.stringContaining("json-schema.org") });
    },
  );
});

describe("colours", () => {
  const workspace = path.join(folder, "coloured");
  build(workspace, { name: "", about: "", files: { "evidence/教育局/扫描件.txt": "样例\n" } });

  const onTerminal = async (argv: readonly string[], env: Readonly<Record<string, string>>): Promise<string> => {
    const { world, out, err } = testWorld({ cwd: workspace, env });
    await main(argv, { ...world, stdout: { ...world.stdout, isTTY: true }, stderr: { ...world.stderr, isTTY: true } });
    return out() + err();
  };

  it.each<[readonly string[], Readonly<Record<string, string>>, boolean]>([
    [["check"], {}, true],
    [["check"], { NO_COLOR: "" }, true],
    [["check"], { NO_COLOR: "1" }, false],
    [["check", "--no-color"], {}, false],
    [["check", "--format", "json"], {}, false],
    [["check", "--as-of", "never"], {}, true],
    [["check", "--as-of", "never"], { NO_COLOR: "1" }, false],
    [["check", "--as-of", "never", "--no-color"], {}, false],
  ])("%j with %j: %s", async (argv, env, coloured) => {
    expect((await onTerminal(argv, env)).includes("\u001b[")).toBe(coloured);
  });

  it("are not used where there is no terminal", async () => {
    expect((await evipack(["check"], {}, workspace)).out).not.toContain("\u001b");
  });

  it("--quiet prints the verdict only; --output writes a file and says the verdict", async () => {
    const quiet = await evipack(["check", "--quiet"], {}, workspace);
    expect(quiet.out.split("\n")).toEqual([expect.stringContaining("结论："), ""]);
    const written = await evipack(["check", "--output", "check.txt"], {}, workspace);
    expect(written).toMatchObject({ exitCode: 1, err: "", out: expect.stringMatching(/^结论：/u) });
    expect(readFileSync(path.join(workspace, "check.txt"), "utf8")).toContain("一、按评估部分");
    const deeper = await evipack(["check", "--output", "new/folder/check.txt"], {}, workspace);
    expect([deeper.exitCode, deeper.err]).toEqual([1, ""]);
    const impossible = await evipack(["check", "--output", "evipack.yaml/check.txt"], {}, workspace);
    expect([impossible.exitCode, impossible.err]).toEqual([2, expect.stringContaining("cannot-write")]);
  });
});
