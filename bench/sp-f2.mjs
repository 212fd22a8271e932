import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { readFileSync, writeFileSync } from "node:fs";
const rss = () => {
  const s = readFileSync("/proc/self/status", "utf8");
  const g = (k) => (s.match(new RegExp(k + ":\\s+(\\d+)"))[1] / 1024).toFixed(0);
  return `rss ${g("VmRSS")} anon ${g("RssAnon")} file ${g("RssFile")} hwm ${g("VmHWM")}`;
};
console.log("start", rss());
if (process.argv[2] === "w") {
  const { fontFiles, renameFamily } = await import("./sp-fonts.mjs");
  fontFiles.forEach(({ file, family }, i) =>
    writeFileSync(
      "/tmp/sp-fontdir/" + i + ".ttf",
      renameFamily(readFileSync(new URL(import.meta.resolve(file))), family),
    ),
  );
  process.exit();
}
let t = performance.now();
const engine = NodeCompiler.create({
  workspace: "/tmp/wt/speed/templates",
  fontArgs: [{ fontPaths: Array.from({ length: 12 }, (_, i) => "/tmp/sp-fontdir/" + i + ".ttf") }],
});
console.log("created", rss(), (performance.now() - t).toFixed(0));
for (const f of process.argv.slice(2)) {
  const d = readFileSync(f, "utf8");
  const r = engine.compile({ mainFilePath: "/tmp/wt/speed/templates/appendix.typ", inputs: { data: d } });
  const doc = r.result;
  if (!doc) {
    console.log(engine.fetchDiagnostics(r.takeDiagnostics() ?? r.takeError()));
    process.exit(1);
  }
  const pdf = engine.pdf(doc, { pdfTags: false });
  engine.evictCache(0);
  console.log(f, pdf.length, rss());
  globalThis.gc?.();
}
