/** word/settings.xml: how Word lays Chinese out, and whether odd and even pages differ. No user text stands here. */
import type { Style } from "../../schema/style.ts";
import { isChinese } from "./text.ts";

const namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/** What a Chinese Word writes into its own new documents; Chinese line breaking needs it to come out the same. */
const eastAsian = [
  "spaceForUL",
  "balanceSingleByteDoubleByteWidth",
  "doNotLeaveBackslashAlone",
  "ulTrailSpace",
  "doNotExpandShiftReturn",
  "useFELayout",
];

/** A line that ends in a break is not drawn out. */
const western = ["doNotExpandShiftReturn"];

/** The settings part, in the order of its schema (CT_Settings). */
export function settingsXml(style: Style, language: string): string {
  const chinese = isChinese(language);
  const compat = [
    "compatibilityMode:15",
    "overrideTableStyleFontSizeAndJustification:1",
    "enableOpenTypeFeatures:1",
    "doNotFlipMirrorIndents:1",
  ]
    .map((each) => each.split(":"))
    .map(
      ([name, value]) =>
        `<w:compatSetting w:name="${name}" w:uri="http://schemas.microsoft.com/office/word" w:val="${value}"/>`,
    );
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    `<w:settings xmlns:w="${namespace}">`,
    '<w:zoom w:percent="100"/><w:bordersDoNotSurroundHeader/><w:bordersDoNotSurroundFooter/>',
    '<w:defaultTabStop w:val="420"/>',
    style.page_mark.position === "outer" ? "<w:evenAndOddHeaders/>" : "",
    chinese
      ? '<w:characterSpacingControl w:val="doNotCompress"/>'
      : '<w:characterSpacingControl w:val="doNotCompress"/>',
    `<w:compat>${(chinese ? eastAsian : western).map((name) => `<w:${name}/>`).join("")}${compat.join("")}</w:compat>`,
    '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/>',
    '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>',
    "</w:settings>",
  ].join("");
}
