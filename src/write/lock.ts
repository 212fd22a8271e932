/** The lock as evipack.lock.yaml: written to be read, and to be merged by git. */
import path from "node:path";
import { diagnostic, Fatal } from "../diagnostics/diagnostic.ts";
import { writeYaml } from "../engines/yaml.ts";
import { numbersOf, usualPattern } from "../model/exhibit-number.ts";
import { groupBy } from "../model/group.ts";
import type { Lock, LockEntry } from "../model/lock.ts";
import type { IndicatorMap, Language } from "../model/map.ts";
import { leavesOf } from "../model/map.ts";
import { lockVersion } from "../model/versions.ts";
import { causeOf, rename, rm, writeFile } from "../world.ts";

const words: Readonly<Record<Language, { readonly head: readonly string[]; readonly elsewhere: string }>> = {
  "zh-CN": {
    head: [
      "复核记录：哪些材料看过了，各自的编号是什么。由 evipack check --accept 写出，和材料一起保存、提交。",
      "编号给出以后不再变动，也不再给别的材料；材料或要求在复核之后有变动，核对时会提醒。",
    ],
    elsewhere: "指标体系里已经没有的指标",
  },
  en: {
    head: [
      "Record of reviews: what was looked at, and the number of each exhibit. Written by evipack check --accept; keep it",
      "with the evidence. A number that was given out never moves; check tells what changed after it was reviewed.",
    ],
    elsewhere: "indicators that the map has no more",
  },
};

/**
 * Every leaf has a line of its own, with or without entries, so that two people who accept under different leaves
 * never change neighbouring lines. Under one leaf both would give out the same number, and git rightly asks.
 */
export function lockText(lock: Lock, map: IndicatorMap): string {
  const { head, elsewhere } = words[map.language];
  const leaves = leavesOf(map).map((leaf) => leaf.indicator);
  const { read } = numbersOf(map);
  const ofLeaf = groupBy(lock, (entry) => read(entry.number)?.leaf ?? "");
  const others = ofLeaf.get("") ?? [];
  const { text } = map.exhibitNumber;
  const blocks = leaves.flatMap(({ code, title }) => [
    `  # ${oneLine(`${code} ${title}`)}`,
    ...(ofLeaf.get(code) ?? []).map(block),
  ]);
  return [
    ...head.map((line) => `# ${line}`),
    `schema: evipack/lock@${String(lockVersion)}`,
    // Other numbers than the usual ones mean nothing without their pattern.
    ...(text === usualPattern.text ? [] : [`exhibit_number: ${JSON.stringify(text)}`]),
    "exhibits:",
    ...blocks,
    ...(others.length === 0 ? [] : [`  # ${elsewhere}`, ...others.map(block)]),
    "",
  ].join("\n");
}

const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ");

function block({ number, files, links, gone }: LockEntry): string {
  const entry = {
    files: Object.fromEntries(files),
    ...(links.size === 0 ? {} : { links: Object.fromEntries(links) }),
    ...(gone ? { gone } : {}),
  };
  return writeYaml({ [number]: entry })
    .trimEnd()
    .replace(/^/gmu, "  ");
}

/** Writes beside and renames, so that the earlier lock stands until the new one is whole. */
export async function writeLock(root: string, name: string, text: string): Promise<void> {
  const target = path.join(root, name);
  const beside = path.join(root, `.${name}.new-${String(process.pid)}`);
  try {
    await writeFile(beside, text);
    await rename(beside, target);
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined);
    throw new Fatal([diagnostic("lock-unwritten", { file: name }, { cause: causeOf(error) })]);
  }
}
