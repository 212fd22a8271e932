/**
 * Makes dist/ of src/: what is loaded together lies in one file, so that a start opens a dozen files and not some
 * hundreds. Libraries stay outside, but for those that come in hundreds of files of their own. With modules named
 * (`node scripts/program.js bench/appendix-run.ts`) those are made in the same way, into tmp/, and dist/ is left alone.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = path.join(import.meta.dirname, "..");
const { dependencies, optionalDependencies } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
const libraries = Object.keys({ ...dependencies, ...optionalDependencies });

/** Each would take a quarter of a second or more to be opened file by file, in every thread that wants it. */
const inManyFiles = ["zod", "yaml", "pdf-lib", "echarts"];

/** What is started or imported by its path: by bin/, as a process or a thread of its own, by scripts and tests. */
const entries = [
  "cli",
  "world",
  "guard",
  "processes",
  "engines/fonts",
  "engines/libreoffice-child",
  "engines/svg-worker",
  "engines/typst-child",
  "render/pdf-worker",
  "write/strip-worker",
  "write/volume-worker",
  "schema/json-schema",
];

/** The library's own wording in fifty languages; ours stands in diagnostics/wording. */
const withoutLocales = {
  name: "without-locales",
  setup: ({ onLoad }) => onLoad({ filter: /zod.v4.locales.index\.js$/ }, () => ({ contents: "export {};" })),
};

const others = process.argv.slice(2);
const outdir = others.length === 0 ? "dist" : "tmp";
rmSync(path.join(root, outdir), { recursive: true, force: true });
await build({
  absWorkingDir: root,
  entryPoints: others.length === 0 ? Object.fromEntries(entries.map((name) => [name, `src/${name}.ts`])) : others,
  outdir,
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20.19",
  // Its modules for Node load each other one by one as they run; these can be laid together.
  alias: { yaml: path.join(root, "node_modules/yaml/browser/index.js") },
  plugins: [withoutLocales],
  external: libraries.filter((name) => !inManyFiles.includes(name)),
  sourcemap: true,
  charset: "utf8",
  logLevel: "warning",
});

if (others.length > 0) process.exit();

// The fonts as Typst takes them, so that it reads those alone that a document uses.
const { fontFiles, fontFolder, renameFamily } = await import("../dist/engines/fonts.js");
const folder = path.join(root, fontFolder);
mkdirSync(folder, { recursive: true });
for (const [index, { file, family }] of fontFiles.entries()) {
  const font = readFileSync(fileURLToPath(import.meta.resolve(file)));
  writeFileSync(path.join(folder, `${String(index + 1)}.ttf`), renameFamily(font, family));
}
