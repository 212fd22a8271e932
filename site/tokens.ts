/** How Chinese and English are cut into words that can be found again. */

/** Lower case, full-width letters and digits as plain ones; as long as the text itself, so that places stay. */
export function fold(text: string): string {
  const plain = text.replace(/[\uFF01-\uFF5E]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
  const lower = plain.toLowerCase();
  return lower.length === plain.length ? lower : plain;
}

/** Codes such as 2-1-1-01; runs of Han; words of any other script. */
const words = /\d+(?:[-.]\d+)+|\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+/gu;
const han = /^\p{Script=Han}/u;

function pieces(text: string, ofRun: (signs: readonly string[]) => readonly string[]): string[] {
  return (fold(text).match(words) ?? []).flatMap((word) => (han.test(word) ? ofRun([...word]) : [word]));
}

const pairs = (signs: readonly string[]): string[] =>
  signs.slice(1).map((sign, index) => `${signs[index] ?? ""}${sign}`);

/** Of a run of Han every two neighbours, and its last sign, so that each sign begins a token. */
export const tokensOf = (text: string): string[] => pieces(text, (signs) => [...pairs(signs), ...signs.slice(-1)]);

/** Of what is looked for: of a run of Han its pairs only, or the one sign that it is. */
export const tokensAsked = (text: string): string[] =>
  pieces(text, (signs) => (signs.length === 1 ? signs : pairs(signs)));

/** Is it a word of letters, in which a slip of the pen may be forgiven? */
export const isLatin = (token: string): boolean => /^\p{Script=Latin}{5,}$/u.test(token);
