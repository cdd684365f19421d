import { NativeSelect, type NativeSelectProps } from '@mantine/core';

interface Props<Value extends string> extends Omit<NativeSelectProps, 'onChange' | 'data'> {
  value: Value;
  options: readonly { value: Value; label: string }[];
  onChange: (value: Value) => void;
}

/** One of a list, with its help below. */
export function SelectField<Value extends string>({ options, onChange, ...box }: Props<Value>) {
  return (
    <NativeSelect
      data={options}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      {...box}
      onChange={({ currentTarget }) => onChange(currentTarget.value as Value)}
    />
  );
}
