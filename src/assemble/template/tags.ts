/** The tags of ours in a template of the report: what is more than a line of Markdown. */
import { Misuse } from "../../engines/liquid.ts";
import type { OwnTag, TagCall } from "../../engines/liquid.ts";
import type { Block, Heading } from "../../model/document.ts";
import { leavesOf } from "../../model/map.ts";
import { narrativeOf } from "../assembling.ts";
import type { Assembling } from "../assembling.ts";
import type { Slots } from "./slots.ts";
import { tableOf } from "./table.ts";
import { wordsOf } from "./values.ts";

/** What a template says beside its text. */
export interface Opening {
  cover: boolean;
  contentsTitle: string;
  front: Block[];
}

interface Tagging {
  readonly from: Assembling;
  readonly slots: Slots;
  readonly opening: Opening;
  /** Blocks of a part; null when there is none of that name. */
  readonly part: (name: string) => readonly Block[] | null;
  readonly partNames: readonly string[];
}

export function reportTags({ from, slots, opening, part, partNames }: Tagging): Readonly<Record<string, OwnTag>> {
  const said = (value: unknown): string => slots.words(wordsOf(value));
  const tag = (names: readonly string[], blocks: (call: TagCall) => readonly Block[]): OwnTag => ({
    names,
    encloses: false,
    run: (call) => slots.blocks(blocks(call)),
  });
  const around = (names: readonly string[], blocks: (body: string, call: TagCall) => readonly Block[]): OwnTag => ({
    names,
    encloses: true,
    run: (call, body) => slots.blocks(blocks(body, call)),
  });
  return {
    cover: tag([], () => {
      opening.cover = true;
      return [];
    }),
    contents: tag([], ({ value }) => {
      opening.contentsTitle = said(value);
      return [];
    }),
    front: around([], (body) => {
      opening.front.push(...slots.read(body).map(uncounted));
      return [];
    }),
    title: around([], (body) => [{ type: "title", text: slots.words(body.trim()) }]),
    heading: tag(["level"], ({ value, named }) => [headingOf(value, named["level"])]),
    narrative: tag([], ({ value }) => narrative(said(value), from)),
    part: tag([], ({ value }) => {
      const name = said(value);
      const blocks = part(name);
      if (blocks === null) throw new Misuse("part", { name, known: partNames });
      return blocks;
    }),
    table: around(["widths", "sideways"], (body, { named }) => [
      tableOf(body, named["widths"], named["sideways"], slots),
    ]),
    attachment: tag(["mark", "title"], ({ named }) => [
      { type: "attachment", mark: said(named["mark"]), title: said(named["title"]), anchor: "" },
    ]),
    attachment_note: tag(["label", "names"], ({ named: { label, names } }) => [
      { type: "attachment-note", label: said(label), names: Array.isArray(names) ? names.map(said) : [said(names)] },
    ]),
    signature: tag(["issuer", "date"], ({ named: { issuer, date } }) => [
      { type: "signature", issuer: said(issuer), date: said(date) },
    ]),
    page_break: tag([], () => [{ type: "page-break" }]),
  };
}

/** A heading before the contents is a title: neither counted nor listed there. */
const uncounted = (block: Block): Block => (block.type === "heading" ? { type: "title", text: block.text } : block);

function narrative(about: string, from: Assembling): readonly Block[] {
  const known = ["overview", "problems", ...leavesOf(from.workspace.map).map(({ indicator }) => indicator.code)];
  if (!known.includes(about)) throw new Misuse("narrative", { name: about, known });
  return narrativeOf(from, about);
}

/** The heading of a section (level 1), a group or a leaf: sections and groups of level 2 are counted, leaves have codes. */
function headingOf(value: unknown, asked: unknown): Heading {
  const { code, title, level, leaf } = isNode(value) ? value : wrong();
  const own = asked === undefined ? level : asked;
  if (own !== 1 && own !== 2 && own !== 3 && own !== 4) return wrong();
  return {
    type: "heading",
    level: own,
    code: level === 1 ? "" : code,
    numbers: !leaf && level <= 2 ? [] : null,
    text: title,
    anchor: `${level === 1 ? "section" : "indicator"}-${code}`,
  };
}

function wrong(): never {
  throw new Misuse("value", { name: "heading" });
}

interface Node {
  readonly code: string;
  readonly title: string;
  readonly level: number;
  readonly leaf: boolean;
}

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && "code" in value && "level" in value && "leaf" in value;
