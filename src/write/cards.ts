/** Placeholder pages (替代页) as data for their template: what a file is, why it is not printed, how to find the original. */
import { fill, printDate, printSize } from "../assemble/format.ts";
import { kindOf } from "../engines/formats.ts";
import { qrMatrix } from "../engines/qr.ts";
import type { About } from "../model/about.ts";
import type { Evidence } from "../model/evidence.ts";
import type { Exhibit, PlaceholderReason } from "../model/pack.ts";
import type { Words } from "../schema/words.ts";
import type { References } from "./resolve.ts";

/** One file that a page stands in for; an exhibit of several files may have several. */
export interface CardFacts {
  /** Names the page among the typeset sheets. */
  readonly id: string;
  readonly exhibit: Exhibit;
  readonly evidence: Evidence;
  readonly about: About;
  readonly reason: PlaceholderReason;
}

/** What `card-page` of `templates/appendix.typ` draws. */
export interface Card {
  readonly id: string;
  readonly mark: string;
  readonly title: string;
  readonly reason: string;
  readonly lines: readonly CardLine[];
  readonly qr: {
    /** Rows of modules, `1` for dark. */
    readonly rows: readonly string[];
    readonly caption: string;
    readonly target: string;
  } | null;
}

export interface CardLine {
  readonly label: string;
  /** Each begins a line of its own. */
  readonly texts: readonly string[];
  /** Address behind the first text; null for none. */
  readonly target: string | null;
}

/** Longer texts are cut, so that a card stays on its page and can be read. */
const longest = { name: 80, line: 160, url: 400, text: 120 };
const most = { people: 6, files: 8 };

/** A code with more modules a side could not be scanned from paper at this size. */
const finestQr = 89;

/** The placeholder page of one file. */
export function cardData(facts: CardFacts, words: Words, refs: References): Card {
  const { id, exhibit, evidence, about, reason } = facts;
  const { card_lines: labels, card, reasons } = words.appendix;
  const { indicator } = exhibit.leaf;
  // An address in a register has no file of its own.
  const isFile = evidence.url === undefined;
  const lines = [
    line(labels.exhibit, refs.exhibitText(exhibit.id)),
    line(labels.indicator, `${indicator.code} ${indicator.title}`),
    line(labels.department, exhibit.department),
    line(labels.date, exhibit.date),
    ...aboutLines(about, words),
    line(labels.kind, kindText(evidence, words)),
    line(labels.size, isFile ? printSize(evidence.bytes) : ""),
    line(labels.source, ...sourceTexts(facts)),
    line(labels.original, isFile ? fill(card.ask, { exhibit: refs.exhibitText(exhibit.id) }) : ""),
    line(labels.kept_at, exhibit.registered?.keptAt ?? ""),
    line(labels.sha256, evidence.sha256 ?? ""),
  ];
  return {
    id,
    mark: words.marks.placeholder,
    title: exhibit.title,
    reason: reasons[reason] ?? reason,
    lines: lines.filter(({ texts }) => texts.length > 0),
    qr: about.type === "link" && about.safe ? qrOf(about.url, words) : null,
  };
}

/**
 * What was handed in: the file below the folder of evidence, or the register and, on a line of its own, the cell in which
 * an address stands. It is no place: in a delivery originals lie under their numbers.
 */
function sourceTexts({ evidence: { path, url }, exhibit: { registered } }: CardFacts): readonly string[] {
  const register = registered?.at.file ?? "";
  return url !== undefined && path.startsWith(`${register}#`)
    ? [handedIn(register), path.slice(register.length + 1)]
    : [handedIn(path)];
}

/** `evidence/财政局/录像.mp4` → `财政局/录像.mp4`. */
const handedIn = (path: string): string => path.slice(path.indexOf("/") + 1);

const line = (label: string, ...texts: readonly string[]): CardLine => ({
  label,
  texts: texts.filter((text) => text !== ""),
  target: null,
});

