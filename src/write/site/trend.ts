/** Coverage over the nights as a drawing. */
import type { Trend } from "../../engines/charts.ts";
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
  const { bytes } = drawTrend({ width: 170, height: 45, unit: "%", points: trendPoints(nights) });
  return { told: { picture: "pictures/trend.svg", nights }, bytes };
}

/** More figures than these would run into each other. */
const mostFigures = 12;

/**
 * A point for each night. Of many only some say day and rate, evenly and the last among them; further drafts of one day
 * go by their number.
 */
export function trendPoints(nights: readonly SiteNight[]): Trend["points"] {
  const step = Math.ceil(nights.length / mostFigures);
  return nights.map((night, index) => {
    const told = (nights.length - 1 - index) % step === 0;
    const again = index > 0 && nights[index - step]?.day === night.day && night.number !== null;
    const label = again ? `#${String(night.number)}` : night.day.slice(5);
    const value = night.applicable === 0 ? null : (100 * night.covered) / night.applicable;
    return { label: told ? label : "", amount: { value, text: told ? rateOf(night) : "" } };
  });
}
