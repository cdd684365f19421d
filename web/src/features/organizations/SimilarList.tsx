import { useTranslation } from 'react-i18next';
import type { Similar_organizationFragment } from '../../gql/Similar_organization';
import { Tag } from '../../ui/Tag';
import { pathOf } from './region-path';
import classes from './SimilarList.module.css';

/** Organizations of a similar name, with what tells them apart. */
export function SimilarList({ organizations }: { organizations: readonly Similar_organizationFragment[] }) {
  const { t } = useTranslation('organizations');
  return (
    <ul className={classes.list}>
      {organizations.map(({ slug, name, kind, status, region }) => (
        <li key={slug}>
          {status === 'VERIFIED' ? (
            <a href={`/o/${slug}`} target="_blank" rel="noreferrer">
              {name}
            </a>
          ) : (
            <b>{name}</b>
          )}{' '}
          {status === 'PENDING' && <Tag tone="gold">{t('status.PENDING')}</Tag>}
          <span className={classes.facts}>{[t(`kind.${kind}`), pathOf(region)].join(' · ')}</span>
        </li>
      ))}
    </ul>
  );
}
