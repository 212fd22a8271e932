import { expect, test } from "vitest";
import { isLeftBehind, mayGoWithPack } from "../../src/model/left-behind.ts";

const left = [
  ".DS_Store",
  "教育局/._照片.jpg",
  "教育局/.git/config",
  "教育局/Thumbs.db",
  "desktop.ini",
  "ehthumbs.db",
  "Icon\r",
  "教育局/~$纪要.docx",
  "~WRL0001.tmp",
];

const kept = ["教育局/1-1-1 纪要.docx", "教育局/thumbs.db.pdf", "a~$b.docx", "~/x.pdf", "教育局/1.1 .DS_Store.txt"];

test.each(left)("%j is left by a system or a program", (path) => {
  expect(isLeftBehind(path)).toBe(true);
});

test.each(kept)("%j was put there by somebody", (path) => {
  expect([isLeftBehind(path), mayGoWithPack(path)]).toEqual([false, false]);
});

test("what goes with an earlier pack unasked is what always went, and no more", () => {
  const always = /(?:^|\/)(?:\.|~\$|thumbs\.db$)/iu;
  for (const path of [...left, ...kept, "site/~$folder/x.txt", "thumbs.db/x.txt"]) {
    expect([path, mayGoWithPack(path)]).toEqual([path, always.test(path)]);
  }
  expect(["desktop.ini", "ehthumbs.db", "~WRL0001.tmp"].filter(mayGoWithPack)).toEqual([]);
});
