import { useEffect, useState } from 'react';

/** Which of these elements the reader is at: the last one whose top has passed the upper third. */
export function useCurrentSection(ids: readonly string[]): string | undefined {
  const [current, setCurrent] = useState<string>();
  // One text, so that a new list of the same elements begins nothing anew.
  const names = ids.join(' ');
  useEffect(() => {
    const known = names.split(' ');
    const look = () => {
      const line = innerHeight / 3;
      const passed = known.filter((id) => {
        const element = document.getElementById(id);
        return element !== null && element.getBoundingClientRect().top < line;
      });
      setCurrent(passed.at(-1));
    };
    look();
    addEventListener('scroll', look, { passive: true });
    return () => removeEventListener('scroll', look);
  }, [names]);
  return current;
}
