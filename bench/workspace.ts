/** Workspaces for the benches: a map of so many indicators, and folders of departments that wait for their files. */
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

/** A folder that `make` fills; made once and kept, since making takes longer than what is measured. */
export async function madeOnce(folder: string, make: (making: string) => Promise<void>): Promise<string> {
  if (existsSync(folder)) return folder;
  const making = `${folder}.making`;
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making, { recursive: true });
  await make(making);
  renameSync(making, folder);
  return folder;
}

interface Size {
  readonly indicators: number;
  readonly departments: number;
}

/** Writes evipack.yaml, with some lines of settings besides. */
export function writeSettings(root: string, departments: number, settings: readonly string[]): void {
  writeFileSync(path.join(root, "evipack.yaml"), workspaceYaml(officesOf(departments), settings));
}

const officesOf = (departments: number): readonly string[] =>
  Array.from({ length: departments }, (_, index) => `样例部门${String(index + 1)}`);

/** Writes map, settings and empty folders; gives the names of the departments. */
export function writeWorkspace(root: string, { indicators, departments }: Size): readonly string[] {
  const offices = officesOf(departments);
  writeSettings(root, departments, []);
  writeFileSync(path.join(root, "indicators.yaml"), mapYaml(indicators, departments));
  for (const office of offices) mkdirSync(path.join(root, "evidence", office), { recursive: true });
  return offices;
}

/** Ten leaves to a group, ten groups to a section. */
export const codeOf = (leaf: number): string =>
  [Math.floor(leaf / 100) + 1, (Math.floor(leaf / 10) % 10) + 1, (leaf % 10) + 1].join("-");

const workspaceYaml = (offices: readonly string[], settings: readonly string[]): string =>
  [
    "title: 样例区自评报告",
    "applicant: 样例区人民政府",
    "map: indicators.yaml",
    "as_of: 2019-12-31",
    ...settings,
    "departments:",
    ...offices.map((name, index) => `  d${String(index)}: { name: ${name} }`),
    "",
  ].join("\n");

function mapYaml(indicators: number, departments: number): string {
  const lines = ["id: district", "title: 样例指标体系", "status: sample", "language: zh-CN"];
  lines.push("window: { from: 2017-01-01, to: 2019-12-31 }", "sections:");
  for (let leaf = 0; leaf < indicators; leaf += 1) {
    const [section, group] = codeOf(leaf).split("-");
    if (leaf % 100 === 0)
      lines.push(`  - code: "${section ?? ""}"`, `    title: 部分${section ?? ""}`, "    indicators:");
    if (leaf % 10 === 0) {
      lines.push(
        `      - code: ${section ?? ""}-${group ?? ""}`,
        `        title: 分组${group ?? ""}`,
        "        indicators:",
      );
    }
    const lead = `d${String(leaf % departments)}`;
    lines.push(
      `          - code: ${codeOf(leaf)}`,
      `            title: 样例指标${String(leaf)}`,
      `            lead: ${lead}`,
      "            scoring: { type: points, max: 5 }",
      "            requires:",
      "              - { key: material, title: 样例材料, kind: object, accepts: [pdf, image, word, sheet], min: 3 }",
    );
  }
  return `${lines.join("\n")}\n`;
}
