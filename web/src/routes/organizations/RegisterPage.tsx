import { useApolloClient } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { SignedInOnly } from '../../features/identity/SignedInOnly';
import type { Viewer } from '../../features/identity/useViewer';
import { inputOf, nothing, type Details } from '../../features/organizations/details';
import { DetailsFields } from '../../features/organizations/DetailsFields';
import { SimilarList } from '../../features/organizations/SimilarList';
import { useAct } from '../../forms/useAct';
import { RegisterOrganizationDocument } from '../../gql/RegisterOrganization';
import type { Similar_organizationFragment } from '../../gql/Similar_organization';
import { ViewerDocument } from '../../gql/Viewer';
import { Row } from '../../ui/layout/Row';
import { Stack } from '../../ui/layout/Stack';
import { Outcome } from '../../ui/Outcome';
import { Page } from '../../ui/Page';
import classes from './RegisterPage.module.css';

export function RegisterPage() {
  return <SignedInOnly>{(viewer) => <Register viewer={viewer} />}</SignedInOnly>;
}

function Register({ viewer }: { viewer: Viewer }) {
  const { t } = useTranslation('organizations');
  const client = useApolloClient();
  const navigate = useNavigate();
  const register = useAct(RegisterOrganizationDocument, { shows: 'all' });
  const [details, setDetails] = useState<Details>({
    ...nothing,
    // Accounts made from an address have it for a name.
    contactName: viewer.name.includes('@') ? '' : viewer.name,
    contactPhone: viewer.phone ?? '',
  });
  const [missing, setMissing] = useState<Record<string, string>>({});
  const [similar, setSimilar] = useState<readonly Similar_organizationFragment[]>([]);
  const question = useRef<HTMLHeadingElement>(null);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (similar.length > 0) question.current?.focus();
  }, [similar]);
  const isWrong = Object.keys(missing).length > 0 || register.refusal?.__typename === 'InvalidInputError';
  useEffect(() => {
    if (isWrong) form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [isWrong, register.isBusy]);

  const send = async (isNew: boolean) => {
    const { kind, region } = details;
    if (!kind || !region) {
      setMissing({ ...(!kind && { kind: t('field.chooseKind') }), ...(!region && { region: t('region.missing') }) });
      return;
    }
    setMissing({});
    setSimilar([]);
    const done = await register.run(
      { ...inputOf(details), kind, regionId: region.id, isNew },
      { SimilarOrganizationsError: ({ organizations }) => setSimilar(organizations) },
    );
    if (!done) return;
    await client.refetchQueries({ include: [ViewerDocument] });
    await navigate(`/organizations/${done.organization.slug}`);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void send(false);
  };
  return (
    <Page title={t('register.title')} lead={t('register.lead')} width="reading">
      <Stack as="form" ref={form} gap={6} noValidate onSubmit={submit}>
        <DetailsFields
          details={details}
          errorAt={(path) => missing[path] ?? register.errorAt(path)}
          onChange={(change) => {
            setDetails({ ...details, ...change });
            setSimilar([]);
          }}
        />
        {similar.length > 0 ? (
          <Stack as="section" gap={4}>
            <h2 ref={question} tabIndex={-1}>
              {t('similar.title')}
            </h2>
            <SimilarList organizations={similar} />
            <p>{t('similar.text')}</p>
            <Row gap={3}>
              <Button loading={register.isBusy} variant="default" onClick={() => void send(true)}>
                {t('similar.isNew')}
              </Button>
            </Row>
          </Stack>
        ) : (
          <>
            <p className="soft">{t('register.next')}</p>
            <Outcome trouble={!isWrong && register.problem} />
            <div>
              <Button type="submit" className={classes.submit} loading={register.isBusy}>
                {t('register.action')}
              </Button>
            </div>
          </>
        )}
      </Stack>
    </Page>
  );
}
