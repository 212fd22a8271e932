/** register.yaml: the same rows, told by line and column. */
import { expect, it } from "vitest";
import { codesOf, readFileAs } from "./registers.ts";

it("is read, names as names", async () => {
  const { rows, told } = await readFileAs(
    "register.yaml",
    `items:
  - title: 联席会议
    indicators: [1-1-2, 1-1-1]
    requirement: minutes
    date: 2019-03-12
    files: [通知.pdf, 签到表.xlsx]
    copy: copy
    seal: yes
    secrecy: 公开
    kept_at: 档案室
  - files: 规划.pdf
    date: 2019
    caption: 样例
  - title: 网页
    indicators: 1-1-1
    address: https://sample.example/
`,
  );
  expect(told).toEqual([]);
  expect(codesOf(rows)).toEqual(["1-1-2/minutes 1-1-1", "", "1-1-1"]);
  expect(rows[0]).toMatchObject({
    formed: "2019-03-12",
    registered: { copy: "copy", sealed: true, secrecy: "公开", keptAt: "档案室", at: { line: 2 } },
  });
  expect(rows[0]?.files.map(({ text, at }) => [text, at.line])).toEqual([
    ["通知.pdf", 6],
    ["签到表.xlsx", 6],
  ]);
  expect(rows[1]).toMatchObject({ formed: "2019", title: "" });
  expect(rows[2]?.urls).toMatchObject([{ text: "https://sample.example/", at: { line: 16 } }]);
});

it("tells values that mean nothing with line and column", async () => {
  const { told } = await readFileAs(
    "登记表.yml",
    "items:\n  - title: 甲\n    indicators: 9-9\n    date: 2019-02-30\n    files: a.pdf\n",
  );
  expect(told).toEqual(["register-date @ 4:11", "register-code @ 3:17"]);
});

it("tells slips like those of evipack.yaml", async () => {
  const { rows, told } = await readFileAs("register.yaml", "items:\n  - titel: 甲\n    file: a.pdf\n");
  expect([rows, told]).toEqual([[], ["unknown-key @ 2:5", "unknown-key @ 3:5"]]);
});

it("may be empty", async () => {
  expect(await readFileAs("register.yaml", "")).toMatchObject({ rows: [], found: [] });
});
