import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MorePages } from '../../forms/MorePages';
import { PartQuery } from '../../forms/PageQuery';
import type { Import_entryImportFragment } from '../../gql/Import_entryImport';
import { ImportProblemsDocument } from '../../gql/ImportProblems';
import { Chips } from '../../ui/Chips';
import { Stack } from '../../ui/layout/Stack';
import classes from './Transfers.module.css';

const every = 'all';

/** Everything that is wrong with the newest file: where, and what to do about it. */
export function ProblemTable({ slug, entryImport }: { slug: string; entryImport: Import_entryImportFragment }) {
  const { t } = useTranslation('transfers');
  const [column, setColumn] = useState(every);
  const counts = entryImport.problemsByColumn.filter((one) => one.column !== null);
  return (
    <Stack gap={4}>
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
      <PartQuery
        query={ImportProblemsDocument}
        variables={{ slug, column: column === every ? null : Number(column) }}
        pick={({ competition }) => competition?.entryImports?.edges[0]?.node.problems}
        isAlwaysFresh
      >
        {(problems, answer) => (
          <>
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
            <MorePages list={problems} answer={answer} />
          </>
        )}
      </PartQuery>
    </Stack>
  );
}
