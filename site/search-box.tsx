/** The field in the head of the page. The key / leads to it, Escape out of it. */
import type { RefObject } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { words } from "./pack.ts";
import { routeTo } from "./route.ts";
import { prepare } from "./views/results.tsx";

/** Milliseconds without a key before what was typed is looked for. */
const pause = 150;

/** The key / leads to the field, unless one is typing elsewhere. */
function useSlash(field: RefObject<HTMLInputElement>): void {
  useEffect(() => {
    const lead = (event: KeyboardEvent): void => {
      const isTyping = event.target instanceof Element && event.target.closest("input, select, textarea") !== null;
      if (event.key !== "/" || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      field.current?.focus();
      field.current?.select();
    };
    addEventListener("keydown", lead);
    return () => {
      removeEventListener("keydown", lead);
    };
  }, [field]);
}

export function SearchBox({ query }: { readonly query: string }) {
  const field = useRef<HTMLInputElement>(null);
  const timer = useRef(0);
  const [typed, setTyped] = useState(query);
  useEffect(() => {
    if (document.activeElement !== field.current) setTyped(query);
  }, [query]);
  useSlash(field);
  const go = (text: string): void => {
    clearTimeout(timer.current);
    const address = routeTo("search", "", { q: text.trim() });
    if (location.hash.startsWith("#/search")) location.replace(address);
    else location.hash = address;
  };
  const soon = (text: string): void => {
    setTyped(text);
    clearTimeout(timer.current);
    timer.current = setTimeout(go, pause, text);
  };
  return (
    <form
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        go(typed);
      }}
    >
      <input
        ref={field}
        type="search"
        value={typed}
        placeholder={words.search_hint}
        aria-label={words.search_hint}
        autocomplete="off"
        spellcheck={false}
        onFocus={prepare}
        onInput={(event) => {
          // A word that is still being put together (pinyin) is not looked for.
          if (event.isComposing) setTyped(event.currentTarget.value);
          else soon(event.currentTarget.value);
        }}
        onCompositionEnd={(event) => {
          soon(event.currentTarget.value);
        }}
        onKeyDown={(event) => {
          if (event.key === "Escape") event.currentTarget.blur();
        }}
      />
    </form>
  );
}