/** 文字文档（DOCX）, whether or not it can be read; what the kind says already is not said twice: PDF 文件. */
export function kindText({ state }: Pick<Evidence, "state">, { appendix: { kinds, card } }: Words): string {
  const known = state.type === "ignored" ? "" : state.format;
  const kind = state.type === "readable" ? state.kind : (kindOf(known) ?? "unknown");
  const [name, format] = [kinds[kind] ?? kind, known.toUpperCase()];
  if (format === "" || name.includes(format)) return name;
  return kind === "unknown" ? fill(card.other_kind, { format }) : fill(card.kind, { kind: name, format });
}

function aboutLines(about: About, words: Words): readonly CardLine[] {
  switch (about.type) {
    case "media":
      return mediaLines(about, words);
    case "link":
      return linkLines(about, words);
    case "mail":
      return mailLines(about, words);
    case "archive": {
      const { card_lines: labels, card } = words.appendix;
      if (about.entries === null) return [];
      const names = about.names.map((name) => cut(name, longest.name));
      return [
        line(labels.files, fill(card.files, { n: about.entries })),
        line(labels.names, ...some(names, most.files, about.entries, card.more)),
      ];
    }
    case "plain":
      return [];
  }
}

function mediaLines(about: Extract<About, { type: "media" }>, words: Words): readonly CardLine[] {
  const { card_lines: labels, card } = words.appendix;
  const { seconds, width, height, codecs } = about;
  return [
    line(labels.duration, seconds === null ? "" : printDuration(seconds, words)),
    line(labels.picture, width === null || height === null ? "" : fill(card.picture, { width, height })),
    line(labels.codecs, codecs.join(words.format.list)),
  ];
}

/** 3723 → 1小时02分03秒, 1:02:03; less than a second counts as one. */
export function printDuration(seconds: number, { appendix: { card } }: Words): string {
  const whole = Math.max(1, Math.round(seconds));
  const [h, m, s] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (value: number): string => String(value).padStart(2, "0");
  const phrase = h > 0 ? card.hours : m > 0 ? card.minutes : card.seconds;
  return fill(phrase, { h, m, s, mm: two(m), ss: two(s) });
}

function linkLines(about: Extract<About, { type: "link" }>, words: Words): readonly CardLine[] {
  const { card_lines: labels, card } = words.appendix;
  const shown = cut(about.url, longest.url);
  if (about.url === "") return [line(labels.url, card.no_address)];
  if (!about.safe) return [line(labels.url, shown, card.unsafe)];
  return [{ label: labels.url, texts: [shown], target: about.url }];
}

function qrOf(url: string, { appendix: { card } }: Words): Card["qr"] {
  const matrix = qrMatrix(url);
  if (matrix === null || matrix.length > finestQr) return null;
  const rows = matrix.map((row) => row.map((dark) => (dark ? "1" : "0")).join(""));
  return { rows, caption: card.scan, target: url };
}

function mailLines(about: Extract<About, { type: "mail" }>, words: Words): readonly CardLine[] {
  const { card_lines: labels, card } = words.appendix;
  const { date } = about;
  const sent = date === null ? "" : fill(card.sent, { ...date, date: printDate(date.day, words) });
  const people = some(
    about.to.map((name) => cut(name, longest.name)),
    most.people,
    about.to.length,
    card.people,
  );
  const attachments = about.attachments.map(({ name, bytes }) => {
    const shown = name === "" ? card.unnamed : cut(name, longest.name);
    return bytes === null ? shown : fill(card.attachment, { name: shown, size: printSize(bytes) });
  });
  return [
    line(labels.from, cut(about.from, longest.line)),
    line(labels.to, ...people),
    line(labels.sent, sent),
    line(labels.subject, cut(about.subject, longest.line)),
    line(labels.attachments, ...some(attachments, most.files, about.attachments.length, card.more)),
    line(labels.text, cut(about.text, longest.text)),
  ];
}

/** The first of many, and how many there are when these are not all. */
const some = (all: readonly string[], limit: number, count: number, phrase: string): readonly string[] =>
  all.length <= limit && count <= all.length ? all : [...all.slice(0, limit), fill(phrase, { n: count })];

/** By characters, so that none is cut in two. */
function cut(text: string, limit: number): string {
  const all = [...text.replace(/\s+/gu, " ").trim()];
  return all.length <= limit ? all.join("") : `${all.slice(0, limit - 1).join("")}…`;
}
