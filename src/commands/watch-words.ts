/** Words of `evipack watch`, in both languages. */
import { visible } from "../diagnostics/wording/wording.ts";
import type { Language } from "../model/map.ts";

export interface WatchWords {
  readonly checked: (time: string) => string;
  /** `others` are how many changed besides. */
  readonly changed: (file: string, others: number) => string;
  readonly waiting: (file: string) => string;
  readonly gone: string;
  readonly refused: (cause: string, seconds: number) => string;
  readonly ended: string;
}

const chinese: WatchWords = {
  checked: (time) => `${time} 核对完。有变动就重新核对；按 Ctrl-C 结束。`,
  changed: (file, others) =>
    others === 0 ? `有变动：${visible(file)}` : `有变动：${visible(file)} 等 ${String(others + 1)} 处`,
  waiting: (file) => `${visible(file)} 还在写入，等它写完。`,
  gone: "工作目录不见了，等它回来。",
  refused: (cause, seconds) => `系统不再通知变动（${cause}），改为每 ${String(seconds)} 秒看一遍。`,
  ended: "已停止监视。",
};

const english: WatchWords = {
  checked: (time) => `Checked at ${time}. It is checked again when something changes; Ctrl-C ends.`,
  changed: (file, others) =>
    others === 0 ? `Changed: ${visible(file)}` : `Changed: ${visible(file)} and ${String(others)} more`,
  waiting: (file) => `${visible(file)} is still being written; waiting for it.`,
  gone: "The workspace is gone; waiting for it to come back.",
  refused: (cause, seconds) =>
    `The system tells of no more changes (${cause}); looking every ${String(seconds)} seconds instead.`,
  ended: "Watching has ended.",
};

export const watchWords: Readonly<Record<Language, WatchWords>> = { "zh-CN": chinese, en: english };
