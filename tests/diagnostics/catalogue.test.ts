/** Every message once, in both languages, on one page that is reviewed as prose: golden/catalogue.md. */
import path from "node:path";
import { describe, expect, it } from "vitest";
import type { Code, Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { printDiagnostics } from "../../src/diagnostics/print/human.ts";
import { allCodes, classOf, severityOf } from "../../src/diagnostics/severity.ts";
import { word } from "../../src/diagnostics/wording/wording.ts";
import type { Language } from "../../src/model/map.ts";
import { expectText } from "../cases/golden.ts";
import { samples } from "./samples.ts";

function diagnosticsOf(each: Code): Diagnostic[] {
  return samples[each].map(([at, its]) => diagnostic(each, at, its));
}

/** As it is printed; below it what a department is asked, where that is something else. */
function plain(each: Diagnostic, language: Language): string {
  const { next, ask } = word(each, language);
  const own = ask === next ? [] : [`  ⇒ ${ask}`];
  return [printDiagnostics([each], { language, color: false }), ...own].join("\n");
}

function section(each: Code): string {
  const messages = diagnosticsOf(each).map((one) => `${plain(one, "zh-CN")}\n${plain(one, "en")}`);
  return `## ${each}\n\n${severityOf(each)}, ${classOf(each)}\n\n\`\`\`text\n${messages.join("\n\n")}\n\`\`\`\n`;
}

describe("the catalogue of messages", () => {
  it("has a sample of every code", () => {
    expect(Object.keys(samples).toSorted()).toEqual(allCodes.toSorted());
    expect(allCodes.filter((each) => samples[each].length === 0)).toEqual([]);
  });

  it("reads as prose", () => {
    const head =
      "# Every message, in Chinese and in English\n\nMade by `tests/diagnostics/catalogue.test.ts`; review it as prose. Behind ⇒: what a department is asked instead.\n";
    const page = [head, ...allCodes.map(section)].join("\n");
    expect(page).toContain("## missing-evidence");
    expectText(path.join(import.meta.dirname, "golden", "catalogue.md"), page);
  });

  const all = allCodes.flatMap(diagnosticsOf);

  it("says what is wrong and what to do next, without blame, without a hole", () => {
    for (const each of all) {
      for (const language of ["zh-CN", "en"] as const) {
        const said = word(each, language);
        // What a template or a pattern must say stands in braces of its own.
        const own = /^(?:number-pattern|numbers-changed|too-many-exhibits)$/u.test(each.code)
          ? /\{[a-z_]+\}/gu
          : /\{%.*?%\}/gu;
        const remedies = said.ask === said.next ? said.next : `${said.next} ${said.ask}`;
        const [what, next] = [said.what, remedies].map((text) => text.replaceAll(own, "…")) as [string, string];
        expect([each.code, what, next]).not.toContain("");
        expect(`${what} ${next}`).not.toMatch(/undefined|null|NaN|\[object|\{|\}|“”|""/u);
        expect(`${what} ${next}`).not.toMatch(/ {2}|。。|，。|、。/u);
        expect(`${what} ${next}`).not.toMatch(/\bplease\b|请|错误地|invalid|illegal|非法/iu);
        expect(what).not.toMatch(/[。.]$/u);
      }
    }
  });

  it("has no Chinese words of its own in English, and no English sentence in Chinese", () => {
    const bare = (message: string, its: unknown): string =>
      JSON.stringify(its)
        .split(/["[\]{},:]+/u)
        .filter((part) => part !== "")
        .toSorted((a, b) => b.length - a.length)
        .reduce((left, part) => left.replaceAll(part, ""), message);
    for (const each of all) {
      const english = word(each, "en");
      expect(bare(`${english.what} ${english.next} ${english.ask}`, each.facts)).not.toMatch(/\p{Script=Han}/u);
      const chinese = word(each, "zh-CN");
      expect(bare(`${chinese.what} ${chinese.next} ${chinese.ask}`, each.facts)).not.toMatch(
        /[a-z]+ [a-z]+ [a-z]+ [a-z]+/u,
      );
    }
  });
});
