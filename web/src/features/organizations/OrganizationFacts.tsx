import { useTranslation } from 'react-i18next';
import type { OrganizationFacts_organizationFragment } from '../../gql/OrganizationFacts_organization';
import { DateTime } from '../../ui/time/DateTime';
import { deviceZone } from '../../ui/time/device-zone';
import classes from './OrganizationFacts.module.css';
import { pathOf } from './region-path';

interface Props {
  organization: Omit<OrganizationFacts_organizationFragment, ' $fragmentName'>;
}

export function OrganizationFacts({ organization }: Props) {
  const { t } = useTranslation('organizations');
  const { names, kind, region, contact, createdAt, verifiedAt } = organization;
  const day = (value: string) => <DateTime value={value} timeZone={deviceZone} isDay />;
  return (
    <dl className={classes.facts}>
      {names.zh && (
        <>
          <dt>{t('field.zh')}</dt>
          <dd lang="zh-CN">{names.zh}</dd>
        </>
      )}
      {names.en && (
        <>
          <dt>{t('field.en')}</dt>
          <dd lang="en">{names.en}</dd>
        </>
      )}
      <dt>{t('field.kind')}</dt>
      <dd>{t(`kind.${kind}`)}</dd>
      <dt>{t('region.label')}</dt>
      <dd>{pathOf(region)}</dd>
      <dt>{t('field.contact')}</dt>
      <dd>
        {contact ? (
          <>
            {contact.name} · <a href={`tel:${contact.phone.replaceAll(/[^\d+]/g, '')}`}>{contact.phone}</a>
          </>
        ) : (
          t('field.noContact')
        )}
      </dd>
      <dt>{t('field.registered')}</dt>
      <dd>{day(createdAt)}</dd>
      {verifiedAt && (
        <>
          <dt>{t('field.verified')}</dt>
          <dd>{day(verifiedAt)}</dd>
        </>
      )}
    </dl>
  );
}
