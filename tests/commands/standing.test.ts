/** `compile` over a workspace that has not changed: the pack stays as it is; after any change it is what a first run makes. */
import { cpSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { run } from "../cases/run.ts";
import type { Ran } from "../cases/run.ts";
import { build, config, map, plan } from "../cases/workspace.ts";
import { filesBelow, tempFolder } from "../support/folders.ts";
import { pagePdf } from "../support/handmade-pdf.ts";
import { sha256 } from "../support/samples.ts";

const folder = tempFolder();
let made = 0;

const textPdf = (text: string): Buffer => pagePdf(`BT /F1 18 Tf 30 300 Td (${text}) Tj ET`);

async function compiled(argv: readonly string[] = []): Promise<{ readonly root: string; readonly first: Ran }> {
  made += 1;
  const root = path.join(folder, String(made));
  build(root, { name: "", about: "", files: { [plan]: textPdf("PLAN") } });
  return { root, first: await run(["compile", ...argv], root) };
}

const sumsOf = (pack: string): readonly string[] =>
  filesBelow(pack).map((file) => `${file} ${sha256(path.join(pack, file))}`);

const stood = "自上次编成以来没有变化";

describe("a second run", () => {
  it("writes nothing, and says what the first one said", async () => {
    const { root, first } = await compiled();
    const manifest = path.join(root, "pack/manifest.json");
    const before = statSync(manifest, { bigint: true });
    const second = await run(["compile"], root);
    expect(second.out).toContain(`${stood}，pack/ 里的成果包就是最新的，没有重编：\n  自评报告.pdf`);
    expect(second.out.replace(/^自上次.*$/mu, "成果包已写到 pack/：")).toBe(first.out);
    expect([second.exitCode, second.err]).toEqual([first.exitCode, ""]);
    expect(statSync(manifest, { bigint: true })).toEqual(before);
    expect(readdirSync(root).filter((name) => name.startsWith(".pack"))).toEqual([]);
  });

  it("keeps the history of a draft as it was, and compares with the pack that stands", async () => {
    const { root } = await compiled(["--draft-number", "3"]);
    const history = readFileSync(path.join(root, "evipack.history.yaml"), "utf8");
    expect((await run(["compile", "--draft-number", "3"], root)).out).toContain(stood);
    expect(readFileSync(path.join(root, "evipack.history.yaml"), "utf8")).toBe(history);
    expect((await run(["compile", "--draft-number", "4"], root)).out).not.toContain(stood);
    expect((await run(["compile", "--draft-number", "4", "--since"], root)).out).not.toContain(stood);
  });

  it("refuses what is incomplete as a first run does", async () => {
    const { root } = await compiled();
    writeFileSync(path.join(root, "evidence/教育局/2-2 人员名册2019.txt"), "");
    const [made, again] = [await run(["compile"], root), await run(["compile"], root)];
    expect(again.out).toContain(stood);
    const refused = await run(["compile", "--require-complete"], root);
    expect(refused.exitCode).toBe(made.exitCode);
    expect(refused.out).toContain("incomplete");
    expect(refused.out).not.toContain(stood);
  });

  it("takes the pack for what it is when it was copied or restored, dates and all", async () => {
    const { root } = await compiled();
    const pack = path.join(root, "pack");
    cpSync(pack, path.join(root, "copy"), { recursive: true });
    for (const name of filesBelow(pack)) utimesSync(path.join(pack, name), 1, 1);
    expect((await run(["compile"], root)).out).toContain(stood);
    expect((await run(["compile", "--paranoid"], root)).out).toContain(stood);
    // Another place is another pack, whose links lead elsewhere.
    expect((await run(["compile", "--out", "copy"], root)).out).not.toContain(stood);
  });
});

describe("any change", () => {
  const write =
    (file: string, content: string | Buffer) =>
    (root: string): void =>
      writeFileSync(path.join(root, file), content);
  const changes: Readonly<Record<string, (root: string) => void>> = {
    "evidence of the same length": write(plan, textPdf("PLEN")),
    "evidence that came": write("evidence/财政局/2-1-1 拨款凭证2018-04-09.pdf", textPdf("VOUCHER")),
    "the map": write("indicators.yaml", map.replace("联席会议", "联席会")),
    "the configuration": write("evipack.yaml", config.replace("样例区创建办", "样例区学习办")),
    "a score": write("evipack.yaml", config.replace("8.5", "8")),
    "a text": write("narrative/1-1-1.md", "样例：已写进规划，另有一句。\n"),
    "a night of the history": write(
      "evipack.history.yaml",
      'schema: evipack/history@1\nnights:\n  - { as_of: 2019-10-30, covered: 4/7, sections: { "1": 2/3 }, files: 9, exhibits: 8, unreadable: 1, owed: 3 }\n',
    ),
    "an own style": write("evipack.yaml", `${config}style: university\n`),
    "a byte of the pack": (root) => {
      const file = path.join(root, "pack/自评报告.docx");
      const { atime, mtime } = statSync(file);
      const bytes = readFileSync(file);
      bytes[100] = (bytes[100] ?? 0) ^ 1;
      writeFileSync(file, bytes);
      utimesSync(file, atime, mtime);
    },
    "a file more in the pack": write("pack/说明.txt", "样例"),
    "what is remembered": (root) => {
      const cache = path.join(root, ".evipack/cache");
      for (const name of readdirSync(cache).filter((each) => each.startsWith("pack-")))
        writeFileSync(path.join(cache, name), readFileSync(path.join(cache, name)).subarray(0, 200));
    },
  };
  let shared = "";
  beforeAll(async () => {
    shared = (await compiled()).root;
  });

  it.each(Object.entries(changes))("%s: the pack is made as a first run makes it", async (_, change) => {
    const root = shared;
    // The pack that the change before this one left behind stands.
    expect((await run(["compile"], root)).out).toContain(stood);
    change(root);
    const again = await run(["compile"], root);
    expect(again.out).not.toContain(stood);
    const fresh = await run(["compile", "--no-cache", "--out", "fresh"], root);
    expect(again.exitCode).toBe(fresh.exitCode);
    expect(sumsOf(path.join(root, "pack"))).toEqual(sumsOf(path.join(root, "fresh")));
  });
});
