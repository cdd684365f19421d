import { Fragment, type ReactNode } from 'react';
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
  const facts: [name: string, value: ReactNode, lang?: string][] = [
    [t('field.zh'), names.zh, 'zh-CN'],
    [t('field.en'), names.en, 'en'],
    [t('field.kind'), t(`kind.${kind}`)],
    [t('region.label'), pathOf(region)],
    [
      t('field.contact'),
      contact ? (
        <>
          {contact.name} · <a href={`tel:${contact.phone.replaceAll(/[^\d+]/g, '')}`}>{contact.phone}</a>
        </>
      ) : (
        t('field.noContact')
      ),
    ],
    [t('field.registered'), day(createdAt)],
    [t('field.verified'), verifiedAt && day(verifiedAt)],
  ];
  return (
    <dl className={classes.facts}>
      {facts.map(
        ([name, value, lang]) =>
          value && (
            <Fragment key={name}>
              <dt>{name}</dt>
              <dd lang={lang}>{value}</dd>
            </Fragment>
          ),
      )}
    </dl>
  );
}
