/** docs/report-template.md: every value, tag and part that there is, and no other; its examples work. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { parts } from "../../../src/assemble/parts/registry.ts";
import { templateData } from "../../../src/assemble/template/data.ts";
import { Slots } from "../../../src/assemble/template/slots.ts";
import { reportTags } from "../../../src/assemble/template/tags.ts";
import { Place } from "../../../src/assemble/template/values.ts";
import { root } from "../../support/folders.ts";
import { assembling, made, workspace } from "./sample.ts";

const page = readFileSync(path.join(root, "docs", "report-template.md"), "utf8");
const section = (title: string): string => page.split(/^## /mu).find((each) => each.startsWith(`${title}\n`)) ?? "";

function pathsIn(data: unknown, name: string): string[] {
  if (Array.isArray(data)) return data.flatMap((each) => pathsIn(each, `${name}[]`));
  if (data === null) return [];
  if (typeof data !== "object" || data instanceof Place) return [name];
  return Object.entries(data).flatMap(([key, each]) => pathsIn(each, name === "" ? key : `${name}.${key}`));
}

it("lists every value", () => {
  const listed = [...section("Values").matchAll(/^\| `([^`]+)` \|/gmu)].map((match) => match[1] ?? "");
  const there = new Set(pathsIn(templateData(assembling(workspace)), ""));
  expect(listed.toSorted()).toEqual([...there].toSorted());
});

it("lists every tag and every part", () => {
  const opening = { cover: false, contentsTitle: "", front: [] };
  const tagging = { from: assembling(workspace), slots: new Slots(), opening, part: () => null, partNames: [] };
  const listed = [...section("Tags").matchAll(/^\| `\{% (\w+)/gmu)].map((match) => match[1] ?? "");
  expect(listed.toSorted()).toEqual(Object.keys(reportTags(tagging)).toSorted());
  for (const name of Object.keys(parts)) expect(section("Parts")).toContain(`\`${name}\``);
});

it("has examples that work", () => {
  const examples = [...page.matchAll(/^```liquid\n([^]*?)^```$/gmu)].map((match) => match[1] ?? "");
  expect(examples.length).toBeGreaterThan(1);
  for (const example of examples) expect(made(example)).not.toContain("错误");
});
