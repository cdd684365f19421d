import { useEffect, useState } from 'react';
import { partNames, type PartName } from './project-fields';

/** Which part of the long page is being read: the last one whose beginning has passed the upper third. */
export function useVisiblePart(isOn: boolean): PartName {
  const [part, setPart] = useState<PartName>('basics');
  useEffect(() => {
    if (!isOn) return undefined;
    const look = () => {
      const line = innerHeight / 3;
      const passed = partNames.filter((name) => {
        const top = document.getElementById(`part-${name}`)?.getBoundingClientRect().top;
        return top !== undefined && top < line;
      });
      const isAtEnd = scrollY > 0 && innerHeight + scrollY >= document.documentElement.scrollHeight - 4;
      setPart(isAtEnd ? 'submit' : (passed.at(-1) ?? 'basics'));
    };
    look();
    addEventListener('scroll', look, { passive: true });
    return () => removeEventListener('scroll', look);
  }, [isOn]);
  return part;
}
