import { useTranslation } from 'react-i18next';
import type { ManagedOrganization_organizationFragment } from '../../gql/ManagedOrganization_organization';
import { Notice } from '../../ui/Notice';

/** What the status means for what its members can do now. */
export function StatusNotice({ organization }: { organization: ManagedOrganization_organizationFragment }) {
  const { t } = useTranslation('organizations');
  const { status, refusalReason, viewerRole } = organization;
  if (status === 'VERIFIED') return null;
  if (status === 'PENDING') return <Notice>{t('meaning.PENDING')}</Notice>;
  return (
    <Notice tone="trouble">
      <p>{t('meaning.REFUSED', { reason: refusalReason ?? '' })}</p>
      <p>{t(viewerRole === 'MANAGER' ? 'meaning.mend' : 'meaning.askManager')}</p>
    </Notice>
  );
}
