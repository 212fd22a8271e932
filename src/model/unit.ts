/**
 * Units of figures (计量单位): what may be added and compared, and what a step from one to the other is worth.
 *
 * A unit is a product of powers of base words and a decimal scale: 万元 is 元 with scale 4, % is a plain number with
 * scale −2, km² is 米² with scale 6. Every scale is a power of ten, so a conversion moves the decimal point and is
 * exact: what comes out is the double nearest to the decimal result. Words that are not known here are units of their
 * own. Chinese measure words (个, 所, 家, 份 …) depend on the noun, not on the quantity: they are one unit, a number of things.
 */
export interface Unit {
  /** By base word; empty for a plain number. */
  readonly powers: ReadonlyMap<string, Power>;
  /** Power of ten by which a value is multiplied to stand in base words. */
  readonly scale: number;
  /** As the user wrote it; a unit that was reckoned has none. */
  readonly text?: string;
}

interface Power {
  readonly power: number;
  /** The base word as the user spelt it. */
  readonly word: string;
}

/** A plain number (share, ratio, coefficient). */
export const plain: Unit = { powers: new Map(), scale: 0 };

/** What rows are counted in. */
export const things: Unit = { powers: new Map([["个", { power: 1, word: "个" }]]), scale: 0 };

/** Spellings of base words: base, power, scale, spellings. */
const known: readonly (readonly [base: string, power: number, scale: number, words: string])[] = [
  ["", 1, 0, "倍 times"],
  ["", 1, -2, "% percent"],
  ["", 1, -3, "‰ permille"],
  ["百分点", 1, 0, "百分点 个百分点 percentage_point"],
  ["元", 1, 0, "元 人民币 人民币元 rmb cny yuan ¥"],
  [
    "人",
    1,
    0,
    "人 名 位 生 person people resident inhabitant pupil student teacher educator learner volunteer adult head capita",
  ],
  ["户", 1, 0, "户 household family"],
  [
    "个",
    1,
    0,
    "个 所 处 家 座 间 件 份 门 种 节 期 场 项 套 本 册 台 张 篇 支 只 条 辆 部 item place site school piece copy book",
  ],
  ["人次", 1, 0, "人次 visit attendance"],
  ["次", 1, 0, "次"],
  ["米", 1, 0, "米 m metre meter"],
  ["米", 1, 3, "公里 km kilometre kilometer"],
  ["米", 1, -2, "厘米 cm"],
  ["米", 2, 0, "平方米 平米 m2 sqm"],
  ["米", 2, 6, "平方公里 平方千米 km2"],
  ["米", 2, 4, "公顷 ha hectare"],
  ["米", 3, 0, "立方米 m3"],
  // As in SI the kilogram is the plain one, so that `/ 1000` is the step into 吨.
  ["公斤", 1, 3, "吨 t tonne"],
  ["公斤", 1, 0, "公斤 千克 kg kilogram"],
  ["公斤", 1, -3, "克 g gram gramme"],
];

const byWord: ReadonlyMap<string, Unit> = new Map(
  known.flatMap(([base, power, scale, words]) =>
    words.split(" ").map((word): [string, Unit] => {
      const spelt = power === 1 && scale === 0 ? word : base;
      return [word, { powers: base === "" ? new Map() : new Map([[base, { power, word: spelt }]]), scale }];
    }),
  ),
);

const multiples: ReadonlyMap<string, number> = new Map([
  ["十", 1],
  ["百", 2],
  ["千", 3],
  ["万", 4],
  ["亿", 8],
  ["hundred", 2],
  ["thousand", 3],
  ["million", 6],
  ["billion", 9],
]);

/**
 * Reads `元`, `万元/人`, `人/万人`, `%`, `km²`, `million florins`, `places per 100,000 residents`.
 * Null for an empty text: the unit is not told, and nothing is checked.
 */
export function parseUnit(text: string): Unit | null {
  const spelt = text
    .normalize("NFKC")
    .replace(/[()\s]+/gu, " ")
    .trim();
  if (spelt === "") return null;
  const [first = "", ...others] = spelt.split(/\s*\/\s*|(?:^|\s)per\s/iu);
  return { ...others.map(readProduct).reduce(divide, readProduct(first)), text: text.trim() };
}

const readProduct = (text: string): Unit =>
  text
    .split(/[·*×]/u)
    .map((factor) => readFactor(factor.trim()))
    .reduce(multiply, plain);

