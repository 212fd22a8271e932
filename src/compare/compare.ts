/** Two packs side by side: what came, what went, what was replaced, what moved, and what that did to the standing. */
import { compareNames, sortedByName } from "../model/order.ts";
import type { ComparedCheck, ComparedManifest, DiffOutput } from "../schema/packs.ts";

/** One of the two packs. */
export interface Side {
  /** As it was typed. */
  readonly name: string;
  readonly manifest: ComparedManifest;
  /** The check that lies in the pack; null when it was taken away, or cannot be read. */
  readonly check: ComparedCheck | null;
  /** What lies there cannot be read: it is damaged, or of another version. */
  readonly unreadable?: boolean;
}

export type PackDiff = Omit<DiffOutput, "schema">;
export type ExhibitFacts = DiffOutput["exhibits"]["added"][number];
export type Place = NonNullable<ExhibitFacts["place"]>;

/** Everything in which `b` differs from `a`; both stay as they are. */
export function comparePacks(a: Side, b: Side): PackDiff {
  const [before, after] = [exhibitsOf(a.manifest, namesIn(a, b)), exhibitsOf(b.manifest, namesIn(b, a))];
  const { pairs, added, removed } = paired(before, after);
  const joined = removed.flatMap((from) => holderOf(from, otherThan(before, after)).map((to) => ({ from, to })));
  const parted = added.flatMap((to) => holderOf(to, otherThan(after, before)).map((from) => ({ from, to })));
  const moved = pairs.filter(({ from, to }) => from.exhibit !== to.exhibit && from.key === to.key);
  const replaced = pairs.filter(({ from, to }) => from.key !== to.key);
  const described = pairs.filter(({ from, to }) => particularsOf(from, to).length > 0);
  const renumbered = pairs.filter(({ from, to }) => !isAlike(from.place, to.place));
  const heads = [headOf(a), headOf(b)] as const;
  const standing = a.check === null || b.check === null ? null : standingOf(a.check, b.check);
  const exhibits = {
    added: added.filter((each) => !parted.some(({ to }) => to === each)).map(factsOf),
    removed: removed.filter((each) => !joined.some(({ from }) => from === each)).map(factsOf),
    joined: joined.map(pairOf),
    parted: parted.map(pairOf),
    replaced: replaced.map(pairOf),
    moved: moved.map(pairOf),
    described: described.map(pairOf),
  };
  const lists = [
    ...Object.values(exhibits),
    renumbered,
    ...(standing === null
      ? []
      : [standing.sections, standing.departments, standing.requirements, standing.scores, standing.band ?? []]),
  ].map((each) => (Array.isArray(each) ? each.length : 1));
  const sameHead = (["asOf", "draft", "map", "sections"] as const).every((key) =>
    isAlike(heads[0][key], heads[1][key]),
  );
  return {
    from: heads[0],
    to: heads[1],
    same: sameHead && lists.every((count) => count === 0),
    exhibits,
    pages: renumbered.map(({ from, to }) => ({ exhibit: to.exhibit, title: to.title, from: from.place, to: to.place })),
    standing,
  };
}

const headOf = ({ name, manifest, check, unreadable = false }: Side): DiffOutput["from"] => ({
  name,
  asOf: manifest.asOf,
  draft: manifest.draft,
  ...(manifest.sections === undefined ? {} : { sections: manifest.sections }),
  map: manifest.map.sha256,
  volumes: new Set(manifest.evidence.flatMap(({ volume }) => volume ?? [])).size,
  check: check !== null ? "read" : unreadable ? "unreadable" : "missing",
});

interface Exhibit extends ExhibitFacts {
  /** Equal for equal bytes in the same order. */
  readonly key: string;
  /** SHA-256 of each file, as `sources` name them; null for what could not be read. */
  readonly sums: readonly (string | null)[];
}

/** Names of departments by their ids; none where the other pack tells no names either, so that like is held against like. */
const namesIn = ({ check }: Side, other: Side): ReadonlyMap<string | null, string | null> =>
  new Map(other.check === null ? [] : check?.departments.map(({ id, name }) => [id, name]));

