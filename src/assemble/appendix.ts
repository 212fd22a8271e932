/**
 * The appendix: cover, index, and a divider for every indicator that has exhibits. Index and divider also list what is
 * printed elsewhere for an indicator; one with nothing but such references has no divider.
 */
import type { Cover } from "../model/document.ts";
import type { Appendix, Divider, ExhibitGroup } from "../model/pack.ts";
import type { Leaf } from "../model/map.ts";
import type { Department, Workspace } from "../model/workspace.ts";
import type { Words } from "../schema/words.ts";
import { archiveIndex, columns, hasAny, usualIndex } from "./appendix-index.ts";
import { booksOf } from "./books.ts";
import { text } from "./format.ts";

export function assembleAppendix(
  workspace: Workspace,
  groups: readonly ExhibitGroup[],
  cover: Cover,
  words: Words,
): Appendix {
  const { stamp, sheets: own, index, docx, spines } = workspace.appendix;
  const filled = groups.filter((group) => group.exhibits.length > 0);
  return {
    cover,
    indexTitle: words.appendix.index,
    ...(index === "archive" ? archiveIndex(filled, words) : usualIndex(groups.filter(hasAny), words)),
    dividers: filled.map((group) => divider(group, workspace, words)),
    groups: filled,
    books: booksOf(filled, workspace, words),
    volumes: workspace.volumes,
    sheets: workspace.sheets,
    photosPerPage: workspace.photosPerPage,
    own,
    index,
    docx,
    spines,
    stamp: { ...stamp, form: stamp.form ?? words.appendix.stamp, plain: stamp.plain ?? words.appendix.stamp_plain },
  };
}

function divider({ leaf, exhibits, references }: ExhibitGroup, workspace: Workspace, words: Words): Divider {
  const { indicator } = leaf;
  const name = (id: string | null): string =>
    workspace.departments.find((each: Department) => each.id === id)?.name ?? "";
  const lines: [string, string][] = [
    [words.appendix.criterion, indicator.criterion],
    [words.appendix.lead, name(indicator.lead)],
    [words.appendix.support, indicator.support.map(name).join(words.format.list)],
    [words.appendix.requirements, requirementTitles(leaf, words)],
  ];
  return {
    code: indicator.code,
    path: [leaf.section, ...leaf.groups].map((each) => `${each.code} ${each.title}`),
    title: indicator.title,
    lines: lines.filter(([, value]) => value !== ""),
    columns: columns(words.appendix.divider_columns, [0.13, 0.31, 0.24, 0.18, 0.14]),
    rows: [...exhibits, ...references].map((exhibit) => ({
      exhibit: exhibit.id,
      cells: [
        [{ type: "exhibit", exhibit: exhibit.id }],
        [text(exhibit.title)],
        [text(exhibit.docNumber || exhibit.day)],
        [text(exhibit.department)],
        [{ type: "pages", exhibit: exhibit.id }],
      ],
    })),
  };
}

const requirementTitles = (leaf: Leaf, words: Words): string =>
  leaf.indicator.requires.map((each) => each.title).join(words.format.list);
