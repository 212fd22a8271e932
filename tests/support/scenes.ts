/** Invented photos: soft shapes on a slope of colours, other ones for each seed. */
import sharp from "sharp";
import { randomOf, whole } from "../../fixtures/make/random.ts";

/** 1600 × 1200 pixels, JPEG. */
export function photoOf(seed: string): Promise<Buffer> {
  const next = randomOf(seed);
  const colour = (): string =>
    `rgb(${String(whole(next, 0, 255))} ${String(whole(next, 0, 255))} ${String(whole(next, 0, 255))})`;
  const shapes = Array.from(
    { length: 14 },
    () =>
      `<ellipse cx="${String(whole(next, 0, 1600))}" cy="${String(whole(next, 0, 1200))}" rx="${String(whole(next, 40, 260))}" ry="${String(whole(next, 40, 260))}" fill="${colour()}"/>`,
  );
  return jpegOf(
    `<defs><linearGradient id="g"><stop stop-color="${colour()}"/><stop offset="1" stop-color="${colour()}"/></linearGradient></defs><rect width="1600" height="1200" fill="url(#g)"/>${shapes.join("")}`,
  );
}

/** A brass plaque with a name, drawn in strokes so that no font is needed; all but the name is always the same. */
export function plaqueOf(name: string): Promise<Buffer> {
  const next = randomOf(name);
  const strokes = Array.from({ length: 5 }, (_, at) => signAt(500 + at * 130, 520, 100, next));
  return jpegOf(
    `<rect width="1600" height="1200" fill="#a05a40"/><rect x="300" y="350" width="1000" height="500" fill="#d8b45a"/>${strokes.join("")}`,
  );
}

/** A scan of a paper: lines of signs on white. */
export function paperOf(seed: string): Promise<Buffer> {
  const next = randomOf(seed);
  const lines = Array.from({ length: 26 }, (_, line) =>
    Array.from({ length: whole(next, 20, 38) }, (__, at) => signAt(120 + at * 36, 120 + line * 38, 26, next)).join(""),
  );
  return jpegOf(`<rect width="1600" height="1200" fill="#fdfdfb"/>${lines.join("")}`);
}

export const blank = (): Promise<Buffer> => jpegOf('<rect width="1600" height="1200" fill="#f4f3ee"/>');

/** Five strokes in a square. */
function signAt(x: number, y: number, size: number, next: () => number): string {
  const at = (from: number): string => String(from + whole(next, 0, size));
  return Array.from(
    { length: 5 },
    () => `<path d="M${at(x)} ${at(y)} L${at(x)} ${at(y)}" stroke="#33201a" stroke-width="${String(size / 9)}"/>`,
  ).join("");
}

const jpegOf = (shapes: string): Promise<Buffer> =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1600 1200" width="1600" height="1200">${shapes}</svg>`,
    ),
  )
    .jpeg({ quality: 90 })
    .toBuffer();

/** What a messenger makes of a photo. */
export const shrunk = (photo: Buffer, width: number, quality: number): Promise<Buffer> =>
  sharp(photo).resize({ width }).jpeg({ quality }).toBuffer();
