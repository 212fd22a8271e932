/** Where an original lies, seen from the pack. */
import { uriOf } from "../diagnostics/print/sarif.ts";
import type { Evidence } from "../model/evidence.ts";
import { safeAddress } from "./site/blocks.ts";

/**
 * A page of the web that a register names, or the file in the workspace; `up` is the way from the file that links to
 * there, as `../`. Null when it cannot be reached: the pack lies elsewhere, or the address is none of the web.
 */
export const originalAddress = ({ url, path }: Evidence, up: string | null): string | null =>
  url !== undefined ? safeAddress(url) : up === null ? null : `${up}${uriOf(path)}`;
