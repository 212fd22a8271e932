/** The last name of a path that was typed, to be written to elsewhere; null where that name itself is an input. */
export function elsewhere(path: string): string | null {
  const name = path.split(/[/\\]/u).findLast((each) => each !== "" && each !== "." && each !== "..") ?? "";
  return name === "" || /^(?:evidence|narrative|tables|fonts)$|\.ya?ml$/iu.test(name) ? null : name;
}
