import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/useLanguage';
import { ButtonLink } from '../../ui/ButtonLink';
import { useNow } from '../../ui/time/clock';
import { DateTime } from '../../ui/time/DateTime';
import { Columns } from '../../ui/layout/Columns';
import { Stack } from '../../ui/layout/Stack';
import { Notice } from '../../ui/Notice';
import { useTimeLeft } from '../../ui/time/TimeLeft';
import classes from './TodayPanel.module.css';
import { nextDeadline, tasksOf, type Organized, type Task } from './today';

/** What waits for an organizer, and what the clock says. */
export function TodayPanel({ competition }: { competition: Organized }) {
  const { t } = useTranslation('organizing');
  const { slug, timeZone, resultsPublishedAt } = competition;
  const tasks = tasksOf(competition);
  return (
    <Columns from="desk" sizes="minmax(0, 1fr) 18rem" gap={4} align="start">
      {tasks.length > 0 ? (
        <Stack as="ul" tone="raised">
          {tasks.map((task) => (
            <li key={task.kind} className={classes.task} data-kind={task.kind}>
              <TaskLine task={task} slug={slug} />
            </li>
          ))}
        </Stack>
      ) : (
        <Notice tone="good">
          {resultsPublishedAt ? (
            <>
              <p>
                {t('today.published')} <DateTime value={resultsPublishedAt} timeZone={timeZone} />
              </p>
              <ButtonLink to={`/c/${slug}/results`} className={classes.button}>
                {t('today.seeResults')}
              </ButtonLink>
            </>
          ) : (
            t('today.nothing')
          )}
        </Notice>
      )}
      <Deadline competition={competition} />
    </Columns>
  );
}

function TaskLine({ task: { kind, page, count = 0, total = 0, stage = '' }, slug }: { task: Task; slug: string }) {
  const { t } = useTranslation('organizing');
  const number = new Intl.NumberFormat(useLanguage());
  return (
    <>
      <p className={classes.words}>
        {count > 0 && <b className={classes.number}>{number.format(count)} </b>}
        {t(`today.${kind}`, { count, total, stage })}
      </p>
      <ButtonLink
        to={`/organize/${slug}/${page}`}
        color={kind === 'publish' ? 'seal' : 'laurel'}
        variant={count > 0 && kind !== 'review' && kind !== 'cases' ? 'light' : 'filled'}
      >
        {t(`today.to.${kind}`)}
      </ButtonLink>
    </>
  );
}

function Deadline({ competition: { stages, timeZone } }: { competition: Organized }) {
  const { t } = useTranslation('organizing');
  const next = nextDeadline(stages, useNow(30_000));
  const { words } = useTimeLeft(next?.at ?? '');
  if (!next) return null;
  return (
    <aside className={classes.deadline}>
      <p className="soft small">{t('today.deadline')}</p>
      <p className="strong">{t(next.isClosing ? 'today.closes' : 'today.opens', { stage: next.stage.name })}</p>
      <p className={classes.left}>{t('today.left', { left: words })}</p>
      <p className="soft small">
        <DateTime value={next.at} timeZone={timeZone} />
      </p>
    </aside>
  );
}
