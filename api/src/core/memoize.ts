/**
 * The same function with a cache of at most `most` answers, which is emptied when it is full. Every vote reads it, so it
 * keeps no order of use as an LRU would.
 */
export function memoize<V extends string | boolean | bigint>(of: (key: string) => V, most: number): (key: string) => V {
  const known = new Map<string, V>();
  return (key) => {
    let value = known.get(key);
    if (value === undefined) {
      value = of(key);
      if (known.size >= most) known.clear();
      known.set(key, value);
    }
    return value;
  };
}
