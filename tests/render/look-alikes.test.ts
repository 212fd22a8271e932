/** From the photos of two departments to what the pack says of them: compile tells, check does not. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { checkOutput } from "../../src/schema/outputs.ts";
import { run } from "../cases/run.ts";
import type { Ran } from "../cases/run.ts";
import { build, map, swap } from "../cases/workspace.ts";
import { tempFolder } from "../support/folders.ts";
import { readPack } from "../support/samples.ts";
import { photoOf, shrunk } from "../support/scenes.ts";

const roster = "- { key: roster, title: 人员名册, kind: roster }";
const photos = [
  "- { key: week, title: 活动周照片, kind: photo, optional: true }",
  "- { key: course, title: 培训照片, kind: photo, optional: true }",
];

describe("one shot, handed in by two departments", () => {
  const folder = tempFolder();
  const [root, out] = [path.join(folder, "workspace"), path.join(folder, "pack")];
  const [week, course] = ["evidence/教育局/2-2 活动周照片2018-11-12.jpg", "evidence/财政局/2-2 培训照片2019-03-05.jpg"];
  let ran: Ran;

  beforeAll(async () => {
    const photo = await photoOf("开幕式");
    build(root, {
      name: "look-alikes",
      about: "one shot twice, and another one",
      files: {
        "indicators.yaml": swap(map, roster, [roster, ...photos].join("\n          ")),
        [week]: photo,
        [course]: await shrunk(photo, 640, 60),
        "evidence/教育局/2-2 活动周照片2019-10-14.jpg": await photoOf("闭幕式"),
      },
    });
    ran = await run(["compile", "--out", out], root);
  });

  it("is told by compile, in its words and in the check of the pack", () => {
    expect(ran.out).toContain(`与 2-2“活动周照片”的 ${week} 像是同一张照片`);
    const check = checkOutput.parse(JSON.parse(readFileSync(readPack(out).file("check", "json"), "utf8")));
    const told = check.diagnostics.filter((each) => each.code === "look-alike-photo");
    expect(told.map((each) => [each.file, each.severity, each.facts["first"]])).toEqual([[course, "warning", week]]);
    const alike = check.items.filter((each) => each.statuses.includes("look-alike"));
    expect(alike.map((each) => [each.source, each.statuses, each.lookAlikeOf])).toEqual([
      [course, ["linked", "look-alike"], week],
    ]);
  });

  it("is bound in both times", () => {
    const { evidence } = readPack(out).manifest;
    expect(evidence.filter(({ source }) => source.endsWith(".jpg")).map(({ state }) => state)).toEqual([
      "included",
      "included",
      "included",
    ]);
  });

  it("is not told by check, which decodes no picture", async () => {
    const { out: text } = await run(["check", "--format", "json"], root);
    expect(text).toContain('"items"');
    expect(text).not.toContain("look-alike");
  });
});
