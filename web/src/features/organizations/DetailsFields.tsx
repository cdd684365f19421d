import { NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { kinds, longest, pathOfPart, type Details } from './details';
import classes from './DetailsFields.module.css';
import { RegionPicker } from './RegionPicker';

interface Props {
  details: Details;
  /** By the path of the API. */
  problems: Record<string, string>;
  /** Once verified, only the contact changes. */
  isVerified?: boolean;
  onChange: (change: Partial<Details>) => void;
}

export function DetailsFields({ details, problems, isVerified = false, onChange }: Props) {
  const { t } = useTranslation('organizations');
  return (
    <>
      {!isVerified && (
        <>
          <div className={classes.pair}>
            <TextInput
              label={t('field.zh')}
              description={t('field.zhHelp')}
              maxLength={longest.zh}
              value={details.zh}
              error={problems[pathOfPart.zh] ?? problems[pathOfPart.name]}
              onChange={({ currentTarget }) => onChange({ zh: currentTarget.value })}
            />
            <TextInput
              label={t('field.en')}
              description={t('field.enHelp')}
              lang="en"
              maxLength={longest.en}
              value={details.en}
              error={problems[pathOfPart.en]}
              onChange={({ currentTarget }) => onChange({ en: currentTarget.value })}
            />
          </div>
          <NativeSelect
            label={t('field.kind')}
            value={details.kind}
            error={problems['kind']}
            data={[
              { value: '', label: t('field.chooseKind') },
              ...kinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) })),
            ]}
            onChange={({ currentTarget }) => onChange({ kind: currentTarget.value as Details['kind'] })}
          />
          <RegionPicker
            value={details.region}
            help={t('region.help')}
            error={problems['region']}
            onChange={(region) => onChange({ region })}
          />
        </>
      )}
      <div className={classes.pair}>
        <TextInput
          label={t('field.contactName')}
          description={t('field.contactHelp')}
          autoComplete="name"
          value={details.contactName}
          error={problems[pathOfPart.contactName]}
          onChange={({ currentTarget }) => onChange({ contactName: currentTarget.value })}
        />
        <TextInput
          label={t('field.contactPhone')}
          description={t('field.phoneHelp')}
          type="tel"
          autoComplete="tel"
          value={details.contactPhone}
          error={problems[pathOfPart.contactPhone]}
          onChange={({ currentTarget }) => onChange({ contactPhone: currentTarget.value })}
        />
      </div>
    </>
  );
}
