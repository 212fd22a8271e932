/** Values that belong together: gathered once, so that nobody looks through all of them again and again. */

/** Values that have something in common with another: as `groupBy`, without the groups of one. */
export function groupsOfMany<K, V>(values: Iterable<V>, keyOf: (value: V) => K): Map<K, V[]> {
  const firsts = new Map<K, V>();
  const groups = new Map<K, V[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group !== undefined) group.push(value);
    else if (firsts.has(key)) groups.set(key, [firsts.get(key) as V, value]);
    else firsts.set(key, value);
  }
  return groups;
}

/** Values by what they have in common; the groups in the order of their first values, the values in theirs. */
export function groupBy<K, V>(values: Iterable<V>, keyOf: (value: V) => K): Map<K, V[]> {
  const groups = new Map<K, V[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [value]);
    else group.push(value);
  }
  return groups;
}
