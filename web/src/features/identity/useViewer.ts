import { useQuery } from '@apollo/client/react';
import { ViewerDocument, type ViewerQuery } from '../../gql/Viewer';

export type Viewer = NonNullable<ViewerQuery['viewer']>;

/** Who is signed in, and the facts from which their pages follow. */
export function useViewer(): {
  viewer: Viewer | null;
  isLoading: boolean;
  error: unknown;
} {
  const { data, loading, error } = useQuery(ViewerDocument);
  return { viewer: data?.viewer ?? null, isLoading: loading && !data, error };
}
