/** Makes dist/site/ of site/: one script and one style for every pack, the same bytes each time. */
import { copyFileSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";

const root = path.join(import.meta.dirname, "..");
const [from, to] = ["site", "dist/site"].map((folder) => path.join(root, folder));

await build({
  absWorkingDir: root,
  entryPoints: { site: path.join(from, "main.tsx") },
  outdir: to,
  bundle: true,
  minify: true,
  format: "iife",
  target: ["chrome87", "firefox78", "safari14.1"],
  banner: { js: "/*! Holds Preact (MIT, © Jason Miller) and MiniSearch (MIT, © Luca Ongaro). */" },
  jsx: "automatic",
  jsxImportSource: "preact",
  charset: "utf8",
  logLevel: "warning",
});
await build({
  absWorkingDir: root,
  entryPoints: [path.join(from, "site.css")],
  outdir: to,
  minify: true,
  target: ["chrome87", "firefox78", "safari14.1"],
  charset: "utf8",
  logLevel: "warning",
});
copyFileSync(path.join(from, "index.html"), path.join(to, "index.html"));
