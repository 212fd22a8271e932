/** Coverage over the nights as a drawing. */
import { rateOf } from "../../model/coverage.ts";
import type { SiteNight, SiteTrend } from "../../model/site.ts";

export interface DrawnTrend {
  readonly told: SiteTrend;
  /** SVG. */
  readonly bytes: Uint8Array;
}

/** A line through the rates of the nights, which come in their order; null for fewer than two. */
export async function trendOf(nights: readonly SiteNight[]): Promise<DrawnTrend | null> {
  if (nights.length < 2) return null;
  const { drawTrend } = await import("../../engines/charts.ts");
  const { bytes } = drawTrend({
    width: 170,
    height: 45,
    unit: "%",
    points: nights.map((night) => ({
      label: night.day.slice(5),
      amount: { value: night.applicable === 0 ? null : (100 * night.covered) / night.applicable, text: rateOf(night) },
    })),
  });
  return { told: { picture: "pictures/trend.svg", nights }, bytes };
}
