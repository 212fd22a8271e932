/** What can be told of files that are not printed. */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { buildBinary } from "plist";
import { describe, expect, it } from "vitest";
import { readMailDate } from "../../src/engines/mail.ts";
import type { About } from "../../src/model/about.ts";
import type { FileKind } from "../../src/model/evidence.ts";
import { describe as about } from "../../src/render/about.ts";
import { noise } from "../cases/bytes.ts";
import { tempFolder } from "../support/folders.ts";
import { mail, mp4, ole, shortcut, wav, webloc, zip } from "../support/handed-in.ts";

const folder = tempFolder();

async function told(bytes: Buffer, kind: FileKind, format: string): Promise<About> {
  const file = path.join(folder, `sample.${format}`);
  writeFileSync(file, bytes);
  return about(file, kind, format);
}

describe("recordings", () => {
  it.each<[string, Buffer, FileKind, string, Partial<Extract<About, { type: "media" }>>]>([
    ["MP4", mp4(3723, 1920, 1080), "video", "mp4", { seconds: 3723, width: 1920, height: 1080, codecs: ["AVC"] }],
    ["MP4 held upright", mp4(5, 1920, 1080, true), "video", "mp4", { seconds: 5, width: 1080, height: 1920 }],
    ["WAV", wav(62), "audio", "wav", { seconds: 62, width: null, height: null, codecs: ["PCM"] }],
    ["MP4 cut short", mp4(5, 64, 48).subarray(0, 60), "video", "mp4", { seconds: null, width: null }],
    ["noise", noise(5000), "video", "avi", { seconds: null, width: null, height: null, codecs: [] }],
    ["nothing", Buffer.alloc(0), "audio", "mp3", { seconds: null, codecs: [] }],
  ])("%s", async (_, bytes, kind, format, expected) => {
    expect(await told(bytes, kind, format)).toMatchObject({ type: "media", ...expected });
  });
});

describe("links", () => {
  const address = "https://example.org/a;b?q=1&r=%E6%A0%B7#part";

  it.each<[string, Buffer, string, string, boolean]>([
    ["of Windows", shortcut(address), "url", address, true],
    [
      "of Windows, behind another section",
      Buffer.concat([Buffer.from("[A]\r\nURL=x\r\n"), shortcut(address)]),
      "url",
      address,
      true,
    ],
    [
      "of Windows, in UTF-16",
      Buffer.concat([Buffer.from([255, 254]), Buffer.from(shortcut(address).toString(), "utf16le")]),
      "url",
      address,
      true,
    ],
    ["of a Mac", webloc("https://example.org/a&amp;b"), "webloc", "https://example.org/a&b", true],
    ["of a Mac, binary", Buffer.from(buildBinary({ URL: address })), "webloc", address, true],
    ["a file", shortcut("file:///C:/sample.doc"), "url", "file:///C:/sample.doc", false],
    ["a script", shortcut("javascript:alert(1)"), "url", "javascript:alert(1)", false],
    ["data", shortcut("data:text/html,x"), "url", "data:text/html,x", false],
    ["spaces in it", shortcut("https://example.org/a b"), "url", "https://example.org/a b", false],
    ["without an address", Buffer.from("[InternetShortcut]\r\n"), "url", "", false],
    ["broken", noise(500), "webloc", "", false],
  ])("%s", async (_, bytes, format, url, safe) => {
    expect(await told(bytes, "link", format)).toEqual({ type: "link", url, safe });
  });
});

