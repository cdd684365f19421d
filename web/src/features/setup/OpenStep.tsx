import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCircle, IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ActDialog } from '../../forms/ActDialog';
import { useAct } from '../../forms/useAct';
import { OpenCompetitionDocument } from '../../gql/OpenCompetition';
import { ActionBar } from '../../ui/ActionBar';
import { ButtonLink } from '../../ui/ButtonLink';
import { Ring } from '../../ui/chart/Ring';
import { Row } from '../../ui/layout/Row';
import { Stack } from '../../ui/layout/Stack';
import { Notice } from '../../ui/Notice';
import { useInstantWords } from '../../ui/time/DateTime';
import classes from './SetUp.module.css';
import type { StepProps } from './types';

/** What is still missing, and the button that shows the competition to everybody. */
export function OpenStep({ competition, onSaved }: Omit<StepProps, 'onNext'>) {
  const { t } = useTranslation('setup');
  const inWords = useInstantWords();
  const act = useAct(OpenCompetitionDocument);
  const [isAsking, setAsking] = useState(false);
  const { id, slug, name, openedAt, timeZone, checklist } = competition;
  const items = checklist ?? [];
  const missing = items.filter((item) => item.isRequired && !item.isDone);
  const done = items.filter(({ isDone }) => isDone).length;

  const confirm = async () => {
    if (await act.run({ competitionId: id })) setAsking(false);
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
      <Row gap={5} nowrap>
        <Ring done={done} total={items.length} size={88} label={t('open.done', { done, count: items.length })} />
        <p>{missing.length > 0 ? t('open.missing', { count: missing.length }) : t('open.ready')}</p>
      </Row>
      <Stack as="ul" gap={2}>
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
            {!item.isDone && !item.isRequired && <span className="soft small">{t('open.optional')}</span>}
          </li>
        ))}
      </Stack>
      {openedAt === null && (
        <p className="soft">
          {t('open.rehearse')} <Link to={`/organize/${slug}/rehearsal`}>{t('open.rehearsal')}</Link>
        </p>
      )}
      {openedAt === null && (
        <ActionBar label={t('open.action')}>
          <span className="soft small">{missing.length > 0 ? t('open.blocked') : ''}</span>
          <Button color="seal" disabled={missing.length > 0} onClick={() => setAsking(true)}>
            {t('open.action')}
          </Button>
        </ActionBar>
      )}
      {isAsking && (
        <ActDialog
          act={act}
          title={t('open.title', { name })}
          action={t('open.action')}
          color="seal"
          onConfirm={confirm}
          onClose={() => setAsking(false)}
        >
          <p>{t('open.text')}</p>
        </ActDialog>
      )}
    </>
  );
}

const stateOf = ({ isDone, isRequired }: { isDone: boolean; isRequired: boolean }) =>
  isDone ? 'done' : isRequired ? 'missing' : 'optional';
