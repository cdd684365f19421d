import { TextInput, type TextInputProps } from '@mantine/core';

const kinds = {
  text: { autoComplete: 'off' },
  /** A whole number; nothing else can be typed. */
  digits: { autoComplete: 'off', inputMode: 'numeric' },
  decimal: { autoComplete: 'off', inputMode: 'decimal' },
  /** Part of an address or a key. */
  key: { autoComplete: 'off', autoCapitalize: 'none', spellCheck: false },
  /** What clocks of a zone show: "2027-01-31T09:00". */
  localTime: { type: 'datetime-local' },
} as const;

const cleaned = (kind: keyof typeof kinds, text: string): string => {
  if (kind === 'digits') return text.replaceAll(/\D/g, '');
  // Browsers add seconds where somebody has typed some.
  return kind === 'localTime' ? text.slice(0, 16) : text;
};

interface Props extends Omit<TextInputProps, 'onChange'> {
  kind?: keyof typeof kinds;
  value: string;
  error?: string | undefined;
  onChange: (value: string) => void;
}

/** A box for one line, with its help below. */
export function LineField({ kind = 'text', onChange, ...box }: Props) {
  return (
    <TextInput
      {...kinds[kind]}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      {...box}
      onChange={({ currentTarget }) => onChange(cleaned(kind, currentTarget.value))}
    />
  );
}
