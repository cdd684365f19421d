import { useEffect, useState } from 'react';

/** Which part of the long page is being read: the last one whose beginning has passed the upper third. */
export function useVisiblePart(isOn: boolean, parts: readonly string[]): string {
  const [part, setPart] = useState(parts[0] ?? '');
  // One text, so that a new list of the same parts begins nothing anew.
  const names = parts.join(' ');
  useEffect(() => {
    if (!isOn) return undefined;
    const known = names.split(' ');
    const look = () => {
      const line = innerHeight / 3;
      const passed = known.filter((name) => {
        const top = document.getElementById(`part-${name}`)?.getBoundingClientRect().top;
        return top !== undefined && top < line;
      });
      const isAtEnd = scrollY > 0 && innerHeight + scrollY >= document.documentElement.scrollHeight - 4;
      setPart((isAtEnd ? known.at(-1) : (passed.at(-1) ?? known[0])) ?? '');
    };
    look();
    addEventListener('scroll', look, { passive: true });
    return () => removeEventListener('scroll', look);
  }, [isOn, names]);
  return part;
}