describe("mails", () => {
  it("tells sender, recipients, date as written, subject, attachments", async () => {
    expect(await told(mail(), "mail", "eml")).toEqual({
      type: "mail",
      from: "样例甲 <jia@example.org>",
      to: ["样例乙 <yi@example.org>", "Sample C <c@example.org>"],
      date: { day: "2019-03-05", time: "14:30", zone: "+08:00" },
      subject: "样例",
      attachments: [{ name: "样例.pdf", bytes: 8 }],
      text: "样例正文",
    });
  });

  it("a header of bare GBK", async () => {
    const subject = "Subject: ";
    const [before, after] = mail("HERE").toString("latin1").split(`${subject}HERE`) as [string, string];
    const bytes = Buffer.concat([
      Buffer.from(before + subject),
      Buffer.from([0xd1, 0xf9, 0xc0, 0xfd]),
      Buffer.from(after),
    ]);
    expect(await told(bytes, "mail", "eml")).toMatchObject({ subject: "样例" });
  });

  it("a mail of HTML only", async () => {
    const bytes = Buffer.from(
      "Subject: x\nContent-Type: text/html; charset=utf-8\n\n<style>p{}</style><p>样例<br>正文</p>",
    );
    expect(await told(bytes, "mail", "eml")).toMatchObject({ type: "mail", subject: "x", from: "", date: null });
  });

  it("a mail of Outlook, made of its properties", async () => {
    const wide = (text: string): Buffer => Buffer.from(text, "utf16le");
    const bytes = ole({
      "__properties_version1.0": Buffer.alloc(32),
      "__substg1.0_0037001F": wide("样例主题"),
      "__substg1.0_0C1A001F": wide("样例甲"),
      "__substg1.0_1000001F": wide("样例正文"),
      "__substg1.0_007D001F": wide("Date: Tue, 5 Mar 2019 14:30:01 +0800\r\n"),
    });
    expect(await told(bytes, "mail", "msg")).toEqual({
      type: "mail",
      from: "样例甲",
      to: [],
      date: { day: "2019-03-05", time: "14:30", zone: "+08:00" },
      subject: "样例主题",
      attachments: [],
      text: "样例正文",
    });
  });

  it.each(["eml", "msg"])("a broken %s tells nothing", async (format) => {
    expect(await told(noise(3000), "mail", format)).toMatchObject({
      type: "mail",
      subject: "",
      date: null,
      attachments: [],
    });
  });

  it.each([
    ["Tue, 5 Mar 2019 14:30:01 +0800", "2019-03-05 14:30 +08:00"],
    ["5 Mar 2019 04:05 -0330 (NST)", "2019-03-05 04:05 -03:30"],
    ["Fri, 31 Dec 99 23:59:59 GMT", "1999-12-31 23:59 +00:00"],
    ["Fri, 01 Jan 2010 9:00:00 PST", "2010-01-01 09:00 -08:00"],
    ["5 Mai 2019 04:05", null],
    ["2019-03-05", null],
    ["", null],
  ])("date %j", (written, expected) => {
    const date = readMailDate(written);
    expect(date === null ? null : `${date.day} ${date.time} ${date.zone}`).toBe(expected);
  });
});

describe("archives", () => {
  it("counts files and names the first", async () => {
    const many = Object.fromEntries(
      Array.from({ length: 20 }, (_, index) => [`样例/${String(index).padStart(2, "0")}.txt`, "x"]),
    );
    const found = await told(zip({ "样例/": "", ...many }), "archive", "zip");
    expect(found).toMatchObject({ type: "archive", entries: 20 });
    expect(found.type === "archive" && found.names).toEqual(Object.keys(many).slice(0, 12));
  });

  it("names in GBK, as Chinese Windows writes them", async () => {
    const bytes = Buffer.from(zip({ "abcd.txt": "x" }));
    for (let at = bytes.indexOf("abcd"); at >= 0; at = bytes.indexOf("abcd"))
      Buffer.from([0xd1, 0xf9, 0xc0, 0xfd]).copy(bytes, at);
    expect(await told(bytes, "archive", "zip")).toEqual({ type: "archive", entries: 1, names: ["样例.txt"] });
  });

  it.each<[string, Buffer, string]>([
    ["RAR", Buffer.from("526172211a0700", "hex"), "rar"],
    ["a ZIP cut short", zip({ "a.txt": "x" }).subarray(0, 50), "zip"],
  ])("%s: nobody knows", async (_, bytes, format) => {
    expect(await told(bytes, "archive", format)).toEqual({ type: "archive", entries: null, names: [] });
  });
});

describe("anything else", () => {
  it("tells nothing of its own", async () => {
    expect(await told(noise(10), "unknown", "")).toEqual({ type: "plain" });
    expect(await about(path.join(folder, "gone.mp4"), "video", "mp4")).toEqual({ type: "plain" });
  });
});
