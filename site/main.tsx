/** Shows the page. Everything that it knows stands in data.js beside it. */
import { render } from "preact";
import { App } from "./app.tsx";
import { data } from "./pack.ts";

const home = document.querySelector("#app");
document.documentElement.lang = data.language;
if (home !== null) render(<App />, home);
