/** The nightly jobs that `init --ci` writes: read as the hosts read them, and their commands run in a shell. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { run } from "../cases/run.ts";
import { build } from "../cases/workspace.ts";
import { program } from "../support/child.ts";
import { filesBelow, tempFolder } from "../support/folders.ts";
import { missingTools, needs } from "../support/tools.ts";

interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly if?: string;
  readonly with?: Readonly<Record<string, string>>;
}

interface GithubJob {
  readonly env: Readonly<Record<string, string>>;
  readonly jobs: { readonly draft: { readonly steps: readonly Step[] } };
}

interface GitlabJob {
  readonly evipack: {
    readonly variables: Readonly<Record<string, string>>;
    readonly before_script: readonly string[];
    readonly script: readonly string[];
    readonly cache: { readonly paths: readonly string[] };
    readonly artifacts: { readonly paths: readonly string[] };
  };
}

/** Bash as both hosts start it; what is installed there is this checkout here, and a draft has a number. */
function shell(script: string, cwd: string, env: Readonly<Record<string, string>>) {
  const own = { EVIPACK: `${process.execPath} ${program}`, EVIPACK_CONVERTER: "none" };
  const ran = spawnSync("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", script], {
    cwd,
    encoding: "utf8",
    env: { PATH: process.env["PATH"], ...env, ...own },
  });
  return { code: ran.status, said: `${ran.stdout}${ran.stderr}` };
}

/** What a host does in one night: the exit code of the first step that fails, as the job's. */
type Night = (repository: string, number: number) => { readonly code: number; readonly said: string };

const github: Night = (repository, number) => {
  const { env, jobs } = parse(
    readFileSync(path.join(repository, ".github/workflows/evipack.yml"), "utf8"),
  ) as GithubJob;
  const known: Readonly<Record<string, string>> = { "github.run_number": String(number) };
  const filled = Object.entries(env).map(([name, value]) => [
    name,
    value.replaceAll(/\$\{\{ (\S+) \}\}/gu, (_, key: string) => known[key] ?? key),
  ]);
  const summary = path.join(repository, "..", "summary.md");
  const given = { ...(Object.fromEntries(filled) as Record<string, string>), GITHUB_STEP_SUMMARY: summary };
  const told = { code: 0, said: "" };
  for (const step of jobs.draft.steps) {
    if (step.run === undefined || step.name === "Install") continue;
    // Without a condition, a step comes only when all before it went well.
    if (step.if === undefined && told.code !== 0) continue;
    const { code, said } = shell(step.run, repository, given);
    told.said += said;
    told.code ||= code ?? 70;
  }
  return told;
};

const gitlab: Night = (repository, number) => {
  const { evipack } = parse(readFileSync(path.join(repository, ".gitlab-ci.yml"), "utf8")) as GitlabJob;
  const filled = Object.entries(evipack.variables).map(([name, value]) => [
    name,
    value.replaceAll("$CI_PIPELINE_IID", String(number)),
  ]);
  const { code, said } = shell(
    evipack.script.join("\n"),
    repository,
    Object.fromEntries(filled) as Record<string, string>,
  );
  return { code: code ?? 70, said };
};

const tools = missingTools("bash");

