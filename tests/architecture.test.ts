/** The house rules that a program can keep: imports point inward, one importer a library, one door to the outside. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

const src = path.join(import.meta.dirname, "..", "src");

/** Inner layers first; a file may import its own layer and those before it. Layers on one line do not import each other. */
const layers: readonly (readonly string[])[] = [
  ["model"],
  ["schema"],
  ["world.ts"],
  ["processes.ts"],
  ["threads.ts"],
  ["digest.ts"],
  ["guard.ts"],
  ["engines"],
  ["diagnostics"],
  ["link"],
  ["check"],
  ["assemble"],
  ["paginate"],
  ["load", "render", "write"],
  ["verify"],
  ["compare", "deliver"],
  ["commands"],
  ["cli.ts"],
];

/** Pure stages: values in, values out. */
const pure = ["model", "diagnostics", "link", "check", "assemble", "paginate"];
const pureEngines = ["charts.ts", "formula", "nearest.ts", "table.ts", "liquid.ts", "markdown.ts"];

interface Import {
  readonly file: string;
  readonly from: string;
  readonly typeOnly: boolean;
  /** Loaded when the program comes to it: `await import("…")`. */
  readonly late: boolean;
}

const files = readdirSync(src, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts"))
  .map((file) => file.replaceAll("\\", "/"))
  .toSorted();

const imports: readonly Import[] = files.flatMap((file) => {
  const text = readFileSync(path.join(src, file), "utf8");
  const early = [...text.matchAll(/^(?:import|export) (type )?[^;]*?from "([^"]+)";/gmsu)].map((match) => ({
    file,
    from: match[2] ?? "",
    typeOnly: match[1] !== undefined,
    late: false,
  }));
  const late = [...text.matchAll(/\bimport\("([^"]+)"\)/gu)].map((match) => ({
    file,
    from: match[1] ?? "",
    typeOnly: false,
    late: true,
  }));
  return [...early, ...late];
});

const layerOf = (file: string): number => layers.findIndex((names) => names.includes(file.split("/")[0] ?? ""));

const target = ({ file, from }: Import): string => path.posix.join(path.posix.dirname(file), from);

const inner = imports.filter((each) => each.from.startsWith("."));
const libraries = imports.filter((each) => !each.from.startsWith(".") && !each.from.startsWith("node:"));

