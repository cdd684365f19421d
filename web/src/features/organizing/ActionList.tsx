import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Desk_competitionFragment } from '../../gql/Desk_competition';
import { useLanguage } from '../../i18n/useLanguage';
import { formatInstant } from '../../ui/time';
import { ButtonLink } from '../../ui/ButtonLink';
import classes from './ActionList.module.css';
import type { ActionName } from './TodayPanel';
import { publishObstacle, stageOf } from './today';

interface Props {
  competition: Desk_competitionFragment;
  onAct: (action: ActionName) => void;
}

/** What an organizer can do here, what each does, and why one is not possible yet. */
export function ActionList({ competition, onAct }: Props) {
  const { t } = useTranslation('organizing');
  const language = useLanguage();
  const when = (instant: string) => formatInstant(instant, { language, timeZone: competition.timeZone });
  const voting = stageOf(competition, 'VOTING');
  const isPublished = competition.resultsPublishedAt !== null;

  const notYet = (action: ActionName): string | null => {
    if (isPublished) return t('actions.over');
    if (action === 'shortlist') {
      const review = stageOf(competition, 'REVIEW');
      if (review && review.status !== 'CLOSED') {
        return t('actions.afterStage', { stage: review.name, time: when(review.closesAt) });
      }
    }
    if (action !== 'publish') return null;
    const obstacle = publishObstacle(competition);
    if (obstacle?.kind === 'stage') {
      return t('actions.afterStage', { stage: obstacle.stage.name, time: when(obstacle.stage.closesAt) });
    }
    if (obstacle?.kind === 'sheets') return t('actions.afterSheets', { count: obstacle.count });
    return obstacle?.kind === 'cases' ? t('actions.afterCases', { count: obstacle.count }) : null;
  };

  return (
    <ul className={classes.actions}>
      <li className={classes.action}>
        <p className={classes.words}>{t('actions.setUpText')}</p>
        <ButtonLink to={`/organize/${competition.slug}/setup`} variant="light">
          {t('actions.setUp')}
        </ButtonLink>
      </li>
      <li className={classes.action}>
        <p className={classes.words}>{t('actions.rehearsalText')}</p>
        <ButtonLink to={`/organize/${competition.slug}/rehearsal`} variant="light">
          {t('actions.rehearsal')}
        </ButtonLink>
      </li>
      <li className={classes.action}>
        <p className={classes.words}>{t('actions.startText')}</p>
        <ButtonLink to="/organize" variant="light">
          {t('actions.start')}
        </ButtonLink>
      </li>
      <li className={classes.action}>
        <p className={classes.words}>{t('actions.nominationsText')}</p>
        <ButtonLink to={`/organize/${competition.slug}/nominations`} variant="light">
          {t('actions.nominations')}
        </ButtonLink>
      </li>
      <li className={classes.action}>
        <p className={classes.words}>{t('actions.voteText')}</p>
        <ButtonLink to={`/organize/${competition.slug}/vote`} variant="light">
          {t('actions.vote')}
        </ButtonLink>
      </li>
      <li className={classes.action}>
        <p className={classes.words}>
          {voting && voting.status !== 'UPCOMING'
            ? t('actions.ruleStands')
            : t('actions.ruleText', { time: voting ? when(voting.opensAt) : '' })}
        </p>
        <ButtonLink to={`/organize/${competition.slug}/ballot-rule`} variant="light">
          {t('actions.rule')}
        </ButtonLink>
      </li>
      <li className={classes.action}>
        <p className={classes.words}>{t('actions.panelsText')}</p>
        <ButtonLink to={`/organize/${competition.slug}/panels`} variant="light">
          {t('actions.panels')}
        </ButtonLink>
      </li>
      <li className={classes.action}>
        <p className={classes.words}>{t('actions.rubricText')}</p>
        <ButtonLink to={`/organize/${competition.slug}/rubric`} variant="light">
          {t('actions.rubric')}
        </ButtonLink>
      </li>
      {stageOf(competition, 'SUBMISSION') && (
        <li className={classes.action}>
          <p className={classes.words}>{t('actions.extensionsText')}</p>
          <ButtonLink to={`/organize/${competition.slug}/extensions`} variant="light">
            {t('actions.extensions')}
          </ButtonLink>
        </li>
      )}
      <li className={classes.action}>
        <p className={classes.words}>{t('actions.transfersText')}</p>
        <ButtonLink to={`/organize/${competition.slug}/transfers`} variant="light">
          {t('actions.transfers')}
        </ButtonLink>
      </li>
      <li className={classes.action}>
        <p className={classes.words}>{t('actions.messagesText')}</p>
        <ButtonLink to={`/organize/${competition.slug}/messages`} variant="light">
          {t('actions.messages')}
        </ButtonLink>
      </li>
      {competition.stages
        .filter(({ kind }) => kind === 'REVIEW' || kind === 'PAPERS' || kind === 'FINAL')
        .map(({ id, kind, name, status, opensAt }) => (
          <li key={id} className={classes.action}>
            <p className={classes.words}>
              {status === 'UPCOMING'
                ? t('actions.scoringText', { stage: name, time: when(opensAt) })
                : t('actions.scoringStands', { stage: name })}
            </p>
            <ButtonLink to={`/organize/${competition.slug}/scoring-rule/${kind.toLowerCase()}`} variant="light">
              {t('actions.scoring', { stage: name })}
            </ButtonLink>
          </li>
        ))}
      {(['assign', 'shortlist', 'publish'] as const).map((action) => {
        const obstacle = notYet(action);
        return (
          <li key={action} className={classes.action}>
            <div className={classes.words}>
              <p>{t(`actions.${action}Text`)}</p>
              {obstacle && (
                <p className={classes.obstacle} id={`obstacle-${action}`}>
                  {obstacle}
                </p>
              )}
            </div>
            <Button
              variant={action === 'publish' ? 'filled' : 'light'}
              color={action === 'publish' ? 'seal' : 'laurel'}
              disabled={obstacle !== null}
              aria-describedby={obstacle ? `obstacle-${action}` : undefined}
              onClick={() => onAct(action)}
            >
              {t(`actions.${action}`)}
            </Button>
          </li>
        );
      })}
    </ul>
  );
}