describe.skipIf(tools.length > 0).each([
  ["github", github],
  ["gitlab", gitlab],
] as const)(`the nightly job of %s${needs(tools)}`, (host, night) => {
  const repository = path.join(tempFolder(), "repository");
  const root = path.join(repository, "创建 材料");
  const report = (name: string): string => readFileSync(path.join(repository, "reports", name), "utf8");
  const roster = path.join(root, "evidence/教育局/2-2 人员名册2019.txt");
  const nights: ReturnType<Night>[] = [];
  const reminders: string[] = [];

  beforeAll(async () => {
    mkdirSync(path.join(repository, ".git"), { recursive: true });
    build(root, { name: host, about: "", files: { "evidence/教育局/2-2 人员名册2019.txt": null } });
    const ran = await run(["init", "创建 材料", "--ci", host], repository);
    if (ran.exitCode !== 0) throw new Error(ran.err);
    nights.push(night(repository, 1));
    reminders.push(...filesBelow(path.join(repository, "chase")));
    rmSync(path.join(repository, "reports"), { recursive: true });
    writeFileSync(roster, "样例 名册\n");
    writeFileSync(path.join(root, "evidence/教育局/1-1-2 会议纪要2019-05-12.pdf"), "");
    nights.push(night(repository, 2));
  });

  it("goes well with gaps, and fails with what cannot be read", () => {
    expect(nights.map(({ code }) => code)).toEqual([0, 3]);
  });

  it("writes every report, the draft and the reminders, also when it fails", () => {
    expect(report("check.junit.xml")).toContain("<testsuites");
    expect(JSON.parse(report("check.sarif"))).toMatchObject({ version: "2.1.0" });
    expect(JSON.parse(report("check.json"))).toMatchObject({ schema: "evipack/check@1", verdict: { exitCode: 3 } });
    expect(report("check.md")).toContain("1-1-2");
    expect(filesBelow(path.join(repository, "reports"))).toHaveLength(5);
    const manifest = JSON.parse(readFileSync(path.join(repository, "draft", "manifest.json"), "utf8")) as unknown;
    expect(manifest).toMatchObject({ draft: true, exitCode: 3 });
    expect(reminders.some((name) => name.endsWith(".docx"))).toBe(true);
  });

  it("tells the host where the faults are", () => {
    const summary = path.join(repository, "..", "summary.md");
    const said = host === "github" ? readFileSync(summary, "utf8") : (nights[0]?.said ?? "");
    expect(said).toContain("人员名册");
    expect(/^::error /mu.test(nights[0]?.said ?? "")).toBe(host === "github");
  });

  it("keeps the history, and the second draft tells what changed since the first", () => {
    const history = readFileSync(path.join(root, "evipack.history.yaml"), "utf8");
    expect(history.match(/draft: \d/gu)).toEqual(["draft: 1", "draft: 2"]);
    expect(existsSync(path.join(repository, "draft", "site", "pictures", "trend.svg"))).toBe(true);
  });

  it("restores and keeps what the next night needs", () => {
    const text = readFileSync(
      path.join(repository, host === "github" ? ".github/workflows/evipack.yml" : ".gitlab-ci.yml"),
      "utf8",
    );
    const kept =
      host === "github"
        ? (parse(text) as GithubJob).jobs.draft.steps
            .filter(({ uses = "" }) => uses.startsWith("actions/cache/"))
            .map((step) => step.with?.["path"] ?? "")
        : [(parse(text) as GitlabJob).evipack.cache.paths.join("\n")];
    expect(new Set(kept).size).toBe(1);
    for (const part of ["cache", "evipack.history.yaml", "draft"]) expect(kept[0]).toContain(part);
  });
});

describe("init --ci", () => {
  const folder = tempFolder();

  it("makes workspace and job at once, and overwrites nothing", async () => {
    const made = await run(["init", "new", "--map", "unesco-key-features", "--ci", "github"], folder);
    expect(made).toMatchObject({ exitCode: 0, err: "" });
    const job = readFileSync(path.join(folder, "new", ".github/workflows/evipack.yml"), "utf8");
    expect(job).toContain('WORKSPACE: "."');
    const again = await run(["init", "new", "--ci", "github", "--lang", "en"], folder);
    expect([again.exitCode, again.out]).toEqual([2, ""]);
    expect(again.err).toContain("not-empty");
    expect(readFileSync(path.join(folder, "new", ".github/workflows/evipack.yml"), "utf8")).toBe(job);
  });

  it("leaves a .gitlab-ci.yml as it is and says what to add", async () => {
    const own = "build: { script: [make] }\n";
    writeFileSync(path.join(folder, "new", ".gitlab-ci.yml"), own);
    const { exitCode, out } = await run(["init", "new", "--ci", "gitlab", "--lang", "en"], folder);
    expect(exitCode).toBe(0);
    expect(out).toContain("include: { local: .gitlab/evipack.yml }");
    expect(readFileSync(path.join(folder, "new", ".gitlab-ci.yml"), "utf8")).toBe(own);
    expect(existsSync(path.join(folder, "new", ".gitlab/evipack.yml"))).toBe(true);
  });

  it.each([
    [["init", "nowhere", "--ci", "github"], "no-workspace"],
    [["init", "new", "--ci", "gitea"], "gitea"],
    [["init", "new"], "--map"],
  ])("%j ends with 2", async (argv, said) => {
    const ran = await run(argv, folder);
    expect([ran.exitCode, ran.out]).toEqual([2, ""]);
    expect(ran.err).toContain(said);
  });
});
