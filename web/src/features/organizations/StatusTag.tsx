import { useTranslation } from 'react-i18next';
import type { OrganizationStatus } from '../../gql/RegisterOrganization';
import { Tag } from '../../ui/Tag';

const tones = { PENDING: 'gold', VERIFIED: 'laurel', REFUSED: 'seal' } as const satisfies Record<
  OrganizationStatus,
  string
>;

export function StatusTag({ status }: { status: OrganizationStatus }) {
  const { t } = useTranslation('organizations');
  return <Tag tone={tones[status]}>{t(`status.${status}`)}</Tag>;
}
