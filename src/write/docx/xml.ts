/** Elements of WordprocessingML that docx has no words for; docx escapes their attributes. */
import { ImportedXmlComponent } from "../../engines/docx.ts";

export type XmlValue = string | number;

/** An element in the w: namespace, with attributes of the same. */
export function w(
  name: string,
  attributes: Readonly<Record<string, XmlValue | undefined>> = {},
  ...children: readonly (ImportedXmlComponent | null)[]
): ImportedXmlComponent {
  const given = Object.entries(attributes).filter((each): each is [string, XmlValue] => each[1] !== undefined);
  const element = new ImportedXmlComponent(
    `w:${name}`,
    given.length === 0 ? undefined : Object.fromEntries(given.map(([key, value]) => [`w:${key}`, String(value)])),
  );
  for (const child of children) if (child !== null) element.push(child);
  return element;
}

/** An element that carries one value. */
export const val = (name: string, value: XmlValue): ImportedXmlComponent => w(name, { val: value });

/** `0` switches off what Word has on by default. */
export const toggle = (name: string, on: boolean): ImportedXmlComponent => (on ? w(name) : val(name, 0));
