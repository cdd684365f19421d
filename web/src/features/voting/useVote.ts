import { useMutation } from '@apollo/client/react';
import { useRef, useState } from 'react';
import { CastVoteDocument } from '../../gql/CastVote';
import { RetractVoteDocument } from '../../gql/RetractVote';
import { newKey } from './new-key';

/** What happened to the last tap. Nothing is called counted before the server says so. */
export type VoteState =
  | { is: 'idle' }
  | { is: 'casting' }
  | { is: 'retracting' }
  | { is: 'counted' }
  | { is: 'retracted' }
  | { is: 'unconfirmed'; wanted: 'cast' | 'retract' }
  | { is: 'refused'; message: string };

interface Options {
  entryId: string;
  /** Called when the server knows better than this page what is possible now. */
  onStale: () => void;
}

export function useVote({ entryId, onStale }: Options) {
  const [state, setState] = useState<VoteState>({ is: 'idle' });
  const [castVote] = useMutation(CastVoteDocument);
  const [retractVote] = useMutation(RetractVoteDocument);
  // One tap, one key: kept until it is answered, so that trying again never counts twice.
  const key = useRef<string>(undefined);

  const cast = async () => {
    setState({ is: 'casting' });
    key.current ??= newKey();
    try {
      const { data } = await castVote({ variables: { input: { entryId, key: key.current } } });
      const result = data?.castVote;
      if (!result) throw new Error('The vote was not answered');
      key.current = undefined;
      switch (result.__typename) {
        case 'CastVoteSuccess':
        case 'AlreadyVotedError':
          return setState({ is: 'counted' });
        default:
          setState({ is: 'refused', message: result.message });
          return onStale();
      }
    } catch {
      setState({ is: 'unconfirmed', wanted: 'cast' });
    }
  };

  const retract = async () => {
    setState({ is: 'retracting' });
    try {
      const { data } = await retractVote({ variables: { input: { entryId } } });
      const result = data?.retractVote;
      if (!result) throw new Error('The undoing was not answered');
      if (result.__typename === 'RetractVoteSuccess') return setState({ is: 'retracted' });
      setState({ is: 'refused', message: result.message });
      onStale();
    } catch {
      setState({ is: 'unconfirmed', wanted: 'retract' });
    }
  };

  return { state, cast, retract };
}
