/** `evipack verify` after what people do with a pack or a delivery without meaning harm: it still tells what is what. */
import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { crc32 } from "node:zlib";
import { PDFDocument } from "pdf-lib";
import { beforeAll, describe, expect, it } from "vitest";
import { directoryOf, localHeader } from "../../src/engines/zip-stored.ts";
import { stoppedOutput } from "../../src/schema/outputs.ts";
import { verifyOutput } from "../../src/schema/packs.ts";
import type { VerifyOutput } from "../../src/schema/packs.ts";
import { run } from "../cases/run.ts";
import { filesBelow, tempFolder } from "../support/folders.ts";
import { compileSmall, reseal } from "../support/small-pack.ts";
import type { SmallPack } from "../support/small-pack.ts";

const folder = tempFolder();
let pack: SmallPack;
let bag: string;
beforeAll(async () => {
  pack = await compileSmall(folder);
  await run(["package"], pack.root);
  bag = path.join(pack.root, "delivery");
});

let count = 0;
function place(name: string): string {
  count += 1;
  return path.join(folder, `astray-${String(count)}`, name);
}

function copyOfBag(): string {
  const copy = place("delivery");
  cpSync(bag, copy, { recursive: true });
  return copy;
}

async function verify(target: string): Promise<VerifyOutput> {
  return verifyOutput.parse(JSON.parse((await run(["verify", target, "--format", "json"], folder)).out));
}

const faults = async (target: string): Promise<string[]> =>
  (await verify(target)).diagnostics.map(({ code, file }) => `${code} ${file}`);

const human = async (
  target: string,
): Promise<{ readonly exitCode: number; readonly out: string; readonly err: string }> =>
  run(["verify", target, "--lang", "zh-CN"], folder);

type Zipped = readonly (readonly [name: string, bytes: Buffer])[];

/** The files below a folder, each with a name that begins with `base`. */
const filesOf = (from: string, base: string): Zipped =>
  filesBelow(from).map((name) => [`${base}${name}`, readFileSync(path.join(from, name))]);

/** Writes a ZIP as another program would. */
function zip(files: Zipped): string {
  const stored = files.map(([name, bytes]) => ({ name, bytes: bytes.length, crc32: crc32(bytes) }));
  const pieces = files.flatMap(([, bytes], index) => {
    const one = stored[index];
    return one === undefined ? [] : [localHeader(one), bytes];
  });
  const target = path.join(folder, `astray-${String((count += 1))}.zip`);
  writeFileSync(target, Buffer.concat([...pieces, directoryOf(stored)]));
  return target;
}

describe("a delivery that lies deeper than it did", () => {
  it("is found in a ZIP to which a file was added, and the file is told", async () => {
    const target = zip([...filesOf(bag, "delivery/"), ["src/p0.jpg", Buffer.from("x")]]);
    const said = await verify(target);
    expect([said.kind, said.verdict.exitCode]).toEqual(["zip", 1]);
    expect(await faults(target)).toEqual(["file-extra ../src/p0.jpg"]);
    expect((await human(target)).out).toContain("在 ZIP 里，但在交付包的文件夹之外");
  });

  it("is pointed to where the folder above was named", async () => {
    const copy = copyOfBag();
    const { exitCode, err } = await human(path.dirname(copy));
    expect(exitCode).toBe(2);
    expect(err).toContain("成果包或交付包在下一层的 delivery 里");
  });
});

describe("a list of checksums in a delivery", () => {
  it.each(["manifest-sha256.txt", "tagmanifest-sha256.txt"])("that is missing is one fault: %s", async (name) => {
    const copy = copyOfBag();
    rmSync(path.join(copy, name));
    expect(await faults(copy)).toEqual([`file-missing ${name}`]);
    const { out } = await human(copy);
    expect(out).toContain("它列的文件无法逐个核对");
    expect(out).not.toContain("移到包外");
  });

  it("that is missing leaves the pack to its own manifest", async () => {
    const copy = copyOfBag();
    rmSync(path.join(copy, "manifest-sha256.txt"));
    writeFileSync(path.join(copy, "data/pack/x.txt"), "x");
    const { diagnostics } = await verify(copy);
    expect(diagnostics).toMatchObject([
      { code: "file-missing", file: "manifest-sha256.txt" },
      { code: "file-extra", file: "data/pack/x.txt", facts: { list: "manifest.json" } },
      { code: "bag-form", file: "bag-info.txt" },
    ]);
  });

  it("is read with the line ends of Windows, and told as changed where another list names it", async () => {
    const copy = copyOfBag();
    for (const name of ["manifest-sha256.txt", "tagmanifest-sha256.txt"]) {
      const file = path.join(copy, name);
      writeFileSync(file, readFileSync(file, "utf8").replaceAll("\n", "\r\n"));
    }
    expect(await faults(copy)).toEqual(["file-changed manifest-sha256.txt"]);
  });
});

