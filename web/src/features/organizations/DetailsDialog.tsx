import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActDialog } from '../../forms/ActDialog';
import { useAct } from '../../forms/useAct';
import type { ManagedOrganization_organizationFragment } from '../../gql/ManagedOrganization_organization';
import { SaveOrganizationDocument } from '../../gql/SaveOrganization';
import { inputOf, type Details } from './details';
import { DetailsFields } from './DetailsFields';

interface Props {
  organization: ManagedOrganization_organizationFragment;
  onClose: () => void;
  onDone: (news: string) => void;
}

export function DetailsDialog({ organization, onClose, onDone }: Props) {
  const { t } = useTranslation('organizations');
  const act = useAct(SaveOrganizationDocument, { shows: 'all' });
  const { id: organizationId, names, kind, region, contact, status } = organization;
  const isVerified = status === 'VERIFIED';
  const [details, setDetails] = useState<Details>({
    zh: names.zh ?? '',
    en: names.en ?? '',
    kind,
    region,
    contactName: contact?.name ?? '',
    contactPhone: contact?.phone ?? '',
  });
  const confirm = async () => {
    const { name, contact: newContact } = inputOf(details);
    const about = { name, kind: details.kind || null, regionId: details.region?.id ?? null };
    if (await act.run({ organizationId, contact: newContact, ...(!isVerified && about) })) {
      onDone(t(status === 'REFUSED' ? 'details.waitsAgain' : 'details.done'));
    }
  };
  return (
    <ActDialog
      act={act}
      title={t('details.edit')}
      action={t('details.save')}
      isDisabled={!isVerified && (!details.kind || !details.region)}
      problem={act.refusal?.__typename !== 'InvalidInputError' && act.problem}
      onConfirm={confirm}
      onClose={onClose}
    >
      <p>{t(isVerified ? 'details.stands' : 'details.mend')}</p>
      <DetailsFields
        details={details}
        errorAt={act.errorAt}
        isVerified={isVerified}
        onChange={(change) => setDetails({ ...details, ...change })}
      />
    </ActDialog>
  );
}
