/** How wide a text is before it is set in any font. */

const wide = /[\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFF60\u{20000}-\u{3FFFF}]/u;

/** Width in em, roughly: wide characters one, others a half. */
export const roughWidth = (text: string): number =>
  [...text].reduce((sum, char) => sum + (wide.test(char) ? 1 : 0.52), 0);
