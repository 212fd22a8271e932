/** Long titles in lines of like length. */
import type { Role } from "../../schema/style.ts";
import { type Geometry, lineHeight, twips } from "./geometry.ts";
import { roughWidth } from "../../model/rough-width.ts";
import { clean } from "./text.ts";

export interface BalancedTitle {
  /** Line feeds stand where a line must end. */
  readonly text: string;
  /** Twips. */
  readonly height: number;
  readonly indent: { readonly left: number; readonly right: number };
}

/**
 * Breaks a title that is wider than the text block. Where zero-width spaces say which words belong together, lines end
 * there; elsewhere indents on both sides even the lines out, and Word breaks them. Line feeds in the text stay.
 */
export function balanceTitle(geometry: Geometry, role: Role, title: string): BalancedTitle {
  const size = twips(role.size);
  const room = geometry.textWidth / size;
  const given = clean(title).split("\n");
  const lines = given.flatMap((line) => (line.includes("\u200B") ? cut(line.split("\u200B"), room) : [line]));
  const widest = Math.max(...lines.map(roughWidth));
  const count = Math.ceil(widest / room);
  const wanted = widest / count + 1.5;
  const side = count > 1 && count < 6 ? Math.max(0, Math.floor(((room - wanted) / 2) * size)) : 0;
  const open = room - (2 * side) / size;
  const height = lines.reduce((sum, line) => sum + Math.max(1, Math.ceil(roughWidth(line) / open)), 0);
  return {
    text: lines.join("\n"),
    height: height * lineHeight(geometry, role) + twips(role.before + role.after),
    indent: { left: side, right: side },
  };
}

/** Whole words on as few lines as will do, each as near as can be to its share of the width. */
function cut(words: readonly string[], room: number): string[] {
  const total = roughWidth(words.join(""));
  const count = Math.ceil(total / (room * 0.95));
  const lines: string[] = [];
  let line = "";
  let done = 0;
  for (const word of words) {
    const width = roughWidth(word);
    const over = done + width - (total * (lines.length + 1)) / count;
    const full = roughWidth(line) + width > room;
    if (line !== "" && (full || (over > width / 2 && lines.length + 1 < count))) {
      lines.push(line);
      line = "";
    }
    line += word;
    done += width;
  }
  return [...lines, line];
}
