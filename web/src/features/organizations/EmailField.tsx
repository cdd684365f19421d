import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface Props {
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
}

/** The address of somebody who is to act for an organization; the cursor is in it when the dialog opens. */
export function EmailField({ value, error, onChange }: Props) {
  const { t } = useTranslation('organizations');
  return (
    <TextInput
      label={t('invite.email')}
      type="email"
      autoCapitalize="none"
      autoComplete="off"
      value={value}
      error={error}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
      data-autofocus
    />
  );
}
