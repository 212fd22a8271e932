/** Nothing is lost in silence: names of any bytes, folders of any name, files that are no files. */
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { manifest as manifestSchema } from "../../src/schema/manifest.ts";
import type { Manifest } from "../../src/schema/manifest.ts";
import { tempFolder } from "../support/folders.ts";
import { tinyPdf } from "./bytes.ts";
import { codesOf, run } from "./run.ts";
import { build, plan } from "./workspace.ts";

const folder = tempFolder();
let count = 0;

function make(files: Readonly<Record<string, string | Buffer>> = {}): string {
  count += 1;
  const root = path.join(folder, String(count), "workspace");
  build(root, { name: "", about: "", files });
  return root;
}

async function compiled(root: string): Promise<Manifest> {
  await run(["compile", "--quiet"], root);
  return manifestSchema.parse(JSON.parse(readFileSync(path.join(root, "pack", "manifest.json"), "utf8")));
}

const posix = process.platform !== "win32";

describe("what compile counts", () => {
  test("tells the first files that are left out, each with its reason", async () => {
    const strays = ["a", "b", "c", "d", "e", "f"].map((name) => [`evidence/教育局/${name}样例.txt`, name] as const);
    const root = make(Object.fromEntries(strays));
    const { out } = await run(["compile"], root);
    expect(out).toContain("未编入 6 个。\n未编入的：a样例.txt（对应不上材料要求）、b样例.txt（");
    expect(out).toContain("、e样例.txt（对应不上材料要求），另有 1 个。\n");
    expect((await run(["compile", "--lang", "en"], root)).out).toContain(
      "6 left out.\nLeft out: a样例.txt (matches no requirement), ",
    );
  });

  test("is evidence; registers, addresses in them, task lists and system files stand beside", async () => {
    const register = `items:
  - { title: 样例名册网页, indicators: 2-2, address: "https://a.sample.example/ https://b.sample.example/" }
  - { title: 人员名册, indicators: 2-2, files: 2-2 人员名册2019.txt }
`;
    const root = make({
      "evidence/教育局/register.yaml": register,
      "evidence/教育局/报送任务清单.xlsx": "x",
      "evidence/教育局/Thumbs.db": "x",
    });
    const chinese = await run(["compile"], root);
    expect(chinese.out).toContain("\n材料文件 9 个：编入原文 2 个，替代页 7 个，未编入 0 个。\n");
    expect(chinese.out).toContain(
      "\n另有登记表 1 份，登记的网址 2 个，发下的任务清单 1 份（不作材料），系统文件、临时文件 1 个（不作材料）。\n",
    );
    const english = await run(["compile", "--lang", "en"], root);
    expect(english.out).toContain("\n9 evidence files: 2 included, 7 as placeholder pages, 0 left out.\n");
    expect(chinese.out).not.toContain("未编入的：");
    expect(english.out).toContain(
      "\nBesides: 1 register, 2 registered addresses, 1 task list (no evidence), 1 system or lock file (no evidence).\n",
    );
  });
});

describe("a row or a name that leads nowhere", () => {
  test("of a register tells the cell, and the file by its own name", async () => {
    const register = `items:
  - { title: 样例照片, indicators: "2", files: 样例照片.txt }
  - { title: 样例说明, indicators: 2-2, requirement: 没有这一项, files: 样例说明.txt }
`;
    const root = make({
      "evidence/教育局/register.yaml": register,
      "evidence/教育局/样例照片.txt": "样例\n",
      "evidence/教育局/样例说明.txt": "样例 说明\n",
    });
    const { out } = await run(["check"], root);
    expect(out).toContain("register.yaml:2:32  错误 register-code\n");
    expect(out).toContain("evidence/教育局/样例照片.txt  错误 unmatched-file\n");
  });

  test.each(["教育系统登记表 - 副本.xlsx", "材料/登记表.xlsx", "登记表2.xlsx", "登记表最终.xlsx", "登记表.csv"])(
    "of what looks like a register says what to call it: %s",
    async (name) => {
      const root = make({ [`evidence/教育局/${name}`]: "样例\n" });
      const { out } = await run(["check"], root);
      expect(out).toContain("看名称像是登记表，没有按登记表读取");
      expect(out).toContain("是登记表的，改名（或另存）为“登记表.xlsx”，直接放在本部门文件夹里");
    },
  );
});