function exhibitsOf(
  { evidence, outputs }: ComparedManifest,
  names: ReadonlyMap<string | null, string | null>,
): readonly Exhibit[] {
  const numberedFrom = new Map(outputs.map((each) => [each.volume, each.numberedFrom ?? 1]));
  const byNumber = new Map<string, ComparedManifest["evidence"][number][]>();
  for (const each of evidence) {
    if (each.exhibit === null) continue;
    const files = byNumber.get(each.exhibit);
    if (files === undefined) byNumber.set(each.exhibit, [each]);
    else files.push(each);
  }
  const exhibits = [...byNumber].map(([exhibit, entries]): Exhibit => {
    const files = entries.toSorted(
      (x, y) => (x.pages?.[0] ?? 0) - (y.pages?.[0] ?? 0) || compareNames(x.source, y.source),
    );
    const volume = files[0]?.volume ?? null;
    const before = volume === null ? 0 : (numberedFrom.get(volume) ?? 1) - 1;
    const pages = files.flatMap((each) => each.pages ?? []).map((page) => before + page);
    return {
      exhibit,
      title: files[0]?.title ?? "",
      docNumber: files[0]?.docNumber ?? null,
      formed: files[0]?.formed ?? null,
      department: names.get(files[0]?.department ?? null) ?? files[0]?.department ?? "",
      locator: files[0]?.locator,
      sources: files.map((each) => each.source),
      placeholders: files.flatMap(({ state }, index) => (state === "placeholder" ? [index + 1] : [])),
      place: pages.length === 0 ? null : { volume, pages: [Math.min(...pages), Math.max(...pages)] },
      // What could not be read is known by its place alone.
      sums: files.map((each) => each.sha256),
      key: files.map((each) => each.sha256 ?? `at ${each.source}`).join(" "),
    };
  });
  return sortedByName(exhibits, (each) => each.exhibit);
}

/** Exhibits that the first pack has not in this form: only these can have taken in files, or given some up. */
function otherThan(these: readonly Exhibit[], others: readonly Exhibit[]): readonly Exhibit[] {
  const keys = new Set(these.map(({ key }) => key));
  return others.filter(({ key }) => !keys.has(key));
}

/** The bundle among these that holds all files of an exhibit and more, by their paths or else by their bytes; none, or one. */
function holderOf({ sources, sums }: Exhibit, bundles: readonly Exhibit[]): readonly Exhibit[] {
  const larger = bundles.filter((bundle) => bundle.sources.length > sources.length);
  const byPath = larger.find((bundle) => sources.every((source) => bundle.sources.includes(source)));
  const has = (bundle: Exhibit, at: number): boolean =>
    bundle.sources.includes(sources[at] ?? "") || (sums[at] !== null && bundle.sums.includes(sums[at] ?? ""));
  const holder = byPath ?? larger.find((bundle) => sources.every((_, at) => has(bundle, at)));
  return holder === undefined ? [] : [holder];
}

interface Pair {
  readonly from: Exhibit;
  readonly to: Exhibit;
}

/**
 * Who is who: the same number with the same bytes; then the same bytes under another number; then the same number with
 * other bytes, unless its old bytes went elsewhere; then the same file under another number with other bytes.
 */
function paired(
  before: readonly Exhibit[],
  after: readonly Exhibit[],
): { readonly pairs: readonly Pair[]; readonly added: readonly Exhibit[]; readonly removed: readonly Exhibit[] } {
  const [left, right] = [new Set(before), new Set(after)];
  const pairs: Pair[] = [];
  const pair = (isOne: (from: Exhibit, to: Exhibit) => boolean, keys: (each: Exhibit) => readonly string[]): void => {
    const candidates = new Map<string, Exhibit[]>();
    for (const to of right) for (const key of keys(to)) candidates.set(key, [...(candidates.get(key) ?? []), to]);
    for (const from of left) {
      const to = keys(from)
        .flatMap((key) => candidates.get(key) ?? [])
        .find((each) => right.has(each) && isOne(from, each));
      if (to === undefined) continue;
      pairs.push({ from, to });
      left.delete(from);
      right.delete(to);
    }
  };
  pair(
    (from, to) => from.key === to.key,
    (each) => [each.exhibit],
  );
  pair(
    () => true,
    (each) => [each.key],
  );
  pair(
    () => true,
    (each) => [each.exhibit],
  );
  pair(
    () => true,
    (each) => each.sources,
  );
  return { pairs: sortedByName(pairs, ({ to }) => to.exhibit), added: [...right], removed: [...left] };
}

