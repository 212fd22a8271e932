/** A pack whose appendix has two volumes: what proves, delivers, compares and shows a pack knows which file a page is in. */
import { readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { runInNewContext } from "node:vm";
import { beforeAll, describe, expect, it } from "vitest";
import type { SiteBlock, SiteData } from "../../src/model/site.ts";
import { diffOutput, verifyOutput } from "../../src/schema/packs.ts";
import type { DiffOutput, VerifyOutput } from "../../src/schema/packs.ts";
import type { Manifest } from "../../src/schema/manifest.ts";
import { run } from "../cases/run.ts";
import { config } from "../cases/workspace.ts";
import { filesBelow, tempFolder } from "../support/folders.ts";
import { ReadPdf } from "../support/pdf-read.ts";
import type { ReadBookmark } from "../support/pdf-read.ts";
import { compileSmall, flip, printed, reseal } from "../support/small-pack.ts";
import type { SmallPack } from "../support/small-pack.ts";

const files = {
  ...printed,
  "narrative/1-1-1.md": "经费另见[@2-1-1-01 p1]。\n",
  "narrative/2-1-1.md": "经费到位[@2-1-1-01 p1]，规划见[@1-1-1-01 p1]。\n",
  // Printed in the second volume, named on a divider of the first.
  "evidence/财政局/register.yaml":
    "items:\n- title: 机构批文\n  indicators: [2-1-2, 1-1-1]\n  files: [2-1-2 机构批文（样编〔2012〕5号）.txt]\n",
};
const names = ["支撑材料汇编 第1册 基本条件.pdf", "支撑材料汇编 第2册 保障措施.pdf"] as const;

const folder = tempFolder();
const singleFolder = tempFolder();
let pack: SmallPack;
let single: SmallPack;
let manifest: Manifest;

/** Where an exhibit begins: its file, the page there, and the number printed on it. */
interface Place {
  readonly file: string;
  readonly page: number;
  readonly number: number;
}

const places = new Map<string, Place>();

beforeAll(async () => {
  const settings = "appendix: { volumes: section, numbering: global }\n";
  pack = await compileSmall(folder, { ...files, "evipack.yaml": `${config}${settings}` });
  single = await compileSmall(singleFolder, files);
  manifest = JSON.parse(readFileSync(path.join(pack.root, "pack/manifest.json"), "utf8")) as Manifest;
  for (const { exhibit, volume, pages } of manifest.evidence) {
    const output = manifest.outputs.find((each) => each.volume === volume && each.format === "pdf");
    if (exhibit === null || pages === null || output === undefined) continue;
    const [page] = pages;
    if (page >= (places.get(exhibit)?.page ?? Infinity)) continue;
    places.set(exhibit, { file: output.path, page, number: (output.numberedFrom ?? 0) + page - 1 });
  }
});

const placeOf = (exhibit: string): Place => {
  const place = places.get(exhibit);
  if (place === undefined) throw new Error(`no exhibit ${exhibit}`);
  return place;
};

async function verify(place: string): Promise<VerifyOutput> {
  const { out } = await run(["verify", place, "--format", "json"], folder);
  return verifyOutput.parse(JSON.parse(out));
}

const faults = async (place: string): Promise<string[]> =>
  (await verify(place)).diagnostics.map(({ code, file }) => `${code} ${file}`);

const open = (name: string): Promise<ReadPdf> => ReadPdf.open(path.join(pack.root, "pack", name));

describe("two volumes are verified", () => {
  it("and found sound, every page and first page in its own file", async () => {
    const { verdict, checked } = await verify(path.join(pack.root, "pack"));
    expect(verdict).toEqual({ exitCode: 0, sound: true, faults: 0 });
    const bound = manifest.outputs.filter((each) => names.some((name) => name === each.path));
    expect(bound.map(({ path: name, volume }) => [name, volume])).toEqual(
      names.map((name, index) => [name, index + 1]),
    );
    expect(bound[1]?.numberedFrom).toBe(1 + (bound[0]?.pages ?? 0));
    expect(checked.labels).toBe(bound.reduce((sum, { pages }) => sum + (pages ?? 0), 0));
    expect(checked.firstPages).toBe(10);
  });

  it.each(names.flatMap((name) => [0, 0.4, 1].map((place) => ({ name, place }))))(
    "a flipped bit is found in $name at $place",
    async ({ name, place }) => {
      const copy = pack.copy();
      flip(path.join(copy, name), place);
      expect(await faults(copy)).toContain(`file-changed ${name}`);
      rmSync(copy, { recursive: true });
    },
  );

  it("a volume that is gone leaves the links of the others, and of the report, without their page", async () => {
    const copy = pack.copy();
    rmSync(path.join(copy, names[1]));
    reseal(copy, (all) => ({ ...all, outputs: all.outputs.filter((each) => each.path !== names[1]) }));
    const found = await faults(copy);
    for (const name of [names[0], "自评报告.pdf", "自评报告.docx", "支撑材料目录.xlsx"])
      expect(found).toContain(`dead-link ${name}`);
  });
});

describe("links from file to file", () => {
  it("of indexes and dividers lead to the first page of the exhibit in the other volume", async () => {
    const goals = [...places.values()]
      .filter(({ file }) => file === names[1])
      .map(({ page }) => page)
      .toSorted((one, other) => one - other);
    // A row is several links, a cell each.
    const rows = (await open(names[0])).remoteLinks().filter((each, index, all) => each.page !== all[index - 1]?.page);
    // In the index of all volumes in their order, and then the reference on a divider.
    expect(rows.map(({ page }) => page)).toEqual([...goals, placeOf("2-1-2-01").page]);
    expect(new Set(rows.map(({ file }) => file))).toEqual(new Set([names[1]]));
  });

  it("of bookmarks lead to the other volume", async () => {
    const remote = (marks: readonly ReadBookmark[]): ReadBookmark[] =>
      marks.flatMap((each) => [...(each.file === undefined ? [] : [each]), ...remote(each.children)]);
    for (const [index, name] of names.entries()) {
      const [first] = remote((await open(name)).bookmarks());
      expect([first?.file, first?.page]).toEqual([names[1 - index], 1]);
    }
  });

  it("of citations in the report open the volume, and say 第n册第m页", async () => {
    const [budget, plan] = [placeOf("2-1-1-01"), placeOf("1-1-1-01")];
    const links = (await open("自评报告.pdf")).remoteLinks();
    for (const { file, page } of [budget, plan]) expect(links).toContainEqual({ file, page });
    for (const { file } of links) expect(names).toContain(file);
    const { out } = await run(["compile", "--outline"], pack.root);
    expect(out).toContain(`经费另见附件2-1-1-01，第2册第${String(budget.number)}页。`);
    expect(out).toContain(`规划见附件1-1-1-01，第1册第${String(plan.number)}页。`);
  });
});

describe("the offline page", () => {
  const site = (): SiteData => {
    const window: { evipack?: { data: SiteData } } = {};
    runInNewContext(readFileSync(path.join(pack.root, "pack/site/data.js"), "utf8"), { window, JSON });
    if (window.evipack === undefined) throw new Error("no data");
    return window.evipack.data;
  };

  it("has the address of each volume, and the volume and printed pages of each exhibit", () => {
    const { volumes, exhibits, pages } = site();
    expect(volumes.map(({ number, address }) => [number, decodeURIComponent(address)])).toEqual(
      names.map((name, index) => [index + 1, `../${name}`]),
    );
    expect(exhibits.map(({ id }) => id)).toEqual([...places.keys()].toSorted());
    for (const { id, volume, first } of exhibits) {
      const place = placeOf(id);
      const bound = volumes.find(({ number }) => number === volume);
      expect(decodeURIComponent(bound?.address ?? "")).toBe(`../${place.file}`);
      expect(first).toBe(place.number);
      expect(first - (bound?.numberedFrom ?? 0) + 1).toBe(place.page);
    }
    const bound = manifest.outputs.filter((each) => names.some((name) => name === each.path));
    expect(pages).toBe(bound.reduce((sum, each) => sum + (each.pages ?? 0), 0));
  });

  it("cites the printed page of the other volume", () => {
    const told = site().nodes.find(({ code }) => code === "1-1-1")?.narrative ?? [];
    const inlines = told.flatMap((block: SiteBlock) => (block.type === "paragraph" ? block.content : []));
    const { number } = placeOf("2-1-1-01");
    expect(inlines).toContainEqual({
      type: "exhibit",
      text: `附件2-1-1-01，第2册第${String(number)}页`,
      exhibit: "2-1-1-01",
      page: number,
    });
  });
});

describe("two volumes are delivered", () => {
  it("both in the bag, which is sound and lists them with their numbers", async () => {
    expect((await run(["package"], pack.root)).exitCode).toBe(0);
    const bag = path.join(pack.root, "delivery");
    for (const name of names) expect(filesBelow(bag)).toContain(`data/pack/${name}`);
    const readme = readFileSync(path.join(bag, "data/README.txt"), "utf8");
    for (const [index, name] of names.entries())
      expect(readme).toMatch(new RegExp(`${name}　支撑材料汇编（PDF，第 ${String(index + 1)} 册，\\d+ 页）`, "u"));
    expect((await verify(bag)).verdict.sound).toBe(true);
  });

  it("under names of ASCII alone where they are asked for", async () => {
    const settings = "appendix: { volumes: section }\npackage: { ascii_names: true }\n";
    const ascii = await compileSmall(tempFolder(), { ...files, "evipack.yaml": `${config}${settings}` });
    const found = filesBelow(path.join(ascii.root, "pack"));
    expect(found.filter((each) => !/^[ -~]+$/u.test(each))).toEqual([]);
    expect(found).toEqual(expect.arrayContaining(["evidence-appendix vol. 1.pdf", "evidence-appendix vol. 2.pdf"]));
    expect((await verify(path.join(ascii.root, "pack"))).verdict.sound).toBe(true);
    expect((await run(["package"], ascii.root)).exitCode).toBe(0);
  });
});

describe("two volumes are compared with one", () => {
  const now = ({ pages }: DiffOutput, exhibit: string): unknown => pages.find((each) => each.exhibit === exhibit)?.to;

  it("by volume and printed number, exhibits that go the same way in one row", async () => {
    const sides = [path.join(single.root, "pack"), path.join(pack.root, "pack")];
    const { out } = await run(["diff", ...sides, "--format", "json"], folder);
    const said = diffOutput.parse(JSON.parse(out));
    expect([said.from.volumes, said.to.volumes]).toEqual([1, 2]);
    expect(Object.values(said.exhibits).flat()).toEqual([]);
    const { number } = placeOf("2-1-1-01");
    expect(now(said, "2-1-1-01")).toEqual({ volume: 2, pages: [number, number] });
    const text = (await run(["diff", ...sides], folder)).out;
    expect(text).toMatch(new RegExp(`2-1-1-01 至 2-2-01 +\\d+ +第1册 \\d+–\\d+ +第2册 ${String(number)}–`, "u"));
  });
});
