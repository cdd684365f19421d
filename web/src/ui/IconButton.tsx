import type { ButtonHTMLAttributes } from 'react';
import classes from './IconButton.module.css';

/** A picture to press, as large as a finger; `aria-label` says what it does. */
export function IconButton(props: ButtonHTMLAttributes<HTMLButtonElement> & { 'aria-label': string }) {
  return <button type="button" className={classes.button} {...props} />;
}
