import { useTranslation } from 'react-i18next';
import type { OrganizationStatus } from '../../gql/RegisterOrganization';
import { Tag } from '../../ui/Tag';

const tones = { PENDING: 'gold', VERIFIED: 'laurel', REFUSED: 'seal' } as const;

export function StatusTag({ status }: { status: keyof typeof tones }) {
  const { t } = useTranslation('organizations');
  return <Tag tone={tones[status satisfies OrganizationStatus]}>{t(`status.${status}`)}</Tag>;
}
