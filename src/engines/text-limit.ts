/** How much of the text of one file is looked through. */
import type { DocumentText } from "../model/words.ts";

/** Characters: some 200 pages of Chinese. */
export const textLimit = 200_000;

/** The first pieces, until there are enough characters; the last of them may go beyond. No more are made than are taken. */
export function withinLimit(all: Iterable<DocumentText["pieces"][number]>): Omit<DocumentText, "title"> {
  const pieces: DocumentText["pieces"][number][] = [];
  let left = textLimit;
  for (const piece of all) {
    if (left <= 0) return { pieces, whole: false };
    pieces.push(piece);
    left -= piece.text.length;
  }
  return { pieces, whole: true };
}
