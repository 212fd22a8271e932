/** Pages of pictures: who shares one, and how much room each has. */
import { describe, expect, it } from "vitest";
import { photoCells, photoLayout, sharedPages } from "../../src/model/photo-page.ts";
import type { PhotosPerPage } from "../../src/model/workspace.ts";

describe("photos that follow one another", () => {
  it.each<[string, PhotosPerPage, string]>([
    ["pppppp", 1, "p p p p p p"],
    ["ppppp", 2, "pp pp p"],
    ["ppppppppp", 4, "pppp pppp p"],
    ["ppsppp", 4, "pp s ppp"],
    ["spp", 6, "s pp"],
    ["", 6, ""],
  ])("%s, %i to a page", (items, photosPerPage, expected) => {
    const pages = sharedPages([...items], (item) => item === "p", photosPerPage);
    expect(pages.map((page) => page.join("")).join(" ")).toBe(expected);
  });

  it("have the more room the fewer they are", () => {
    expect([1, 2, 3, 4, 5, 6].map(photoLayout)).toEqual([1, 2, 4, 4, 6, 6]);
    const areas = ([1, 2, 4, 6] as const).map((count) => {
      const cells = photoCells(count);
      expect(cells).toHaveLength(count);
      return (cells[0]?.width ?? 0) * (cells[0]?.height ?? 0);
    });
    expect(areas).toEqual(areas.toSorted((one, other) => other - one));
  });
});