/** One word with what multiplies it: `万元`, `100,000 residents`, `million florins`. */
function readFactor(text: string): Unit {
  const number = /^(1[\d,]*)(?![\d.])\s*/u.exec(text);
  const digits = number?.[1]?.replaceAll(",", "") ?? "";
  if (number !== null && /^10*$/u.test(digits) && text !== "1")
    return scaled(readFactor(text.slice(number[0].length)), digits.length - 1);
  if (text === "" || text === "1") return plain;
  const word = text.toLowerCase().replaceAll(" ", "_");
  const unit = byWord.get(word) ?? byWord.get(singular(word));
  if (unit !== undefined) return respelt(unit, text);
  const multiple = /^(?:[十百千万亿]|(?:hundred|thousand|million|billion)s?(?![a-z]))\s*/iu.exec(text)?.[0];
  if (multiple !== undefined) {
    const scale = multiples.get(multiple.trim().toLowerCase().replace(/s$/u, "")) ?? 0;
    return scaled(readFactor(text.slice(multiple.length)), scale);
  }
  return { powers: new Map([[singular(word), { power: 1, word: text }]]), scale: 0 };
}

/** `persons` → `person`, `copies` → `copy`; short words and those in -ss stay. */
const singular = (word: string): string =>
  /^[a-z_]{4,}$/u.test(word) ? word.replace(/ies$/u, "y").replace(/(?<!s)s$/u, "") : word;

const scaled = ({ powers, scale }: Unit, by: number): Unit => ({ powers, scale: scale + by });

/** The word as the user wrote it, where it is the base word itself. */
const respelt = (unit: Unit, word: string): Unit => ({
  ...unit,
  powers: new Map(
    [...unit.powers].map(([base, { power, word: usual }]) => [
      base,
      { power, word: power === 1 && unit.scale === 0 ? word : usual },
    ]),
  ),
});

const combine =
  (sign: 1 | -1) =>
  (a: Unit, b: Unit): Unit => {
    const powers = new Map(a.powers);
    for (const [base, { power, word }] of b.powers) {
      const sum = (powers.get(base)?.power ?? 0) + sign * power;
      if (sum === 0) powers.delete(base);
      else powers.set(base, { power: sum, word: powers.get(base)?.word ?? word });
    }
    return { powers, scale: a.scale + sign * b.scale };
  };

export const multiply = combine(1);

/** Gives `a` for each `b`; like powers cancel, so that 人/人 is a plain number. */
export const divide = combine(-1);

/** Can values of the two be added and compared, once they stand in one scale? */
export const sameKind = (a: Unit, b: Unit): boolean =>
  a.powers.size === b.powers.size && [...a.powers].every(([base, { power }]) => b.powers.get(base)?.power === power);

/** Moves the decimal point: `shift(1.1, 4)` is 11000. The double nearest to the decimal result, never a product. */
export function shift(value: number, by: number): number {
  if (by === 0 || !Number.isFinite(value)) return value;
  const [digits = "0", exponent = "0"] = String(value).split("e");
  return Number(`${digits}e${String(Number(exponent) + by)}`);
}

/** A value of one unit in another of the same kind. */
export const convert = (value: number, from: Unit, to: Unit): number => shift(value, from.scale - to.scale);

/** A unit as people read it; a plain number is `1`. */
export function printUnit({ powers, scale, text }: Unit): string {
  if (text !== undefined) return text;
  if (powers.size === 0) return { [-2]: "%", [-3]: "‰", 0: "1", 4: "万", 8: "亿" }[scale] ?? `10^${String(scale)}`;
  const side = (sign: 1 | -1): string =>
    [...powers.values()]
      .filter(({ power }) => Math.sign(power) === sign)
      .map(({ word, power }) => (Math.abs(power) === 1 ? word : printPower(word, Math.abs(power))))
      .join("·");
  const [above, below] = [side(1), side(-1)];
  const units = below === "" ? above : `${above === "" ? "1" : above}/${below}`;
  return `${printScale(scale, units)}${units}`;
}

const printPower = (word: string, power: number): string =>
  word === "米" && power === 2 ? "平方米" : `${word}${["", "", "²", "³"][power] ?? `^${String(power)}`}`;

function printScale(scale: number, units: string): string {
  if (scale === 0) return "";
  const han = /^\p{Script=Han}/u.test(units) ? { 3: "千", 4: "万", 8: "亿" }[scale] : undefined;
  return han ?? `10^${String(scale)} `;
}
