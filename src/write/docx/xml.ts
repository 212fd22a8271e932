/** Elements of WordprocessingML that docx has no words for; docx escapes their attributes. */
import { ImportedXmlComponent } from "../../engines/docx.ts";

export type XmlValue = string | number;

type Child = Parameters<ImportedXmlComponent["push"]>[0];

/** An element with its full name and attributes as they are given. */
export function element(
  name: string,
  attributes: Readonly<Record<string, XmlValue | undefined>> = {},
  ...children: readonly (Child | null)[]
): ImportedXmlComponent {
  const given = Object.entries(attributes).filter((each): each is [string, XmlValue] => each[1] !== undefined);
  const made = new ImportedXmlComponent(
    name,
    given.length === 0 ? undefined : Object.fromEntries(given.map(([key, value]) => [key, String(value)])),
  );
  for (const child of children) if (child !== null) made.push(child);
  return made;
}

/** An element in the w: namespace, with attributes of the same. */
export const w = (
  name: string,
  attributes: Readonly<Record<string, XmlValue | undefined>> = {},
  ...children: readonly (Child | null)[]
): ImportedXmlComponent =>
  element(
    `w:${name}`,
    Object.fromEntries(Object.entries(attributes).map(([key, value]) => [`w:${key}`, value])),
    ...children,
  );

/** An element that carries one value. */
export const val = (name: string, value: XmlValue): ImportedXmlComponent => w(name, { val: value });

/** `0` switches off what Word has on by default. */
export const toggle = (name: string, on: boolean): ImportedXmlComponent => (on ? w(name) : val(name, 0));
