import { useMutation } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCircle, IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { OpenCompetitionDocument } from '../../gql/OpenCompetition';
import { ActionBar } from '../../ui/ActionBar';
import { ButtonLink } from '../../ui/ButtonLink';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { useInstantWords } from '../../ui/DateTime';
import { Notice } from '../../ui/Notice';
import { Ring } from '../../ui/Ring';
import type { StepProps } from './BasicsStep';
import classes from './SetUp.module.css';

/** What is still missing, and the button that shows the competition to everybody. */
export function OpenStep({ competition, onSaved }: Omit<StepProps, 'onNext'>) {
  const { t } = useTranslation('setup');
  const inWords = useInstantWords();
  const [open, { loading }] = useMutation(OpenCompetitionDocument);
  const [isAsking, setAsking] = useState(false);
  const [problem, setProblem] = useState<string>();
  const { id, slug, name, openedAt, timeZone, checklist } = competition;
  const items = checklist ?? [];
  const missing = items.filter((item) => item.isRequired && !item.isDone);
  const done = items.filter(({ isDone }) => isDone).length;

  const confirm = async () => {
    setProblem(undefined);
    const variables = { input: { competitionId: id } };
    const answer = await open({ variables, context: { staysOnPage: true } }).catch(() => undefined);
    const result = answer?.data?.openCompetition;
    if (result?.__typename !== 'OpenCompetitionSuccess') setProblem(result?.message ?? t('network'));
    else setAsking(false);
    await onSaved();
  };

  return (
    <>
      {openedAt !== null && (
        <Notice tone="good">
          <p>{t('open.isOpen', { time: inWords(openedAt, timeZone) })}</p>
          <ButtonLink to={`/c/${slug}`} variant="default">
            {t('open.see')}
          </ButtonLink>
        </Notice>
      )}
      <div className={classes.progress}>
        <Ring done={done} total={items.length} size={88} label={t('open.done', { done, count: items.length })} />
        <p>{missing.length > 0 ? t('open.missing', { count: missing.length }) : t('open.ready')}</p>
      </div>
      <ul className={classes.checklist}>
        {items.map((item) => (
          <li key={item.key} className={classes.item} data-state={stateOf(item)}>
            {item.isDone ? (
              <IconCircleCheck size={24} role="img" aria-label={t('open.isDone')} />
            ) : item.isRequired ? (
              <IconAlertTriangle size={24} role="img" aria-label={t('open.isMissing')} />
            ) : (
              <IconCircle size={24} role="img" aria-label={t('open.isOptional')} />
            )}
            <Link to={item.path}>{item.sentence}</Link>
            {!item.isDone && !item.isRequired && <span className={classes.help}>{t('open.optional')}</span>}
          </li>
        ))}
      </ul>
      {openedAt === null && (
        <p className={classes.help}>
          {t('open.rehearse')} <Link to={`/organize/${slug}/rehearsal`}>{t('open.rehearsal')}</Link>
        </p>
      )}
      {openedAt === null && (
        <ActionBar label={t('bar')}>
          <span className={classes.state}>{missing.length > 0 ? t('open.blocked') : ''}</span>
          <Button color="seal" disabled={missing.length > 0} onClick={() => setAsking(true)}>
            {t('open.action')}
          </Button>
        </ActionBar>
      )}
      <ConfirmDialog
        title={t('open.title', { name })}
        action={t('open.action')}
        color="seal"
        isOpen={isAsking}
        isBusy={loading}
        problem={problem}
        onConfirm={() => void confirm()}
        onClose={() => setAsking(false)}
      >
        <p>{t('open.text')}</p>
      </ConfirmDialog>
    </>
  );
}

const stateOf = ({ isDone, isRequired }: { isDone: boolean; isRequired: boolean }) =>
  isDone ? 'done' : isRequired ? 'missing' : 'optional';
