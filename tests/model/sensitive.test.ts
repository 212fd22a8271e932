/** Numbers of persons and marks of secrecy: what is one, what only looks like one, and that none is ever shown. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { masked, personalIn, secrecyAtHead, secrecyInName } from "../../src/model/sensitive.ts";

/** The example of GB 11643-1999; nobody's. */
const id = "11010519491231002X";

describe("numbers of persons", () => {
  it.each<[string, number, number]>([
    [id, 1, 0],
    [id.toLowerCase(), 1, 0],
    [`身份证号：${id}，电话13800138000。`, 1, 1],
    ["110105-19491231-002X", 1, 0],
    ["１１０１０５１９４９１２３１００２Ｘ", 1, 0],
    ["13800138000、13900139000", 0, 2],
    ["138-0013-8000", 0, 1],
    ["+86 13800138000", 0, 1],
    ["8613800138000", 0, 1],
    ["１３８００１３８０００", 0, 1],
    ["身份证号 110105491231002", 1, 0],
  ])("are found in %s", (text, idNumbers, phones) => {
    expect(personalIn(text)).toEqual({ idNumbers, phones });
  });

  it.each([
    ["a wrong check digit", "110105194912310021"],
    ["a day that no calendar has", "11010519491331002X"],
    ["fifteen digits without a word that says what they are", "110105491231002"],
    ["an account number", "6222021001116245702"],
    ["a sum of money", "13800138000.55"],
    ["three numbers of a table", "138 0013 8000"],
    ["a name that a messenger gave", "mmexport1552354215123.jpg"],
    ["a time", "20190312093015"],
    ["a telephone of an office", "0574-88888888"],
    ["a longer number", "213800138000"],
    ["a 文号", "奉财〔2019〕13800号"],
  ])("are not %s", (_, text) => {
    expect(personalIn(text)).toEqual({ idNumbers: 0, phones: 0 });
  });

  it("a word elsewhere on the page tells what fifteen digits are", () => {
    expect(personalIn("110105491231002", true)).toMatchObject({ idNumbers: 1 });
  });

  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const digits = (length: number) => fc.stringMatching(new RegExp(`^[0-9]{${String(length)}}$`, "u"));
  /** Composed as the standard says, not as the program computes it. */
  const ids = fc
    .tuple(fc.integer({ min: 110_000, max: 659_999 }), fc.integer({ min: 1900, max: 2019 }), digits(3))
    .map(([place, year, order]) => {
      const body = `${String(place)}${String(year)}0228${order}`;
      const sum = weights.reduce((all, weight, index) => all + weight * Number(body[index]), 0);
      return `${body}${"10X98765432"[sum % 11] ?? ""}`;
    });
  const phones = fc.tuple(fc.integer({ min: 13, max: 19 }), digits(9)).map(([net, rest]) => `${String(net)}${rest}`);
  const around = fc.stringMatching(/^[\u4e00-\u4eff，：（ ]{0,8}$/u);

  it("are found whatever they are, and masked so that no seven digits in a row stay", () => {
    fc.assert(
      fc.property(around, fc.oneof(ids, phones), around, (before, number, after) => {
        const text = `${before}${number}${after}`;
        const { idNumbers, phones: mobile } = personalIn(text);
        expect(idNumbers + mobile).toBe(1);
        const shown = masked(text);
        expect(shown).not.toMatch(/\d{7}/u);
        expect(shown).toHaveLength(text.length);
        expect(personalIn(shown)).toEqual({ idNumbers: 0, phones: 0 });
      }),
    );
  });

  it("masking leaves everything else as it is", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const { idNumbers, phones: mobile } = personalIn(text);
        expect(masked(text) === text).toBe(idNumbers + mobile === 0);
      }),
    );
    expect(masked(`2-2 名册 ${id} 2019-03-12.pdf`)).toBe("2-2 名册 110*************2X 2019-03-12.pdf");
    expect(masked("138-0013-8000")).toBe("138-****-**00");
  });
});

describe("marks of secrecy", () => {
  it.each([
    ["（秘密）关于样例的通知", "秘密"],
    ["机密★1年 样例会议纪要", "机密"],
    ["2-1-1 【绝密】样例", "绝密"],
    ["2-1-1 秘密 样例", "秘密"],
    ["秘密3年", "秘密"],
    ["密级：机密", "机密"],
    ["保密工作总结", null],
    ["商业秘密保护培训", null],
    ["秘密花园读书会", null],
    ["关于保守国家秘密的通知", null],
    ["公开", null],
    ["", null],
  ])("in the name %s: %s", (name, mark) => {
    expect(secrecyInName(name)).toBe(mark);
  });

  it.each([
    ["000012\n机 密 ★ 10 年\n特急\n样例区文件", "机密"],
    ["秘密\n样例区文件", "秘密"],
    ["样例区文件\n关于做好秘密文件管理的通知\n各部门：", null],
    [`${"正文\n".repeat(9)}秘密`, null],
    ["", null],
  ])("at the head of %j: %s", (opening, mark) => {
    expect(secrecyAtHead(opening)).toBe(mark);
  });
});