describe("a pack that somebody zipped", () => {
  it.each(["", "pack/"])("is judged as the pack that it is, in the folder '%s' of the ZIP", async (base) => {
    const files = filesOf(path.join(pack.root, "pack"), base);
    const { kind, verdict } = await verify(zip(files));
    expect([kind, verdict]).toEqual(["pack", { exitCode: 0, sound: true, faults: 0 }]);
    const spoiled = files.map(([name, bytes]) => [name, name.endsWith(".docx") ? bytes.subarray(1) : bytes] as const);
    expect(await faults(zip(spoiled))).toContain("file-changed 自评报告.docx");
  });

  it("is altered where one name stands for two files", async () => {
    const target = zip([...filesOf(path.join(pack.root, "pack"), ""), ["自评报告.pdf", Buffer.from("x")]]);
    expect(await faults(target)).toEqual([`zip-altered ${target}`]);
  });
});

describe("a file of a pack", () => {
  it.each([
    ["自评报告.pdf", "workspace/pack"],
    ["支撑材料目录.xlsx", "workspace/pack"],
    ["manifest.json", "workspace/pack"],
    ["site/index.html", "workspace/pack"],
    ["../delivery/data/pack/site/index.html", "workspace/delivery"],
  ])("%s is told with the folder of the pack", async (name, holder) => {
    const { exitCode, err } = await human(path.posix.join("workspace/pack", name));
    expect(exitCode).toBe(2);
    expect(err).toContain(`evipack verify ${holder}\n`);
  });

  it("is told so from within the pack as well", async () => {
    const ran = await run(["verify", "index.html", "--lang", "en"], path.join(pack.root, "pack/site"));
    expect(ran.err).toContain("evipack verify ..\n");
  });
});

describe("a manifest that cannot be judged by", () => {
  function spoiled(change: (text: string) => string): string {
    const copy = pack.copy();
    const file = path.join(copy, "manifest.json");
    writeFileSync(file, change(readFileSync(file, "utf8")));
    return copy;
  }

  it("is that of a damaged pack, and is told as changed", async () => {
    const { exitCode, err } = await human(spoiled((text) => text.slice(1)));
    expect(exitCode).toBe(2);
    expect(err).toContain("manifest.json  错误 manifest-changed");
    expect(err).toContain("结论：成果包已损坏，没有继续；退出码 2。");
  });

  it("is that of a newer version", async () => {
    const { exitCode, err } = await human(spoiled((text) => text.replace("evipack/manifest@1", "evipack/manifest@2")));
    expect(exitCode).toBe(2);
    expect(err).toContain("由更新的版本编成（evipack/manifest@2）");
    expect(err).toContain("结论：成果包由更新的版本编成，没有继续；退出码 2。");
    expect(err).not.toContain("读不出来");
  });

  it("is told to machines too, with what was found before", async () => {
    const copy = copyOfBag();
    writeFileSync(path.join(copy, "data/pack/manifest.json"), "{");
    const ran = await run(["verify", copy, "--format", "json"], folder);
    const { verdict, diagnostics } = stoppedOutput.parse(JSON.parse(ran.out));
    expect([ran.exitCode, verdict.exitCode]).toEqual([2, 2]);
    expect(diagnostics.map(({ code }) => code)).toEqual(
      expect.arrayContaining(["file-changed", "manifest-changed", "no-manifest"]),
    );
    expect(ran.err).toContain("no-manifest");
    expect((await human(path.join(folder, "nowhere"))).out).toBe("");
  });
});

describe("what systems and programs leave behind", () => {
  it.each(["Thumbs.db", ".DS_Store", "~$自评报告.docx", "._自评报告.pdf"])("may be deleted: %s", async (name) => {
    const copy = pack.copy();
    writeFileSync(path.join(copy, name), "x");
    const { exitCode, out } = await human(copy);
    expect(exitCode).toBe(1);
    expect(out).toContain(`${name}  错误 file-extra`);
    expect(out).toContain("删掉即可");
    expect(out).not.toContain("移到包外");
  });

  it("may be deleted beside a delivery in a ZIP, other files are to be moved", async () => {
    const beside = ["__MACOSX/._delivery", "照片.jpg"].map((name) => [name, Buffer.from("x")] as const);
    const { diagnostics } = await verify(zip([...filesOf(bag, "delivery/"), ...beside]));
    expect(diagnostics.map(({ file, facts }) => [file, facts["leftBehind"] ?? false])).toEqual([
      ["../__MACOSX/._delivery", true],
      ["../照片.jpg", false],
    ]);
  });
});

describe("a volume that was changed", () => {
  it("is told as changed first, and the looks of its exhibits only where its bytes are proven", async () => {
    const [copy, name] = [pack.copy(), "支撑材料汇编.pdf"];
    const file = path.join(copy, name);
    const pdf = await PDFDocument.load(readFileSync(file), { updateMetadata: false });
    pdf.removePage(3);
    writeFileSync(file, await pdf.save());
    const told = async (): Promise<string[]> =>
      (await verify(copy)).diagnostics.filter((each) => each.file === name).map(({ code }) => code);
    const [first, ...others] = await told();
    expect(first).toBe("file-changed");
    expect(others).toEqual(expect.arrayContaining(["dead-link", "page-count", "page-label"]));
    expect(others).not.toContain("exhibit-page");
    reseal(copy);
    expect(await told()).toContain("exhibit-page");
  });
});
