/** How much room text takes in a drawing: without a screen nobody else measures it. */

/** Advance widths of U+0020 to U+007E in "Evipack Hei" (Noto Sans SC, regular), in thousandths of the type size. */
const ascii: readonly number[] = [
  [224, 323, 474, 555, 555, 921, 680, 278, 338, 338, 467, 555, 278, 347, 278, 392],
  [555, 555, 555, 555, 555, 555, 555, 555, 555, 555, 278, 278, 555, 555, 555, 474],
  [946, 608, 657, 638, 688, 589, 552, 689, 728, 293, 535, 646, 543, 812, 723, 742],
  [633, 742, 635, 596, 599, 721, 575, 878, 573, 531, 603, 338, 392, 338, 555, 559],
  [606, 563, 618, 510, 620, 554, 325, 564, 607, 275, 275, 552, 284, 926, 610, 606],
  [620, 620, 388, 468, 377, 607, 521, 802, 498, 521, 475, 338, 270, 338, 555],
].flat();

/**
 * Width of one line in the unit of `size`. Chinese characters and their punctuation fill a square; an accented letter
 * is as wide as a plain one; of what is not known the square is the most, so text never takes more than this.
 */
export function textWidth(text: string, size: number): number {
  let thousandths = 0;
  for (const character of text.normalize("NFD")) {
    if (/\p{Mn}/u.test(character)) continue;
    thousandths += ascii[(character.codePointAt(0) ?? 0) - 0x20] ?? 1000;
  }
  return (thousandths * size) / 1000;
}

/** Text that an XML file can hold, in one line: control characters and halves of characters become spaces. */
export const plain = (text: string): string => text.replaceAll(/[\s\p{Cc}\p{Cs}\uFFFE\uFFFF]+/gu, " ").trim();

/** What stays together: a Latin word or a figure, or one character, with what may not begin or end a line. */
const piece =
  /[（《〈「『【“‘([]*(?:[\p{Script=Latin}\p{N}\p{Mn}.,%‰'’+-]+|.)[，、。；：！？）》〉」』】”’%‰)\],;:!?]*\s*/gu;

/**
 * Text in lines of at most `width`, as it is broken by hand: between Chinese characters or Latin words, the lines about
 * equally long. What does not go into `most` lines is cut, with … at its end. A line break in the text stays one.
 */
export function wrap(text: string, size: number, width: number, most: number): string[] {
  const lines = text.split("\n").flatMap((line) => balanced(plain(line), size, width));
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), shorten(lines[most - 1] ?? "", size, width)];
}

/** As few lines as `width` allows, and then as narrow as so many lines allow. */
function balanced(text: string, size: number, width: number): string[] {
  let lines = wrapLine(text, size, width);
  const widest = Math.max(0, ...(text.match(piece) ?? []).map((each) => textWidth(each.trimEnd(), size)));
  for (let narrower = width - size; narrower >= Math.max(width / 2, widest); narrower -= size) {
    const closer = wrapLine(text, size, narrower);
    if (closer.length > lines.length) break;
    lines = closer;
  }
  return lines;
}

function wrapLine(text: string, size: number, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const whole of text.match(piece) ?? []) {
    // A word that is longer than a line is broken where the line ends.
    for (const part of textWidth(whole.trimEnd(), size) > width ? whole : [whole]) {
      if (line !== "" && textWidth(`${line}${part}`.trimEnd(), size) > width) {
        lines.push(line.trimEnd());
        line = "";
      }
      line += part;
    }
  }
  return [...lines, line.trimEnd()];
}

/** A line as it is when it fits, else its beginning with …. */
export const cut = (line: string, size: number, width: number): string =>
  textWidth(line, size) <= width ? line : shorten(line, size, width);

function shorten(line: string, size: number, width: number): string {
  const kept = [...line];
  while (kept.length > 0 && textWidth(`${kept.join("")}…`, size) > width) kept.pop();
  return `${kept.join("").trimEnd()}…`;
}
