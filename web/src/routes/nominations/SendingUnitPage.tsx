import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
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
import { PageQuery } from '../../forms/PageQuery';
import { MoreNominationsDocument } from '../../gql/MoreNominations';
import { SendingUnitDocument, type SendingUnitQuery } from '../../gql/SendingUnit';
import { ActionBar } from '../../ui/ActionBar';
import { ButtonLink } from '../../ui/ButtonLink';
import { DateTime } from '../../ui/time/DateTime';
import { EmptyState } from '../../ui/EmptyState';
import { Columns } from '../../ui/layout/Columns';
import { Notice } from '../../ui/Notice';
import { Outcome } from '../../ui/Outcome';
import { Page, Section } from '../../ui/Page';
import { PageSkeleton } from '../../ui/Skeletons';
import { Tag } from '../../ui/Tag';

/** Where a sending unit ranks what has come up to it, and hands its list up. */
export function SendingUnitPage() {
  const { id = '' } = useParams();
  return <SignedInOnly>{() => <Loaded key={id} id={id} />}</SignedInOnly>;
}

function Loaded({ id }: { id: string }) {
  const { t } = useTranslation('nominations');
  const [search, setSearch] = useState('');
  return (
    <PageQuery query={SendingUnitDocument} variables={{ id, search }} pick={(data) => data}>
      {({ sendingUnit: unit }, { renew, fetchMore }) =>
        unit ? (
          <WholeList
            unit={unit}
            search={search}
            onSearch={setSearch}
            onChanged={renew}
            onMore={(after) => fetchMore({ query: MoreNominationsDocument, variables: { id, after } })}
          />
        ) : (
          <Page title={t('title')} heading="hidden">
            <EmptyState title={t('notYours')} text={t('notYoursText')}>
              <ButtonLink to="/">{t('home')}</ButtonLink>
            </EmptyState>
          </Page>
        )
      }
    </PageQuery>
  );
}

interface Props {
  unit: NonNullable<SendingUnitQuery['sendingUnit']>;
  search: string;
  onSearch: (search: string) => void;
  onChanged: () => Promise<unknown>;
}

/** A long list comes page by page; it has one order, so all of it is there before it can be changed. */
function WholeList({ onMore, ...props }: Props & { onMore: (after: string | null) => Promise<unknown> }) {
  const { hasNextPage, endCursor } = props.unit.nominations.pageInfo;
  const more = useRef(onMore);
  useEffect(() => {
    more.current = onMore;
  });
  useEffect(() => {
    if (hasNextPage) void more.current(endCursor).catch(() => undefined);
  }, [hasNextPage, endCursor]);
  return hasNextPage ? <PageSkeleton /> : <SendingUnitView {...props} />;
}

function SendingUnitView({ unit, search, onSearch, onChanged }: Props) {
  const { t } = useTranslation('nominations');
  const { competition, candidates } = unit;
  const acts = useNominations(unit.id, onChanged);
  const [asking, setAsking] = useState<'submit' | 'return'>();
  const [moved, setMoved] = useState<{ version: number; listed: readonly Listed[] }>();
  // What was moved stands at once; the server's order comes with the next version.
  const shown = moved?.version === unit.version ? moved.listed : unit.nominations.edges.map(({ node }) => node);
  const isOpen = unit.viewerActs && unit.state === 'OPEN';
  const target = unit.sendsTo?.name ?? t('organizers');
  const move = async (from: number, to: number) => {
    const one = shown[from];
    if (!one) return;
    const next = shown.toSpliced(from, 1).toSpliced(to, 0, one);
    setMoved({ version: unit.version, listed: next });
    const words = t('news.moved', { title: one.entry.title, place: to + 1 });
    await acts.rank(
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
      <Outcome good={acts.news} trouble={!asking && acts.problem} />
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
          <p>
            {t('sealed', { name: unit.list.submittedByName ?? '', target })}{' '}
            <DateTime value={unit.list.submittedAt} timeZone={competition.timeZone} />
          </p>
          <p className={`small anywhere ${classes.hash}`}>SHA-256 {unit.list.sha256}</p>
        </Notice>
      )}
      <Columns from="desk" gap={8} align="start">
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
            <p className="soft small">{t(isOpen ? 'list.emptyOpen' : 'list.empty')}</p>
          ) : (
            <RankedList
              slug={competition.slug}
              listed={shown}
              isOpen={isOpen}
              isBusy={acts.isBusy}
              onMove={(from, to) => void move(from, to)}
              onRemove={({ id, entry }) => void acts.remove(id, entry.title)}
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
            isBusy={acts.isBusy}
            isFull={shown.length >= unit.quota}
            onSearch={onSearch}
            onNominate={(entry) => void acts.nominate(entry)}
          />
        </Section>
      </Columns>
      <details className={classes.rules}>
        <summary className="strong">{t('rules')}</summary>
        <ol>
          {competition.nominationClauses.map(({ rule, text }) => (
            <li key={rule}>{text}</li>
          ))}
        </ol>
      </details>
      <PrintedList unit={unit} competition={competition} listed={shown} />
      {(isOpen || (unit.list && unit.viewerMayReturn)) && (
        <ActionBar label={t('bar')}>
          <span className="soft small">{t('onList', { count: shown.length, quota: unit.quota })}</span>
          {isOpen ? (
            <Button loading={acts.isBusy} onClick={() => setAsking('submit')}>
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
          isBusy={acts.isBusy}
          problem={acts.problem}
          onSubmit={async () => {
            if (await acts.submit(unit.version)) setAsking(undefined);
          }}
          onClose={() => {
            acts.clear();
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
