/** Originals that only a password of evipack.yaml opens: whoever delivers them, and whoever receives them, is told. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import type { Manifest } from "../../src/schema/manifest.ts";
import { run } from "../cases/run.ts";
import { build, config } from "../cases/workspace.ts";
import { filesBelow, tempFolder } from "../support/folders.ts";
import { sealAgile } from "../support/seal.ts";
import { workbookOf } from "../support/workbook.ts";

const folder = tempFolder();

it("an original that is locked is named by package and in README.txt, its password nowhere", async () => {
  const root = path.join(folder, "sealed");
  const book = await workbookOf({ rows: [["样例", 1]] });
  const [locked, open] = ["evidence/财政局/2-1-1 拨款凭证2017.xlsx", "evidence/财政局/2-1-1 拨款凭证2018.xlsx"];
  build(root, {
    name: "",
    about: "",
    files: {
      "evipack.yaml": `${config}converter: none\npasswords: [mima-yangli]\n`,
      [locked]: sealAgile(book, "mima-yangli"),
      [open]: sealAgile(book, "VelvetSweatshop"),
    },
  });
  await run(["compile", "--no-site"], root);
  const { evidence } = JSON.parse(readFileSync(path.join(root, "pack", "manifest.json"), "utf8")) as Manifest;
  const sealed = evidence.filter((each) => each.sealed);
  expect(sealed.map((each) => each.source)).toEqual([locked]);
  const number = sealed[0]?.exhibit ?? "";
  const chinese = await run(["package"], root);
  expect(chinese.out).toContain(`注意：原件 ${number} 带打开密码，收件方打不开；汇编里的页面不用密码。`);
  const english = await run(["package", "--lang", "en"], root);
  expect(english.out).toContain(`Note: the original of ${number} needs a password`);
  const delivery = path.join(root, "delivery");
  expect(readFileSync(path.join(delivery, "data", "README.txt"), "utf8")).toContain(
    `\n带打开密码的原件：${number}。汇编里的页面不用密码；`,
  );
  for (const file of filesBelow(delivery).filter((each) => /\.(?:txt|json|sha256)$/u.test(each)))
    expect(readFileSync(path.join(delivery, file), "utf8")).not.toContain("mima-yangli");
});
