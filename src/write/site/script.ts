/** Data as a script: what a page that is opened from a disk may load, where it may fetch nothing. */

/**
 * A classic script that puts `value` under `name` of the window. The text is one string, read by JSON.parse, which is
 * quicker than reading an object, and to which `__proto__` is a name like any other. No sign in it ends a string, a
 * line or a script element.
 */
export function dataScript(name: string, value: unknown): Uint8Array {
  const json = JSON.stringify(value)
    .replaceAll("\\", "\\\\")
    .replace(/['<>&\u2028\u2029]/gu, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
  return new TextEncoder().encode(`window.${name} = JSON.parse('${json}');\n`);
}

/** The value of such a script. Throws when it is none. */
export function readDataScript(script: Uint8Array): unknown {
  const json = /^window\.\w+ = JSON\.parse\('(.*)'\);\n$/u.exec(new TextDecoder().decode(script))?.[1] ?? "";
  const plain = json.replace(/\\(?:\\|u([0-9a-f]{4}))/gu, (_, code?: string) =>
    code === undefined ? "\\" : String.fromCharCode(Number.parseInt(code, 16)),
  );
  return JSON.parse(plain);
}
