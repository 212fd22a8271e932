/** Hints (提示): what stands in a text until somebody writes it, as `init` leaves it. */

const open = "（(【\\[〔";
const close = "）)】\\]〕";

/** A remark in brackets which says that something is still to come. */
const toCome = new RegExp(`[${open}].*(?:待写|待填|待补充|待完善|to be (?:written|filled in)).*[${close}]`, "iu");

export const isHint = (line: string): boolean => toCome.test(line);

/** Nothing but a remark in brackets: a name stands in none. */
export const isInBrackets = (value: string): boolean =>
  new RegExp(`^[${open}][^${open}${close}]*[${close}]$`, "u").test(value.trim());
