/** Words of the command line, in both languages: help, progress, closing lines. */
import { count as many } from "../diagnostics/wording/en/phrases.ts";
import type { Acceptance } from "../check/accept.ts";
import type { Language } from "../model/map.ts";
import { help } from "./help-words.ts";

const size = (bytes: number): string =>
  bytes < 1024 * 1024 ? `${(bytes / 1024).toFixed(0)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;

/** What stands in the manifest beside the files of evidence. */
interface Aside {
  readonly registers: number;
  readonly addresses: number;
  /** Lists that `assign` gave out. */
  readonly taskLists: number;
  readonly setAside: number;
  /** Files of systems and lock files. */
  readonly others: number;
}

/** A line of counts that leaves out what is none. */
function recorded(
  head: string,
  none: string,
  comma: string,
  stop: string,
  counts: readonly (readonly [count: number, words: string])[],
): string {
  const some = counts.flatMap(([count, words]) => (count === 0 ? [] : [words]));
  return some.length === 0 ? none : `${head}${some.join(comma)}${stop}`;
}

type Accepted = Omit<Acceptance, "lock">;

const chinese = {
  help: help["zh-CN"],
  usage: {
    "unknown-option": (name: string) => `没有选项“${name}”`,
    "unknown-command": (name: string) => `没有命令“${name}”`,
    "missing-argument": (name: string, about: string) => `缺少参数 <${name}>${about === "" ? "" : `：${about}`}`,
    "option-needs-value": (name: string, known: readonly string[]) =>
      `选项 ${name} 后面要写值${known.length === 0 ? "" : `，可以是：${known.join("、")}`}`,
    "missing-option": (name: string) => `缺少选项 ${name}`,
    "too-many-arguments": (extra: readonly string[], command: string, taken: readonly string[]) =>
      `多写了参数${extra.map((each) => `“${each}”`).join("")}：${command} ${taken.length === 0 ? "不带参数" : `后面只写 ${taken.join(" ")}`}`,
    folder: (name: string) => `工作目录用 -C 指定：-C ${name}`,
    conflict: (one: string, other: string) => `选项 ${one} 和 ${other} 不能同时用`,
    "accept-codes": "只复核一部分，把编号写在 --accept 后面，如 --accept 2-1-1；不写编号就是全部。",
    "bad-choice": (option: string, value: string, known: string) =>
      `选项 ${option} 不能是“${value}”，可以是：${known.replaceAll(", ", "、")}`,
    "bad-word": (value: string, known: string) => `这里不能写“${value}”，可以写：${known.replaceAll(", ", "、")}`,
    maps: (known: readonly string[]) => `内置的指标体系有：${known.join("、")}；也可以写自己的 YAML 文件。`,
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
  reproduced: "不用缓存、在别处又编了一次，每个文件都一模一样。",
  interrupted: "已中断：没有写出新的成果包，原有的成果包未动。",
  kept: (name: string) => `以前的成果包有人改动过（或另放了文件），没有覆盖，整个留在 ${name}/ 里。`,
  listing: {
    written: (folder: string) => `成果包已写到 ${folder}/：`,
    stands: (folder: string) => `自上次编成以来没有变化，${folder}/ 里的成果包就是最新的，没有重编：`,
    file: (name: string, pages: number | null, bytes: number | null) =>
      `${name}${pages === null ? "" : `　${String(pages)} 页`}${bytes === null ? "" : `　${size(bytes)}`}`,
    evidence: (all: number, included: number, placeholder: number, omitted: number) =>
      `材料文件 ${String(all)} 个：编入原文 ${String(included)} 个，替代页 ${String(placeholder)} 个，未编入 ${String(omitted)} 个。`,
    /** The first of them, each with its reason; `more` besides. */
    omitted: (files: readonly (readonly [name: string, reason: string])[], more: number) =>
      `未编入的：${files.map(([name, reason]) => `${name}（${reason}）`).join("、")}${more === 0 ? "" : `，另有 ${String(more)} 个`}。`,
    converter: (id: string) =>
      id === "none" ? "文档转换：无，Office 文件和文本编入的是替代页。" : `文档转换：${id}。`,
    aside: ({ registers, addresses, taskLists, setAside, others }: Aside) =>
      `另有${[
        ...(registers === 0 ? [] : [`登记表 ${String(registers)} 份`]),
        ...(addresses === 0 ? [] : [`登记的网址 ${String(addresses)} 个`]),
        ...(taskLists === 0 ? [] : [`发下的任务清单 ${String(taskLists)} 份（不作材料）`]),
        ...(setAside === 0 ? [] : [`按 ignore 搁置的 ${String(setAside)} 个`]),
        ...(others === 0 ? [] : [`系统文件、临时文件 ${String(others)} 个（不作材料）`]),
      ].join("，")}。`,
  },
  accepted: ({ added, changed, gone, unreadable }: Accepted) =>
    [
      recorded("已记入 evipack.lock.yaml：", "evipack.lock.yaml 已是最新，没有要记入的变动。", "，", "。", [
        [added, `新复核 ${String(added)} 件`],
        [changed, `有变动而重新确认的 ${String(changed)} 件`],
        [gone, `确认不再使用的 ${String(gone)} 件`],
      ]),
      unreadable.length === 0 ? "" : `另有 ${String(unreadable.length)} 件读不出来，没有确认。`,
    ].join(""),
  unfrozen: (count: number) =>
    `有 ${String(count)} 件的编号还没有记入 evipack.lock.yaml，以后可能变动；交出去以前先用 evipack check --accept 确认。`,
  cache: {
    state: (folder: string, entries: number, bytes: number) =>
      `缓存在 ${folder}：${String(entries)} 项，${size(bytes)}。`,
    closed:
      "这里不能写入：缓存存不下来，每次都要重新打开、重新转换。检查文件夹的权限和磁盘，或用 EVIPACK_CACHE 另指一处。",
    cleared: (folder: string, entries: number, bytes: number) =>
      `缓存 ${folder} 已清空：删去 ${String(entries)} 项，${size(bytes)}。`,
  },
  init: {
    done: (folder: string, departments: number) =>
      `工作目录已建好：${folder}/（${String(departments)} 个部门文件夹）。`,
    next: (folder: string) =>
      `下一步：\n  1. 改 ${folder}/evipack.yaml 里的标题、申报单位和部门\n  2. 把材料放进 ${folder}/evidence/各部门/\n  3. evipack check -C ${folder}`,
    job: (file: string) => `每夜编草稿的任务已写到 ${file}。`,
    include: (file: string) => `已有 .gitlab-ci.yml，没有改动；在里面加一行：include: { local: ${file} }`,
    jobNext: {
      github: "下一步：仓库的 package.json 里装好 evipack，提交后到 Actions 里手工运行一次。",
      gitlab: "下一步：仓库的 package.json 里装好 evipack，提交后到 Build > Pipeline schedules 里定时间。",
    },
  },
  template: {
    done: (file: string, key: string) => `模板已写到 ${file}。在 evipack.yaml 里写上：\n  report: { ${key}: ${file} }`,
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
  help: help.en,
  usage: {
    "unknown-option": (name) => `there is no option "${name}"`,
    "unknown-command": (name) => `there is no command "${name}"`,
    "missing-argument": (name, about) => `the argument <${name}> is missing${about === "" ? "" : `: ${about}`}`,
    "option-needs-value": (name, known) =>
      `the option ${name} needs a value${known.length === 0 ? "" : `; it may be: ${known.join(", ")}`}`,
    "missing-option": (name) => `the option ${name} is missing`,
    "too-many-arguments": (extra, command, taken) =>
      `${extra.map((each) => `"${each}"`).join(", ")} ${extra.length === 1 ? "is" : "are"} too many: ${command} takes ${taken.length === 0 ? "no arguments" : `${taken.join(" ")} only`}`,
    folder: (name: string) => `the workspace is named with -C: -C ${name}`,
    conflict: (one, other) => `the options ${one} and ${other} do not go together`,
    "accept-codes":
      "To accept a part, name its codes behind --accept, such as --accept 2-1-1; without codes it is all.",
    "bad-choice": (option, value, known) => `the option ${option} cannot be "${value}"; it may be: ${known}`,
    "bad-word": (value, known) => `"${value}" cannot stand here; it may be: ${known}`,
    maps: (known) => `Built-in maps: ${known.join(", ")}; or a YAML file of your own.`,
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
  reproduced: "Compiled once more without the cache and elsewhere: every file is the same, byte for byte.",
  interrupted: "Interrupted: no new pack was written; an earlier one is as it was.",
  kept: (name) => `Somebody had worked on the earlier pack, so it was not overwritten; it is now in ${name}/.`,
  listing: {
    written: (folder) => `The pack is in ${folder}/:`,
    stands: (folder) => `Nothing has changed: the pack in ${folder}/ is up to date and was not made again:`,
    file: (name, pages, bytes) =>
      `${name}${pages === null ? "" : `  ${many(pages, "page", "pages")}`}${bytes === null ? "" : `  ${size(bytes)}`}`,
    evidence: (all, included, placeholder, omitted) =>
      `${many(all, "evidence file", "evidence files")}: ${String(included)} included, ${String(placeholder)} as ${placeholder === 1 ? "a placeholder page" : "placeholder pages"}, ${String(omitted)} left out.`,
    omitted: (files, more) =>
      `Left out: ${files.map(([name, reason]) => `${name} (${reason})`).join(", ")}${more === 0 ? "" : `, and ${String(more)} more`}.`,
    converter: (id) =>
      id === "none"
        ? "No converter: Office files and texts have placeholder pages."
        : `Office files converted by ${id}.`,
    aside: ({ registers, addresses, taskLists, setAside, others }) =>
      `Besides: ${[
        ...(registers === 0 ? [] : [many(registers, "register", "registers")]),
        ...(addresses === 0 ? [] : [many(addresses, "registered address", "registered addresses")]),
        ...(taskLists === 0 ? [] : [`${many(taskLists, "task list", "task lists")} (no evidence)`]),
        ...(setAside === 0 ? [] : [`${String(setAside)} set aside by ignore`]),
        ...(others === 0 ? [] : [`${many(others, "system or lock file", "system or lock files")} (no evidence)`]),
      ].join(", ")}.`,
  },
  accepted: ({ added, changed, gone, unreadable }) =>
    [
      recorded("Recorded in evipack.lock.yaml: ", "evipack.lock.yaml is up to date; nothing to record.", ", ", ".", [
        [added, `${String(added)} reviewed for the first time`],
        [changed, `${String(changed)} accepted with their changes`],
        [gone, `${String(gone)} accepted as gone`],
      ]),
      unreadable.length === 0 ? "" : ` Not accepted, for they cannot be read: ${String(unreadable.length)}.`,
    ].join(""),
  unfrozen: (count) =>
    `Exhibits whose numbers are not in evipack.lock.yaml and may still move: ${String(count)}. Accept them with evipack check --accept before the pack is handed out.`,
  cache: {
    state: (folder, entries, bytes) =>
      `The cache is in ${folder}: ${many(entries, "entry", "entries")}, ${size(bytes)}.`,
    closed:
      "It cannot be written: nothing is kept, and every run opens and converts anew. See to the permissions of the folder and the disk, or name another with EVIPACK_CACHE.",
    cleared: (folder, entries, bytes) =>
      `The cache in ${folder} is empty now: ${many(entries, "entry", "entries")}, ${size(bytes)} removed.`,
  },
  init: {
    done: (folder, departments) =>
      `The workspace is ready: ${folder}/ (${many(departments, "department folder", "department folders")}).`,
    next: (folder) =>
      `Next:\n  1. edit the title, the applicant and the departments in ${folder}/evipack.yaml\n  2. put evidence into ${folder}/evidence/<department>/\n  3. evipack check -C ${folder}`,
    job: (file) => `The nightly job is in ${file}.`,
    include: (file) => `There is a .gitlab-ci.yml, which was left as it is; add this line: include: { local: ${file} }`,
    jobNext: {
      github:
        "Next: have evipack in the package.json of the repository, commit, and run the job once by hand under Actions.",
      gitlab:
        "Next: have evipack in the package.json of the repository, commit, and set a time under Build > Pipeline schedules.",
    },
  },
  template: {
    done: (file, key) => `The template is in ${file}. Name it in evipack.yaml:\n  report: { ${key}: ${file} }`,
  },
  assign: {
    done: (folder) => `Written to ${folder}/:`,
    departments: (count, tasks, register) =>
      `${many(count, "department folder", "department folders")}, each with ${tasks}, and with ${register} where something is to be handed in`,
    letters: (count) => many(count, "reminder", "reminders"),
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
