import { useApolloClient, useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { kindOf } from '../../apollo/errors';
import { SignedInOnly } from '../../features/identity/SignedInOnly';
import { Candidates } from '../../features/nominations/Candidates';
import classes from '../../features/nominations/Nominations.module.css';
import { PrintedList } from '../../features/nominations/PrintedList';
import { RankedList } from '../../features/nominations/RankedList';
import { ReturnListDialog } from '../../features/nominations/ReturnListDialog';
import { SubmitDialog } from '../../features/nominations/SubmitDialog';
import { stateTones, type Listed } from '../../features/nominations/types';
import { UnitHead } from '../../features/nominations/UnitHead';
import { useNominations } from '../../features/nominations/useNominations';
import { SendingUnitDocument, type SendingUnitQuery } from '../../gql/SendingUnit';
import { ActionBar } from '../../ui/ActionBar';
import { ButtonLink } from '../../ui/ButtonLink';
import { DateTime } from '../../ui/DateTime';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { Notice } from '../../ui/Notice';
import { Page, Section } from '../../ui/Page';
import { PageSkeleton } from '../../ui/Skeletons';
import { Tag } from '../../ui/Tag';
import { allNominations } from '../../features/nominations/all-nominations';

/** Where a sending unit ranks what has come up to it, and hands its list up. */
export function SendingUnitPage() {
  const { id = '' } = useParams();
  return <SignedInOnly>{() => <Loaded key={id} id={id} />}</SignedInOnly>;
}

function Loaded({ id }: { id: string }) {
  const { t } = useTranslation('nominations');
  const client = useApolloClient();
  const [search, setSearch] = useState('');
  const { data, previousData, error, refetch } = useQuery(SendingUnitDocument, {
    variables: { id, search },
    fetchPolicy: 'cache-and-network',
    context: { staysOnPage: true },
  });
  const [rest, setRest] = useState<{ after: string; listed: Listed[] }>();
  const found = data ?? previousData;
  if (!found) return error ? <ErrorState kind={kindOf(error)} onRetry={() => void refetch()} /> : <PageSkeleton />;
  const unit = found.sendingUnit;
  if (!unit) {
    return (
      <Page title={t('title')} heading="hidden">
        <EmptyState title={t('notYours')} text={t('notYoursText')}>
          <ButtonLink to="/">{t('home')}</ButtonLink>
        </EmptyState>
      </Page>
    );
  }
  const { edges, pageInfo } = unit.nominations;
  const first = edges.map(({ node }) => node);
  // Long lists come page by page; their order is one, so all of it is there before it can be changed.
  if (pageInfo.hasNextPage && rest?.after !== pageInfo.endCursor) {
    void allNominations(client, id, pageInfo.endCursor).then((listed) =>
      setRest({ after: pageInfo.endCursor ?? '', listed }),
    );
    return <PageSkeleton />;
  }
  const listed = pageInfo.hasNextPage ? [...first, ...(rest?.listed ?? [])] : first;
  return (
    <SendingUnitView
      unit={unit}
      listed={listed}
      search={search}
      onSearch={setSearch}
      onChanged={async () => {
        setRest(undefined);
        await refetch();
      }}
    />
  );
}

interface Props {
  unit: NonNullable<SendingUnitQuery['sendingUnit']>;
  listed: readonly Listed[];
  search: string;
  onSearch: (search: string) => void;
  onChanged: () => Promise<unknown>;
}

function SendingUnitView({ unit, listed, search, onSearch, onChanged }: Props) {
  const { t } = useTranslation('nominations');
  const { competition, candidates } = unit;
  const deeds = useNominations(unit.id, onChanged);
  const [asking, setAsking] = useState<'submit' | 'return'>();
  const [moved, setMoved] = useState<{ version: number; listed: readonly Listed[] }>();
  // What was moved stands at once; the server's order comes with the next version.
  const shown = moved?.version === unit.version ? moved.listed : listed;
  const isOpen = unit.viewerActs && unit.state === 'OPEN';
  const target = unit.sendsTo?.name ?? t('organizers');
  const move = async (from: number, to: number) => {
    const one = shown[from];
    if (!one) return;
    const next = shown.toSpliced(from, 1).toSpliced(to, 0, one);
    setMoved({ version: unit.version, listed: next });
    const words = t('news.moved', { title: one.entry.title, place: to + 1 });
    await deeds.rank(
      next.map(({ id }) => id),
      unit.version,
      words,
    );
    setMoved(undefined);
  };
  const [returned] = unit.returnedLists;
  return (
    <Page
      title={t('titleOf', { region: unit.region.name })}
      eyebrow={
        <>
          <Link to={`/c/${competition.slug}`}>{competition.name}</Link>{' '}
          <Tag tone={stateTones[unit.state]}>{t(`states.${unit.state}`)}</Tag>
        </>
      }
      lead={t('lead', { organization: unit.organization.name, target })}
    >
      <UnitHead unit={unit} timeZone={competition.timeZone} nominated={shown.length} onEnd={() => void onChanged()} />
      <div className={classes.news}>
        <div role="status">{deeds.news && <Notice tone="good">{deeds.news}</Notice>}</div>
        <div role="alert">
          {deeds.refusal && !asking && (
            <Notice tone="trouble">
              <p>{deeds.refusal.message}</p>
              {deeds.refusal.clause && <p className={classes.clause}>{t('clause', { text: deeds.refusal.clause })}</p>}
            </Notice>
          )}
        </div>
      </div>
      {unit.state === 'UPCOMING' && <Notice>{t('upcoming')}</Notice>}
      {unit.state === 'LATE' && <Notice tone="trouble">{t('late')}</Notice>}
      {unit.state !== 'SUBMITTED' && returned && (
        <Notice tone="trouble">
          <p>{t('returned', { name: returned.returnedByName ?? t('organizers') })}</p>
          <p>{returned.returnReason}</p>
        </Notice>
      )}
      {unit.list && (
        <Notice tone="good">
          <div className={classes.sealed}>
            <p>
              {t('sealed', { name: unit.list.submittedByName ?? '', target })}{' '}
              <DateTime value={unit.list.submittedAt} timeZone={competition.timeZone} />
            </p>
            <p className={classes.hash}>SHA-256 {unit.list.sha256}</p>
          </div>
        </Notice>
      )}
      <div className={classes.columns}>
        <Section
          title={t('list.title')}
          aside={
            shown.length > 0 && (
              <Button variant="subtle" onClick={() => window.print()}>
                {t('print')}
              </Button>
            )
          }
        >
          {shown.length === 0 ? (
            <p className={classes.state}>{t(isOpen ? 'list.emptyOpen' : 'list.empty')}</p>
          ) : (
            <RankedList
              slug={competition.slug}
              listed={shown}
              isOpen={isOpen}
              isBusy={deeds.isBusy}
              onMove={(from, to) => void move(from, to)}
              onRemove={({ id, entry }) => void deeds.remove(id, entry.title)}
            />
          )}
        </Section>
        <Section title={t('candidates.title', { count: candidates.totalCount })}>
          <Candidates
            slug={competition.slug}
            entries={candidates.edges.map(({ node }) => node)}
            total={candidates.totalCount}
            search={search}
            isOpen={isOpen}
            isBusy={deeds.isBusy}
            isFull={shown.length >= unit.quota}
            onSearch={onSearch}
            onNominate={(entry) => void deeds.nominate(entry)}
          />
        </Section>
      </div>
      <details className={classes.rules}>
        <summary>{t('rules')}</summary>
        <ol>
          {competition.nominationClauses.map(({ rule, text }) => (
            <li key={rule}>{text}</li>
          ))}
        </ol>
      </details>
      <PrintedList unit={unit} competition={competition} listed={shown} />
      {(isOpen || (unit.list && unit.viewerMayReturn)) && (
        <ActionBar label={t('bar')}>
          <span className={classes.state}>{t('onList', { count: shown.length, quota: unit.quota })}</span>
          {isOpen ? (
            <Button loading={deeds.isBusy} onClick={() => setAsking('submit')}>
              {t('submit.open')}
            </Button>
          ) : (
            <Button variant="default" onClick={() => setAsking('return')}>
              {t('return.open')}
            </Button>
          )}
        </ActionBar>
      )}
      {asking === 'submit' && (
        <SubmitDialog
          count={shown.length}
          quota={unit.quota}
          target={target}
          isBusy={deeds.isBusy}
          refusal={deeds.refusal}
          onSubmit={async () => {
            if (await deeds.submit(unit.version)) setAsking(undefined);
          }}
          onClose={() => {
            deeds.clear();
            setAsking(undefined);
          }}
        />
      )}
      {asking === 'return' && (
        <ReturnListDialog
          unit={unit}
          timeZone={competition.timeZone}
          onReturned={() => {
            setAsking(undefined);
            void onChanged();
          }}
          onClose={() => setAsking(undefined)}
        />
      )}
    </Page>
  );
}
