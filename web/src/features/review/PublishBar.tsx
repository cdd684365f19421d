import { useMutation } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PublishDecisionsDocument } from '../../gql/PublishDecisions';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { Notice } from '../../ui/Notice';
import classes from './Review.module.css';

interface Props {
  competitionId: string;
  waiting: number;
  onPublished: (news: string) => void;
}

/** Lets everything that is settled take effect at the same moment. */
export function PublishBar({ competitionId, waiting, onPublished }: Props) {
  const { t } = useTranslation('review');
  const [isAsking, setAsking] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [publishDecisions, { loading }] = useMutation(PublishDecisionsDocument);
  const publish = async () => {
    setProblem(undefined);
    const answer = await publishDecisions({ variables: { input: { competitionId } } }).catch(() => undefined);
    const result = answer?.data?.publishDecisions;
    if (result?.__typename !== 'PublishDecisionsSuccess') return setProblem(result?.message ?? t('publish.failed'));
    const { published, unverified } = result;
    setAsking(false);
    const still = unverified > 0 ? ` ${t('publish.unverified', { count: unverified })}` : '';
    onPublished(`${t('publish.done', { count: published })}${still}`);
  };
  return (
    <Notice>
      <div className={classes.publish}>
        <p>{t('publish.waiting', { count: waiting })}</p>
        <Button onClick={() => setAsking(true)}>{t('publish.action')}</Button>
      </div>
      {isAsking && (
        <ConfirmDialog
          title={t('publish.title')}
          action={t('publish.action')}
          color="seal"
          isOpen
          isBusy={loading}
          problem={problem}
          onConfirm={() => void publish()}
          onClose={() => setAsking(false)}
        >
          <p>{t('publish.text', { count: waiting })}</p>
        </ConfirmDialog>
      )}
    </Notice>
  );
}
