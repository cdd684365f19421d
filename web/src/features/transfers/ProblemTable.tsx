import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { kindOf } from '../../apollo/errors';
import type { Import_entryImportFragment } from '../../gql/Import_entryImport';
import { ImportProblemsDocument } from '../../gql/ImportProblems';
import { Chips } from '../../ui/Chips';
import { ErrorState } from '../../ui/ErrorState';
import { LoadMore } from '../../ui/LoadMore';
import { Skeleton } from '../../ui/Skeleton';
import classes from './Transfers.module.css';

const every = 'all';

/** Everything that is wrong with the newest file: where, and what to do about it. */
export function ProblemTable({ slug, entryImport }: { slug: string; entryImport: Import_entryImportFragment }) {
  const { t } = useTranslation('transfers');
  const [column, setColumn] = useState(every);
  const variables = { slug, column: column === every ? null : Number(column) };
  const answer = useQuery(ImportProblemsDocument, {
    variables,
    fetchPolicy: 'network-only',
    context: { staysOnPage: true },
  });
  const counts = entryImport.problemsByColumn.filter((one) => one.column !== null);
  const problems = (answer.data ?? answer.previousData)?.competition?.entryImports?.edges[0]?.node.problems;
  if (!problems) {
    return answer.error ? (
      <ErrorState kind={kindOf(answer.error)} onRetry={() => void answer.refetch()} />
    ) : (
      <Skeleton height={160} />
    );
  }
  const more = () =>
    answer.fetchMore({
      variables: { ...variables, after: problems.pageInfo.endCursor ?? null },
      updateQuery: (before, { fetchMoreResult: after }) => {
        const [old, next] = [before.competition?.entryImports?.edges[0], after.competition?.entryImports?.edges[0]];
        if (!before.competition?.entryImports || !old || !next) return before;
        const edges = [...old.node.problems.edges, ...next.node.problems.edges];
        const node = { ...old.node, problems: { ...next.node.problems, edges } };
        return {
          competition: {
            ...before.competition,
            entryImports: { ...before.competition.entryImports, edges: [{ ...old, node }] },
          },
        };
      },
    });
  return (
    <div className={classes.list}>
      {counts.length > 1 && (
        <Chips
          label={t('problems.filter')}
          value={column}
          choices={[
            { value: every, label: t('problems.all') },
            ...counts.map((one) => ({
              value: String(one.column),
              label: (
                <>
                  {one.letters} {one.header} <small>{one.count}</small>
                </>
              ),
            })),
          ]}
          onChange={setColumn}
        />
      )}
      {/* Wide headers and long sentences may need more room than a phone has. */}
      <div className={classes.wide} role="region" aria-label={t('problems.title')} tabIndex={0}>
        <table className={classes.problems}>
          <thead>
            <tr>
              <th scope="col">{t('problems.row')}</th>
              <th scope="col">{t('problems.column')}</th>
              <th scope="col">{t('problems.what')}</th>
            </tr>
          </thead>
          <tbody>
            {problems.edges.map(({ node }) => (
              <tr key={node.id}>
                <td>{node.row ?? '–'}</td>
                <td>{[node.letters, node.header].filter(Boolean).join(' · ') || '–'}</td>
                <td>{node.message}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <LoadMore
        shown={problems.edges.length}
        total={problems.totalCount}
        hasMore={problems.pageInfo.hasNextPage}
        isLoading={answer.loading}
        onMore={() => void more()}
      />
    </div>
  );
}
