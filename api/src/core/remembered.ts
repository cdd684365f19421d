/**
 * The same function, which remembers its answers to so many different arguments and then forgets all of them. For what
 * every vote asks: an LRU would keep an order that nobody needs here.
 */
export function remembered<V extends string | boolean | bigint>(
  most: number,
  of: (key: string) => V,
): (key: string) => V {
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
