import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AssignDialog } from '../../features/organizing/AssignDialog';
import { AnchorsDialog } from '../../features/panels/AnchorsDialog';
import { AnchorsTable } from '../../features/panels/AnchorsTable';
import { ConflictList } from '../../features/panels/ConflictList';
import { MentorDialog } from '../../features/panels/MentorDialog';
import { PanelCard } from '../../features/panels/PanelCard';
import { ReopeningList } from '../../features/panels/ReopeningList';
import { RetireDialog } from '../../features/panels/RetireDialog';
import { SheetsDialog } from '../../features/panels/SheetsDialog';
import type { ActOnJudge, PanelJudge, PanelsCompetition, PanelStage } from '../../features/panels/types';
import { PageQuery } from '../../forms/PageQuery';
import { PanelsPageDocument } from '../../gql/PanelsPage';
import { Chips } from '../../ui/Chips';
import { EmptyState } from '../../ui/EmptyState';
import { Notice } from '../../ui/Notice';
import { Page, Section } from '../../ui/Page';
import { useSlug } from './organized';

/** Who judges, how far they are, and what organizers can do about it. */
export function PanelsPage() {
  const slug = useSlug();
  return (
    <PageQuery query={PanelsPageDocument} variables={{ slug }} pick={({ competition }) => competition} poll={15_000}>
      {(competition, { renew }) => <Panels competition={competition} onChanged={() => void renew()} />}
    </PageQuery>
  );
}

type Acting = { kind: 'assign' } | { kind: 'anchors'; stage: PanelStage } | { kind: ActOnJudge; judge: PanelJudge };

function Panels({ competition, onChanged }: { competition: PanelsCompetition; onChanged: () => void }) {
  const { t } = useTranslation('panels');
  const [acting, setActing] = useState<Acting>();
  const [news, setNews] = useState<string>();
  const { slug, timeZone, stages, panels, reopenings, conflicts } = competition;
  const canChange = competition.resultsPublishedAt === null;
  const stageOf = (id: string) => stages.find((stage) => stage.id === id);
  const judged = stages.filter(({ id }) => panels?.some(({ stage }) => stage.id === id));
  const [wanted, setWanted] = useState<string>();
  const shownStage =
    judged.find(({ id }) => id === wanted) ?? judged.find(({ status }) => status === 'OPEN') ?? judged[0];
  const close = () => setActing(undefined);
  const done = (words: string) => {
    setActing(undefined);
    setNews(words);
    onChanged();
  };
  return (
    <Page title={t('title')} lead={t('lead')}>
      {!canChange && <Notice>{t('published')}</Notice>}
      <div role="status">{news && <Notice tone="good">{news}</Notice>}</div>
      {!panels || panels.length === 0 ? (
        <EmptyState title={t('none.title')} text={t('none.text')} />
      ) : (
        <>
          <Section
            title={t('panel.title')}
            aside={canChange && <Button onClick={() => setActing({ kind: 'assign' })}>{t('assign')}</Button>}
          >
            {judged.length > 1 && (
              <Chips
                label={t('stage')}
                value={shownStage?.id ?? ''}
                choices={judged.map((stage) => ({ value: stage.id, label: stage.name }))}
                onChange={setWanted}
              />
            )}
            {panels
              .filter(({ stage }) => stage.id === shownStage?.id)
              .map((panel) => (
                <PanelCard
                  key={panel.id}
                  panel={panel}
                  stageName={stageOf(panel.stage.id)?.name ?? ''}
                  canChange={canChange}
                  onAct={(kind, judge) => setActing({ kind, judge })}
                />
              ))}
          </Section>
          <Section title={t('anchors.heading')}>
            <AnchorsTable stages={judged} onChange={(stage) => setActing({ kind: 'anchors', stage })} />
          </Section>
          <Section title={t('reopen.heading')}>
            <ReopeningList reopenings={reopenings ?? []} timeZone={timeZone} canAgree={canChange} onDone={done} />
          </Section>
          <Section title={t('conflicts.heading')}>
            <ConflictList slug={slug} timeZone={timeZone} conflicts={conflicts ?? []} />
          </Section>
        </>
      )}
      {acting?.kind === 'assign' && <AssignDialog competition={competition} onClose={close} onDone={done} />}
      {acting?.kind === 'anchors' && <AnchorsDialog slug={slug} stage={acting.stage} onClose={close} onDone={done} />}
      {acting?.kind === 'retire' && <RetireDialog judge={acting.judge} onClose={close} onDone={done} />}
      {acting?.kind === 'mentor' && <MentorDialog slug={slug} judge={acting.judge} onClose={close} onDone={done} />}
      {acting?.kind === 'sheets' && (
        <SheetsDialog competition={competition} judge={acting.judge} onClose={close} onDone={done} />
      )}
    </Page>
  );
}
