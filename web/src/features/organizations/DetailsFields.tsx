import { NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ErrorAt } from '../../forms/useAct';
import { Columns } from '../../ui/layout/Columns';
import { kinds, longest, type Details } from './details';
import { RegionPicker } from './RegionPicker';

interface Props {
  details: Details;
  errorAt: ErrorAt;
  /** Once verified, only the contact changes. */
  isVerified?: boolean;
  onChange: (change: Partial<Details>) => void;
}

export function DetailsFields({ details, errorAt, isVerified = false, onChange }: Props) {
  const { t } = useTranslation('organizations');
  return (
    <>
      {!isVerified && (
        <>
          <Columns min="15rem" gap={5} align="start">
            <TextInput
              label={t('field.zh')}
              description={t('field.zhHelp')}
              maxLength={longest.zh}
              value={details.zh}
              error={errorAt('name.zh') ?? errorAt('name')}
              onChange={({ currentTarget }) => onChange({ zh: currentTarget.value })}
            />
            <TextInput
              label={t('field.en')}
              description={t('field.enHelp')}
              lang="en"
              maxLength={longest.en}
              value={details.en}
              error={errorAt('name.en')}
              onChange={({ currentTarget }) => onChange({ en: currentTarget.value })}
            />
          </Columns>
          <NativeSelect
            label={t('field.kind')}
            value={details.kind}
            error={errorAt('kind')}
            data={[
              { value: '', label: t('field.chooseKind') },
              ...kinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) })),
            ]}
            onChange={({ currentTarget }) => onChange({ kind: currentTarget.value as Details['kind'] })}
          />
          <RegionPicker
            value={details.region}
            help={t('region.help')}
            error={errorAt('region')}
            onChange={(region) => onChange({ region })}
          />
        </>
      )}
      <Columns min="15rem" gap={5} align="start">
        <TextInput
          label={t('field.contactName')}
          description={t('field.contactHelp')}
          autoComplete="name"
          value={details.contactName}
          error={errorAt('contact.name')}
          onChange={({ currentTarget }) => onChange({ contactName: currentTarget.value })}
        />
        <TextInput
          label={t('field.contactPhone')}
          description={t('field.phoneHelp')}
          type="tel"
          autoComplete="tel"
          value={details.contactPhone}
          error={errorAt('contact.phone')}
          onChange={({ currentTarget }) => onChange({ contactPhone: currentTarget.value })}
        />
      </Columns>
    </>
  );
}
