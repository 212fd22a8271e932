/** A page of a file beside a document, as PDF readers understand it (ISO 32000-2, annex O). */
export const pageAddress = ({ file, page }: { readonly file: string; readonly page: number }): string =>
  `${file.split("/").map(encodeURIComponent).join("/")}#page=${String(page)}`;
