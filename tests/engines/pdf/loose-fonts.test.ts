/** PDFs that name fonts of Chinese text and do not hold them. */
import { describe, expect, it } from "vitest";
import { preparePdf } from "../../../src/engines/pdf/prepare.ts";
import { songPdf } from "../../support/song-pdf.ts";

describe("fonts that are not in the file", () => {
  it.each(["sound", "broken"] as const)("are told of a %s file", async (xref) => {
    const done = await preparePdf(songPdf("", xref), { passwords: [] });
    expect(done).toMatchObject({ ok: true, pages: 1, loose: { names: ["STSong-Light"], blank: false } });
  });

  it("leave a drawn page blank where ours has not their characters", async () => {
    const done = await preparePdf(songPdf("", "sound", "Korea1"), { passwords: [] });
    expect(done).toMatchObject({ ok: true, loose: { names: ["STSong-Light"], blank: true } });
  });

  it("are none where the file holds them, or is set in what every viewer has", async () => {
    expect(await preparePdf(songPdf("/FontFile3 7 0 R"), { passwords: [] })).toMatchObject({
      ok: true,
      loose: { names: [], blank: false },
    });
  });
});
