/**
 * Makes dist/ of src/: what is loaded together lies in one file, so that a start opens a dozen files and not some
 * hundreds. Libraries stay outside, but for one that comes in a hundred files of its own.
 */
import { readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";

const root = path.join(import.meta.dirname, "..");
const { dependencies, optionalDependencies } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
const libraries = Object.keys({ ...dependencies, ...optionalDependencies });

/** What is started or imported by its path: by bin/, as a process or a thread of its own, by scripts and tests. */
const entries = [
  "cli",
  "world",
  "guard",
  "processes",
  "engines/libreoffice-child",
  "engines/svg-worker",
  "engines/typst-child",
  "render/pdf-worker",
  "write/volume-worker",
  "schema/json-schema",
];

rmSync(path.join(root, "dist"), { recursive: true, force: true });
await build({
  absWorkingDir: root,
  entryPoints: Object.fromEntries(entries.map((name) => [name, `src/${name}.ts`])),
  outdir: "dist",
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20.19",
  external: libraries.filter((name) => name !== "zod"),
  sourcemap: true,
  charset: "utf8",
  logLevel: "warning",
});
