/** The self-assessment report (自评报告): its chapters in order. */
import type { Block, Report } from "../model/document.ts";
import type { Cover } from "../model/document.ts";
import { leavesOf } from "../model/map.ts";
import type { ExhibitGroup } from "../model/pack.ts";
import { assembleBasics } from "./basics.ts";
import type { Assembling } from "./assembling.ts";
import { assembleSection } from "./section.ts";
import { attachments, problems, summary } from "./closing.ts";
import { numbered } from "./numbered.ts";

/** Chapters: basic facts, one for each section of the map, summary, problems, attachments. */
export function assembleReport(from: Assembling, groups: readonly ExhibitGroup[], cover: Cover): Report {
  const { workspace, words } = from;
  const chapters: (readonly [title: string, anchor: string, blocks: readonly Block[]])[] = [
    [words.report.basics, "basics", assembleBasics(from)],
    ...workspace.map.sections.map(
      (section) => [section.title, `section-${section.code}`, assembleSection(section, from, groups)] as const,
    ),
    [words.report.summary, "summary", summary(from, leavesOf(workspace.map))],
    [words.report.problems, "problems", problems(from)],
    [words.report.attachments, "attachments", attachments(from, groups)],
  ];
  return {
    language: workspace.language,
    cover,
    front: [],
    contentsTitle: words.report.contents,
    blocks: numbered(chapters.flatMap(([title, anchor, blocks]) => [chapter(title, anchor), ...blocks])),
  };
}

const chapter = (title: string, anchor: string): Block => ({
  type: "heading",
  level: 1,
  code: "",
  numbers: [],
  text: title,
  anchor,
});
