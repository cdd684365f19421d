import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Seat_judgeFragment } from '../../../gql/Seat_judge';
import { ButtonLink } from '../../../ui/ButtonLink';
import { DateTime } from '../../../ui/time/DateTime';
import { Notice } from '../../../ui/Notice';
import { Ring } from '../../../ui/chart/Ring';
import { Tag } from '../../../ui/Tag';
import { useNow } from '../../../ui/time/clock';
import { Row } from '../../../ui/layout/Row';
import { Stack } from '../../../ui/layout/Stack';
import { useTimeLeft } from '../../../ui/time/TimeLeft';
import { paceFor } from './pace';
import { progressOf } from './progress';
import classes from './Seat.module.css';
import type { Outbox } from '../sync/useOutbox';

interface Props {
  seat: Seat_judgeFragment;
  /** The next sheet that is not handed in. */
  nextId: string | undefined;
  outbox: Outbox;
}

/** One seat on one panel: how far, how long, how fast, and on with it. */
export function Seat({ seat, nextId, outbox }: Props) {
  const { t } = useTranslation('judging');
  const { competition, stage, panelName, code } = seat;
  const progress = progressOf(seat, outbox);
  const now = useNow(10_000);
  const { words, isOver } = useTimeLeft(stage.closesAt);
  const isOpen = stage.status === 'OPEN' && !isOver;
  const pace = paceFor(progress.assigned - progress.submitted, Date.parse(stage.closesAt) - now);
  return (
    <article className={classes.seat}>
      <Ring
        done={progress.submitted}
        begun={progress.submitted + progress.started}
        total={progress.assigned}
        size={96}
        label={t('seat.progress', { ...progress })}
      />
      <Stack gap={1}>
        <Row as="p" gap={3} rowGap={1} align="stretch" className={classes.name}>
          <Link to={`/c/${competition.slug}`}>{competition.name}</Link>
          {competition.isDemonstration && <Tag tone="gold">{t('demonstration')}</Tag>}
        </Row>
        <p className="faint small">{t('seat.place', { stage: stage.name, panel: panelName, code })}</p>
        <p>
          {stage.status === 'UPCOMING' ? (
            <>
              {t('seat.opens')} <DateTime value={stage.opensAt} timeZone={competition.timeZone} />
            </>
          ) : isOpen ? (
            <>
              <b>{t('seat.left', { left: words })}</b>
              <span className="faint small">
                {' '}
                {t('seat.closes')} <DateTime value={stage.closesAt} timeZone={competition.timeZone} />
              </span>
            </>
          ) : (
            <>
              {t('seat.closed')} <DateTime value={stage.closesAt} timeZone={competition.timeZone} />
            </>
          )}
        </p>
        {isOpen && pace && <p>{t(`pace.${pace.unit}`, { count: pace.count })}</p>}
      </Stack>
      <div className={classes.action}>
        {progress.assigned === 0 ? (
          <Notice>{t('seat.nothingAssigned')}</Notice>
        ) : nextId && isOpen ? (
          <ButtonLink to={`/judge/assignments/${nextId}`} size="lg" fullWidth>
            {progress.submitted + progress.started === 0 ? t('seat.begin') : t('seat.continue')}
          </ButtonLink>
        ) : (
          !nextId && <Notice tone="good">{t('seat.allDone')}</Notice>
        )}
      </div>
    </article>
  );
}
