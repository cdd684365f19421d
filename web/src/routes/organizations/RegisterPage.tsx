import { useApolloClient, useMutation } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { SignedInOnly } from '../../features/identity/SignedInOnly';
import type { Viewer } from '../../features/identity/useViewer';
import { inputOf, nothing, type Details } from '../../features/organizations/details';
import { DetailsFields } from '../../features/organizations/DetailsFields';
import { SimilarList } from '../../features/organizations/SimilarList';
import { useAct } from '../../features/organizations/useAct';
import { RegisterOrganizationDocument } from '../../gql/RegisterOrganization';
import type { Similar_organizationFragment } from '../../gql/Similar_organization';
import { ViewerDocument } from '../../gql/Viewer';
import { Notice } from '../../ui/Notice';
import { Page } from '../../ui/Page';
import classes from './Organizations.module.css';

export function RegisterPage() {
  return <SignedInOnly>{(viewer) => <Register viewer={viewer} />}</SignedInOnly>;
}

function Register({ viewer }: { viewer: Viewer }) {
  const { t } = useTranslation('organizations');
  const client = useApolloClient();
  const navigate = useNavigate();
  const { act, isBusy, problems } = useAct();
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
  const [register] = useMutation(RegisterOrganizationDocument);
  useEffect(() => {
    if (similar.length > 0) question.current?.focus();
  }, [similar]);
  const wrong = { ...problems.fields, ...missing };
  const isWrong = Object.keys(wrong).length > 0;
  useEffect(() => {
    if (isWrong) form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [isWrong, isBusy]);

  const send = async (isNew: boolean) => {
    const { kind, region } = details;
    if (!kind || !region) {
      setMissing({ ...(!kind && { kind: t('field.chooseKind') }), ...(!region && { region: t('region.missing') }) });
      return;
    }
    setMissing({});
    const done = await act(async () => {
      const input = { ...inputOf(details), kind, regionId: region.id, isNew };
      const result = (await register({ variables: { input } })).data?.registerOrganization;
      setSimilar(result?.__typename === 'SimilarOrganizationsError' ? result.organizations : []);
      return result;
    });
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
      <form ref={form} className={classes.form} noValidate onSubmit={submit}>
        <DetailsFields
          details={details}
          problems={wrong}
          onChange={(change) => {
            setDetails({ ...details, ...change });
            setSimilar([]);
          }}
        />
        {similar.length > 0 ? (
          <section className={classes.stack}>
            <h2 ref={question} tabIndex={-1}>
              {t('similar.title')}
            </h2>
            <SimilarList organizations={similar} />
            <p>{t('similar.text')}</p>
            <div className={classes.acts}>
              <Button loading={isBusy} variant="default" onClick={() => void send(true)}>
                {t('similar.isNew')}
              </Button>
            </div>
          </section>
        ) : (
          <>
            <p className={classes.facts}>{t('register.next')}</p>
            <div role="alert">{problems.message && !isWrong && <Notice tone="trouble">{problems.message}</Notice>}</div>
            <div>
              <Button type="submit" className={classes.submit} loading={isBusy}>
                {t('register.action')}
              </Button>
            </div>
          </>
        )}
      </form>
    </Page>
  );
}
