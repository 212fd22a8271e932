/** A paragraph of a list that we number ourselves: docx gives its own ids to the lists that it knows. */
import { Paragraph } from "../../engines/docx.ts";

type Options = Exclude<ConstructorParameters<typeof Paragraph>[0], string>;

/** A paragraph with `w:numPr` for a list of `Numbering`; the id 0 takes the number of its style away. */
export class Numbered extends Paragraph {
  readonly #list: { readonly id: number; readonly level: number };

  constructor(options: Options, list: { readonly id: number; readonly level: number }) {
    super({ ...options, numbering: false });
    this.#list = list;
  }

  override prepForXml(context: Parameters<Paragraph["prepForXml"]>[0]): ReturnType<Paragraph["prepForXml"]> {
    const xml = super.prepForXml(context);
    const properties = childrenOf(childrenOf([xml], "w:p"), "w:pPr");
    const at = properties.findIndex((each) => isElement(each, "w:numPr"));
    if (at >= 0) {
      const value = (name: string, number: number): object => ({ [name]: { _attr: { "w:val": number } } });
      properties[at] = { "w:numPr": [value("w:ilvl", this.#list.level), value("w:numId", this.#list.id)] };
    }
    return xml;
  }
}

const isElement = (node: unknown, name: string): node is Record<string, unknown> =>
  typeof node === "object" && node !== null && name in node;

/** The list of children of the first element of this name, to be changed in place. */
function childrenOf(nodes: readonly unknown[], name: string): unknown[] {
  const found: unknown = nodes.find((each) => isElement(each, name));
  const children = isElement(found, name) ? found[name] : [];
  return Array.isArray(children) ? children : [];
}
