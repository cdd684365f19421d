import { IconSearch, IconX } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import classes from './SearchBox.module.css';

interface Props {
  label: string;
  placeholder: string;
  clearLabel: string;
  value: string;
  /** Called when typing pauses, and never in the middle of composing a character. */
  onSearch: (value: string) => void;
}

const pause = 300;

export function SearchBox({ label, placeholder, clearLabel, value, onSearch }: Props) {
  const [text, setText] = useState(value);
  const [isComposing, setComposing] = useState(false);
  // What this box last reported; another value from outside (back, a chip) replaces the text.
  const [reported, setReported] = useState(value);
  if (value !== reported) {
    setReported(value);
    setText(value);
  }

  const search = useRef(onSearch);
  useEffect(() => {
    search.current = onSearch;
  });
  useEffect(() => {
    if (isComposing || text.trim() === reported) return undefined;
    const timer = setTimeout(() => {
      setReported(text.trim());
      search.current(text.trim());
    }, pause);
    return () => clearTimeout(timer);
  }, [text, reported, isComposing]);

  return (
    <div className={classes.box}>
      <IconSearch size={18} className={classes.icon} aria-hidden="true" />
      <input
        type="search"
        className={classes.input}
        enterKeyHint="search"
        autoComplete="off"
        aria-label={label}
        placeholder={placeholder}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
        onCompositionStart={() => setComposing(true)}
        onCompositionEnd={() => setComposing(false)}
      />
      {text && (
        <button type="button" className={classes.clear} aria-label={clearLabel} onClick={() => setText('')}>
          <IconX size={18} aria-hidden="true" />
        </button>
      )}
    </div>
  );
}
