/** Links of a pack: each goal within it is looked for. */
import path from "node:path";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Manifest } from "../schema/manifest.ts";
import { entryType } from "../world.ts";
import { checksumFile, manifestFile } from "../write/manifest.ts";
import { fileTarget, isOutsidePack, targetOf } from "./goals.ts";
import type { FoundLink } from "./pdfs.ts";

interface Surroundings {
  readonly root: string;
  readonly prefix: string;
  readonly manifest: Manifest;
  /** Pages of the PDFs that were opened, by file of the pack. */
  readonly pages: ReadonlyMap<string, number>;
  /** Files of a bag that have been told to be missing or changed, relative to the root. */
  readonly told: ReadonlySet<string | undefined>;
}

export interface JudgedLinks {
  readonly diagnostics: readonly Diagnostic[];
  readonly checked: number;
  /** Links to the web and to mail. */
  readonly outside: number;
  /** Originals that are not there, relative to the pack. */
  readonly unchecked: readonly string[];
}

/** Looks for the goal of every link, once it is known how many pages each file has. */
export async function judgeLinks(links: readonly FoundLink[], around: Surroundings): Promise<JudgedLinks> {
  const { root, prefix, manifest, pages, told } = around;
  const inPack = new Set([...manifest.outputs.map((each) => each.path), manifestFile, checksumFile]);
  const found: Diagnostic[] = [];
  const unchecked = new Set<string>();
  let [checked, outside] = [0, 0];
  for (const { from, page, goal } of links) {
    const fault = (said: string, reason: "no-page" | "no-file" | "no-place"): Diagnostic =>
      diagnostic("dead-link", { file: `${prefix}${from}` }, { page, goal: said, reason });
    const hasPage = (file: string, wanted: number | null): boolean =>
      wanted !== null && wanted <= (pages.get(file) ?? 0);
    if (goal.type === "page") {
      checked += 1;
      if (!hasPage(from, goal.page)) found.push(fault("", "no-page"));
      continue;
    }
    const said = goal.type === "file" ? goal.file : goal.address;
    const target = goal.type === "file" ? fileTarget(goal.file, goal.page, from) : targetOf(goal.address, from);
    if (target.type === "outside") outside += 1;
    else if (target.type === "nowhere") found.push(fault(said, "no-place"));
    else if (isOutsidePack(target.file)) {
      const isTold = told.has(path.posix.join(prefix, target.file));
      if (isTold || (await entryType(path.join(root, prefix, target.file))) !== null) checked += 1;
      else unchecked.add(target.file);
    } else {
      checked += 1;
      const wanted = goal.type === "file" ? target.page : (target.page ?? 1);
      if (!inPack.has(target.file)) found.push(fault(target.file, "no-file"));
      else if (pages.has(target.file) && !hasPage(target.file, wanted)) {
        found.push(fault(`${target.file}#page=${String(wanted ?? "?")}`, "no-page"));
      }
    }
  }
  return { diagnostics: found, checked, outside, unchecked: [...unchecked].toSorted() };
}
