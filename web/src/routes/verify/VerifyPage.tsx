import { useMutation, useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { kindOf } from '../../apollo/errors';
import { SignedInOnly } from '../../features/identity/SignedInOnly';
import { AppointDialog } from '../../features/organizations/AppointDialog';
import { RefuseDialog } from '../../features/organizations/RefuseDialog';
import { useAct } from '../../features/organizations/useAct';
import { VerifyCard } from '../../features/organizations/VerifyCard';
import { VerifyOrganizationDocument } from '../../gql/VerifyOrganization';
import { VerifyOrganizationsDocument } from '../../gql/VerifyOrganizations';
import { VerifyPageDocument } from '../../gql/VerifyPage';
import { useLanguage } from '../../i18n/useLanguage';
import { ActionBar } from '../../ui/ActionBar';
import { ButtonLink } from '../../ui/ButtonLink';
import { Chips } from '../../ui/Chips';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { LoadMore } from '../../ui/LoadMore';
import { Notice } from '../../ui/Notice';
import { Page } from '../../ui/Page';
import { PageSkeleton } from '../../ui/Skeletons';
import classes from './VerifyPage.module.css';

const statuses = ['PENDING', 'VERIFIED', 'REFUSED'] as const;

/** For those who vouch for the organizations of a region. */
export function VerifyPage() {
  return <SignedInOnly>{() => <Queue />}</SignedInOnly>;
}

function Queue() {
  const { t } = useTranslation('organizations');
  const list = new Intl.ListFormat(useLanguage());
  const [search, setSearch] = useSearchParams();
  const status = statuses.find((one) => one === search.get('status')) ?? 'PENDING';
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [acting, setActing] = useState<{ kind: 'refuse' | 'appoint'; organization: { id: string; name: string } }>();
  const [news, setNews] = useState<string>();
  const { act, isBusy, problems } = useAct();
  const [verifyOne] = useMutation(VerifyOrganizationDocument);
  const [verifyAll] = useMutation(VerifyOrganizationsDocument);
  const { data, previousData, error, loading, refetch, fetchMore } = useQuery(VerifyPageDocument, {
    variables: { status },
    fetchPolicy: 'cache-and-network',
  });
  const viewer = (data ?? previousData)?.viewer;
  if (!viewer) return error ? <ErrorState kind={kindOf(error)} onRetry={() => void refetch()} /> : <PageSkeleton />;
  if (viewer.verifiesIn.length === 0) {
    return (
      <Page title={t('verify.title')} heading="hidden">
        <EmptyState title={t('verify.notYours')} text={t('verify.notYoursText')}>
          <ButtonLink to="/">{t('verify.home')}</ButtonLink>
        </EmptyState>
      </Page>
    );
  }
  const { edges, totalCount, pageInfo } = viewer.organizationsToVerify;
  const organizations = edges.map(({ node }) => node).filter((one) => one.status === status);
  const chosen = organizations.filter(({ id }) => picked.has(id)).map(({ id }) => id);
  const done = (words: string) => {
    setActing(undefined);
    setPicked(new Set());
    setNews(words);
    void refetch();
  };
  const verify = async ({ id, name }: { id: string; name: string }) => {
    const answer = await act(async () => {
      const result = await verifyOne({ variables: { input: { organizationId: id } } });
      return result.data?.verifyOrganization;
    });
    if (answer) done(t('verify.verified', { name }));
  };
  const verifyChosen = async () => {
    let count = 0;
    const answer = await act(async () => {
      const result = await verifyAll({ variables: { input: { organizationIds: chosen } } });
      count = result.data?.verifyOrganizations.organizations.length ?? 0;
      return result.data && { __typename: 'VerifyOrganizationsSuccess' as const };
    });
    if (answer) done(t('verify.verifiedMany', { count }));
  };
  return (
    <Page
      title={t('verify.title')}
      lead={t('verify.lead', { regions: list.format(viewer.verifiesIn.map(({ name }) => name)) })}
    >
      <div className={classes.top}>
        <Chips
          label={t('verify.filter')}
          value={status}
          choices={statuses.map((one) => ({ value: one, label: t(`status.${one}`) }))}
          onChange={(value) => {
            setPicked(new Set());
            setSearch(value === 'PENDING' ? {} : { status: value }, { replace: true });
          }}
        />
        <div role="status">{news && <Notice tone="good">{news}</Notice>}</div>
        <div role="alert">{problems.message && <Notice tone="trouble">{problems.message}</Notice>}</div>
      </div>
      {organizations.length === 0 ? (
        loading ? (
          <PageSkeleton />
        ) : (
          <EmptyState
            title={t(status === 'PENDING' ? 'verify.allDone' : 'verify.none')}
            text={status === 'PENDING' ? t('verify.allDoneText') : undefined}
          />
        )
      ) : (
        <div className={classes.list}>
          {organizations.map((organization) => (
            <VerifyCard
              key={organization.id}
              organization={organization}
              isPicked={picked.has(organization.id)}
              isBusy={isBusy}
              onPick={(isPicked) => {
                const next = new Set(picked);
                if (isPicked) next.add(organization.id);
                else next.delete(organization.id);
                setPicked(next);
              }}
              onVerify={() => void verify(organization)}
              onRefuse={() => setActing({ kind: 'refuse', organization })}
              onAppoint={() => setActing({ kind: 'appoint', organization })}
            />
          ))}
          <LoadMore
            shown={organizations.length}
            total={totalCount}
            hasMore={pageInfo.hasNextPage}
            isLoading={loading}
            onMore={() => void fetchMore({ variables: { after: pageInfo.endCursor } })}
          />
        </div>
      )}
      {chosen.length > 0 && (
        <ActionBar label={t('verify.many')}>
          <Button loading={isBusy} onClick={() => void verifyChosen()}>
            {t('verify.verifyMany', { count: chosen.length })}
          </Button>
        </ActionBar>
      )}
      {acting?.kind === 'refuse' && (
        <RefuseDialog organization={acting.organization} onClose={() => setActing(undefined)} onDone={done} />
      )}
      {acting?.kind === 'appoint' && (
        <AppointDialog organization={acting.organization} onClose={() => setActing(undefined)} onDone={done} />
      )}
    </Page>
  );
}
