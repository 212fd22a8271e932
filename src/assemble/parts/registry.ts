/** The parts of a report that data makes: a template places each by its name, `{% part "funds" %}`. */
import type { Block } from "../../model/document.ts";
import type { Assembling } from "../assembling.ts";

/** Gives the blocks of a part; none when there is nothing to say. */
export type Part = (from: Assembling) => readonly Block[];

export type Registry = Readonly<Record<string, Part>>;

/** Every part by the name under which templates know it. */
export const parts: Registry = {};
