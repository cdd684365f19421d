import { Stack } from '../layout/Stack';
import classes from './Paragraphs.module.css';

interface Props {
  text: string;
  /** The language the text was written in, where it is not the reader's. */
  lang?: string;
}

/** Plain text with its paragraphs, at a width that is good to read. */
export function Paragraphs({ text, lang }: Props) {
  return (
    <Stack gap={4} className={classes.prose} lang={lang}>
      {text
        .split(/\n+/)
        .filter((one) => one.trim() !== '')
        .map((one, index) => (
          <p key={index}>{one}</p>
        ))}
    </Stack>
  );
}
