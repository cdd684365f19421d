import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { SignedInOnly } from '../../features/identity/SignedInOnly';
import { AppointDialog } from '../../features/organizations/AppointDialog';
import { RefuseDialog } from '../../features/organizations/RefuseDialog';
import { VerifyCard } from '../../features/organizations/VerifyCard';
import { MorePages } from '../../forms/MorePages';
import { PageQuery, type PageAnswer } from '../../forms/PageQuery';
import { useAct } from '../../forms/useAct';
import { VerifyOrganizationDocument } from '../../gql/VerifyOrganization';
import { VerifyOrganizationsDocument } from '../../gql/VerifyOrganizations';
import { VerifyPageDocument, type VerifyPageQuery, type VerifyPageQueryVariables } from '../../gql/VerifyPage';
import { useLanguage } from '../../i18n/useLanguage';
import { ActionBar } from '../../ui/ActionBar';
import { ButtonLink } from '../../ui/ButtonLink';
import { Chips } from '../../ui/Chips';
import { EmptyState } from '../../ui/EmptyState';
import { Stack } from '../../ui/layout/Stack';
import { Outcome } from '../../ui/Outcome';
import { Page } from '../../ui/Page';
import { PageSkeleton } from '../../ui/Skeletons';

const statuses = ['PENDING', 'VERIFIED', 'REFUSED'] as const;

/** For those who vouch for the organizations of a region. */
export function VerifyPage() {
  const [search] = useSearchParams();
  const status = statuses.find((one) => one === search.get('status')) ?? 'PENDING';
  return (
    <SignedInOnly>
      {() => (
        <PageQuery query={VerifyPageDocument} variables={{ status }} pick={({ viewer }) => viewer}>
          {(viewer, answer) => <Queue status={status} viewer={viewer} answer={answer} />}
        </PageQuery>
      )}
    </SignedInOnly>
  );
}

interface Props {
  status: (typeof statuses)[number];
  viewer: NonNullable<VerifyPageQuery['viewer']>;
  answer: PageAnswer<VerifyPageQuery, VerifyPageQueryVariables>;
}

function Queue({ status, viewer, answer }: Props) {
  const { t } = useTranslation('organizations');
  const list = new Intl.ListFormat(useLanguage());
  const [, setSearch] = useSearchParams();
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [acting, setActing] = useState<{ kind: 'refuse' | 'appoint'; organization: { id: string; name: string } }>();
  const [news, setNews] = useState<string>();
  const verifyOne = useAct(VerifyOrganizationDocument);
  const verifyMany = useAct(VerifyOrganizationsDocument);
  const isBusy = verifyOne.isBusy || verifyMany.isBusy;
  if (viewer.verifiesIn.length === 0) {
    return (
      <Page title={t('verify.title')} heading="hidden">
        <EmptyState title={t('verify.notYours')} text={t('verify.notYoursText')}>
          <ButtonLink to="/">{t('verify.home')}</ButtonLink>
        </EmptyState>
      </Page>
    );
  }
  const organizations = viewer.organizationsToVerify.edges
    .map(({ node }) => node)
    .filter((one) => one.status === status);
  const chosen = organizations.filter(({ id }) => picked.has(id)).map(({ id }) => id);
  const done = (words: string) => {
    setActing(undefined);
    setPicked(new Set());
    setNews(words);
    void answer.renew();
  };
  const verify = async ({ id, name }: { id: string; name: string }) => {
    verifyMany.clear();
    if (await verifyOne.run({ organizationId: id })) done(t('verify.verified', { name }));
  };
  const verifyChosen = async () => {
    verifyOne.clear();
    const verified = await verifyMany.run({ organizationIds: chosen });
    if (verified) done(t('verify.verifiedMany', { count: verified.organizations.length }));
  };
  return (
    <Page
      title={t('verify.title')}
      lead={t('verify.lead', { regions: list.format(viewer.verifiesIn.map(({ name }) => name)) })}
    >
      <Stack gap={4}>
        <Chips
          label={t('verify.filter')}
          value={status}
          choices={statuses.map((one) => ({ value: one, label: t(`status.${one}`) }))}
          onChange={(value) => {
            setPicked(new Set());
            setSearch(value === 'PENDING' ? {} : { status: value }, { replace: true });
          }}
        />
        <Outcome good={news} trouble={verifyOne.problem ?? verifyMany.problem} />
      </Stack>
      {organizations.length === 0 ? (
        answer.isLoading ? (
          <PageSkeleton />
        ) : (
          <EmptyState
            title={t(status === 'PENDING' ? 'verify.allDone' : 'verify.none')}
            text={status === 'PENDING' ? t('verify.allDoneText') : undefined}
          />
        )
      ) : (
        <Stack gap={4}>
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
          <MorePages list={viewer.organizationsToVerify} answer={answer} />
        </Stack>
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
