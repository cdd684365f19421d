import { Button } from '@mantine/core';
import { useId, useState, type ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { useInstantWords } from '../../ui/time/DateTime';
import { Card, Stack } from '../../ui/layout/Stack';
import { Row } from '../../ui/layout/Row';
import { Notice } from '../../ui/Notice';
import { AssignDialog } from './AssignDialog';
import { PublishDialog } from './PublishDialog';
import { ShortlistDialog } from './ShortlistDialog';
import { publishObstacle, stageOf, type Organized } from './today';

interface ActDialogProps {
  competition: Organized;
  onClose: () => void;
  onDone: (news: string) => void;
}

const dialogs: Record<'assign' | 'shortlist' | 'publish', ComponentType<ActDialogProps>> = {
  assign: AssignDialog,
  shortlist: ShortlistDialog,
  publish: PublishDialog,
};
type ActName = keyof typeof dialogs;

interface Props {
  name: ActName;
  competition: Organized;
  onDone: () => void;
}

/** One thing that an organizer can do for the whole competition: what it does, and why it is not possible yet. */
export function Act({ name, competition, onDone }: Props) {
  const { t } = useTranslation('organizing');
  const id = useId();
  const obstacle = useObstacle(competition)(name);
  const [isAsking, setAsking] = useState(false);
  const [news, setNews] = useState<string>();
  const Dialog = dialogs[name];
  const isFinal = name === 'publish';
  return (
    <Stack gap={3}>
      <div role="status">{news && <Notice tone="good">{news}</Notice>}</div>
      <Card>
        <Row justify="between" gap={4} rowGap={2}>
          <div className="reading">
            <p>{t(`actions.${name}Text`)}</p>
            {obstacle && (
              <p className="faint small" id={id}>
                {obstacle}
              </p>
            )}
          </div>
          <Button
            variant={isFinal ? 'filled' : 'light'}
            color={isFinal ? 'seal' : 'laurel'}
            disabled={obstacle !== null}
            aria-describedby={obstacle ? id : undefined}
            onClick={() => setAsking(true)}
          >
            {t(`actions.${name}`)}
          </Button>
        </Row>
      </Card>
      {isAsking && (
        <Dialog
          competition={competition}
          onClose={() => setAsking(false)}
          onDone={(words) => {
            setAsking(false);
            setNews(words);
            onDone();
          }}
        />
      )}
    </Stack>
  );
}

function useObstacle(competition: Organized): (name: ActName) => string | null {
  const { t } = useTranslation('organizing');
  const inWords = useInstantWords();
  const afterStage = ({ name, closesAt }: Organized['stages'][number]) =>
    t('actions.afterStage', { stage: name, time: inWords(closesAt, competition.timeZone) });
  return (name) => {
    if (competition.resultsPublishedAt !== null) return t('actions.over');
    const review = stageOf(competition, 'REVIEW');
    if (name === 'shortlist' && review && review.status !== 'CLOSED') return afterStage(review);
    const obstacle = name === 'publish' ? publishObstacle(competition) : null;
    switch (obstacle?.kind) {
      case 'stage':
        return afterStage(obstacle.stage);
      case 'sheets':
        return t('actions.afterSheets', { count: obstacle.count });
      case 'cases':
        return t('actions.afterCases', { count: obstacle.count });
      default:
        return null;
    }
  };
}
