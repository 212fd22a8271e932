/** What pdfium remembers, and how it is made to forget. */

/** The memory of a running module; another object stands for it once it has grown. */
interface Remembering {
  readonly HEAPU8: Uint8Array;
}

/** Memory of WebAssembly comes in pieces of this size, zeros at first. */
const piece = Buffer.alloc(65_536);

/**
 * Keeps what pdfium knows at the moment, and gives a function by which it knows that again and no more.
 *
 * It shares its stand-in fonts among all files, and the last text that it set in one of them leaves it as wide and as
 * bold as that text was. Where a PDF names a font, does not hold it and does not tell how wide its letters are, pdfium
 * measures the stand-in as it finds it: so one page is drawn in one way or another, by what was drawn before it. All
 * that it knows is in its memory, and to set that back takes about a millisecond.
 */
export function keep(api: Remembering): () => void {
  let end = api.HEAPU8.length;
  while (end > 0 && piece.equals(api.HEAPU8.subarray(end - piece.length, end))) end -= piece.length;
  const kept = api.HEAPU8.slice(0, end);
  return () => {
    api.HEAPU8.set(kept);
    api.HEAPU8.fill(0, end);
  };
}
