/** Words of the command line, in both languages: help, progress, closing lines. */
import type { Language } from "../model/map.ts";

const size = (bytes: number): string =>
  bytes < 1024 * 1024 ? `${(bytes / 1024).toFixed(0)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;

const many = (count: number, one: string, others: string): string => `${String(count)} ${count === 1 ? one : others}`;

/** What stands in the manifest beside the files of evidence. */
interface Aside {
  readonly registers: number;
  readonly addresses: number;
  /** Files of systems and lock files. */
  readonly others: number;
}

const chinese = {
  help: {
    program: "把各部门的支撑材料对照指标体系核对，编成自评报告和支撑材料汇编（Word 和 PDF）。",
    check: "核对材料：哪些已覆盖，还缺什么",
    compile: "编出成果包：自评报告、支撑材料汇编、目录、清单",
    assign: "给各部门派任务：任务分解表、报送任务清单、登记表；加 --chase 出催办函",
    chase: "出催办函和催办汇总表，只给还有材料没报齐的部门",
    department: "只出一个部门的；写代号、名称或文件夹名",
    assignOutput: "写到哪个文件夹（默认为工作目录下的 assign，催办为 chase）",
    init: "新建工作目录",
    schema: "输出某种文件的 JSON Schema",
    cache: "看缓存在哪里、有多大；cache clear 清空",
    cacheAction: "清空缓存；不写则只看",
    directory: "工作目录（默认为当前文件夹）",
    lang: "提示语言：zh-CN 或 en（默认随指标体系）",
    asOf: "截止日期，如 2019-10-31；today 为今天",
    quiet: "只输出结论",
    noColor: "不用颜色",
    format: "输出格式：human（给人看，默认）或 json（给程序读）",
    output: "写到文件，不打印",
    out: "成果包的文件夹（默认为工作目录下的 pack）",
    draft: "草稿：封面加“草稿”和日期；材料不齐也不算失败",
    requireComplete: "材料不齐就什么也不写",
    outline: "只打印成果包的文字大纲，不写文件",
    noCache: "每个文件都重新打开、重新转换，不用缓存，也不留缓存",
    initFolder: "要新建的文件夹",
    map: "指标体系：内置的 {maps}，或自己的 YAML 文件",
    schemaName: "map、workspace、facts、style、words、check 或 manifest",
    version: "显示版本",
    helpOption: "显示帮助",
    usage: "用法：",
    usageProgram: "<命令> [选项]",
    usageOptions: "[选项]",
    arguments: "参数：",
    options: "选项：",
    commands: "命令：",
    globals: "公共选项：",
    examples: "示例：",
    exitCodes:
      "退出码：0 材料齐备；1 材料未齐；2 用法、配置或指标体系有误；3 有报送的文件读不出来；4 无可核对；70 程序故障。",
  },
  usage: {
    "unknown-option": (name: string) => `没有选项“${name}”`,
    "unknown-command": (name: string) => `没有命令“${name}”`,
    "missing-argument": (name: string) => `缺少参数“${name}”`,
    "option-needs-value": (name: string) => `选项 ${name} 后面要写值`,
    "missing-option": (name: string) => `缺少选项 ${name}`,
    "too-many-arguments": () => "多写了参数",
    "bad-choice": (option: string, value: string, known: string) => `选项 ${option} 不能是“${value}”，可以是：${known}`,
    "bad-word": (value: string, known: string) => `这里不能写“${value}”，可以写：${known}`,
    see: (command: string) => `用 ${command} --help 查看用法。`,
    meant: (name: string) => `是否想写“${name}”？`,
  },
  rendering: {
    line: "排入材料 {bar} {value}/{total}　剩余{eta_formatted}　{name}",
    time: (seconds: number | null) =>
      seconds === null
        ? "时间待估"
        : seconds < 90
          ? `约 ${String(Math.ceil(seconds))} 秒`
          : `约 ${String(Math.ceil(seconds / 60))} 分钟`,
  },
  writing: (name: string) => `写出 ${name}`,
  interrupted: "已中断：没有写出新的成果包，原有的成果包未动。",
  kept: (name: string) => `以前的成果包有人改动过（或另放了文件），没有覆盖，整个留在 ${name}/ 里。`,
  listing: {
    written: (folder: string) => `成果包已写到 ${folder}/：`,
    file: (name: string, pages: number | null, bytes: number | null) =>
      `${name}${pages === null ? "" : `　${String(pages)} 页`}${bytes === null ? "" : `　${size(bytes)}`}`,
    evidence: (all: number, included: number, placeholder: number, omitted: number) =>
      `材料文件 ${String(all)} 个：编入原文 ${String(included)} 个，替代页 ${String(placeholder)} 个，未编入 ${String(omitted)} 个（原因见 manifest.json）。`,
    converter: (id: string) =>
      id === "none" ? "文档转换：无，Office 文件和文本编入的是替代页。" : `文档转换：${id}。`,
    aside: ({ registers, addresses, others }: Aside) =>
      `另有${[
        ...(registers === 0 ? [] : [`登记表 ${String(registers)} 份`]),
        ...(addresses === 0 ? [] : [`登记的网址 ${String(addresses)} 个`]),
        ...(others === 0 ? [] : [`系统文件、临时文件 ${String(others)} 个（不作材料）`]),
      ].join("，")}。`,
  },
  cache: {
    state: (folder: string, entries: number, bytes: number) =>
      `缓存在 ${folder}：${String(entries)} 项，${size(bytes)}。`,
    cleared: (folder: string, entries: number, bytes: number) =>
      `缓存 ${folder} 已清空：删去 ${String(entries)} 项，${size(bytes)}。`,
  },
  init: {
    done: (folder: string, departments: number) =>
      `工作目录已建好：${folder}/（${String(departments)} 个部门文件夹）。`,
    next: (folder: string) =>
      `下一步：\n  1. 改 ${folder}/evipack.yaml 里的标题、申报单位和部门\n  2. 把材料放进 ${folder}/evidence/各部门/\n  3. evipack check -C ${folder}`,
  },
  assign: {
    done: (folder: string) => `已写到 ${folder}/：`,
    departments: (count: number, tasks: string, register: string) =>
      `${String(count)} 个部门文件夹，各有${tasks}；有材料要报的还有${register}`,
    letters: (count: number) => `催办函 ${String(count)} 份`,
    left: (names: readonly string[]) => `有人填过或改过，原样没动：${names.join("、")}。`,
    registered: (names: readonly string[]) => `材料文件夹里已有登记表，没有另发，以免盖掉：${names.join("、")}。`,
    aside: (name: string, now: string) => `${name} 有人改动过，没有覆盖，改名留作 ${now}。`,
    nothing: (name: string) => `${name}没有牵头的指标，也没有要报的材料，什么也没写。`,
    settled: (name: string) => (name === "" ? "各部门的材料都已报齐，不用催办。" : `${name}的材料已报齐，不用催办。`),
  },
  fault: (message: string) =>
    `程序出了故障，不是您的材料有问题。把下面的内容连同所用命令发给维护者（项目仓库的 issues 页）：\n${message}`,
};

export type CommandWords = typeof chinese;

const english: CommandWords = {
  help: {
    program:
      "Checks departments' evidence against an indicator map and compiles the report and the appendix (Word and PDF).",
    check: "tell what is covered and what is missing",
    compile: "write the pack: report, appendix, index, manifest",
    assign: "give out the tasks: a table of all, a list and a register for each department; or reminders",
    chase: "write reminders and their summary instead, to departments that still owe something",
    department: "for one department only: its id, name or folder",
    assignOutput: "folder to write to (default: assign in the workspace, chase for reminders)",
    init: "make a new workspace",
    schema: "print the JSON Schema of a kind of file",
    cache: "tell where the cache is and how large; cache clear empties it",
    cacheAction: "empties it; left out, it is only looked at",
    directory: "the workspace (default: this folder)",
    lang: "language of messages: zh-CN or en (default: the map's)",
    asOf: "day of judgement, e.g. 2019-10-31; or today",
    quiet: "print the verdict only",
    noColor: "no colours",
    format: "human (the default) or json",
    output: "write to a file instead of printing",
    out: "folder of the pack (default: pack in the workspace)",
    draft: "a draft: marked on the covers with its date; gaps do not fail",
    requireComplete: "write nothing unless the evidence is complete",
    outline: "print the pack as plain text and write nothing",
    noCache: "open and convert every file anew, and keep nothing of it",
    initFolder: "folder to make",
    map: "indicator map: built in {maps}, or a YAML file of your own",
    schemaName: "map, workspace, facts, style, words, check or manifest",
    version: "print the version",
    helpOption: "print this help",
    usage: "Usage:",
    usageProgram: "<command> [options]",
    usageOptions: "[options]",
    arguments: "Arguments:",
    options: "Options:",
    commands: "Commands:",
    globals: "Common options:",
    examples: "Example:",
    exitCodes:
      "Exit codes: 0 complete; 1 gaps in the evidence; 2 usage, configuration or map is wrong; 3 some file cannot be read; 4 nothing to evaluate; 70 a fault of the program.",
  },
  usage: {
    "unknown-option": (name) => `there is no option "${name}"`,
    "unknown-command": (name) => `there is no command "${name}"`,
    "missing-argument": (name) => `the argument "${name}" is missing`,
    "option-needs-value": (name) => `the option ${name} needs a value`,
    "missing-option": (name) => `the option ${name} is missing`,
    "too-many-arguments": () => "too many arguments",
    "bad-choice": (option, value, known) => `the option ${option} cannot be "${value}"; it may be: ${known}`,
    "bad-word": (value, known) => `"${value}" cannot stand here; it may be: ${known}`,
    see: (command) => `See ${command} --help.`,
    meant: (name) => `Did you mean "${name}"?`,
  },
  rendering: {
    line: "rendering {bar} {value}/{total}  {eta_formatted} left  {name}",
    time: (seconds) =>
      seconds === null
        ? "time not known"
        : seconds < 90
          ? `about ${String(Math.ceil(seconds))} s`
          : `about ${String(Math.ceil(seconds / 60))} min`,
  },
  writing: (name) => `writing ${name}`,
  interrupted: "Interrupted: no new pack was written; an earlier one is as it was.",
  kept: (name) => `Somebody had worked on the earlier pack, so it was not overwritten; it is now in ${name}/.`,
  listing: {
    written: (folder) => `The pack is in ${folder}/:`,
    file: (name, pages, bytes) =>
      `${name}${pages === null ? "" : `  ${String(pages)} pages`}${bytes === null ? "" : `  ${size(bytes)}`}`,
    evidence: (all, included, placeholder, omitted) =>
      `${String(all)} evidence files: ${String(included)} included, ${String(placeholder)} as placeholder pages, ${String(omitted)} left out (reasons in manifest.json).`,
    converter: (id) =>
      id === "none"
        ? "No converter: Office files and texts have placeholder pages."
        : `Office files converted by ${id}.`,
    aside: ({ registers, addresses, others }) =>
      `Besides: ${[
        ...(registers === 0 ? [] : [many(registers, "register", "registers")]),
        ...(addresses === 0 ? [] : [many(addresses, "registered address", "registered addresses")]),
        ...(others === 0 ? [] : [`${many(others, "system or lock file", "system or lock files")} (no evidence)`]),
      ].join(", ")}.`,
  },
  cache: {
    state: (folder, entries, bytes) => `The cache is in ${folder}: ${String(entries)} entries, ${size(bytes)}.`,
    cleared: (folder, entries, bytes) =>
      `The cache in ${folder} is empty now: ${String(entries)} entries, ${size(bytes)} removed.`,
  },
  init: {
    done: (folder, departments) => `The workspace is ready: ${folder}/ (${String(departments)} department folders).`,
    next: (folder) =>
      `Next:\n  1. edit the title, the applicant and the departments in ${folder}/evipack.yaml\n  2. put evidence into ${folder}/evidence/<department>/\n  3. evipack check -C ${folder}`,
  },
  assign: {
    done: (folder) => `Written to ${folder}/:`,
    departments: (count, tasks, register) =>
      `${String(count)} department ${count === 1 ? "folder" : "folders"}, each with ${tasks}, and with ${register} where something is to be handed in`,
    letters: (count) => `${String(count)} ${count === 1 ? "reminder" : "reminders"}`,
    left: (names) => `Somebody has worked on these, so they were left as they are: ${names.join(", ")}.`,
    registered: (names) =>
      `There is a register among the evidence already, so no other is given out: ${names.join(", ")}.`,
    aside: (name, now) => `${name} was changed by somebody; it is kept as ${now}.`,
    nothing: (name) => `${name} leads no indicator and has nothing to hand in; nothing was written.`,
    settled: (name) =>
      name === ""
        ? "Every department has met what it was asked; no reminders are needed."
        : `${name} has met what it was asked; no reminder is needed.`,
  },
  fault: (message) =>
    `This is a fault of the program, not of your files. Send what follows and the command to the maintainers (issues page of the project's repository):\n${message}`,
};

export const commandWords: Readonly<Record<Language, CommandWords>> = { "zh-CN": chinese, en: english };
