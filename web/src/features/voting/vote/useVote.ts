import type { ApolloClient } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useEffect } from 'react';
import { CastVoteDocument } from '../../../gql/CastVote';
import { RetractVoteDocument } from '../../../gql/RetractVote';
import { codeOf } from '../../../apollo/errors';
import { deliver } from './deliver';
import { newKey } from '../../../ui/device/new-key';
import { sameVoter } from './same-voter';
import { forget, keyOf, remember } from './unanswered';
import { isUnderway, setState, stateOf, useVoteState } from './vote-states';
import { noteVote } from './note-vote';

interface Options {
  entryId: string;
  competitionId: string;
  /** A browser nobody knows yet, where votes of devices count. */
  isNewDevice: boolean;
  /** Whether the viewer may vote now, so that a vote interrupted by a reload may go on. */
  canVote: boolean;
  /** Called when the server knows better than this page what is possible now. */
  onStale: () => void;
}

const aborters = new Map<string, AbortController>();

export function useVote({ entryId, competitionId, isNewDevice, canVote, onStale }: Options) {
  const client = useApolloClient();
  const state = useVoteState(entryId);
  const subject = { client, entryId, competitionId, isNewDevice, onStale };

  useEffect(() => {
    if (!canVote || isUnderway(stateOf(entryId)) || !keyOf(entryId)) return;
    void cast({ client, entryId, competitionId, isNewDevice: false, onStale });
    // Once, when the page knows that a vote is possible; a tap is not repeated because something else changed.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [canVote, entryId]);

  useEffect(
    () => () => {
      if (!isUnderway(stateOf(entryId))) setState(entryId, { is: 'idle' });
    },
    [entryId],
  );

  return {
    state,
    cast: () => cast(subject),
    retract: () => retract(subject),
    stopWaiting: () => {
      aborters.get(entryId)?.abort();
      forget(entryId);
      setState(entryId, { is: 'idle' });
    },
  };
}

interface Subject {
  client: ApolloClient;
  entryId: string;
  competitionId: string;
  isNewDevice: boolean;
  onStale: () => void;
}

async function cast({ client, entryId, competitionId, isNewDevice, onStale }: Subject): Promise<void> {
  const aborter = new AbortController();
  aborters.get(entryId)?.abort();
  aborters.set(entryId, aborter);
  // What was given up may still answer; it has nothing to say any more.
  const show: typeof setState = (...args) => {
    if (!aborter.signal.aborted) setState(...args);
  };
  show(entryId, { is: 'casting' });
  try {
    if (isNewDevice) {
      const { becomeKnown } = await import('../proof/device');
      await becomeKnown(() => show(entryId, { is: 'proving' }));
    }
    // One tap, one key: kept until it is answered, so that trying again never counts twice.
    const assertVoter = sameVoter(client);
    const key = keyOf(entryId) ?? newKey();
    remember(entryId, key);
    const result = await deliver(
      async ({ proof, onPlace }) => {
        assertVoter();
        const { data } = await client.mutate({
          mutation: CastVoteDocument,
          variables: { input: { entryId, key, proof } },
          // A device that is not known is told so here and not sent to the sign-in page.
          context: { onPlace, staysOnPage: true },
        });
        if (!data) throw new Error('The vote was not answered');
        return data.castVote;
      },
      (delay) => show(entryId, delay ?? { is: 'casting' }),
      aborter.signal,
    );
    forget(entryId);
    switch (result.__typename) {
      case 'CastVoteSuccess':
        noteVote(client.cache, { entryId, competitionId }, result.vote, result.votesLeftToday);
        return show(entryId, { is: 'counted' });
      case 'AlreadyVotedError':
        noteVote(client.cache, { entryId, competitionId }, result.vote);
        show(entryId, { is: 'counted' });
        return onStale();
      default:
        show(entryId, { is: 'refused', message: result.message });
        return onStale();
    }
  } catch (error) {
    if (codeOf(error) !== 'UNAUTHENTICATED') return show(entryId, { is: 'unconfirmed', wanted: 'cast' });
    forget(entryId);
    show(entryId, { is: 'unknown' });
    onStale();
  }
}

async function retract({ client, entryId, competitionId, onStale }: Subject): Promise<void> {
  setState(entryId, { is: 'retracting' });
  try {
    const { data } = await client.mutate({
      mutation: RetractVoteDocument,
      variables: { input: { entryId } },
      context: { onPlace: () => undefined },
    });
    const result = data?.retractVote;
    if (!result) throw new Error('The undoing was not answered');
    if (result.__typename !== 'RetractVoteSuccess') {
      setState(entryId, { is: 'refused', message: result.message });
      return onStale();
    }
    noteVote(client.cache, { entryId, competitionId }, null, result.votesLeftToday);
    setState(entryId, { is: 'retracted' });
  } catch {
    setState(entryId, { is: 'unconfirmed', wanted: 'retract' });
  }
}
