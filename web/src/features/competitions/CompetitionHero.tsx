import type { FragmentType } from '@apollo/client';
import { useApolloClient, useFragment } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import {
  CompetitionHero_competitionFragmentDoc,
  type CompetitionHero_competitionFragment,
} from '../../gql/CompetitionHero_competition';
import { ActionBar } from '../../ui/ActionBar';
import { ButtonLink } from '../../ui/ButtonLink';
import { Countdown } from '../../ui/time/Countdown';
import { DateTime } from '../../ui/time/DateTime';
import { Columns } from '../../ui/layout/Columns';
import { Stack } from '../../ui/layout/Stack';
import { Notice } from '../../ui/Notice';
import classes from './CompetitionHero.module.css';
import { CompetitionStages } from './CompetitionStages';
import { mainAction, openStage } from './main-action';

interface Props {
  competition: FragmentType<CompetitionHero_competitionFragment>;
  /** On the competition's own page the name is the page's heading. */
  isPageHeading?: boolean;
  /** The page repeats the button at the bottom of a phone's screen, where thumbs are. */
  hasActionBar?: boolean;
}

/** What a competition is, where it stands, and the one thing to do about it. */
export function CompetitionHero({ competition, isPageHeading = false, hasActionBar = false }: Props) {
  const { t } = useTranslation('competitions');
  const client = useApolloClient();
  const { data, complete } = useFragment({
    fragment: CompetitionHero_competitionFragmentDoc,
    fragmentName: 'CompetitionHero_competition',
    from: competition,
  });
  if (!complete) return null;
  const { slug, name } = data;
  const stage = openStage(data.stages);
  const next = data.stages.find(({ status }) => status === 'UPCOMING');
  const isTap = data.ballotRule.style === 'TAP';
  const Heading = isPageHeading ? 'h1' : 'h2';

  // A stage that ends opens another. Spread out, so that not every phone asks at once.
  const askAgain = () =>
    setTimeout(() => void client.refetchQueries({ include: 'active' }), 1000 + Math.random() * 5000);

  return (
    <Columns
      as="article"
      sizes="minmax(0, 1fr) 19rem"
      gap={12}
      rowGap={6}
      tone="raised"
      pad={6}
      className={classes.hero}
    >
      <Stack gap={2}>
        <p className="faint small">{t('hostedBy', { name: data.host.name })}</p>
        <Heading className={classes.name}>{isPageHeading ? name : <Link to={`/c/${slug}`}>{name}</Link>}</Heading>
        <p className="soft large">{data.tagline}</p>
        {data.isDemonstration && <Notice>{t('demonstration')}</Notice>}
      </Stack>
      <Stack gap={3}>
        <Standing data={data} next={next} onStageEnd={askAgain} />
        <div className={classes.button} data-also-below={hasActionBar || undefined}>
          <MainButton data={data} />
        </div>
        {stage?.kind === 'VOTING' && (
          <p className="faint small">
            {data.viewerVotesLeftToday === null
              ? t(isTap ? 'votesPerDay' : 'ballotsPerDay', { count: data.ballotRule.votesPerDay })
              : t(isTap ? 'votesLeft' : 'ballotsLeft', { count: data.viewerVotesLeftToday })}
          </p>
        )}
      </Stack>
      <div className={classes.stages}>
        <CompetitionStages competition={data} isExact={isPageHeading} />
      </div>
    </Columns>
  );
}

type Data = CompetitionHero_competitionFragment;

interface StandingProps {
  data: Data;
  next: Data['stages'][number] | undefined;
  onStageEnd: () => void;
}

/** Where it stands, in one line and a countdown. */
function Standing({ data, next, onStageEnd }: StandingProps) {
  const { t } = useTranslation('competitions');
  const { timeZone } = data;
  const stage = openStage(data.stages);
  if (data.resultsPublishedAt) {
    return (
      <Stack as="p" gap={1} className={classes.stage}>
        <b>{t('published')}</b>
        <span className="faint small">
          <DateTime value={data.resultsPublishedAt} timeZone={timeZone} />
        </span>
      </Stack>
    );
  }
  const until = stage?.closesAt ?? next?.opensAt;
  if (!until)
    return (
      <Stack as="p" gap={1} className={classes.stage}>
        {t('over')}
      </Stack>
    );
  return (
    <Stack gap={1} className={classes.stage}>
      <b>{stage ? t('endsIn', { stage: stage.name }) : t('startsIn', { stage: next?.name })}</b>
      <Countdown until={until} onEnd={onStageEnd} />
      <span className="faint small">
        {stage ? t('closesAt') : t('opensAt')} <DateTime value={until} timeZone={timeZone} />
      </span>
    </Stack>
  );
}

function MainButton({ data }: { data: Data }) {
  const { t } = useTranslation('competitions');
  const { to, word } = mainAction(data);
  return (
    <ButtonLink to={to} size="lg" fullWidth>
      {t(`actions.${word}`)}
    </ButtonLink>
  );
}

/** The same one thing within a thumb's reach, for the end of a page. */
export function CompetitionActionBar({ competition }: Pick<Props, 'competition'>) {
  const { t } = useTranslation('competitions');
  const { data, complete } = useFragment({
    fragment: CompetitionHero_competitionFragmentDoc,
    fragmentName: 'CompetitionHero_competition',
    from: competition,
  });
  if (!complete) return null;
  const { to, word } = mainAction(data);
  return (
    <ActionBar label={t('mainAction')} isPhoneOnly>
      <ButtonLink to={to} fullWidth>
        {t(`actions.${word}`)}
      </ButtonLink>
    </ActionBar>
  );
}
