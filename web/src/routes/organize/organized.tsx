import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import type { Organized } from '../../features/organizing/today';
import { PageQuery } from '../../forms/PageQuery';
import { OrganizerFrameDocument } from '../../gql/OrganizerFrame';

/** Of the competition in whose frame a page stands. */
export const useSlug = (): string => useParams().slug ?? '';

interface Props {
  children: (competition: Organized, renew: () => Promise<void>) => ReactNode;
}

/** Gives a page what the frame around it has asked for. */
export function WithOrganized({ children }: Props) {
  const slug = useSlug();
  return (
    <PageQuery query={OrganizerFrameDocument} variables={{ slug }} pick={({ competition }) => competition}>
      {(competition, { renew }) => children(competition, renew)}
    </PageQuery>
  );
}
