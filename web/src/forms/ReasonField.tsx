import { limits } from '@laurel/schema/limits';
import { Textarea } from '@mantine/core';

interface Props {
  label: string;
  help?: string | undefined;
  value: string;
  error?: string | undefined;
  rows?: number;
  maxLength?: number;
  /** The dialog opens with the cursor in it. */
  isFirst?: boolean;
  /** It appears in the page and takes the cursor. */
  autoFocus?: boolean;
  onChange: (value: string) => void;
}

/** Why something is done, in the words of the person who does it. */
export function ReasonField({
  label,
  help,
  value,
  error,
  rows = 2,
  maxLength = limits.reason,
  isFirst = false,
  autoFocus = false,
  onChange,
}: Props) {
  return (
    <Textarea
      label={label}
      description={help}
      value={value}
      error={error}
      autosize
      minRows={rows}
      maxLength={maxLength}
      autoFocus={autoFocus}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      data-autofocus={isFirst || undefined}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}
