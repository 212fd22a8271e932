/** Spaces that were typed between Chinese and digits or letters. */

const typed = /(?<=\p{Script=Han}) (?=[0-9A-Za-z])|(?<=[^\s0-9A-Za-z.,%‰/-] ?[0-9A-Za-z.,%‰]+) (?=\p{Script=Han})/gu;

/**
 * The text without a space between a Chinese character and a digit or Latin letter (2018 年 → 2018年): the page has a gap
 * there of itself, and one of both kinds would be wider than others. What stands before a title keeps its space (1 基本条件,
 * 2-1-1 经费保障).
 */
export const closedUp = (text: string): string => text.replace(typed, "");
