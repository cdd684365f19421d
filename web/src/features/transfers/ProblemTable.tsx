import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MorePages } from '../../forms/MorePages';
import { PartQuery } from '../../forms/PageQuery';
import type { Import_entryImportFragment } from '../../gql/Import_entryImport';
import { ImportProblemsDocument } from '../../gql/ImportProblems';
import { Chips } from '../../ui/Chips';
import { DataTable } from '../../ui/layout/DataTable';
import { Stack } from '../../ui/layout/Stack';

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
            <DataTable
              kind="words"
              label={t('problems.title')}
              columns={[t('problems.row'), t('problems.column'), t('problems.what')]}
              rows={problems.edges.map(({ node: { row, letters, header, message } }) => [
                row ?? '–',
                [letters, header].filter(Boolean).join(' · ') || '–',
                message,
              ])}
            />
            <MorePages list={problems} answer={answer} />
          </>
        )}
      </PartQuery>
    </Stack>
  );
}
