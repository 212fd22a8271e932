/** How large a drawing says it is. */
import { decodeText } from "./text.ts";
import { scanXml } from "./xml.ts";
import type { PixelSize } from "./raster.ts";

/** CSS pixels (96 an inch) of a unit (CSS Values 4, 6.2). */
const units: Readonly<Record<string, number>> = {
  "": 1,
  px: 1,
  pt: 4 / 3,
  pc: 16,
  mm: 96 / 25.4,
  cm: 96 / 2.54,
  in: 96,
};

/** CSS pixels; of a drawing that tells only its proportions (viewBox), those. Null when it tells neither. */
export function svgSize(bytes: Uint8Array): PixelSize | null {
  let size: PixelSize | null = null;
  scanXml(decodeText(bytes) ?? "", ({ name, depth, attributes }) => {
    if (depth !== 0 || name !== "svg") return;
    const [, , boxWidth, boxHeight] = (attributes["viewBox"] ?? "")
      .trim()
      .split(/[\s,]+/u)
      .map(Number);
    const width = length(attributes["width"]) ?? boxWidth ?? 0;
    const height = length(attributes["height"]) ?? boxHeight ?? 0;
    if (width > 0 && height > 0 && Number.isFinite(width * height)) size = { width, height };
  });
  return size;
}

function length(text: string | undefined): number | null {
  const [, digits, unit = ""] = /^\s*(\d+(?:\.\d+)?|\.\d+)\s*([a-z]*)\s*$/u.exec(text ?? "") ?? [];
  const factor = units[unit];
  return digits === undefined || factor === undefined ? null : Number(digits) * factor;
}
