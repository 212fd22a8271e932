/** What `package` says of a pack that is whole, but not all that there is; and which map an id stands for. */
import { appendFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { tinyPng } from "../cases/bytes.ts";
import { run } from "../cases/run.ts";
import { build, config } from "../cases/workspace.ts";
import { tempFolder } from "../support/folders.ts";
import type { Manifest } from "../../src/schema/manifest.ts";
import { checksumOf, manifestText } from "../../src/write/manifest.ts";

const folder = tempFolder();

it("package names files that came since, and a pack with gaps", async () => {
  const root = path.join(folder, "package");
  build(root, { name: "", about: "", files: { "evidence/教育局/2-2 人员名册2019.txt": null } });
  await run(["compile"], root);
  const gaps = await run(["package"], root);
  expect([gaps.exitCode, gaps.out]).toEqual([0, expect.stringContaining("注意：编这一包时，材料还没有齐")]);
  expect(gaps.out).not.toContain("编成以后又来了");
  writeFileSync(path.join(root, "evidence/教育局/2-2 人员名册2019.txt"), "样例 名册\n");
  writeFileSync(path.join(root, "evidence/教育局/.DS_Store"), "");
  const later = await run(["package"], root);
  expect(later.out).toContain("注意：编成以后又来了 1 个文件（evidence/教育局/2-2 人员名册2019.txt），不在这一包里");
});

const changed = "注意：编成以后改动过 ";

it("package names what changed beside the evidence since the pack was compiled, and only what is printed", async () => {
  const root = path.join(folder, "changed");
  const put = (name: string, text: string | Buffer): void => {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), text);
  };
  build(root, { name: "", about: "" });
  put("narrative/1-1-1.md", "样例 ![图](../图/一.png)\n");
  put("图/一.png", tinyPng(1));
  const told = async (): Promise<string | null> => {
    const { out } = await run(["package"], root);
    expect(out).toContain("退出码 0");
    return out.split("\n").find((line) => line.startsWith(changed)) ?? null;
  };
  await run(["compile"], root);
  expect(await told()).toBeNull();

  put("evipack.yaml", `${config}package: { max_file_mb: 50, leave_out: [site] }\n# 说明\n`);
  put("说明.txt", "样例");
  expect(await told()).toBeNull();

  put("evipack.yaml", config.replace("title: ", "title: 新"));
  expect(await told()).toContain(`${changed}evipack.yaml，这一包还是照改动以前的编的`);
  appendFileSync(path.join(root, "facts.yaml"), "\n");
  put("图/一.png", Buffer.concat([tinyPng(1), Buffer.from("\n")]));
  expect(await told()).toContain(`${changed}evipack.yaml、facts.yaml、图/一.png，`);
  rmSync(path.join(root, "narrative/1-1-1.md"));
  put("narrative/overview.md", "样例\n");
  expect(await told()).toContain(`${changed}evipack.yaml、facts.yaml、narrative/1-1-1.md 等 5 个文件，`);

  await run(["compile"], root);
  expect(await told()).toBeNull();
  const named = (folder: string): object =>
    JSON.parse(readFileSync(path.join(root, folder, "manifest.json"), "utf8")) as object;
  expect(named("pack")).toHaveProperty("inputs");
  expect(named("delivery/data/pack")).not.toHaveProperty("inputs");
});

it("a delivery goes by what the cover of its pack says, and by evipack.yaml where an earlier pack does not tell", async () => {
  const root = path.join(folder, "cover");
  build(root, { name: "", about: "" });
  await run(["compile"], root);
  const renamed = config.replace("title: ", "title: 新").replace("applicant: ", "applicant: 新");
  writeFileSync(path.join(root, "evipack.yaml"), renamed);
  const told = async (name: string): Promise<string> => {
    await run(["package"], root);
    return readFileSync(path.join(root, "delivery", name), "utf8");
  };
  expect(await told("data/README.txt")).not.toContain("新");
  expect(await told("bag-info.txt")).not.toContain("新");
  const manifest = path.join(root, "pack", "manifest.json");
  const { application, ...before } = JSON.parse(readFileSync(manifest, "utf8")) as Manifest;
  expect(application).toEqual({ title: "样例区学习型城市自评报告", applicant: "样例区", office: "样例区创建办" });
  const text = manifestText(before);
  writeFileSync(manifest, text);
  writeFileSync(path.join(root, "pack", "manifest.sha256"), checksumOf(text));
  expect(await told("data/README.txt")).toContain("新样例区学习型城市自评报告：交付包\n\n申报单位：新样例区\n");
  expect(await told("bag-info.txt")).toContain("Source-Organization: 新样例区 ");
});

it("a comment in a file makes a pack anew, so that package does not ask for it twice", async () => {
  const root = path.join(folder, "comment");
  build(root, { name: "", about: "" });
  await run(["compile"], root);
  appendFileSync(path.join(root, "facts.yaml"), "# 核对过\n");
  expect((await run(["package"], root)).out).toContain(`${changed}facts.yaml`);
  await run(["compile"], root);
  expect((await run(["package"], root)).out).not.toContain(changed);
});

it("package says of a draft that it is one, and of a pack that it is none nothing", async () => {
  const root = path.join(folder, "draft");
  build(root, { name: "", about: "" });
  await run(["compile", "--draft"], root);
  expect((await run(["package"], root)).out).toContain("注意：这一包是草稿；");
  await run(["compile"], root);
  expect((await run(["package"], root)).out).not.toContain("草稿");
});

it("an id stands for indicators.yaml only where the file has that id", async () => {
  const root = path.join(folder, "map");
  const files = { "evipack.yaml": config.replace("map: indicators.yaml", "map: sample-city") };
  build(root, { name: "", about: "", files });
  expect((await run(["check", "-q"], root)).exitCode).toBe(0);
  writeFileSync(path.join(root, "evipack.yaml"), config.replace("map: indicators.yaml", "map: sample-ctiy"));
  const told = await run(["check"], root);
  expect([told.exitCode, told.err]).toEqual([2, expect.stringContaining("no-map")]);
  expect(told.err).toContain("sample-city");
});
