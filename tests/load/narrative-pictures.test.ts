/** Pictures of narratives: found, kept or drawn anew, sized for the page. */
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { pictureOfFile } from "../../src/load/narrative-pictures.ts";
import type { Picture } from "../../src/model/document.ts";
import { tempFolder } from "../support/folders.ts";
import { heic } from "../support/pictures.ts";

const root = path.join(tempFolder(), "workspace");
const at = { file: "narrative/下/2-1-1.md", line: 3, column: 5 };

const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: "#3060a0" } });

beforeAll(async () => {
  mkdirSync(path.join(root, "narrative", "下", "图 片"), { recursive: true });
  const write = (name: string, bytes: string | Buffer): void =>
    writeFileSync(path.join(root, "narrative/下", name), bytes);
  write("a.png", await plain(300, 150).png().toBuffer());
  write("a.jpg", await plain(600, 300).jpeg().toBuffer());
  write("turned.jpg", await plain(600, 300).withMetadata({ orientation: 6 }).jpeg().toBuffer());
  write("large.jpg", await plain(4000, 3000).jpeg().toBuffer());
  write("cmyk.jpg", await plain(60, 30).toColourspace("cmyk").jpeg().toBuffer());
  write("图 片/a.webp", await plain(300, 150).webp().toBuffer());
  write("a.gif", await plain(300, 150).gif().toBuffer());
  write("a.tif", await plain(300, 150).tiff().toBuffer());
  write("a.heic", heic);
  write(
    "a.svg",
    '<svg xmlns="http://www.w3.org/2000/svg" width="40mm" height="20mm"><rect width="9" height="9"/></svg>',
  );
  write("box.svg", '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 400"><rect width="9" height="9"/></svg>');
  write(
    "active.svg",
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><script>x</script><rect width="9" height="9"/></svg>',
  );
  write("cut.svg", '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="9"');
  write("empty.png", "");
  mkdirSync(path.join(root, "narrative/下/folder.png"));
  writeFileSync(path.join(root, "..", "outside.png"), await plain(9, 9).png().toBuffer());
  if (process.platform !== "win32") symlinkSync("../../../outside.png", path.join(root, "narrative/下/link.png"));
});

async function read(address: string): Promise<{ picture: Picture | null; found: Diagnostic[] }> {
  const found: Diagnostic[] = [];
  return { picture: await pictureOfFile(root, address, at, found), found };
}

describe("a picture", () => {
  it.each<[string, string, number, number]>([
    ["a.png", "png", 50.8, 25.4],
    ["./a.png", "png", 50.8, 25.4],
    ["a.jpg", "jpeg", 101.6, 50.8],
    ["turned.jpg", "jpeg", 50.8, 101.6],
    ["large.jpg", "jpeg", 146.73, 110],
    ["cmyk.jpg", "jpeg", 10.16, 5.08],
    ["图%20片/a.webp", "jpeg", 50.8, 25.4],
    ["图 片\\a.webp", "jpeg", 50.8, 25.4],
    ["a.gif", "png", 50.8, 25.4],
    ["a.tif", "jpeg", 50.8, 25.4],
    ["a.svg", "svg", 40, 20],
    ["box.svg", "svg", 150, 75],
    ["active.svg", "png", 150, 75],
  ])("%s is printed as %s, %d × %d mm", async (address, format, width, height) => {
    const { picture, found } = await read(address);
    expect(found).toEqual([]);
    expect(picture).toMatchObject({ format });
    expect(picture?.width).toBeCloseTo(width, 0);
    expect(picture?.height).toBeCloseTo(height, 0);
  });

  it("of a telephone is drawn anew, upright, in screen colours, no finer than 300 dpi", async () => {
    for (const name of ["a.heic", "turned.jpg", "large.jpg", "cmyk.jpg"]) {
      const { picture } = await read(name);
      const { width, height, orientation, space, exif } = await sharp(picture?.bytes).metadata();
      expect([name, orientation, space, exif]).toEqual([name, undefined, "srgb", undefined]);
      expect((width / (picture?.width ?? 1)) * 25.4).toBeLessThanOrEqual(301);
      expect(width / height).toBeCloseTo((picture?.width ?? 0) / (picture?.height ?? 1), 1);
    }
  });

  it("that may be kept is kept byte for byte", async () => {
    const { picture } = await read("a.png");
    expect(Buffer.from(picture?.bytes ?? []).equals(await plain(300, 150).png().toBuffer())).toBe(true);
  });

  it.each<[string, string, string | null]>([
    ["a.pgn", "missing", "a.png"],
    ["别处/a.webp", "missing", "图 片/a.webp"],
    ["没有这样的图.xyz", "missing", null],
    ["", "missing", null],
    ["../../../outside.png", "outside", null],
    ["/etc/passwd", "outside", null],
    ["link.png", "outside", null],
    ["https://example.org/a.png", "address", null],
    ["//example.org/a.png", "address", null],
    ["data:image/png;base64,AAAA", "address", null],
    ["folder.png", "no-picture", null],
    ["empty.png", "no-picture", null],
    ["cut.svg", "damaged", null],
  ])("%j cannot be printed: %s", async (address, fault, nearest) => {
    if (address === "link.png" && process.platform === "win32") return;
    const { picture, found } = await read(address);
    expect(picture).toBeNull();
    expect(found).toMatchObject([{ code: "narrative-picture", at, facts: { fault, nearest } }]);
  });
});
