import { useApolloClient } from '@apollo/client/react';
import { useId, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { AppealHoldDocument } from '../../../gql/AppealHold';
import type { HoldPanel_holdFragment } from '../../../gql/HoldPanel_hold';
import { Button } from '../../../ui/Button';
import { useInstantWords } from '../../../ui/time/DateTime';
import { Card, Stack } from '../../../ui/layout/Stack';
import { Notice } from '../../../ui/Notice';
import classes from './HoldPanel.module.css';

const longest = 500;

interface Props {
  voteId: string;
  hold: HoldPanel_holdFragment;
  timeZone: string;
}

/** Why a vote does not count at the moment or for good, what happens next, and a way to answer. */
export function HoldPanel({ voteId, hold, timeZone }: Props) {
  const { t } = useTranslation('ballots');
  const inWords = useInstantWords();
  if (hold.state === 'RESTORED') return <p className={classes.past}>{t('hold.restored')}</p>;
  const { appeal, outcome } = hold;
  return (
    <Card as="section" tone="gold" gap={4} className={classes.panel}>
      <Stack as="dl" gap={3} className={classes.facts}>
        <div>
          <dt>{t('hold.why')}</dt>
          <dd>{hold.reason}</dd>
        </div>
        {hold.state === 'OPEN' ? (
          <div>
            <dt>{t('hold.next')}</dt>
            <dd>{t('hold.nextText')}</dd>
          </div>
        ) : (
          outcome && (
            <div>
              <dt>{t('hold.outcome')}</dt>
              <dd>{outcome}</dd>
            </div>
          )
        )}
        {appeal && (
          <div>
            <dt>{t('hold.answered', { time: inWords(appeal.appealedAt, timeZone) })}</dt>
            <dd className="lines">{appeal.text}</dd>
          </div>
        )}
      </Stack>
      <p className="visually-hidden" role="status">
        {appeal && t('hold.answered', { time: inWords(appeal.appealedAt, timeZone) })}
      </p>
      {hold.canAppeal && !appeal && <AppealForm voteId={voteId} holdId={hold.id} />}
    </Card>
  );
}

function AppealForm({ voteId, holdId }: { voteId: string; holdId: string }) {
  const { t } = useTranslation('ballots');
  const client = useApolloClient();
  const id = useId();
  const [text, setText] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');

  const send = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setProblem('');
    try {
      const { data } = await client.mutate({
        mutation: AppealHoldDocument,
        variables: { input: { holdId, text: text.trim() } },
        context: { staysOnPage: true },
      });
      const result = data?.appealHold;
      if (result?.__typename !== 'AppealHoldSuccess') return setProblem(result?.message ?? t('hold.failed'));
      // One case may hold several votes of a voter; this one shows the answer at once, the others when asked again.
      client.cache.modify({
        id: client.cache.identify({ __typename: 'Vote', id: voteId }) ?? '',
        fields: { hold: () => result.hold },
      });
    } catch {
      setProblem(t('hold.failed'));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Stack as="form" gap={2} className={classes.form} onSubmit={(event) => void send(event)}>
      <label htmlFor={id}>{t('hold.answer')}</label>
      <p id={`${id}-hint`} className="soft small">
        {t('hold.answerHint')}
      </p>
      <textarea
        id={id}
        className={classes.text}
        rows={4}
        maxLength={longest}
        aria-describedby={`${id}-hint ${id}-left`}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      <p id={`${id}-left`} className="soft small">
        {t('hold.left', { count: longest - text.length })}
      </p>
      <div role="alert">{problem && <Notice tone="trouble">{problem}</Notice>}</div>
      <Button type="submit" className="self-start" loading={isBusy} disabled={text.trim() === ''}>
        {t('hold.send')}
      </Button>
    </Stack>
  );
}
