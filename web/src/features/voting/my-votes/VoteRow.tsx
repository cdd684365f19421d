import type { FragmentType } from '@apollo/client';
import { useApolloClient, useFragment } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { RetractVoteDocument } from '../../../gql/RetractVote';
import { VoteRow_voteFragmentDoc, type VoteRow_voteFragment } from '../../../gql/VoteRow_vote';
import { Button } from '../../../ui/Button';
import { useInstantWords } from '../../../ui/time/DateTime';
import { Columns } from '../../../ui/layout/Columns';
import { Stack } from '../../../ui/layout/Stack';
import { Seal } from '../../../ui/Seal';
import { HoldPanel } from './HoldPanel';
import { noteVote } from '../vote/note-vote';
import { Receipt } from './Receipt';

interface Props {
  vote: FragmentType<VoteRow_voteFragment>;
  competition: { id: string; slug: string; timeZone: string };
  hasPoints: boolean;
  /** A vote of today, where votes are taps and may be taken back. */
  canUndo: boolean;
  onUndone: (title: string) => void;
}

/** One vote as the server counts it. */
export function VoteRow({ vote, competition, hasPoints, canUndo, onUndone }: Props) {
  const { t } = useTranslation('ballots');
  const inWords = useInstantWords();
  const { data, complete } = useFragment({
    fragment: VoteRow_voteFragmentDoc,
    fragmentName: 'VoteRow_vote',
    from: vote,
  });
  if (!complete) return null;
  const { entry, hold, state } = data;
  return (
    <Columns
      as="li"
      from="always"
      sizes="minmax(0, 1fr) auto"
      gap={4}
      rowGap={2}
      align="start"
      tone="ruled"
      padBlock={4}
    >
      <Stack align="start">
        <Link className="strong" to={`/c/${competition.slug}/entries/${entry.number}`}>
          {entry.title}
        </Link>
        <span className="faint small">
          {[entry.organization?.name, hasPoints && t('mine.points', { count: data.points })]
            .filter(Boolean)
            .join(' · ')}
        </span>
        <span className="faint small">{t('mine.castAt', { time: inWords(data.castAt, competition.timeZone) })}</span>
        <Receipt receipt={data.receipt} />
      </Stack>
      <Stack align="end">
        <Seal tone={state === 'COUNTED' ? 'seal' : 'gold'}>{t(`mine.state.${state}`)}</Seal>
        {canUndo && state !== 'VOIDED' && (
          <Undo competitionId={competition.id} entry={entry} onUndone={() => onUndone(entry.title)} />
        )}
      </Stack>
      {hold && <HoldPanel voteId={data.id} hold={hold} timeZone={competition.timeZone} />}
    </Columns>
  );
}

interface UndoProps {
  competitionId: string;
  entry: { id: string; title: string };
  onUndone: () => void;
}

function Undo({ competitionId, entry, onUndone }: UndoProps) {
  const { t } = useTranslation('ballots');
  const client = useApolloClient();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const undo = async () => {
    setBusy(true);
    setProblem('');
    try {
      const input = { entryId: entry.id };
      const { data } = await client.mutate({ mutation: RetractVoteDocument, variables: { input } });
      const result = data?.retractVote;
      if (result?.__typename !== 'RetractVoteSuccess') return setProblem(result?.message ?? t('mine.undoFailed'));
      noteVote(client.cache, { entryId: entry.id, competitionId }, null, result.votesLeftToday);
      onUndone();
    } catch {
      setProblem(t('mine.undoFailed'));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button
        variant="subtle"
        px="xs"
        loading={isBusy}
        aria-label={t('mine.undoOf', { title: entry.title })}
        onClick={() => void undo()}
      >
        {t('mine.undo')}
      </Button>
      {problem && <span role="alert">{problem}</span>}
    </>
  );
}