describe("architecture", () => {
  it("reads the imports at all", () => {
    expect(files.length).toBeGreaterThan(60);
    expect(inner.length).toBeGreaterThan(200);
    expect(libraries.length).toBeGreaterThan(15);
  });

  it("knows the layer of every file", () => {
    expect(files.filter((file) => layerOf(file) === -1)).toEqual([]);
  });

  it("imports inward only", () => {
    const outward = inner.filter((each) => {
      const [own, other] = [each.file.split("/")[0], target(each).split("/")[0]];
      return own !== other && layerOf(each.file) <= layerOf(target(each));
    });
    expect(outward.map((each) => `${each.file} imports ${target(each)}`)).toEqual([]);
  });

  /** Libraries that come along when a file is loaded, through all files of ours that it imports early. */
  function broughtBy(file: string): readonly string[] {
    const [met, left] = [new Set<string>(), [file]];
    const brought = new Set<string>();
    for (let next = left.pop(); next !== undefined; next = left.pop()) {
      if (met.has(next)) continue;
      met.add(next);
      for (const each of imports.filter(({ file: by, typeOnly, late }) => by === next && !typeOnly && !late)) {
        if (each.from.startsWith(".")) left.push(target(each));
        else if (!each.from.startsWith("node:")) brought.add(each.from);
      }
    }
    return [...brought].toSorted();
  }

  it("starts with what help needs, and no more", () => {
    expect(broughtBy("cli.ts")).toEqual(["commander", "fastest-levenshtein"]);
  });

  it("loads what opens files when a file asks for it", () => {
    expect(broughtBy("commands/check-again.ts")).toEqual([]);
    expect(broughtBy("commands/check.ts")).toEqual(["cli-table3", "fastest-levenshtein", "jsep"]);
  });

  /** A folder of engines and the file beside it of the same name are one importer: they share one library. */
  const importer = (file: string): string => /^engines\/[^/]+?(?=\/|\.ts$)/u.exec(file)?.[0] ?? file;

  it("gives each library one importer", () => {
    const importers = new Map<string, Set<string>>();
    for (const each of libraries.filter(({ typeOnly }) => !typeOnly)) {
      const name = each.from.startsWith("@")
        ? each.from.split("/").slice(0, 2).join("/")
        : (each.from.split("/")[0] ?? "");
      importers.set(name, (importers.get(name) ?? new Set()).add(importer(each.file)));
    }
    const shared = [...importers].filter(([, by]) => by.size > 1).map(([name, by]) => `${name}: ${[...by].join(", ")}`);
    expect(shared).toEqual([]);
  });

  it("leaves files and clocks to world.ts", () => {
    const doors = imports.filter((each) => /^node:fs(?:\/promises)?$/u.test(each.from));
    expect([...new Set(doors.map((each) => each.file))]).toEqual(["world.ts"]);
    const clocks = files.filter((file) => {
      const text = readFileSync(path.join(src, file), "utf8");
      return /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\brandomUUID\b|\brandomBytes\b/u.test(text);
    });
    expect(clocks).toEqual(["world.ts"]);
  });

  it("leaves child processes and the network to processes.ts", () => {
    const doors = imports.filter((each) => /^(?:node:child_process|node:https?|node:net)$/u.test(each.from));
    expect([...new Set(doors.map((each) => each.file))]).toEqual(["processes.ts"]);
    const calls = files.filter((file) => /\bfetch\(/u.test(readFileSync(path.join(src, file), "utf8")));
    expect(calls).toEqual(["processes.ts"]);
  });

  it("keeps the pure stages pure", () => {
    const impure = inner
      .filter((each) => pure.includes(each.file.split("/")[0] ?? "") && !each.typeOnly)
      .filter((each) => {
        const [folder, file = ""] = target(each).split("/");
        return folder === "world.ts" || (folder === "engines" && !pureEngines.includes(file));
      });
    expect(impure.map((each) => `${each.file} imports ${target(each)}`)).toEqual([]);
  });

  describe("the offline page", () => {
    const site = path.join(src, "..", "site");
    const pages = readdirSync(site, { recursive: true, encoding: "utf8" })
      .filter((file) => /\.tsx?$/u.test(file))
      .map((file) => ({ file: file.replaceAll("\\", "/"), text: readFileSync(path.join(site, file), "utf8") }));

    it("knows of the program only what its data are like", () => {
      const outside = pages.flatMap(({ file, text }) =>
        [...text.matchAll(/^import (?:type )?[^;]*? from "((?:\.\.\/)+src\/[^"]+)";/gmsu)].map(([line, from = ""]) => ({
          file,
          from: from.replaceAll("../", ""),
          typeOnly: line.startsWith("import type"),
        })),
      );
      expect(outside.length).toBeGreaterThan(5);
      const wrong = outside.filter(
        ({ from, typeOnly }) => !from.startsWith("src/model/") && !(typeOnly && from.startsWith("src/schema/")),
      );
      expect(wrong).toEqual([]);
    });

    it("gives each library one importer, but for the one that draws elements", () => {
      const importers = pages.flatMap(({ file, text }) =>
        [...text.matchAll(/ from "([a-z@][^"]*)";/gu)].map(([, from = ""]) => `${from}: ${file}`),
      );
      expect(importers.filter((each) => !each.startsWith("preact"))).toEqual(["minisearch: search.ts"]);
    });

    it("makes no element out of text, and asks nobody for anything", () => {
      const risky =
        /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|\bfetch\(|XMLHttpRequest|WebSocket/u;
      expect(pages.filter(({ text }) => risky.test(text)).map(({ file }) => file)).toEqual([]);
    });
  });
});
