/** Light or dark, as the system says or as the reader chose. */
import { useEffect, useState } from "preact/hooks";
import { words } from "./pack.ts";

const themes = ["auto", "light", "dark"] as const;

type Theme = (typeof themes)[number];

/** A browser may keep nothing for a page from a disk; then the choice lasts as long as the page. */
function kept(): Theme {
  try {
    return themes.find((each) => each === localStorage.getItem("evipack-theme")) ?? "auto";
  } catch {
    return "auto";
  }
}

function keep(theme: Theme): void {
  try {
    localStorage.setItem("evipack-theme", theme);
  } catch {
    // Not kept, then.
  }
}

export function ThemeButton() {
  const [theme, setTheme] = useState(kept);
  useEffect(() => {
    if (theme === "auto") delete document.documentElement.dataset["theme"];
    else document.documentElement.dataset["theme"] = theme;
  }, [theme]);
  const change = (): void => {
    const next = themes[(themes.indexOf(theme) + 1) % themes.length] ?? "auto";
    keep(next);
    setTheme(next);
  };
  return (
    <button type="button" aria-label={`${words.theme.label} ${words.theme[theme]}`} onClick={change}>
      {words.theme[theme]}
    </button>
  );
}
