/** SVG drawings: Chinese text, nothing from outside, nothing without bound. */
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { imageForPrint, probeImage } from "../../src/engines/image.ts";
import { tinyPng } from "../cases/bytes.ts";

const box = { width: 170, height: 225 };

const svg = (inside: string, attributes = 'width="100" height="50"'): Buffer =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>${inside}</svg>`,
  );

const flaw = async (bytes: Buffer): Promise<string> => {
  const probe = await probeImage(bytes, "svg");
  return probe.ok ? (probe.flaw ?? "sound") : probe.failure;
};

const nested = (levels: number): string =>
  Array.from({ length: levels }, (_, level) => {
    const inside = level === 0 ? "<rect/>" : `<use href="#a${String(level - 1)}"/>`.repeat(10);
    return `<g id="a${String(level)}">${inside}</g>`;
  }).join("");

const entities = `<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>`;
const data = (type: string, bytes: Buffer): string => `data:${type};base64,${bytes.toString("base64")}`;

describe("SVG", () => {
  it.each<[string, Buffer, string]>([
    ["a plain drawing", svg("<rect/>"), "sound"],
    ["places in the file", svg(`<g id="a"/><use xlink:href="#a" fill="url( '#b' )"/>`), "sound"],
    ["a picture inside", svg(`<image href="${data("image/png", tinyPng(1))}"/>`), "sound"],
    ["an address to follow by hand", svg('<a href="https://example.org/"><rect/></a>'), "sound"],
    [
      "names of Illustrator",
      Buffer.from(`<!DOCTYPE svg [<!ENTITY ns "http://www.w3.org/2000/svg">]><svg xmlns="&ns;"/>`),
      "sound",
    ],
    ["what is only quoted", svg("<!-- <script/> --><text>on</text><desc><![CDATA[<script/>]]></desc>"), "sound"],
    ["a script", svg("<script>alert(1)</script>"), "active-content"],
    ["a handler", svg('<rect onclick="alert(1)"/>'), "active-content"],
    ["a remote picture", svg('<image href="http://127.0.0.1:9/a.png"/>'), "active-content"],
    ["a picture of the machine", svg('<image xlink:href="file:///etc/hostname"/>'), "active-content"],
    ["a remote style", svg("<style>@import 'a.css';</style>"), "active-content"],
    ["a remote fill", svg('<rect fill="url(a.svg#b)"/>'), "active-content"],
    ["foreign markup", svg("<foreignObject><p/></foreignObject>"), "active-content"],
    [
      "an entity from outside",
      Buffer.from('<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/hostname">]><svg>&a;</svg>'),
      "active-content",
    ],
    [
      "a drawing in it with a script",
      svg(`<image href="${data("image/svg+xml", svg("<script/>"))}"/>`),
      "active-content",
    ],
    ["entities in entities", Buffer.concat([Buffer.from(entities), svg("<text>&b;</text>")]), "too-complex"],
    ["copies of copies", svg(nested(9)), "too-complex"],
    ["a copy of itself", svg('<g id="a"><use href="#a"/></g>'), "sound"],
    ["groups without end", svg("<g>".repeat(20_000)), "too-complex"],
    ["one name of a megabyte", svg(`<g ${"a".repeat(1_000_000)}/>`), "sound"],
    ["no drawing", Buffer.from("<html/>"), "corrupt"],
    ["nothing", Buffer.alloc(0), "corrupt"],
  ])("%s", async (_, bytes, expected) => {
    expect(await flaw(bytes)).toBe(expected);
  });

  it("a picture inside with too many pixels", async () => {
    const bomb = await sharp({ create: { width: 9000, height: 9000, channels: 3, background: "#fff" } })
      .png()
      .toBuffer();
    expect(await flaw(svg(`<image href="${data("image/png", bomb)}"/>`))).toBe("too-many-pixels");
  });

  const drawn = async (bytes: Buffer): Promise<{ width: number; height: number; ink: number }> => {
    const image = await imageForPrint(bytes, 0, box, "svg");
    if (!image.ok) throw new Error(image.failure);
    const { data: grey } = await sharp(image.bytes).greyscale().raw().toBuffer({ resolveWithObject: true });
    return { width: image.width, height: image.height, ink: grey.filter((value) => value < 128).length / grey.length };
  };

  it("fills its box, on white", async () => {
    expect(await drawn(svg('<rect width="50" height="50"/>'))).toEqual({ width: 2008, height: 1004, ink: 0.5 });
    expect(
      await drawn(svg('<rect width="50%" height="100%"/>', 'width="1000000000" height="1000000000"')),
    ).toMatchObject({ width: 2008, ink: 0.5 });
  });

  it("Chinese text in a font that is not here comes out as glyphs", async () => {
    const written = (text: string): Buffer => svg(`<text y="40" font-size="30" font-family="SimSun">${text}</text>`);
    const [sample, box] = [await drawn(written("样例")), await drawn(written("\u{10fffd}"))];
    expect(sample.ink).toBeGreaterThan(0.02);
    expect(sample.ink).not.toBe(box.ink);
  });

  it("bold and Song text is in fonts of its own", async () => {
    const ink = async (look: string): Promise<number> =>
      (await drawn(svg(`<text y="40" font-size="30" ${look}>样例</text>`))).ink;
    const plain = await ink("");
    expect(await ink('font-family="sans-serif"')).toBe(plain);
    expect(await ink('font-weight="bold"')).toBeGreaterThan(plain);
    expect(await ink('style="font-weight: 700"')).toBe(await ink('font-weight="bold"'));
    expect(await ink('font-family="Evipack Song"')).not.toBe(plain);
  });

  it("an encoding of its own", async () => {
    const gbk = Buffer.concat([
      Buffer.from(
        '<?xml version="1.0" encoding="GB2312"?><svg xmlns="http://www.w3.org/2000/svg" width="100" height="50"><text y="40" font-size="30">',
      ),
      Buffer.from([0xd1, 0xf9, 0xc0, 0xfd]),
      Buffer.from("</text></svg>"),
    ]);
    expect((await drawn(gbk)).ink).toBe((await drawn(svg('<text y="40" font-size="30">样例</text>'))).ink);
  });

  it("one that cannot be drawn leaves the next one alone", async () => {
    expect(await imageForPrint(Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'><rect"), 0, box, "svg")).toEqual({
      ok: false,
      failure: "corrupt",
    });
    expect(await drawn(svg('<rect width="50" height="50"/>'))).toMatchObject({ ink: 0.5 });
  });
});
