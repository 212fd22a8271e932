/** What a new workspace says to whoever fills it in. */
import type { Language } from "../model/map.ts";

const chinese = {
  config: {
    head: [
      "# 工作目录的总说明。井号（#）后面是给人看的话，程序不读。",
      "# 缩进用空格，冒号后面空一格；日期写成 2019-10-31 的样子。",
    ],
    title: (map: string) => `${map}自评报告`,
    applicant: "（申报单位全称）",
    office: "（编制单位，如某某工作领导小组办公室）",
    asOf: "# 截止日期：材料新旧按这一天判断",
    window: "# 材料时限；去掉行首的 # 可以改",
    departments: [
      "# 责任部门：编号（指标体系里用它）、名称、文件夹（默认与名称相同）、联系人。",
      "# 增加部门：bumen: { name: 某某部门, group: 所属类别（可以不写）, contact: 样例甲 }",
    ],
    stages: [
      "# 工作阶段，可以不写：",
      "# stages:",
      "#   - { title: 动员部署阶段, from: 2019-01-01, to: 2019-03-31, output: 实施意见印发, done: 已印发，已召开动员会 }",
    ],
    scores: ["# 自评：指标编号、结果（pass/fail、分数、等级、met/partly/not）和理由。去掉 # 填写："],
    reason: "依据充分，材料齐全（样例）",
    waivers: (code: string) => [
      "# 免报或不适用：写明理由、批准人和期限；不适用的不计入总数。",
      "# waivers:",
      `#   - { indicator: ${code}, reason: 无此类情况（样例）, approver: 样例甲, until: 2019-12-31, not_applicable: true }`,
    ],
    declaration: "# 报告前面印一页真实性承诺书；删去这一行就不印，也可以在这里另写文字",
    reportData: [
      "# 报告还可以有三种内容，各写一个文件，与本文件放在一起；写法见 docs/report-data.md，或用 evipack schema 加文件名：",
      "#   funds.yaml 经费，surveys.yaml 问卷调查，findings.yaml 评审意见和整改。",
    ],
    settings: [
      "# 下面各项可以不写，去掉行首的 # 就生效。",
      "# 照片每页几张：1、2、4 或 6，默认 1。",
      "# 汇编：volumes 按部分（section）等分册，max_pages 每册至多几页，closing 加备考表，spines 印脊背标签，index: archive 用归档目录的栏目。",
      "# appendix: { photos_per_page: 4, volumes: section, max_pages: 400, closing: true, spines: on, index: archive }",
      "# Office 文件用什么转成 PDF：embedded 程序自带的（默认）、soffice 本机的 LibreOffice、none 不转。",
      "# converter: soffice",
      "# converter: { engine: embedded, time_limit: 60, sheet_pages: 200 }",
      "# 报告：briefing 另编汇报稿，reference 借用一份 Word 文件的版式，pdf 选 a-2a（存档，默认）或 ua-1（无障碍），template 用自己的模板。",
      "# report: { briefing: true, reference: 版式.docx, pdf: a-2a, template: report.md }",
      "# 版式：gb9704（公文，默认）、university（高校）或自己的 styles/own.yaml。",
      "# style: gb9704",
      "# 有打开密码的材料，把密码写在这里；不会印出来，但能看到本文件的人都能看到。",
      '# passwords: ["sample-2019", "sample-2018"]',
    ],
  },
  facts: {
    head: [
      "# 全部数据写在这里，一处写、处处用；不知道的先空着。",
      "# 每项可写：title 名称、value 数值、unit 单位、as_of 截止日期、source 来源部门（编号）、base 统计口径、group 所在表格。",
      "# 由别的数据算出的，用 formula 代替 value，如 formula: budget / population",
    ],
    usedBy: (codes: readonly string[], leads: readonly string[]) =>
      `用于指标 ${codes.join("、")}${leads.length > 1 ? `；${leads.join("、")}共用，由谁提供写在 source` : ""}`,
    value: " # 待填",
    item: "# 由哪份材料证明",
    group: "基本情况",
  },
  overview: "（工作概况待写：按阶段写做了什么、有什么成果，300 至 500 字。）\n",
  problems: "（问题与改进待写：每个问题写明表现、原因、改进措施、责任部门和时限。）\n",
  example: (code: string, title: string) =>
    `（指标 ${code}“${title}”的自评文字待写，150 至 400 字为宜；写好后把下面的提示都删去。）\n\n` +
    "**做法。** （待写：做了什么，依据什么文件，有什么机制，投入多少。）\n\n" +
    "**成效。** （待写：结果怎样；数字与 facts.yaml 一致，能用材料证明。）\n\n" +
    "- （待写：也可以这样列条目，或用表格。）\n",
  stub: (code: string, title: string) => `（指标 ${code}“${title}”的自评文字待写。）\n`,
};

