import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ManagedOrganization_organizationFragment } from '../../gql/ManagedOrganization_organization';
import { SaveOrganizationDocument } from '../../gql/SaveOrganization';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { inputOf, type Details } from './details';
import { DetailsFields } from './DetailsFields';
import { useAct } from './useAct';

interface Props {
  organization: ManagedOrganization_organizationFragment;
  onClose: () => void;
  onDone: (news: string) => void;
}

export function DetailsDialog({ organization, onClose, onDone }: Props) {
  const { t } = useTranslation('organizations');
  const { act, isBusy, problems } = useAct();
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
  const [save] = useMutation(SaveOrganizationDocument);
  const confirm = async () => {
    const { name, contact: newContact } = inputOf(details);
    const about = { name, kind: details.kind || null, regionId: details.region?.id ?? null };
    const done = await act(async () => {
      const input = { organizationId, contact: newContact, ...(!isVerified && about) };
      return (await save({ variables: { input } })).data?.saveOrganization;
    });
    if (done) onDone(t(status === 'REFUSED' ? 'details.waitsAgain' : 'details.done'));
  };
  return (
    <ConfirmDialog
      title={t('details.edit')}
      action={t('details.save')}
      isOpen
      isBusy={isBusy}
      isDisabled={!isVerified && (!details.kind || !details.region)}
      problem={Object.keys(problems.fields).length > 0 ? undefined : problems.message}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      <p>{t(isVerified ? 'details.stands' : 'details.mend')}</p>
      <DetailsFields
        details={details}
        problems={problems.fields}
        isVerified={isVerified}
        onChange={(change) => setDetails({ ...details, ...change })}
      />
    </ConfirmDialog>
  );
}
