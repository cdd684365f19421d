import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { kindOf } from '../../apollo/errors';
import { ActionList } from '../../features/organizing/ActionList';
import { AssignDialog } from '../../features/organizing/AssignDialog';
import { CriteriaChart } from '../../features/organizing/CriteriaChart';
import { DaysChart } from '../../features/organizing/DaysChart';
import { JudgingProgress } from '../../features/organizing/JudgingProgress';
import { PublishDialog } from '../../features/organizing/PublishDialog';
import { ShortlistDialog } from '../../features/organizing/ShortlistDialog';
import { TodayPanel, type ActionName } from '../../features/organizing/TodayPanel';
import { criteriaOf, wholeScore } from '../../features/organizing/ranking';
import { useRanking } from '../../features/organizing/useRanking';
import { useScoreSignal } from '../../features/organizing/useScoreSignal';
import type { Desk_competitionFragment } from '../../gql/Desk_competition';
import { OrganizePageDocument } from '../../gql/OrganizePage';
import { ButtonLink } from '../../ui/ButtonLink';
import { ErrorState } from '../../ui/ErrorState';
import { Notice } from '../../ui/Notice';
import { Page, Section } from '../../ui/Page';
import { PageSkeleton } from '../../ui/Skeletons';
import { Tag } from '../../ui/Tag';
import classes from './OrganizePage.module.css';
import { OrganizersOnly } from './OrganizersOnly';
import { RankingViews, viewIn } from './RankingViews';

export function OrganizePage() {
  return <OrganizersOnly>{(slug) => <LiveDesk slug={slug} />}</OrganizersOnly>;
}

function LiveDesk({ slug }: { slug: string }) {
  const answer = useQuery(OrganizePageDocument, {
    variables: { slug },
    fetchPolicy: 'cache-and-network',
    pollInterval: 5000,
    skipPollAttempt: () => document.hidden,
    context: { staysOnPage: true },
  });
  const competition = (answer.data ?? answer.previousData)?.competition;
  if (competition) return <Desk competition={competition} onChanged={() => void answer.refetch()} />;
  if (answer.error) return <ErrorState kind={kindOf(answer.error)} onRetry={() => void answer.refetch()} />;
  return answer.loading ? <PageSkeleton /> : <ErrorState kind="notFound" />;
}

function Desk({ competition, onChanged }: { competition: Desk_competitionFragment; onChanged: () => void }) {
  const { t } = useTranslation('organizing');
  const [search, setSearch] = useSearchParams();
  const [acting, setActing] = useState<ActionName>();
  const [news, setNews] = useState<string>();
  const { slug, desk } = competition;
  const [sheetsAtFirst] = useState(desk?.sheetsSubmitted ?? 0);
  const categoryKey = search.get('category') ?? '';
  const signal = useScoreSignal(slug);
  const view = viewIn(search.get('view'));
  const ranking = useRanking(slug, view === 'RESULT' ? null : view, categoryKey || null, signal);
  const criteria = criteriaOf(ranking.rows ?? [], competition.criteria);
  const whole = wholeScore(ranking.about?.scoringRule?.scale, criteria);
  const change = (name: string, value: string) =>
    setSearch(
      (now) => {
        if (value) now.set(name, value);
        else now.delete(name);
        return now;
      },
      { replace: true },
    );
  const dialog = {
    competition,
    onClose: () => setActing(undefined),
    onDone: (words: string) => {
      setActing(undefined);
      setNews(words);
      onChanged();
      ranking.refresh();
    },
  };

  return (
    <Page
      title={competition.name}
      eyebrow={
        <span className={classes.eyebrow}>
          {t('title')}
          {competition.isDemonstration && <Tag tone="gold">{t('demonstration')}</Tag>}
        </span>
      }
      lead={
        <span className={classes.figures}>
          <Link to={`/c/${slug}/entries`}>{t('figures.entries', { count: competition.figures.entries })}</Link>
          <Link to={`/c/${slug}/entries?shortlisted=true`}>
            {t('figures.shortlisted', { count: competition.figures.shortlisted })}
          </Link>
          <Link to={`/organize/${slug}/vote`}>{t('figures.votes', { count: competition.figures.votes })}</Link>
        </span>
      }
    >
      {competition.openedAt === null && (
        <Notice>
          <p>{t('settingUp.text')}</p>
          <ButtonLink to={`/organize/${slug}/setup/open`}>{t('settingUp.action')}</ButtonLink>
        </Notice>
      )}
      <Section title={t('today.title')}>
        <div role="status">{news && <Notice tone="good">{news}</Notice>}</div>
        <TodayPanel competition={competition} onAct={setActing} />
      </Section>
      <Section id="ranking" title={t('ranking.title')}>
        <RankingViews
          competition={competition}
          view={view}
          ranking={ranking}
          signal={signal}
          criteria={criteria}
          whole={whole}
          categoryKey={categoryKey}
          newSheets={(desk?.sheetsSubmitted ?? 0) - sheetsAtFirst}
          onView={(kind) => change('view', kind)}
          onCategory={(key) => change('category', key)}
        />
      </Section>
      <Section title={t('charts.title')}>
        <div className={classes.charts}>
          {ranking.rows && <CriteriaChart rows={ranking.rows} criteria={criteria} whole={whole} />}
          <div className={classes.stack}>
            {desk && <JudgingProgress desk={desk} rows={ranking.rows ?? []} isWhole={!ranking.hasMore} />}
            {desk && <DaysChart what="votes" days={desk.votesByDay} />}
            {desk && <DaysChart what="entries" days={desk.entriesByDay} />}
          </div>
        </div>
      </Section>
      <Section title={t('actions.title')}>
        <ActionList competition={competition} onAct={setActing} />
      </Section>
      {acting === 'assign' && <AssignDialog {...dialog} />}
      {acting === 'shortlist' && <ShortlistDialog {...dialog} />}
      {acting === 'publish' && <PublishDialog {...dialog} />}
    </Page>
  );
}