describe.runIf(posix)("evidence under odd names", () => {
  test("a folder with a line break in its name keeps its files", async () => {
    const root = make();
    mkdirSync(path.join(root, "evidence/教育局/甲\n乙"));
    writeFileSync(path.join(root, "evidence/教育局/甲\n乙/2-2 名册.txt"), "样例\n");
    const { evidence } = await compiled(root);
    expect(evidence.map((each) => each.source)).toContain("evidence/教育局/甲\n乙/2-2 名册.txt");
  });

  test("two names that are no UTF-8 are two entries, each told", async () => {
    const root = make();
    const home = Buffer.from(path.join(root, "evidence/教育局/"));
    for (const byte of [0xd1, 0xd2]) writeFileSync(Buffer.concat([home, Buffer.from([byte, 0xf9, 0x2e, 0x70])]), "x");
    const { evidence } = await compiled(root);
    expect(evidence.filter((each) => each.source.includes("\\xf9"))).toHaveLength(2);
    expect((await codesOf(root)).filter((code) => code === "unreadable-file")).toHaveLength(2);
    expect((await run(["check"], root)).exitCode).toBe(3);
  });

  test("a link to a pipe is refused, not waited for", async () => {
    const root = make();
    execFileSync("mkfifo", [path.join(root, "evidence/教育局/管道")]);
    symlinkSync("管道", path.join(root, "evidence/教育局/2-2 名册.pdf"));
    expect((await codesOf(root)).filter((code) => code === "refused-link")).toHaveLength(2);
  });
});

describe("a pack that somebody has worked on", () => {
  test("is kept beside the new one, and told", async () => {
    const root = make({ [plan]: tinyPdf("plan") });
    const first = await compiled(root);
    const report = first.outputs.find((each) => each.format === "docx")?.path ?? "";
    writeFileSync(path.join(root, "pack", report), "改过的报告");
    writeFileSync(path.join(root, "pack", "领导批示.txt"), "样例");
    const { out } = await run(["compile"], root);
    expect(out).toContain("pack-kept-1/");
    expect(readFileSync(path.join(root, "pack-kept-1", report), "utf8")).toBe("改过的报告");
    expect(readFileSync(path.join(root, "pack-kept-1", "领导批示.txt"), "utf8")).toBe("样例");
  });

  test("leaves nothing beside when it was not touched", async () => {
    const root = make({ [plan]: tinyPdf("plan") });
    await compiled(root);
    const { out } = await run(["compile"], root);
    expect(out).not.toContain("pack-kept");
  });
});

describe("a document number that follows its title without a space", () => {
  test("leaves the title a title", async () => {
    const root = make({ "evidence/教育局/1-1-1 关于印发发展规划的通知样政发〔2018〕12号.pdf": tinyPdf("numbered") });
    const { evidence } = await compiled(root);
    const entry = evidence.find((each) => each.source.includes("样政发"));
    expect(entry?.title).toBe("关于印发发展规划的通知");
  });
});

describe("mistakes in several files", () => {
  test("are all told in one run", async () => {
    const root = make({ "facts.yaml": "a: { titel: 甲 }\n" });
    const config = path.join(root, "evipack.yaml");
    writeFileSync(config, `${readFileSync(config, "utf8")}\ncolour: red\n`);
    const { err, exitCode } = await run(["check"], root);
    expect(exitCode).toBe(2);
    expect(err).toContain("“colour”");
    expect(err).toContain("“titel”");
  });
});
