/** Numbers of headings, tables and figures as a style prints them, and what both forms of a report keep together. */
import { fill, hanNumber, romanNumber } from "../assemble/format.ts";
import type { Block, Figure, Heading, Table } from "../model/document.ts";
import type { Style } from "../schema/style.ts";

/** What stands before a heading's words: the style's form for a counted one, else its code; empty without either. */
export function headingMark({ level, code, numbers }: Heading, { headings }: Style): string {
  if (numbers === null) return code;
  const values = numbers.flatMap((count, index) => {
    const name = String(index + 1);
    return [
      [name, String(count)],
      [`${name}:han`, hanNumber(count)],
      [`${name}:roman`, romanNumber(count)],
    ] as const;
  });
  const known = new Map<string, string>([...values, ["code", code]]);
  return (headings[String(level) as keyof typeof headings] ?? "").replace(
    /\{([^{}]+)\}/gu,
    (whole, name: string) => known.get(name) ?? whole,
  );
}

/** Whether a block closes what stands before it, whose last words stay with it: issuer and date never stand alone. */
export const isCloser = (block: Block | undefined): boolean =>
  block?.type === "signature" || block?.type === "attachment-note";

/** The caption with its number; empty without one. */
export function captionText({ type, caption, number }: Table | Figure, { captions }: Style): string {
  if (caption === null) return "";
  return number === undefined || number === null ? caption : fill(captions[type], { n: number, caption });
}
