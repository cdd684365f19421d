import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActDialog } from '../../forms/ActDialog';
import { useAct } from '../../forms/useAct';
import { PublishDecisionsDocument } from '../../gql/PublishDecisions';
import { Row } from '../../ui/layout/Row';
import { Notice } from '../../ui/Notice';

interface Props {
  competitionId: string;
  waiting: number;
  onPublished: (news: string) => void;
}

/** Lets everything that is settled take effect at the same moment. */
export function PublishBar({ competitionId, waiting, onPublished }: Props) {
  const { t } = useTranslation('review');
  const [isAsking, setAsking] = useState(false);
  const act = useAct(PublishDecisionsDocument);
  const publish = async () => {
    const done = await act.run({ competitionId });
    if (!done) return;
    const { published, unverified } = done;
    setAsking(false);
    const still = unverified > 0 ? ` ${t('publish.unverified', { count: unverified })}` : '';
    onPublished(`${t('publish.done', { count: published })}${still}`);
  };
  return (
    <Notice>
      <Row gap={4} rowGap={2}>
        <p>{t('publish.waiting', { count: waiting })}</p>
        <Button onClick={() => setAsking(true)}>{t('publish.action')}</Button>
      </Row>
      {isAsking && (
        <ActDialog
          act={act}
          title={t('publish.title')}
          action={t('publish.action')}
          color="seal"
          onConfirm={publish}
          onClose={() => setAsking(false)}
        >
          <p>{t('publish.text', { count: waiting })}</p>
        </ActDialog>
      )}
    </Notice>
  );
}
