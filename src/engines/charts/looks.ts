/** How charts look: sober, and in black and white as good as in colour. */
import type { Chart } from "./draw.ts";
import { cut, plain, textWidth } from "./measure.ts";

/** The first is embedded; the others are for a program that opens the drawing with fonts of its own (Word, WPS). */
export const family = "Evipack Hei, SimHei, sans-serif";

/** Type sizes and leading in points; 9 pt is 小五. */
export const type = { label: 9, value: 8, leading: 11 } as const;

export const ink = "#1a1a1a";
const blue = "#2f4b6e";
const line = "#7f8791";

/** What tells series apart: first by how dark they are, which a copier keeps, then by a pattern. */
export const tones = ["dark", "middle", "light", "white", "hatched", "dotted", "crossed"] as const;
export type Tone = (typeof tones)[number];

interface Paint {
  readonly fill: string;
  /** Text upon it. */
  readonly text: string;
  readonly pattern?: object;
}

const hatch = { symbol: "rect", dashArrayX: [1, 0], dashArrayY: [0.8, 3.2], color: blue };
const paints: Readonly<Record<Tone, Paint>> = {
  dark: { fill: blue, text: "#ffffff" },
  middle: { fill: "#8499b3", text: ink },
  light: { fill: "#d5dde7", text: ink },
  white: { fill: "#ffffff", text: ink },
  hatched: { fill: "#ffffff", text: ink, pattern: { ...hatch, rotation: -Math.PI / 4 } },
  dotted: {
    fill: "#ffffff",
    text: ink,
    pattern: {
      symbol: "circle",
      symbolSize: 0.75,
      dashArrayX: [
        [2, 2],
        [0, 2, 2, 0],
      ],
      dashArrayY: [2, 0],
      color: blue,
    },
  },
  crossed: { fill: "#d5dde7", text: ink, pattern: { ...hatch, rotation: Math.PI / 4 } },
};

/** Fill, outline and pattern of a series. */
export function areaOf(tone: Tone): {
  readonly color: string;
  readonly borderColor: string;
  readonly borderWidth: number;
  readonly decal?: object;
} {
  const { fill, pattern } = paints[tone];
  const area = { color: fill, borderColor: blue, borderWidth: 0.6 };
  return pattern === undefined ? area : { ...area, decal: pattern };
}

/** Text upon a series; on a pattern it stands on white. */
export function textUpon(tone: Tone): object {
  const { text, pattern } = paints[tone];
  const upon = { color: text, fontSize: type.value, textBorderWidth: 0 };
  return pattern === undefined ? upon : { ...upon, backgroundColor: "#ffffff", padding: [1.2, 2] };
}

/** Text beside what it tells of; a rim keeps it apart from lines that it crosses. */
export const textBeside = { color: ink, fontSize: type.value, textBorderColor: "#ffffff", textBorderWidth: 2 };

export const axisLabel = { color: ink, fontSize: type.label, lineHeight: type.leading, margin: 6, interval: 0 };
export const axisLine = { show: true, lineStyle: { color: line, width: 0.6 } };
export const gridLine = { show: true, lineStyle: { color: "#d9dce1", width: 0.4 } };

const key = { width: 14, height: 8, textGap: 4, gap: 14 };

/** The legend in one or more centred lines at the top, and how high it is; nothing for a single series. */
export function legendOf(
  names: readonly string[],
  width: number,
): { readonly legend: Chart["legend"]; readonly height: number } {
  if (names.length < 2) return { legend: { show: false }, height: 0 };
  const texts = names.map((name) => cut(plain(name), type.label, width - key.width - key.textGap));
  const lines: number[][] = [[]];
  let taken = 0;
  for (const [index, text] of texts.entries()) {
    const own = key.width + key.textGap + textWidth(text, type.label);
    if (taken > 0 && taken + key.gap + own > width) {
      lines.push([]);
      taken = 0;
    }
    taken += own + (taken > 0 ? key.gap : 0);
    lines.at(-1)?.push(index);
  }
  const legend = lines.map((indices, row) => ({
    data: indices.map(String),
    formatter: (index: string) => texts[Number(index)] ?? "",
    top: row * (type.label + 5),
    left: "center",
    padding: 1,
    icon: "rect",
    itemStyle: { borderWidth: 0.6 },
    itemWidth: key.width,
    itemHeight: key.height,
    itemGap: key.gap,
    selectedMode: false,
    textStyle: { color: ink, fontSize: type.label, padding: [0, 0, 0, key.textGap - 5] },
  }));
  return { legend, height: lines.length * (type.label + 5) + 6 };
}
