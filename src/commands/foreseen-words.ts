/** What `compile` says where `package` would refuse what it has written, in both languages. */
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { count as many } from "../diagnostics/wording/en/phrases.ts";
import { visible } from "../diagnostics/wording/wording.ts";
import type { Foreseen } from "../deliver/foresee.ts";
import type { Language } from "../model/map.ts";

type Kind = "file-too-large" | "type-not-allowed" | "name-not-ascii";

interface Words {
  readonly kinds: Readonly<Record<Kind, (count: number, names: string) => string>>;
  readonly list: string;
  readonly more: string;
  readonly note: (kinds: readonly string[], maxMb: number | null) => string;
}

const chinese: Words = {
  kinds: {
    "file-too-large": (count, names) => `超过大小上限的 ${String(count)} 个（${names}）`,
    "type-not-allowed": (count, names) => `类型不收的 ${String(count)} 个（${names}）`,
    "name-not-ascii": (count, names) => `文件名不收的 ${String(count)} 个（${names}）`,
  },
  list: "、",
  more: " 等",
  note: (kinds, maxMb) =>
    `注意：照 evipack.yaml 的 package，这一包还打不成交付包：${kinds.join("，")}。${maxMb === null ? "" : `汇编在 appendix 里写 max_mb: ${String(maxMb)}，就会分册。`}逐个怎么办，evipack package 会说。`,
};

const english: Words = {
  kinds: {
    "file-too-large": (count, names) => `${many(count, "file")} larger than allowed (${names})`,
    "type-not-allowed": (count, names) => `${many(count, "file")} of a type that is not taken (${names})`,
    "name-not-ascii": (count, names) => `${many(count, "file")} with a name that is not taken (${names})`,
  },
  list: ", ",
  more: " …",
  note: (kinds, maxMb) =>
    `Note: after package in evipack.yaml no delivery can be made of this pack yet: ${kinds.join("; ")}. ${maxMb === null ? "" : `With max_mb: ${String(maxMb)} under appendix the appendix is divided into volumes. `}evipack package tells what to do about each.`,
};

const words: Readonly<Record<Language, Words>> = { "zh-CN": chinese, en: english };

/** Enough to see what it is about. */
const shown = 3;

/** The line; null when nothing stands in the way of a delivery. */
export function foreseenNote({ found, maxMb }: Foreseen, language: Language): string | null {
  const { kinds, list, more, note } = words[language];
  const told = (Object.keys(kinds) as Kind[]).flatMap((kind) => {
    const files = found.filter(({ code }) => code === kind);
    const names = [...new Set(files.map(nameOf))];
    const named = `${names.slice(0, shown).join(list)}${names.length > shown ? more : ""}`;
    return files.length === 0 ? [] : [kinds[kind](files.length, named)];
  });
  return told.length === 0 ? null : note(told, maxMb);
}

/** The file with its size where that is the problem; of the offline page the folder. */
function nameOf(problem: Diagnostic): string {
  const name = visible(problem.at.file.replace(/^site\/.*$/u, "site/"));
  return problem.code === "file-too-large" ? `${name} ${String(problem.facts.megabytes)} MB` : name;
}
