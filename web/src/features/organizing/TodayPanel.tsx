import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Desk_competitionFragment } from '../../gql/Desk_competition';
import { useLanguage } from '../../i18n/useLanguage';
import { ButtonLink } from '../../ui/ButtonLink';
import { useNow } from '../../ui/clock';
import { DateTime } from '../../ui/DateTime';
import { Notice } from '../../ui/Notice';
import { useTimeLeft } from '../../ui/TimeLeft';
import classes from './TodayPanel.module.css';
import { nextDeadline, tasksOf, type Task } from './today';

export type ActionName = 'assign' | 'shortlist' | 'publish';

interface Props {
  competition: Desk_competitionFragment;
  onAct: (action: ActionName) => void;
}

/** What waits for an organizer, and what the clock says. */
export function TodayPanel({ competition, onAct }: Props) {
  const { t } = useTranslation('organizing');
  const tasks = tasksOf(competition);
  return (
    <div className={classes.panel}>
      {tasks.length > 0 ? (
        <ul className={classes.tasks}>
          {tasks.map((task) => (
            <li key={task.kind} className={classes.task} data-kind={task.kind}>
              <TaskLine task={task} slug={competition.slug} onAct={onAct} />
            </li>
          ))}
        </ul>
      ) : competition.resultsPublishedAt ? (
        <Notice tone="good">
          <p>
            {t('today.published')} <DateTime value={competition.resultsPublishedAt} timeZone={competition.timeZone} />
          </p>
          <ButtonLink to={`/c/${competition.slug}/results`} className={classes.button}>
            {t('today.seeResults')}
          </ButtonLink>
        </Notice>
      ) : (
        <Notice tone="good">{t('today.nothing')}</Notice>
      )}
      <Deadline competition={competition} />
    </div>
  );
}

function TaskLine({ task, slug, onAct }: { task: Task; slug: string; onAct: Props['onAct'] }) {
  const { t } = useTranslation('organizing');
  const number = new Intl.NumberFormat(useLanguage());
  switch (task.kind) {
    case 'publish':
      return (
        <>
          <p className={classes.words}>{t('today.publish')}</p>
          <Button color="seal" onClick={() => onAct('publish')}>
            {t('actions.publish')}
          </Button>
        </>
      );
    case 'cases':
      return (
        <>
          <p className={classes.words}>
            <b className={classes.number}>{number.format(task.count)}</b> {t('today.cases', { count: task.count })}
          </p>
          <ButtonLink to={`/organize/${slug}/vote#cases`}>{t('today.toCases')}</ButtonLink>
        </>
      );
    case 'review':
      return (
        <>
          <p className={classes.words}>
            <b className={classes.number}>{number.format(task.count)}</b> {t('today.review', { count: task.count })}
          </p>
          <ButtonLink to={`/organize/${slug}/entries`}>{t('today.toReview')}</ButtonLink>
        </>
      );
    case 'assign':
      return (
        <>
          <p className={classes.words}>{t('today.assign', { stage: task.stage.name })}</p>
          <Button onClick={() => onAct('assign')}>{t('actions.assign')}</Button>
        </>
      );
    case 'shortlist':
      return (
        <>
          <p className={classes.words}>{t('today.shortlist')}</p>
          <Button onClick={() => onAct('shortlist')}>{t('actions.shortlist')}</Button>
        </>
      );
    case 'sheets':
      return (
        <>
          <p className={classes.words}>
            <b className={classes.number}>{number.format(task.count)}</b>{' '}
            {t('today.sheets', { count: task.count, total: task.total })}
          </p>
          <a className={classes.link} href="#judging">
            {t('today.toSheets')}
          </a>
        </>
      );
    default:
      return (
        <>
          <p className={classes.words}>
            <b className={classes.number}>{number.format(task.count)}</b> {t('today.idleJudges', { count: task.count })}
          </p>
          <a className={classes.link} href="#judging">
            {t('today.toJudging')}
          </a>
        </>
      );
  }
}

function Deadline({ competition }: { competition: Desk_competitionFragment }) {
  const { t } = useTranslation('organizing');
  const next = nextDeadline(competition.stages, useNow(30_000));
  const { words } = useTimeLeft(next?.at ?? '');
  if (!next) return null;
  return (
    <aside className={classes.deadline}>
      <p className={classes.label}>{t('today.deadline')}</p>
      <p className={classes.what}>{t(next.isClosing ? 'today.closes' : 'today.opens', { stage: next.stage.name })}</p>
      <p className={classes.left}>{t('today.left', { left: words })}</p>
      <p className={classes.label}>
        <DateTime value={next.at} timeZone={competition.timeZone} />
      </p>
    </aside>
  );
}
