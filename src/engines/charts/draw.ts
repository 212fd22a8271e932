/** A chart's description → SVG text: by ECharts, without a screen, and the same bytes every time. */
import { init, setPlatformAPI, use } from "echarts/core";
import type { ComposeOption } from "echarts/core";
import { BarChart, LineChart } from "echarts/charts";
import type { BarSeriesOption, LineSeriesOption } from "echarts/charts";
import { GridComponent, LegendComponent, MarkLineComponent } from "echarts/components";
import type { GridComponentOption, LegendComponentOption } from "echarts/components";
import { SVGRenderer } from "echarts/renderers";
import type { Picture } from "../../model/document.ts";
import { family, type } from "./looks.ts";
import { textWidth } from "./measure.ts";

use([BarChart, LineChart, GridComponent, LegendComponent, MarkLineComponent, SVGRenderer]);
setPlatformAPI({
  // Only the width is read from what a canvas would tell; the line is as high as its 国 is wide.
  measureText: (text, font = "") => ({
    width: textWidth(text, Number.parseFloat(/([\d.]+)px/u.exec(font)?.[1] ?? "12")),
  }),
});

export type Chart = ComposeOption<BarSeriesOption | LineSeriesOption | GridComponentOption | LegendComponentOption>;

/** Points in a millimetre; a chart is reckoned in points, at the size at which it is printed. */
export const pointsInMm = 72 / 25.4;

/** `width` and `height` in points. */
export function draw(chart: Chart, width: number, height: number): Picture {
  const canvas = init(null, null, { renderer: "svg", ssr: true, width, height });
  canvas.setOption({ animation: false, textStyle: { fontFamily: family, fontSize: type.label }, ...chart });
  const svg = canvas.renderToSVGString({ useViewBox: true });
  canvas.dispose();
  return {
    format: "svg",
    bytes: new TextEncoder().encode(settled(svg, width, height)),
    width: width / pointsInMm,
    height: height / pointsInMm,
  };
}

/**
 * The drawing alone. What is meant for a pointing hand goes (rules for hovering, numbers of data, invisible areas), and
 * names that the library counts through the process are counted within the drawing. Only tags are looked at: in text,
 * < and > are always written as entities.
 */
function settled(svg: string, width: number, height: number): string {
  const names = new Map<string, string>();
  const ours = (name: string): string => {
    if (!names.has(name)) names.set(name, `p${String(names.size + 1)}`);
    return names.get(name) ?? "";
  };
  const size = (points: number): string => `${(points / pointsInMm).toFixed(2)}mm`;
  return svg
    .replaceAll(/<style\b[^>]*>.*?<\/style>/gsu, "")
    .replaceAll(/<[^>]*>/gu, (tag) =>
      tag
        .replaceAll(/ (?:class|pointer-events|ecmeta_\w+)="[^"]*"/gu, "")
        .replaceAll(/(?<= id="|url\(#)zr\d+-\w+/gu, ours)
        .replaceAll(/\d+\.\d{3,}/gu, (number) => String(Number(Number(number).toFixed(2))))
        .replaceAll(/\s+(?=>)/gu, ""),
    )
    .replaceAll(
      /<(path|rect)\b(?=[^>]* fill(?:-opacity)?="(?:none|0)")(?![^>]* stroke="[^"]*"(?![^>]* stroke-width="0"))[^>]*><\/\1>/gu,
      "",
    )
    .replace(/^<svg width="[^"]*" height="[^"]*"/u, `<svg width="${size(width)}" height="${size(height)}"`);
}
