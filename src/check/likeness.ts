/**
 * Whether two pictures are one shot, shrunk or recompressed since. First by a perceptual hash (the signs of the low
 * frequencies of the cosine transform, "pHash"), which sorts out nearly all pairs at the price of counting bits, then
 * by the thumbnails themselves. Parts cut off, turns and other brightness make another picture.
 *
 * The bounds were measured on drawn scenes, plaques and scanned papers. Copies of scenes down to 200 pixels and to JPEG
 * quality 40 differ by at most 6 bits, by 2.1 greys on the average and, where they differ most, by 8.7 times that
 * (mean + 0.5, for greys are whole numbers); papers on one form in which a single word is another, by 9.2 times and
 * more. Of scanned papers some copies are missed for that.
 */
import { thumbnailSide } from "../model/evidence.ts";
import type { Thumbnail } from "../model/evidence.ts";

/** What a thumbnail is compared by: 63 bits in two numbers, and its greys. */
export interface Likeness {
  readonly high: number;
  readonly low: number;
  readonly greys: Thumbnail;
}

const maxBits = 8;
const maxMean = 2.5;
/** A copy differs a little everywhere, another paper on the same form differs in one place. */
const maxPeak = (mean: number): number => 9 * (mean + 0.5);
/** A blank page, a plain wall: with less between its darkest and lightest cell there is nothing to know it by. */
const leastContrast = 32;

/** Null for a picture that shows nothing. */
export function likenessOf(greys: Thumbnail): Likeness | null {
  let [darkest, lightest] = [255, 0];
  for (const grey of greys) {
    if (grey < darkest) darkest = grey;
    if (grey > lightest) lightest = grey;
  }
  if (lightest - darkest < leastContrast) return null;
  const found = lowFrequencies(greys).slice(1);
  const middle = found.toSorted((a, b) => a - b)[Math.floor(found.length / 2)] ?? 0;
  const [high, low] = [found.slice(0, 31), found.slice(31)].map((part) =>
    part.reduce((bits, each) => (bits << 1) | Number(each > middle), 0),
  );
  return { high: high ?? 0, low: low ?? 0, greys };
}

export function isAlike(a: Likeness, b: Likeness): boolean {
  return ones(a.high ^ b.high) + ones(a.low ^ b.low) <= maxBits && differsLittle(a.greys, b.greys);
}

/** Ends as soon as there is too much of a difference; pairs that come so far are few. */
function differsLittle(a: Thumbnail, b: Thumbnail): boolean {
  let [sum, peak] = [0, 0];
  for (let at = 0; at < a.length; at += 1) {
    const difference = Math.abs((a[at] ?? 0) - (b[at] ?? 0));
    sum += difference;
    if (difference > peak) peak = difference;
    if (peak > maxPeak(maxMean) || sum > maxMean * a.length) return false;
  }
  return peak <= maxPeak(sum / a.length);
}

/** How many bits of 32 are set (Warren, Hacker's Delight, 5-1). */
function ones(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x5555_5555);
  const fours = (pairs & 0x3333_3333) + ((pairs >>> 2) & 0x3333_3333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24;
}

const waves = 8;

/** For each frequency the cosine at the middle of each cell, one after the other. */
const cosines = Float64Array.from({ length: waves * thumbnailSide }, (_, at) => {
  const [wave, cell] = [Math.floor(at / thumbnailSide), at % thumbnailSide];
  return Math.cos((Math.PI * (2 * cell + 1) * wave) / (2 * thumbnailSide));
});

/** The lowest 8 × 8 frequencies of the cosine transform, the plain grey first. */
function lowFrequencies(greys: Thumbnail): number[] {
  const across = new Float64Array(waves * thumbnailSide);
  for (let at = 0; at < across.length; at += 1) {
    const [wave, row] = [Math.floor(at / thumbnailSide), at % thumbnailSide];
    across[at] = sumOfProducts(wave, greys, row * thumbnailSide);
  }
  return Array.from({ length: waves ** 2 }, (_, at) =>
    sumOfProducts(Math.floor(at / waves), across, (at % waves) * thumbnailSide),
  );
}

/** Of a frequency's cosines and as many values from `from` on. */
function sumOfProducts(wave: number, values: Thumbnail | Float64Array, from: number): number {
  let sum = 0;
  for (let cell = 0; cell < thumbnailSide; cell += 1) {
    sum += (cosines[wave * thumbnailSide + cell] ?? 0) * (values[from + cell] ?? 0);
  }
  return sum;
}
