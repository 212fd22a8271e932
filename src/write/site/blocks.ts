/** Narratives as data of the offline page: exhibits as ways to their pages, pictures as files beside it. */
import type { Block, Inline, Picture } from "../../model/document.ts";
import { placeOfPage, printedNumber } from "../../model/plan.ts";
import type { PagePlan } from "../../model/plan.ts";
import type { SiteBlock, SiteInline } from "../../model/site.ts";
import { plainInline } from "../resolve.ts";
import type { References } from "../resolve.ts";

export interface BlockContext {
  readonly plan: PagePlan;
  readonly refs: References;
  /** Address of a picture, from the page. */
  readonly addressOf: (picture: Picture) => string;
}

/** The blocks of a narrative; page breaks, and what only a whole report has, are left out. */
export function siteBlocks(blocks: readonly Block[], context: BlockContext): SiteBlock[] {
  return blocks.flatMap((block): SiteBlock[] => {
    switch (block.type) {
      case "heading":
      case "title":
        return [{ type: "heading", text: block.text }];
      case "paragraph":
      case "quote":
        return [{ type: block.type, content: siteInlines(block.content, context) }];
      case "labelled":
        return [{ type: "labelled", label: block.label, content: siteInlines(block.content, context) }];
      case "verbatim":
        return [{ type: "verbatim", text: block.text }];
      case "list": {
        const items = block.items.map((item) => siteBlocks(item, context));
        return [{ type: "list", ordered: block.ordered, start: block.start ?? 1, items }];
      }
      case "table": {
        const columns = block.columns.map(({ title, align }) => ({ title, align }));
        const rows = block.rows.map((row) => row.map((cell) => siteInlines(cell, context)));
        return [{ type: "table", caption: block.caption, columns, rows }];
      }
      case "figure": {
        const { caption, alt, picture } = block;
        return [{ type: "figure", caption, alt: alt.trim() || (caption ?? ""), picture: context.addressOf(picture) }];
      }
      case "attachment-note":
      case "attachment":
      case "signature":
      case "page-break":
        return [];
    }
  });
}

const siteInlines = (content: readonly Inline[], context: BlockContext): SiteInline[] =>
  content.map((inline) => siteInline(inline, context));

function siteInline(inline: Inline, context: BlockContext): SiteInline {
  const { plan, refs } = context;
  switch (inline.type) {
    case "text":
    case "strong":
    case "emphasis":
      return { type: inline.type, text: inline.text };
    case "link": {
      const url = safeAddress(inline.url);
      return url === null ? { type: "text", text: inline.text } : { type: "link", text: inline.text, url };
    }
    case "citation":
    case "exhibit":
    case "pages": {
      const page = inline.type === "citation" ? inline.page : 1;
      const place = inline.type === "exhibit" ? null : placeOfPage(plan, inline.exhibit, page);
      const text = plainInline(inline, refs);
      const known = plan.exhibits.has(inline.exhibit);
      if (!known) return { type: "text", text };
      const printed = place === null ? null : printedNumber(place.volume, place.page);
      return { type: "exhibit", text, exhibit: inline.exhibit, page: printed };
    }
    case "reference":
      return { type: "text", text: inline.text };
    case "note":
      return { type: "note", content: siteInlines(inline.content, context) };
    case "break":
      return { type: "break" };
  }
}

/** An address that a click may follow: of the web or of a mailbox, nothing that runs; null for any other. */
export function safeAddress(address: string): string | null {
  try {
    const url = new URL(address);
    return ["http:", "https:", "mailto:"].includes(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

/** All pictures of these blocks, of lists too, each once. */
export function picturesOf(blocks: readonly Block[]): Set<Picture> {
  return new Set(
    blocks.flatMap((block) => {
      if (block.type === "figure") return [block.picture];
      return block.type === "list" ? block.items.flatMap((item) => [...picturesOf(item)]) : [];
    }),
  );
}
