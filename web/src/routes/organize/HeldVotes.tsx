import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { CaseList } from '../../features/votes/CaseList';
import { caseFilters, filterIn, stateOf } from '../../features/votes/case-filter';
import { DecideDialog } from '../../features/votes/DecideDialog';
import { HoldDialog } from '../../features/votes/HoldDialog';
import { ScanResult, type Scan } from '../../features/votes/ScanResult';
import { fewAppeals, manyAppeals, useCases, type Case } from '../../features/votes/useCases';
import { useAct } from '../../forms/useAct';
import { ScanVotesDocument } from '../../gql/ScanVotes';
import type { Votes_competitionFragment } from '../../gql/Votes_competition';
import { Chips } from '../../ui/Chips';
import { useNow } from '../../ui/time/clock';
import { Row } from '../../ui/layout/Row';
import { Outcome } from '../../ui/Outcome';
import { Section } from '../../ui/Page';

interface Props {
  competition: Votes_competitionFragment;
  onChanged: () => void;
}

type Acting = { kind: 'hold' } | { kind: 'decide'; held: Case; verdict: 'VOID' | 'RESTORE' };

/** The votes that are set aside: noticed by detectors or by people, and decided by two. */
export function HeldVotes({ competition, onChanged }: Props) {
  const { t } = useTranslation('votes');
  const { id, slug, timeZone, voteDesk } = competition;
  const [search, setSearch] = useSearchParams();
  const filter = filterIn(search.get('cases'));
  const [appeals, setAppeals] = useState(fewAppeals);
  const live = useCases(slug, stateOf(filter), appeals);
  const [acting, setActing] = useState<Acting>();
  const [news, setNews] = useState<string>();
  const [scan, setScan] = useState<Scan>();
  const scanning = useAct(ScanVotesDocument);
  const now = useNow(60_000);
  const canDecide = competition.resultsPublishedAt === null;
  const totals = {
    OPEN: voteDesk?.open.totalCount ?? 0,
    VOIDED: voteDesk?.voided.totalCount ?? 0,
    RESTORED: voteDesk?.restored.totalCount ?? 0,
  };
  const counts = { ...totals, ALL: totals.OPEN + totals.VOIDED + totals.RESTORED };

  const allAppeals = () => {
    setAppeals(manyAppeals);
    live.refresh();
  };
  const changed = () => {
    live.refresh();
    onChanged();
  };
  const done = (words: string) => {
    setActing(undefined);
    setNews(words);
    changed();
  };
  const look = async () => {
    setNews(undefined);
    const found = await scanning.run({ competitionId: id });
    if (!found) return;
    setScan(found);
    changed();
  };

  return (
    <Section
      id="cases"
      title={t('cases.title')}
      aside={
        canDecide && (
          <Row gap={3}>
            <Button variant="light" loading={scanning.isBusy} onClick={() => void look()}>
              {t('scan.action')}
            </Button>
            <Button variant="default" onClick={() => setActing({ kind: 'hold' })}>
              {t('hold.open')}
            </Button>
          </Row>
        )
      }
    >
      <p className="soft reading">{t(canDecide ? 'cases.text' : 'cases.published')}</p>
      <Outcome good={news} trouble={scanning.problem} />
      {scan && <ScanResult slug={slug} scan={scan} onClose={() => setScan(undefined)} />}
      <Chips
        label={t('cases.filter')}
        value={filter}
        choices={caseFilters.map((value) => ({
          value,
          label: (
            <>
              {t(`cases.filters.${value}`)} <small>{counts[value]}</small>
            </>
          ),
        }))}
        onChange={(value) => setSearch(value === 'OPEN' ? {} : { cases: value }, { replace: true })}
      />
      <CaseList
        slug={slug}
        timeZone={timeZone}
        filter={filter}
        live={live}
        canDecide={canDecide}
        onDecide={(held, verdict) => setActing({ kind: 'decide', held, verdict })}
        onAllAppeals={appeals === fewAppeals ? allAppeals : undefined}
      />
      {acting?.kind === 'hold' && (
        <HoldDialog slug={slug} timeZone={timeZone} now={now} onClose={() => setActing(undefined)} onDone={done} />
      )}
      {acting?.kind === 'decide' && (
        <DecideDialog held={acting.held} verdict={acting.verdict} onClose={() => setActing(undefined)} onDone={done} />
      )}
    </Section>
  );
}
