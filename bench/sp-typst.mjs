// ../../sp-typst.ts
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";

// src/engines/fonts.ts
import { inflateSync } from "node:zlib";
var noto = (script, weight) => {
  const name = `Noto${script === "serif" ? "Serif" : "Sans"}SC_${weight}`;
  return `@expo-google-fonts/noto-${script}-sc/${weight}/${name}.ttf`;
};
var stampFont = noto("sans", "500Medium");
var fontFiles = [
  ...["400Regular", "700Bold"].map((weight) => ({ file: noto("serif", weight), family: "Evipack Song" })),
  ...["400Regular", "500Medium", "700Bold"].map((weight) => ({ file: noto("sans", weight), family: "Evipack Hei" })),
  ...["300", "500"].map((weight) => ({
    file: `@fontsource/lxgw-wenkai/files/lxgw-wenkai-latin-${weight}-normal.woff`,
    family: "Evipack Kai",
  })),
  ...["400Regular", "400Regular_Italic", "700Bold"].map((weight) => ({
    file: `@expo-google-fonts/libertinus-serif/${weight}/LibertinusSerif_${weight}.ttf`,
    family: "Evipack Serif",
  })),
  ...["400Regular", "700Bold"].map((weight) => ({
    file: `@expo-google-fonts/noto-sans/${weight}/NotoSans_${weight}.ttf`,
    family: "Evipack Sans",
  })),
];
function renameFamily(bytes, family) {
  const font = readFont(bytes);
  return writeSfnt({
    ...font,
    tables: font.tables.map((table) =>
      table.tag === "name" ? { ...table, checksum: 0, bytes: nameTable(table.bytes, family) } : table,
    ),
  });
}
function readFont(bytes, from = 0) {
  const isWoff = bytes.toString("latin1", 0, 4) === "wOFF";
  const [start, step, count] = isWoff
    ? [44, 20, bytes.readUInt16BE(12)]
    : [from + 12, 16, bytes.readUInt16BE(from + 4)];
  const tables = Array.from({ length: count }, (_, index) => {
    const at = start + index * step;
    const tag = bytes.toString("latin1", at, at + 4);
    if (!isWoff) {
      const offset2 = bytes.readUInt32BE(at + 8);
      const table2 = bytes.subarray(offset2, offset2 + bytes.readUInt32BE(at + 12));
      return { tag, checksum: bytes.readUInt32BE(at + 4), bytes: table2 };
    }
    const offset = bytes.readUInt32BE(at + 4);
    const packed = bytes.subarray(offset, offset + bytes.readUInt32BE(at + 8));
    const table = packed.length < bytes.readUInt32BE(at + 12) ? inflateSync(packed) : packed;
    return { tag, checksum: bytes.readUInt32BE(at + 16), bytes: table };
  });
  return { flavor: isWoff ? bytes.subarray(4, 8) : bytes.subarray(from, from + 4), tables };
}
var padded = (length) => Math.ceil(length / 4) * 4;
function writeSfnt({ flavor, tables }) {
  const head = 12 + tables.length * 16;
  const sfnt = Buffer.alloc(tables.reduce((sum, { bytes }) => sum + padded(bytes.length), head));
  const power = 2 ** Math.floor(Math.log2(tables.length));
  flavor.copy(sfnt, 0);
  sfnt.writeUInt16BE(tables.length, 4);
  sfnt.writeUInt16BE(power * 16, 6);
  sfnt.writeUInt16BE(Math.log2(power), 8);
  sfnt.writeUInt16BE((tables.length - power) * 16, 10);
  let end = head;
  for (const [index, { tag, checksum, bytes }] of tables.entries()) {
    const at = 12 + index * 16;
    sfnt.write(tag, at, "latin1");
    sfnt.writeUInt32BE(checksum, at + 4);
    sfnt.writeUInt32BE(end, at + 8);
    sfnt.writeUInt32BE(bytes.length, at + 12);
    bytes.copy(sfnt, end);
    end += padded(bytes.length);
  }
  return sfnt;
}
function nameTable(old, family) {
  const postscript = windowsName(old, 6) ?? family.replaceAll(" ", "");
  const style = windowsName(old, 17) ?? windowsName(old, 2) ?? "Regular";
  const names = [
    [1, family],
    [2, style],
    [4, `${family} ${style}`],
    [6, postscript],
  ];
  const encoded = names.map(([, text]) => Buffer.from(text, "utf16le").swap16());
  const head = Buffer.alloc(6 + names.length * 12);
  head.writeUInt16BE(names.length, 2);
  head.writeUInt16BE(head.length, 4);
  let offset = 0;
  for (const [index, [id]] of names.entries()) {
    const length = encoded[index]?.length ?? 0;
    for (const [field, value] of [3, 1, 1033, id, length, offset].entries()) {
      head.writeUInt16BE(value, 6 + index * 12 + field * 2);
    }
    offset += length;
  }
  return Buffer.concat([head, ...encoded]);
}
var windowsName = (table, id) => windowsNames(table, id)[0] ?? null;
function windowsNames(table, id) {
  const storage = table.readUInt16BE(4);
  const found = [];
  for (let index = 0; index < table.readUInt16BE(2); index += 1) {
    const at = 6 + index * 12;
    if (table.readUInt16BE(at) !== 3 || table.readUInt16BE(at + 6) !== id) continue;
    const from = storage + table.readUInt16BE(at + 10);
    const raw = table.subarray(from, from + table.readUInt16BE(at + 8));
    found.push(Buffer.from(raw).swap16().toString("utf16le"));
  }
  return found;
}

