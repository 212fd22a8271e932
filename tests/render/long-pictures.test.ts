/** Long screenshots: cut into strips that can be read, nothing of them lost. */
import { readFileSync } from "node:fs";
import path from "node:path";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { photoCells, stripsOf } from "../../src/model/photo-page.ts";
import { renderPictures } from "../../src/render/pictures.ts";
import { tempFolder } from "../support/folders.ts";

const [cell = { x: 0, y: 0, width: 0, height: 0 }] = photoCells(1);
const folder = tempFolder();

describe("the strips of a picture", () => {
  it.each([
    ["a page of a phone", 1080, 2340, 1],
    ["two of them", 1080, 4000, 1],
    ["a long screenshot of a phone", 1080, 20_000, 10],
    ["a web page", 1920, 12_000, 5],
    ["a photo", 4000, 3000, 1],
    ["a banner", 8000, 900, 1],
    ["a line", 20, 20_000, 1],
    ["the longest there is", 500, 500_000, 24],
  ])("%s, %i × %i", (_, width, height, count) => {
    const strips = stripsOf(width, height, Math.min(width, height), cell);
    expect(strips).toHaveLength(count);
    expect(strips[0]?.top).toBe(0);
    expect((strips.at(-1)?.top ?? 0) + (strips.at(-1)?.height ?? 0)).toBe(height);
    for (const [index, { top, height: rows }] of strips.slice(0, -1).entries()) {
      expect(strips[index + 1]?.top).toBeLessThan(top + rows);
    }
  });
});

/** Every row has a grey of its own, told by its place from the top. */
async function longPicture(): Promise<Buffer> {
  const [width, height] = [300, 3000];
  const rows = Buffer.alloc(width * height);
  for (let row = 0; row < height; row += 1) rows.fill(Math.floor((row / height) * 250), row * width, (row + 1) * width);
  return sharp(rows, { raw: { width, height, channels: 1 } })
    .png()
    .toBuffer();
}

const job = { file: "evidence/sample.png", format: "png", layout: 1, known: false } as const;

describe("a long screenshot", () => {
  it("comes onto several pages, from its first row to its last", async () => {
    const bytes = await longPicture();
    const prepared = path.join(folder, "strips");
    const pixels = { width: 300, height: 3000 };
    const { rendered } = await renderPictures(bytes, 1, { ...job, pixels, prepared, photo: false });
    expect(rendered.parts.length).toBeGreaterThan(2);
    const greys = await Promise.all(
      rendered.parts.map(async (part) => {
        if (part.type !== "picture") throw new Error("no picture");
        const { data, info } = await sharp(readFileSync(part.file))
          .greyscale()
          .raw()
          .toBuffer({ resolveWithObject: true });
        expect([info.width, info.height]).toEqual([part.width, part.height]);
        return [data[0] ?? 0, data.at(-1) ?? 0] as const;
      }),
    );
    expect([greys[0]?.[0], greys.at(-1)?.[1]]).toEqual([0, 249]);
    for (const [index, [, last]] of greys.slice(0, -1).entries()) expect(greys[index + 1]?.[0]).toBeLessThan(last);
  });

  it.each([1, 6] as const)(
    "is no photo that shares a page, though photos are asked for, %i to a page",
    async (layout) => {
      const prepared = path.join(folder, `photo-${String(layout)}`);
      const facts = { ...job, layout, prepared, photo: true };
      const long = await renderPictures(await longPicture(), 1, { ...facts, pixels: { width: 300, height: 3000 } });
      expect(long.rendered.parts.length).toBeGreaterThan(2);
      const plain = await sharp({ create: { width: 300, height: 400, channels: 3, background: "#888" } })
        .png()
        .toBuffer();
      const photo = await renderPictures(plain, 1, { ...facts, pixels: { width: 300, height: 400 } });
      const isPhoto = ({ rendered }: typeof photo): unknown[] =>
        rendered.parts.map((part) => part.type === "picture" && part.photo);
      expect([new Set(isPhoto(long)), isPhoto(photo)]).toEqual([new Set([false]), [true]]);
    },
  );
});
