import { describe, expect, it } from "vitest";
import { docNumberSlip, docNumberSlipIn, plainDocNumber } from "../../src/link/doc-number.ts";

describe("A 文号 that departs from the standard", () => {
  it.each([
    ["奉教2019 12号", "brackets", "奉教〔2019〕12号"],
    ["奉教2019年12号", "brackets", "奉教〔2019〕12号"],
    ["奉教 2019-12号", "brackets", "奉教〔2019〕12号"],
    ["奉教〔2019 12号", "brackets", "奉教〔2019〕12号"],
    ["奉教２０１９ １２号", "brackets", "奉教〔2019〕12号"],
    ["奉教字2019第12号", "brackets", "奉教字〔2019〕12号"],
    ["奉教（19）12号", "year", "奉教〔2019〕12号"],
    ["奉教〔98〕3号", "year", "奉教〔1998〕3号"],
    ["奉教[2019]第12号", "ordinal", "奉教〔2019〕12号"],
    ["奉教〔2019〕012号", "zero", "奉教〔2019〕12号"],
    ["奉教（2019）12", "suffix", "奉教〔2019〕12号"],
  ])("is told with the form that was meant: %s", (text, reason, meant) => {
    expect(docNumberSlip(text)).toEqual({ reason, meant });
    expect(docNumberSlip(meant)).toBeNull();
  });

  it("is told without a guess where nothing says who issued it", () => {
    expect(docNumberSlip("〔2019〕12号")).toEqual({ reason: "sign", meant: null });
  });

  it.each([
    "国办发〔2018〕1号",
    "奉教[2019]12号",
    "奉教（2019）12 号",
    "奉教〔2019〕12号文",
    "奉教〔2019〕12号、奉财〔2019〕8号",
    "令第 12 号",
    "教育部令第12号",
    "财政部公告2019年第39号",
    "区长办公会议纪要〔2019〕第12号",
    "GB/T 9704-2012",
    "浙江省地方标准 DB33/T 2019-2018",
    "（2019）浙0213民初12号",
    "浙教办函12号",
    "2019年12月5号",
    "合同编号 2019 12号",
    "FH (2019) 12",
    "No. 12 of 2019",
    "FIN 2019/12",
    "",
  ])("is not what has another form, or the right one: %s", (text) => {
    expect(docNumberSlip(text)).toBeNull();
  });
});

describe("A 文号 as it is printed", () => {
  it.each([
    ["奉教[2019] 12号", "奉教〔2019〕12号"],
    ["奉教（２０１９）１２号", "奉教〔2019〕12号"],
    ["样教 2018 12号", "样教 2018 12号"],
  ])("has the brackets of the standard where it has any: %s", (text, printed) => {
    expect(plainDocNumber(text)).toBe(printed);
  });
});

describe("in the name of a file", () => {
  it.each([
    ["1-1-2 创建工作方案 样政发2023 5号.pdf", "样政发2023 5号", "brackets", "样政发〔2023〕5号"],
    ["1-1-2 创建工作方案样政发2023 5号.pdf", "样政发2023 5号", "brackets", "样政发〔2023〕5号"],
    ["1-1-2 创建工作方案（样政发〔23〕6号）.pdf", "样政发〔23〕6号", "year", "样政发〔2023〕6号"],
    ["1-1-2 创建工作方案（样政发〔2023 6号）.pdf", "样政发〔2023 6号", "brackets", "样政发〔2023〕6号"],
    ["1-1-2 方案(样政发2023年6号).pdf", "样政发2023年6号", "brackets", "样政发〔2023〕6号"],
  ])("%s: %s", (name, written, reason, meant) => {
    expect(docNumberSlipIn(name)).toEqual({ written, reason, meant });
  });

  it.each([
    ["1-1-2 创建工作方案2023-05-06.pdf"],
    ["1-1-2 创建工作方案2023年5月6号.pdf"],
    ["1-1-2 会议纪要2023年3号.pdf"],
    ["1-1-2 公告2023年第6号.pdf"],
    ["1-1-2 人民路2023号.pdf"],
    ["1-1-2 方案（样政发〔2023〕6号）.pdf"],
  ])("%s has none", (name) => {
    expect(docNumberSlipIn(name)).toBeNull();
  });
});