// src/world.ts
import * as fs from "node:fs/promises";
import { fileURLToPath } from "node:url";
var packageRoot = fileURLToPath(new URL("..", import.meta.url));
var dependencyFile = (specifier) => fileURLToPath(import.meta.resolve(specifier));
async function readFile2(file) {
  try {
    return { ok: true, bytes: await fs.readFile(file) };
  } catch (error) {
    return { ok: false, failure: failureOf(error), cause: causeOf(error) };
  }
}
function failureOf(error) {
  const code = codeOf(error);
  if (code === "ENOENT" || code === "ENOTDIR") return "missing";
  if (code === "EACCES" || code === "EPERM") return "no-permission";
  return code === "EISDIR" ? "is-folder" : "failed";
}
var codeOf = (error) => (error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "");
var causeOf = (error) => codeOf(error) || (error instanceof Error ? error.message : String(error));
var { access, mkdir, writeFile, rename, rm: rm2, readdir: readdir2, open: open2 } = fs;

// ../../sp-typst.ts
import { readFileSync } from "node:fs";
var [dir = "", ...files] = process.argv.slice(2);
var ours = await Promise.all(
  fontFiles.map(async ({ file, family }) => renameFamily((await readFile2(dependencyFile(file))).bytes, family)),
);
var engine = NodeCompiler.create({ workspace: dir, fontArgs: [{ fontBlobs: ours }] });
var ms = () => {
  const u = process.cpuUsage();
  return (u.user + u.system) / 1e3;
};
for (const f of files) {
  const c0 = ms();
  const r = engine.compile({ mainFilePath: dir + "/appendix.typ", inputs: { data: readFileSync(f, "utf8") } });
  const d = r.result;
  if (d === null) {
    console.log(JSON.stringify(engine.fetchDiagnostics(r.takeDiagnostics() ?? r.takeError())));
    process.exit(1);
  }
  const c1 = ms();
  const pdf = engine.pdf(d, { pdfTags: false }); (await import("node:fs")).writeFileSync("/tmp/sp-typ/out.pdf", pdf);
  const c2 = ms();
  const marks = engine.query(d, { selector: "<part>", field: "value" });
  const c3 = ms();
  engine.evictCache(0);
  const c4 = ms();
  console.log(
    f.split("/").pop(),
    "pages",
    d.numOfPages,
    "layout",
    (c1 - c0).toFixed(0),
    "pdf",
    (c2 - c1).toFixed(0),
    pdf.length,
    "query",
    (c3 - c2).toFixed(0),
    "evict",
    (c4 - c3).toFixed(0),
    "rss",
    (process.memoryUsage().rss / 1e6).toFixed(0),
  );
  globalThis.gc?.();
}
console.log("peak", (process.resourceUsage().maxRSS / 1024).toFixed(0));
