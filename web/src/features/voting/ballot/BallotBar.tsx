import { useTranslation } from 'react-i18next';
import type { VoteBar_entryFragment } from '../../../gql/VoteBar_entry';
import { Button } from '../../../ui/Button';
import { ButtonLink } from '../../../ui/ButtonLink';
import { Row } from '../../../ui/layout/Row';
import { Seal } from '../../../ui/Seal';
import { useTray } from './useTray';
import { VoteFrame } from '../vote/VoteFrame';
import classes from '../vote/VoteBar.module.css';
import { VoteRefusalText } from '../vote/VoteRefusalText';

/** Where votes are cast together: puts this entry on the ballot, and leads to the ballot. */
export function BallotBar({ entry }: { entry: VoteBar_entryFragment }) {
  const { t } = useTranslation('voting');
  const { competition, voting } = entry;
  const { ballotRule: rule } = competition;
  const tray = useTray(competition.id);
  const count = tray.choices.length;
  const isOn = tray.choices.some(({ entryId }) => entryId === entry.id);
  // Choosing asks for nobody's name; casting does.
  const canChoose = voting.canVote || voting.refusal === 'SIGNED_OUT';
  const isFull = count >= rule.maxChoices;
  const choice = { entryId: entry.id, number: entry.number, title: entry.title, categoryId: entry.category.id };
  return (
    <VoteFrame competition={competition}>
      <Row gap={3} rowGap={1} className={classes.words} role="status">
        {voting.vote && voting.refusal !== 'CLOSED' ? (
          <>
            <Seal tone={voting.vote.state === 'COUNTED' ? 'seal' : 'gold'}>{t(`states.${voting.vote.state}`)}</Seal>
            <span>{t('ballot.cast')}</span>
          </>
        ) : canChoose ? (
          <span>
            {isOn && t('ballot.isOn')}{' '}
            {isFull && !isOn ? t('ballot.full', { count: rule.maxChoices }) : t('ballot.chosen', { count })}
          </span>
        ) : (
          <VoteRefusalText entry={entry} />
        )}
      </Row>
      {canChoose && (isOn || !isFull) && (
        <Button
          size="lg"
          variant={isOn ? 'subtle' : 'filled'}
          px={isOn ? 'xs' : undefined}
          onClick={() => (isOn ? tray.remove(entry.id) : tray.add(choice))}
        >
          {isOn ? t('ballot.remove') : t('ballot.add')}
        </Button>
      )}
      {voting.refusal !== 'CLOSED' && voting.refusal !== 'NOT_YET_OPEN' && (isOn || isFull || !canChoose) && (
        <ButtonLink variant={canChoose ? 'filled' : 'light'} to={`/c/${competition.slug}/ballot`}>
          {t('ballot.open')}
        </ButtonLink>
      )}
    </VoteFrame>
  );
}
