/** How much room a text takes in a column of a workbook, and how high its row must be. */

/** Width of a text in characters of a Latin font; those of Chinese are twice as wide. */
export const widthOf = (text: string): number =>
  [...text].reduce((sum, sign) => sum + ((sign.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1), 0);

/** pt of a row of one line, and of each line where there are several: fonts that stand in for another are higher. */
const [lone, each] = [15, 16.5];

/** pt of a row in which each cell has room for its text. Excel fits rows when it opens a file, other programs do not. */
export function heightOf(columns: readonly { readonly width: number }[], textAt: (column: number) => string): number {
  const lines = Math.max(...columns.map(({ width }, index) => linesIn(textAt(index), width)));
  return lines > 1 ? each * lines : lone;
}

/** Lines that a text takes in a column. */
const linesIn = (text: string, width: number): number =>
  text.split("\n").reduce((sum, line) => sum + wrapped(line, Math.max(2, width - 0.3)), 0);

/** Characters of text of 11 pt are a little wider than those by which columns are measured. */
const breadth = 1.05;

/** Lines of a paragraph: Chinese breaks anywhere, other words between them, or where one is longer than a line. */
function wrapped(text: string, room: number): number {
  let [lines, used] = [1, 0];
  for (const piece of text.match(/[\u2e80-\u{10ffff}]|[^\s\u2e80-\u{10ffff}]+|\s+/gu) ?? []) {
    const wide = widthOf(piece) * breadth;
    const isNew = used > 0 && used + wide > room && piece.trim() !== "";
    if (isNew) [lines, used] = [lines + 1, 0];
    const over = Math.max(0, Math.ceil((used + wide) / room) - 1);
    if (piece.trim() !== "") lines += over;
    used = Math.max(0, used + wide - over * room);
  }
  return lines;
}
