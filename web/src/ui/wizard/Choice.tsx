import { useId, type ReactNode } from 'react';
import classes from './Choice.module.css';

interface Props {
  type?: 'radio' | 'checkbox';
  name: string;
  value?: string;
  isChosen: boolean;
  title: string;
  text: ReactNode;
  picture?: ReactNode;
  onChange: (isChosen: boolean) => void;
}

/** A choice with room to say what it means; the whole card can be pressed. */
export function Choice({ type = 'checkbox', name, value = 'yes', isChosen, title, text, picture, onChange }: Props) {
  const id = useId();
  return (
    <label className={classes.choice} data-pictured={picture !== undefined || undefined}>
      <input
        type={type}
        name={name}
        value={value}
        checked={isChosen}
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-text`}
        onChange={({ currentTarget }) => onChange(currentTarget.checked)}
      />
      {picture}
      <span className={classes.words}>
        <b id={`${id}-title`}>{title}</b>
        <span id={`${id}-text`}>{text}</span>
      </span>
    </label>
  );
}

interface GroupProps {
  legend: string;
  help?: ReactNode;
  error?: string | undefined;
  /** Side by side where there is room. */
  isWide?: boolean;
  children: ReactNode;
}

export function Choices({ legend, help, error, isWide = false, children }: GroupProps) {
  const id = useId();
  return (
    <fieldset className={classes.group} aria-describedby={error ? id : undefined}>
      <legend>{legend}</legend>
      {help && <p className={classes.help}>{help}</p>}
      <div className={classes.choices} data-wide={isWide || undefined}>
        {children}
      </div>
      {error && (
        <p id={id} className={classes.error}>
          {error}
        </p>
      )}
    </fieldset>
  );
}

interface RadioProps<Value extends string> extends Omit<GroupProps, 'children'> {
  name: string;
  value: Value;
  options: readonly { value: Value; title: string; text: ReactNode; picture?: ReactNode }[];
  onChange: (value: Value) => void;
}

/** One of several. */
export function RadioChoices<Value extends string>({ name, value, options, onChange, ...group }: RadioProps<Value>) {
  return (
    <Choices {...group}>
      {options.map((option) => (
        <Choice
          key={option.value}
          {...option}
          type="radio"
          name={name}
          isChosen={option.value === value}
          onChange={() => onChange(option.value)}
        />
      ))}
    </Choices>
  );
}
