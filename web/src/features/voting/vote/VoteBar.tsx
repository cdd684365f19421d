import type { FragmentType } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { lazy, Suspense } from 'react';
import { VoteBar_entryFragmentDoc, type VoteBar_entryFragment } from '../../../gql/VoteBar_entry';
import { TapBar } from './TapBar';

const BallotBar = lazy(async () => ({ default: (await import('../ballot/BallotBar')).BallotBar }));

interface Props {
  entry: FragmentType<VoteBar_entryFragment>;
  /** Asks the server again what the viewer may do. */
  onStale: () => void;
}

/** What one can do with a vote for this entry, at the bottom of its page. */
export function VoteBar({ entry, onStale }: Props) {
  const { data, complete } = useFragment({ fragment: VoteBar_entryFragmentDoc, from: entry });
  if (!complete) return null;
  if (data.competition.ballotRule.style === 'TAP') return <TapBar entry={data} onStale={onStale} />;
  return (
    <Suspense>
      <BallotBar entry={data} />
    </Suspense>
  );
}
