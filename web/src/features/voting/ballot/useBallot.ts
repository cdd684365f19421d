import { useApolloClient } from '@apollo/client/react';
import { useRef } from 'react';
import { codeOf } from '../../../apollo/errors';
import { CastBallotDocument } from '../../../gql/CastBallot';
import type { CastVote_voteFragment } from '../../../gql/CastVote_vote';
import { RetractBallotDocument } from '../../../gql/RetractBallot';
import { deliver } from '../vote/deliver';
import { newKey } from '../../../ui/device/new-key';
import { noteVote } from '../vote/note-vote';
import type { TrayChoice } from './tray';
import { sameVoter } from '../vote/same-voter';
import { forget, keyOf, remember } from '../vote/unanswered';
import { setState, useVoteState } from '../vote/vote-states';

interface Options {
  competitionId: string;
  isNewDevice: boolean;
  isPoints: boolean;
  /** Asks the server again what the viewer may do. */
  onStale: () => void;
  onCast: (votes: CastVote_voteFragment[], choices: readonly TrayChoice[]) => void;
  onRetracted: () => void;
}

/** What was sent with a key is what the key stands for: another ballot needs another key. */
const subjectOf = (competitionId: string, choices: readonly TrayChoice[]): string =>
  `${competitionId}/${JSON.stringify(choices.map(({ entryId, points }) => [entryId, points]))}`;

/** Whether this very ballot was sent and not answered, as after a reload. */
export const isUnanswered = (competitionId: string, choices: readonly TrayChoice[]): boolean =>
  keyOf(subjectOf(competitionId, choices)) !== undefined;

/** Casts a ballot whole and takes it back whole; otherwise as a single vote. */
export function useBallot({ competitionId, isNewDevice, isPoints, onStale, onCast, onRetracted }: Options) {
  const client = useApolloClient();
  const state = useVoteState(competitionId);
  const aborter = useRef<AbortController>(undefined);

  const cast = async (choices: readonly TrayChoice[]) => {
    aborter.current?.abort();
    const { signal } = (aborter.current = new AbortController());
    const show: typeof setState = (...args) => void (signal.aborted || setState(...args));
    const subject = subjectOf(competitionId, choices);
    show(competitionId, { is: 'casting' });
    try {
      if (isNewDevice) {
        const { becomeKnown } = await import('../proof/device');
        await becomeKnown(() => show(competitionId, { is: 'proving' }));
      }
      const assertVoter = sameVoter(client);
      const key = keyOf(subject) ?? newKey();
      remember(subject, key);
      const result = await deliver(
        async ({ proof, onPlace }) => {
          assertVoter();
          const { data } = await client.mutate({
            mutation: CastBallotDocument,
            variables: {
              input: {
                competitionId,
                key,
                proof,
                choices: choices.map(({ entryId, points }) => (isPoints ? { entryId, points } : { entryId })),
              },
            },
            context: { onPlace, staysOnPage: true },
          });
          if (!data) throw new Error('The ballot was not answered');
          return data.castBallot;
        },
        (delay) => show(competitionId, delay ?? { is: 'casting' }),
        signal,
      );
      forget(subject);
      if (result.__typename !== 'CastBallotSuccess') {
        show(competitionId, { is: 'refused', message: result.message });
        return onStale();
      }
      for (const [place, vote] of result.votes.entries()) {
        const entryId = choices[place]?.entryId ?? '';
        noteVote(client.cache, { entryId, competitionId }, vote, result.votesLeftToday);
      }
      onCast(result.votes, choices);
      show(competitionId, { is: 'counted' });
    } catch (error) {
      if (codeOf(error) !== 'UNAUTHENTICATED') return show(competitionId, { is: 'unconfirmed', wanted: 'cast' });
      forget(subject);
      show(competitionId, { is: 'unknown' });
      onStale();
    }
  };

  const retract = async () => {
    setState(competitionId, { is: 'retracting' });
    try {
      const { data } = await client.mutate({
        mutation: RetractBallotDocument,
        variables: { input: { competitionId } },
        context: { onPlace: () => undefined },
      });
      const result = data?.retractBallot;
      if (!result) throw new Error('The undoing was not answered');
      if (result.__typename !== 'RetractBallotSuccess') {
        return setState(competitionId, { is: 'refused', message: result.message });
      }
      setState(competitionId, { is: 'retracted' });
      onRetracted();
    } catch {
      setState(competitionId, { is: 'unconfirmed', wanted: 'retract' });
    }
  };

  const stopWaiting = () => {
    aborter.current?.abort();
    setState(competitionId, { is: 'idle' });
  };
  return { state, cast, retract, stopWaiting };
}
