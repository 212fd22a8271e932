/** The work stage by stage (分阶段工作开展情况): when, what was to be there at its end, what was done. */
import type { Block } from "../../model/document.ts";
import type { Assembling } from "../assembling.ts";
import { fill, printDate, text } from "../format.ts";
import { paragraphs } from "./shared.ts";

/** A heading (level 3) for each stage; nothing while no stage says what was done. */
export function stages({ workspace, words }: Assembling): Block[] {
  if (workspace.stages.every((each) => each.done === "")) return [];
  const names = words.parts.stages;
  return workspace.stages.flatMap(({ title, from, to, output, done }, index): Block[] => {
    const number = String(index + 1);
    const period = fill(words.format.period, { from: printDate(from, words), to: printDate(to, words) });
    return [
      { type: "heading", level: 3, code: number, numbers: [], text: title, anchor: `stage-${number}` },
      { type: "labelled", label: names.period, content: [text(period)] },
      ...labelled(names.planned, paragraphs(output)),
      ...labelled(names.done, paragraphs(done)),
    ];
  });
}

/** The label opens the first paragraph. */
const labelled = (label: string, [first, ...others]: readonly Block[]): Block[] =>
  first?.type === "paragraph" ? [{ type: "labelled", label, content: first.content }, ...others] : [];
