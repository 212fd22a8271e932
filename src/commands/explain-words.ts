/** What `evipack explain` says besides the pages of the problems, in both languages. */
import type { groups, ProblemPage } from "../load/problem-page.ts";
import type { Language } from "../model/map.ts";

interface ExplainWords {
  readonly group: Readonly<Record<(typeof groups)[number], string>>;
  /** One line below the title. */
  readonly facts: (page: ProblemPage) => string;
  /** Last line of the list. */
  readonly more: string;
}

const chineseSeverity: Readonly<Record<string, string>> = { error: "错误", warning: "提醒" };

const others = ({ choices, severity }: ProblemPage): string[] =>
  choices.split(", ").filter((choice) => choice !== severity && choice !== "fixed");

export const explainWords: Readonly<Record<Language, ExplainWords>> = {
  "zh-CN": {
    group: {
      command: "命令和输出",
      configuration: "配置和指标体系",
      reading: "材料文件",
      registers: "登记表",
      linking: "材料与指标的对应",
      coverage: "覆盖和自评",
      figures: "数据和达标",
      form: "材料的形式和用法",
      privacy: "个人信息和密级",
      review: "复核和编号",
      report: "自评报告文字",
      rendering: "编入汇编",
      packs: "成果包的查验、交付和对照",
    },
    facts: (page) =>
      [
        chineseSeverity[page.severity] ?? page.severity,
        `退出码 ${page.exitCode}`,
        page.foundBy === "any command" ? "各命令都可能查出" : `由 ${page.foundBy.replaceAll(", ", "、")} 查出`,
        others(page).length === 0 ? "轻重不可改" : `evipack.yaml 的 severity 可改为 ${others(page).join("、")}`,
      ].join("；"),
    more: "evipack explain 后面写代号，看某一个问题的说明，如 evipack explain missing-years。",
  },
  en: {
    group: {
      command: "Commands and outputs",
      configuration: "Configuration and map",
      reading: "Files of evidence",
      registers: "Registers",
      linking: "What belongs to which requirement",
      coverage: "Coverage and self scores",
      figures: "Figures and thresholds",
      form: "Form and use of the evidence",
      privacy: "Persons and secrecy",
      review: "Reviews and numbers",
      report: "Text of the report",
      rendering: "Binding into the appendix",
      packs: "Packs: verified, delivered, compared",
    },
    facts: (page) =>
      [
        page.severity,
        `exit code ${page.exitCode}`,
        `found by ${page.foundBy}`,
        others(page).length === 0
          ? "its weight is fixed"
          : `severity in evipack.yaml may say ${others(page).join(" or ")}`,
      ].join("; "),
    more: "Add a code to read about one problem, e.g. evipack explain missing-years.",
  },
};

/** A severity as the list shows it, all of one width. */
export const severityLabel = (severity: string, language: Language): string =>
  language === "en" ? severity.padEnd("warning".length) : (chineseSeverity[severity] ?? severity);