export type InitWords = typeof chinese;

const english: InitWords = {
  config: {
    head: [
      "# What this workspace is about. Text after # is for people; the program does not read it.",
      "# Indent with spaces, leave a space after each colon, write dates as 2019-10-31.",
    ],
    title: (map) => `Self-assessment report: ${map}`,
    applicant: "(full name of the applicant)",
    office: "(who compiles the report)",
    asOf: "# the day on which the evidence is judged",
    window: "# take the # away to change the window",
    departments: [
      "# Departments: id (as the map uses it), name, folder (the name by default), contact.",
      "# Another one: office: { name: Sample Office, contact: Sample A }",
    ],
    stages: [
      "# Stages of the work, if there are any:",
      "# stages:",
      "#   - { title: Preparation, from: 2019-01-01, to: 2019-03-31, output: Plan adopted, done: adopted in March }",
    ],
    scores: ["# Self scores: code, result (pass/fail, points, grade, met/partly/not) and reason. Take the # away:"],
    reason: "Well founded and fully evidenced (sample)",
    waivers: (code) => [
      "# Waivers: reason, approver and last day; what does not apply leaves the denominator.",
      "# waivers:",
      `#   - { indicator: ${code}, reason: there is no such case here (sample), approver: Sample A, until: 2019-12-31, not_applicable: true }`,
    ],
    declaration: "# a page before the report that declares it true; take it away, or write words of your own here",
    reportData: [
      "# The report may tell more, each in a file beside this one (docs/report-data.md, or evipack schema and the name):",
      "#   funds.yaml money, surveys.yaml surveys, findings.yaml findings of experts and the answers to them.",
    ],
    settings: [
      "# What follows may be left out; take the # away to use it.",
      "# Photos on a page: 1, 2, 4 or 6; one when left out.",
      "# The appendix in volumes, with a closing sheet, labels for spines, and the columns of an archive in its index:",
      "# appendix: { photos_per_page: 4, volumes: section, max_pages: 400, closing: true, spines: on, index: archive }",
      "# What turns Office files into PDF: embedded (the program's own, the default), soffice (LibreOffice of the machine) or none.",
      "# converter: soffice",
      "# converter: { engine: embedded, time_limit: 60, sheet_pages: 200 }",
      "# The report: briefing writes a short version too, reference lends it the look of a Word file, pdf is a-2a (archives) or ua-1 (read aloud), template is one of your own.",
      "# report: { briefing: true, reference: look.docx, pdf: a-2a, template: report.md }",
      "# How it looks: plain-en (when left out), gb9704, university, or a file of your own such as styles/own.yaml.",
      "# style: plain-en",
      "# Passwords of files that are locked; never printed, but whoever can read this file can read them.",
      '# passwords: ["sample-2019", "sample-2018"]',
    ],
  },
  facts: {
    head: [
      "# All figures, each in one place; leave empty what is not known yet.",
      "# Each may have: title, value, unit, as_of, source (id of a department), base (population counted), group (table in the report).",
      "# What follows from other figures has a formula instead of a value, e.g. formula: budget / population",
    ],
    usedBy: (codes, leads) =>
      `used by ${codes.join(", ")}${leads.length > 1 ? `; shared by ${leads.join(", ")}: name in source who gives it` : ""}`,
    value: " # to be filled in",
    item: "# the exhibit that proves it",
    group: "Basic facts",
  },
  overview: "(Overview, to be written: what was done in each stage, and with what result.)\n",
  problems: "(Problems and improvements, to be written: each with its measure, department and time limit.)\n",
  example: (code, title) =>
    `(The self-assessment text of ${code} "${title}" is still to be written, about 100 to 250 words; then delete the hints below.)\n\n` +
    "**What was done.** (To be written: papers, arrangements, money.)\n\n" +
    "**What came of it.** (To be written: figures that agree with facts.yaml and can be proven.)\n\n" +
    "- (To be written: lists like this one are welcome, and so are tables.)\n",
  stub: (code, title) => `(The text of ${code} "${title}" is still to be written.)\n`,
};

export const initWords: Readonly<Record<Language, InitWords>> = { "zh-CN": chinese, en: english };
