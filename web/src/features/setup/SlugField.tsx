import { useTranslation } from 'react-i18next';
import { LineField } from '../../forms/LineField';
import classes from './SetUp.module.css';
import { useSlugCheck } from './useSlugCheck';

interface Props {
  value: string;
  /** The address that it has. */
  own?: string;
  error: string | undefined;
  onChange: (slug: string) => void;
}

/** The address on the web; says while it is written whether it could be one, and whether it is free. */
export function SlugField({ value, own, error, onChange }: Props) {
  const { t } = useTranslation('setup');
  const check = useSlugCheck(value, own);
  return (
    <>
      <LineField
        kind="key"
        label={t('basics.slug')}
        description={t('basics.slugHelp', { address: `${location.host}/c/${value || 'jilin-2027'}` })}
        value={value}
        error={error ?? check.error}
        onChange={onChange}
      />
      {check.free && (
        <p className={classes.good} role="status">
          {check.free}
        </p>
      )}
    </>
  );
}
