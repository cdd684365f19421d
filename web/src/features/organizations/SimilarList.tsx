import { useTranslation } from 'react-i18next';
import type { Similar_organizationFragment } from '../../gql/Similar_organization';
import { Stack } from '../../ui/layout/Stack';
import { Tag } from '../../ui/Tag';
import { pathOf } from './region-path';

/** Organizations of a similar name, with what tells them apart. */
export function SimilarList({ organizations }: { organizations: readonly Similar_organizationFragment[] }) {
  const { t } = useTranslation('organizations');
  return (
    <Stack as="ul" gap={2}>
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
          <p className="soft small">{[t(`kind.${kind}`), pathOf(region)].join(' · ')}</p>
        </li>
      ))}
    </Stack>
  );
}
