/** Which pictures are one shot, and what is told of them. */
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { isAlike, likenessOf } from "../../src/check/likeness.ts";
import { greySquare, imageForPrint } from "../../src/engines/image.ts";
import { thumbnailSide } from "../../src/model/evidence.ts";
import type { EvidenceKind } from "../../src/model/map.ts";
import type { FileState, Thumbnail } from "../../src/model/evidence.ts";
import { blank, paperOf, photoOf, plaqueOf, shrunk } from "../support/scenes.ts";
import { indicator, linkTo, mapOf, section } from "./models.ts";
import { bundleOf, found, placeOf } from "./rules-models.ts";

/** As rendering makes it: of the picture as it is printed. */
async function thumbnail(photo: Buffer): Promise<Thumbnail> {
  const image = await imageForPrint(photo, 0, { width: 170, height: 225 }, "jpg");
  if (!image.ok) throw new Error(image.failure);
  return greySquare(image.bytes, thumbnailSide);
}

async function alike(one: Buffer, other: Buffer): Promise<boolean> {
  const [a, b] = [likenessOf(await thumbnail(one)), likenessOf(await thumbnail(other))];
  return a !== null && b !== null && isAlike(a, b);
}

const seeds = ["开幕式", "挂牌", "培训", "书香", "夜校", "联席会议"];

describe("one shot", () => {
  it.each([
    [1280, 80],
    [640, 60],
    [320, 50],
  ])("at %i pixels and JPEG quality %i", async (width, quality) => {
    for (const draw of [photoOf, plaqueOf]) {
      const told = await Promise.all(
        seeds.map(async (seed) => alike(await draw(seed), await shrunk(await draw(seed), width, quality))),
      );
      expect(told).toEqual(seeds.map(() => true));
    }
  });

  it("turned by EXIF, and stored upright elsewhere", async () => {
    const photo = await photoOf("开幕式");
    const turned = await sharp(photo).rotate(270).withMetadata({ orientation: 6 }).jpeg({ quality: 70 }).toBuffer();
    expect(await alike(photo, turned)).toBe(true);
  });
});

describe("other pictures", () => {
  it.each([
    ["photos", photoOf],
    ["plaques of one make with another name", plaqueOf],
    ["papers of one form", paperOf],
  ])("%s", async (_, draw) => {
    const all = await Promise.all(seeds.map(async (seed) => likenessOf(await thumbnail(await draw(seed)))));
    const pairs = all.flatMap((one, at) =>
      all.slice(at + 1).map((other) => one !== null && other !== null && isAlike(one, other)),
    );
    expect(pairs).toEqual(pairs.map(() => false));
    expect(all).not.toContain(null);
  });

  it("with nothing on them are not compared", async () => {
    expect(likenessOf(await thumbnail(await blank()))).toBeNull();
  });

  it("with parts cut off, or in another light, are not known again", async () => {
    const photo = await photoOf("开幕式");
    const cut = await sharp(photo).extract({ left: 160, top: 120, width: 1280, height: 960 }).jpeg().toBuffer();
    expect(await alike(photo, cut)).toBe(false);
    expect(await alike(photo, await sharp(photo).modulate({ brightness: 1.3 }).jpeg().toBuffer())).toBe(false);
  });
});

/** A thumbnail with a shape of its own for each number. */
const drawn = (shape: number): Thumbnail =>
  Uint8Array.from({ length: thumbnailSide ** 2 }, (_, at) => {
    const [x, y] = [at % thumbnailSide, Math.floor(at / thumbnailSide)];
    return 128 + Math.round(100 * Math.sin((x * (1 + (shape % 7)) + y * (1 + (shape % 5))) / 9 + shape));
  });

const state = (shape: number): FileState => ({
  type: "readable",
  kind: "image",
  format: "jpg",
  pages: 1,
  thumbnail: drawn(shape),
});

describe("what is told", () => {
  const leaf = indicator("1-1", {}, { week: { kind: "photo", min: 2 }, course: { kind: "media" } });
  const papers = indicator("1-2", {}, { plan: { kind: "document" } });
  const map = mapOf(section("1", leaf, papers));
  const [week, course] = leaf.requires;
  const [plan] = papers.requires;
  if (week === undefined || course === undefined || plan === undefined) throw new Error("no requirement");

  it("the later file, with the first and what each was handed in for", () => {
    const links = [
      linkTo(map, week, "教育局/1-1 b.jpg", { state: state(1) }),
      linkTo(map, week, "教育局/1-1 a.jpg", { state: state(1) }),
      linkTo(map, course, "财政局/1-1 c.jpg", { state: state(1) }),
      linkTo(map, week, "教育局/1-1 d.jpg", { state: state(2) }),
    ];
    const first = { first: "evidence/教育局/1-1 a.jpg", firstRequirement: "1-1/week", firstTitle: "week" };
    expect(found(map, links, ["look-alike-photo"]).map((each) => [placeOf(each), each.facts])).toEqual([
      ["evidence/教育局/1-1 b.jpg", { requirement: "1-1/week", title: "week", ...first }],
      ["evidence/财政局/1-1 c.jpg", { requirement: "1-1/course", title: "course", ...first }],
    ]);
  });

  it("photos of one bundle too", () => {
    const bundle = bundleOf(map, week, ["教育局/1-1 a.jpg", "教育局/1-1 b.jpg"], { state: state(3) });
    expect(found(map, [bundle], ["look-alike-photo"]).map(placeOf)).toEqual(["evidence/教育局/1-1 b.jpg"]);
  });

  it("not the same bytes, nor one file in two places, nor papers, nor what was not rendered", () => {
    const { thumbnail: _, ...unseen } = { thumbnail: undefined, ...state(1) };
    const codes = ["look-alike-photo"] as const;
    const same = { state: state(1), sha256: "same" };
    const one = linkTo(map, week, "教育局/1-1 a.jpg", same);
    expect(found(map, [one, linkTo(map, course, "财政局/1-1 b.jpg", same)], codes)).toEqual([]);
    expect(found(map, [one, { ...one, requirement: course, role: "reference" }], codes)).toEqual([]);
    expect(found(map, [one, linkTo(map, plan, "教育局/1-2 c.jpg", { state: state(1) })], codes)).toEqual([]);
    expect(found(map, [one, linkTo(map, week, "教育局/1-1 d.jpg", { state: unseen })], codes)).toEqual([]);
  });

  it.each<EvidenceKind>(["photo", "media", "object"])("under requirements of kind %s", (kind) => {
    const other = indicator("2-1", {}, { shown: { kind } });
    const [shown] = other.requires;
    const own = mapOf(section("2", other));
    if (shown === undefined) throw new Error("no requirement");
    const links = ["a", "b"].map((name) => linkTo(own, shown, `教育局/2-1 ${name}.jpg`, { state: state(4) }));
    expect(found(own, links, ["look-alike-photo"])).toHaveLength(1);
  });
});
