/** What a reminder says of things that were handed in and do not count. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { tempFolder } from "../support/folders.ts";
import { faultsOf, textOf } from "../write/docx-read.ts";
import { letterOf, map, paper, runIn, workspace, write } from "./workspace.ts";

const folder = tempFolder();

describe("a reminder on what was handed in", () => {
  it("tells two files of one title apart by their names, and two of one name with their folders", async () => {
    const outside = workspace(folder, "alike", {
      "evidence/财政局/1-1 情况说明2018-05-02.pdf": paper(),
      "evidence/图书馆/甲/2-1 活动照片.pdf": "这不是 PDF",
    });
    await runIn(outside, "assign", "--chase");
    expect(textOf(letterOf(outside, "财政局"))).toContain(
      "“1-1 情况说明2018-05-01.pdf”、“1-1 情况说明2018-05-02.pdf”不在",
    );
    expect(textOf(letterOf(outside, "样例区图书馆"))).toContain(
      "“2-1 活动照片.pdf”、“甲/2-1 活动照片.pdf”内容只是纯文本或网页",
    );
  });

  it("asks whoever handed in a broken file to send it again, and tells the one who owes that it does not count", async () => {
    const root = workspace(folder, "broken-elsewhere", {
      "evidence/卫健局/1-1 借阅办法2018.pdf": "",
      "evidence/图书馆/1-1 借阅办法2018.pdf": "",
    });
    await runIn(root, "assign", "--chase");
    const owing = textOf(letterOf(root, "样例区图书馆"));
    expect(owing).toContain("需1件；卫健局报送的“借阅办法2018”打不开，暂不计入，由该单位重新报送");
    expect(owing).toContain("“1-1 借阅办法2018.pdf”是空文件（0字节）。多半是复制没有完成，重新报送一份。");
    expect(owing).not.toContain("evidence/");
    expect(owing).not.toContain("需重新报送的文件");
    const handedIn = textOf(letterOf(root, "卫健局"));
    expect(handedIn).toContain("贵单位没有欠交的样例区书香城区支撑材料。");
    expect(handedIn).toContain("1-1 借阅办法2018.pdf\n是空文件（0字节），不能证明1-1“借阅办法”。");
    expect(handedIn).toContain("重新报送的文件请放入“卫健局”文件夹，换下原来的");
    expect(await faultsOf(readFileSync(path.join(root, "chase", "催办函（卫健局）.docx")))).toEqual([]);
  });

  it("tells of a file whose time is wrong which time it has", async () => {
    const root = workspace(folder, "wrong-day", {
      "evidence/财政局/1-1 预算批复2020-01-05（样例〔2020〕1号）.pdf": paper(),
    });
    write(root, { "indicators.yaml": map.replace("to: 2019-12-31", "to: 2020-12-31") });
    await runIn(root, "assign", "--chase");
    const letter = textOf(letterOf(root, "财政局"));
    expect(letter).toContain("“预算批复”（2020年1月5日）注明的时间还没有到，请核实");
    expect(letter).toContain("“情况说明”（2018年5月1日）不在");
  });

  it("tells the window that the check tells, whole, though the day of judgement lies in it", async () => {
    const root = workspace(folder, "window", { "evidence/图书馆/2-1 活动照片2016-05-01.pdf": paper() });
    await runIn(root, "assign", "--chase");
    const letter = textOf(letterOf(root, "样例区图书馆"));
    expect(letter).toContain("“2-1 活动照片2016-05-01.pdf”不在2018年至2019年之内");
    expect((await runIn(root, "check")).out).toContain("2018-01-01 至 2019-12-31");
  });
});