const factsOf = ({
  exhibit,
  title,
  docNumber,
  formed,
  department,
  locator,
  sources,
  placeholders,
  place,
}: Exhibit): ExhibitFacts => ({
  exhibit,
  title,
  docNumber,
  formed,
  department,
  locator,
  sources,
  placeholders,
  place,
});

const pairOf = ({ from, to }: Pair): DiffOutput["exhibits"]["replaced"][number] => ({
  from: factsOf(from),
  to: factsOf(to),
});

/** What a list says of an exhibit beside its number (著录), and which of its files are not bound in as they are. */
export type Particular = "title" | "docNumber" | "formed" | "department" | "locator" | "placeholders";

const particulars: readonly Particular[] = ["title", "docNumber", "formed", "department", "locator", "placeholders"];

/** The particulars that differ; what one of the manifests does not tell is not compared. */
export const particularsOf = (from: ExhibitFacts, to: ExhibitFacts): readonly Particular[] =>
  particulars.filter((each) =>
    each === "locator"
      ? from.locator !== undefined && to.locator !== undefined && !isAlike(from.locator, to.locator)
      : from[each] !== null && to[each] !== null && !isAlike(from[each], to[each]),
  );

const isAlike = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

type Standing = NonNullable<DiffOutput["standing"]>;

function standingOf(a: ComparedCheck, b: ComparedCheck): Standing {
  const covered = ({ covered, applicable }: { readonly covered: number; readonly applicable: number }) => ({
    covered,
    applicable,
  });
  const scoreOf = ({ score }: ComparedCheck["nodes"][number]): Standing["scores"][number]["from"] => ({
    self: score.points?.self ?? null,
    max: score.points?.max ?? null,
    verdict: score.verdict,
  });
  return {
    total: { from: covered(a.verdict), to: covered(b.verdict) },
    sections: changes(a.sections, b.sections, (each) => each.code, covered),
    departments: changes(departmentsOf(a), departmentsOf(b), (each) => each.id, covered),
    requirements: changes(
      a.requirements,
      b.requirements,
      (each) => each.id,
      (each) => each.status,
    ),
    scores: changes(a.nodes, b.nodes, (each) => each.code ?? "", scoreOf),
    band: a.band === b.band ? null : { from: a.band, to: b.band },
  };
}

/** Departments with their names as titles; what nobody answers for has neither. */
const departmentsOf = ({ departments }: ComparedCheck) =>
  departments.map(({ id, name, covered, applicable }) => ({ id: id ?? "", title: name ?? "", covered, applicable }));

interface Change<T> {
  readonly code: string;
  readonly title: string;
  readonly from: T | null;
  readonly to: T | null;
}

/** What is not the same in two lists, by code, in the order of the new list; what is gone stands last. */
function changes<E extends { readonly title: string }, T>(
  before: readonly E[],
  after: readonly E[],
  codeOf: (each: E) => string,
  valueOf: (each: E) => T,
): Change<T>[] {
  const old = new Map(before.map((each) => [codeOf(each), each]));
  const now = new Map(after.map((each) => [codeOf(each), each]));
  const codes = [...now.keys(), ...[...old.keys()].filter((code) => !now.has(code))];
  return codes.flatMap((code) => {
    const [x, y] = [old.get(code), now.get(code)];
    const [from, to] = [x === undefined ? null : valueOf(x), y === undefined ? null : valueOf(y)];
    if (JSON.stringify(from) === JSON.stringify(to)) return [];
    return [{ code, title: (y ?? x)?.title ?? "", from, to }];
  });
}
