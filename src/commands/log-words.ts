/** Words of `--profile`, in both languages. */
import type { Language } from "../model/map.ts";
import type { LogStage } from "../schema/log.ts";

interface LogWords {
  readonly stage: string;
  readonly time: string;
  readonly total: string;
  readonly stages: Readonly<Record<LogStage, string>>;
  readonly memory: (megabytes: string) => string;
}

const chinese: LogWords = {
  stage: "阶段",
  time: "用时",
  total: "合计",
  stages: {
    load: "读入",
    link: "对应",
    check: "核对",
    assemble: "编排",
    render: "排入材料",
    paginate: "排页码",
    write: "写出",
    compare: "再编比对",
  },
  memory: (megabytes) => `最多占用内存 ${megabytes} MB（不含 LibreOffice 的进程）`,
};

const english: LogWords = {
  stage: "Stage",
  time: "Time",
  total: "Total",
  stages: {
    load: "load",
    link: "link",
    check: "check",
    assemble: "assemble",
    render: "render",
    paginate: "paginate",
    write: "write",
    compare: "compile again",
  },
  memory: (megabytes) => `At most ${megabytes} MB of memory (without the processes of LibreOffice)`,
};

export const logWords: Readonly<Record<Language, LogWords>> = { "zh-CN": chinese, en: english };
