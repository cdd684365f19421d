import { useTranslation } from 'react-i18next';
import { Row } from '../ui/layout/Row';
import { Card, Stack } from '../ui/layout/Stack';
import { Tag } from '../ui/Tag';
import { useNow } from '../ui/time/clock';
import { Countdown } from '../ui/time/Countdown';
import { DateTime, useInstantWords } from '../ui/time/DateTime';
import { endOf, isLastHour, stateAt, type WindowInstants } from './submission-window';
import classes from './SubmissionDeadline.module.css';

interface Props {
  window: WindowInstants;
  timeZone: string;
  /** Without the sentence about clocks, where another place of the page has it. */
  isShort?: boolean;
}

/** Until when what can be handed in: in words, in its zone, and by the server's clock. */
export function SubmissionDeadline({ window, timeZone, isShort = false }: Props) {
  const { t } = useTranslation('deadlines');
  const inWords = useInstantWords();
  const now = useNow(1000);
  const state = stateAt(window, now);
  const isLast = isLastHour(window, now);
  const until = endOf(window, state);
  const said = {
    opensAt: inWords(window.opensAt, timeZone),
    deadline: inWords(window.deadline, timeZone),
  };
  const isExtended = window.extendedUntil !== null && window.deadline > window.closesAt && state !== 'CLOSED';
  return (
    <Card
      as="section"
      tone="strong"
      gap={3}
      className={classes.deadline}
      data-state={state}
      data-last={isLast || undefined}
      aria-label={t('label')}
    >
      <Row gap={8} rowGap={3} justify="between">
        <Stack as="p" className={classes.until}>
          <span className={classes.title}>{t(`states.${state}.title`)}</span>
          {until !== null && (
            <b>
              <DateTime value={until} timeZone={timeZone} />
            </b>
          )}
        </Stack>
        {until !== null && <Countdown until={until} />}
      </Row>
      {/* Said when it changes: a page may stand open over a deadline. */}
      <div role="status" className={classes.words}>
        {isLast && <p className={classes.last}>{t('lastHour')}</p>}
        {state !== 'OPEN' && <p>{t(`states.${state}.text`, said)}</p>}
      </div>
      {isExtended && (
        <Row as="p" gap={2}>
          <Tag tone="laurel">{t('extended')}</Tag> {t('extendedText', { closesAt: inWords(window.closesAt, timeZone) })}
        </Row>
      )}
      {!isShort && <small>{t('whoDecides')}</small>}
    </Card>
  );
}
