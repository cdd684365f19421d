import { useLazyQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FormerMembersDocument } from '../../gql/FormerMembers';
import { MemberList } from './MemberList';

/** Who acted for it before; loaded on demand. */
export function FormerMembers({ slug }: { slug: string }) {
  const { t } = useTranslation('organizations');
  const [ask, { data, loading, called }] = useLazyQuery(FormerMembersDocument, { fetchPolicy: 'network-only' });
  const members = data?.organization?.members.edges.map(({ node }) => node);
  if (!called || !members) {
    return (
      <div>
        <Button variant="subtle" px="xs" loading={loading} onClick={() => void ask({ variables: { slug } })}>
          {t('member.showFormer')}
        </Button>
      </div>
    );
  }
  return (
    <>
      <h3>{t('member.former')}</h3>
      {members.length > 0 ? <MemberList members={members} /> : <p>{t('member.noFormer')}</p>}
    </>
  );
}
