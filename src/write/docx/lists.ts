/** Lists with Word's own numbering. */
import {
  AlignmentType,
  type ILevelsOptions,
  LevelFormat,
  type FileChild,
  LevelSuffix,
  Paragraph,
} from "../../engines/docx.ts";
import type { Block, List } from "../../model/document.ts";
import type { Style } from "../../schema/style.ts";
import { em } from "./geometry.ts";
import { type Drawing, inlineRuns } from "./inline.ts";
import { styleIds } from "./names.ts";

const references = { ordered: "ordered", bullets: "bullets" } as const;

/** The two kinds of list. The number hangs before the text, which is indented as the body's first lines are. */
export function numberingOf(style: Style): { config: { reference: string; levels: ILevelsOptions[] }[] } {
  const unit = em(style);
  const { indent } = style.roles.body;
  const level = (format: ILevelsOptions["format"], text: string, hang: number): ILevelsOptions => ({
    level: 0,
    ...(format === undefined ? {} : { format }),
    text,
    alignment: AlignmentType.LEFT,
    suffix: LevelSuffix.TAB,
    style: { paragraph: { indent: { left: Math.round((indent + hang) * unit), hanging: Math.round(hang * unit) } } },
  });
  return {
    config: [
      { reference: references.ordered, levels: [level(LevelFormat.DECIMAL, "%1.", 1.5)] },
      { reference: references.bullets, levels: [level(LevelFormat.BULLET, "•", 1)] },
    ],
  };
}

/**
 * One list; `instance` is its number among the lists of the document, so that each starts from 1. The first paragraph of
 * an item carries its number, `drawMore` draws the rest.
 */
export function drawList(
  drawing: Drawing,
  { ordered, items }: List,
  place: { readonly instance: number; readonly newPage: boolean },
  drawMore: (block: Block) => readonly FileChild[],
): FileChild[] {
  const reference = ordered ? references.ordered : references.bullets;
  return items.flatMap(([first, ...rest], index) => {
    const numbers = first === undefined || first.type === "paragraph";
    const numberedParagraph = new Paragraph({
      style: styleIds.list,
      pageBreakBefore: place.newPage && index === 0,
      numbering: { reference, level: 0, instance: place.instance, custom: true },
      children: numbers ? inlineRuns(drawing, first?.content ?? []) : [],
    });
    return [numberedParagraph, ...(numbers ? rest : [first, ...rest]).flatMap(drawMore)];
  });
}
