import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Card } from '../../ui/layout/Stack';
import { draftOf } from './draft';
import classes from './Rubric.module.css';
import { scopeOf, type EditedRubric, type RubricCompetition, type Scope } from './scopes';
import { ShareList } from './ShareList';
import { useScopeWords } from './useScopeWords';

interface Props {
  competition: RubricCompetition;
  scope: Scope;
  /** The more general one that holds here. */
  holding: EditedRubric;
  isFrozen: boolean;
  onCopy: () => void;
}

/** Where there is no rubric of its own: which one holds, and how to have one's own. */
export function HeldRubric({ competition, scope, holding, isFrozen, onCopy }: Props) {
  const { t } = useTranslation('rubric');
  const inWords = useScopeWords(competition);
  const kind = scope.stageId && scope.categoryId ? 'both' : scope.categoryId ? 'category' : 'stage';
  return (
    <Card tone="raised" pad={5} gap={4}>
      <p>{t('held.text', { scope: inWords(scopeOf(holding)) })}</p>
      <ShareList criteria={draftOf(holding).criteria} />
      {!isFrozen && (
        <>
          <Button variant="light" className={classes.inSheet} onClick={onCopy}>
            {t(`held.own.${kind}`)}
          </Button>
          <p className="soft small reading">{t('held.help')}</p>
        </>
      )}
    </Card>
  );
}
