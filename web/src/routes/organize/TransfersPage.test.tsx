import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { ImportsDocument } from '../../gql/Imports';
import { JobProgressDocument } from '../../gql/JobProgress';
import { renderRoute } from '../../test/renderRoute';
import { JobProgress } from '../../features/jobs/JobProgress';
import { ImportPanel } from '../../features/transfers/ImportPanel';

const job = (state: string) => ({ __typename: 'Job', id: 'j', kind: 'checkEntryImport', state });
const page = (nodes: object[]) => ({
  __typename: 'EntryImportConnection',
  edges: nodes.map((node) => ({ __typename: 'EntryImportEdge', node })),
  pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
});
const imports = (state: string, jobState: string) => ({
  request: { query: ImportsDocument, variables: { slug: 'jilin' } },
  result: {
    data: {
      competition: {
        __typename: 'Competition',
        id: 'c',
        entryImports: page([
          {
            __typename: 'EntryImport',
            id: 'i',
            name: 'entries.csv',
            state,
            arriveAs: 'SUBMITTED',
            createsOrganizations: false,
            updates: false,
            rowCount: 2,
            emptyRows: 0,
            newCount: 2,
            changedCount: 0,
            unchangedCount: 0,
            problemCount: state === 'CHECKED' ? 0 : null,
            canUndo: false,
            startedBy: 'Organizer',
            createdAt: '2026-11-21T12:00:00Z',
            importedAt: null,
            undoneAt: null,
            problemsByColumn: [],
            job: job(jobState),
          },
        ]),
      },
    },
  },
});
const progress = (state: string) => ({
  request: { query: JobProgressDocument, variables: { id: 'j' } },
  result: {
    data: {
      job: { ...job(state), done: 0, total: null, percent: null, problem: null, resultUrl: null, expiresAt: null },
    },
  },
});

const show = (...mocks: (ReturnType<typeof imports> | ReturnType<typeof progress>)[]) =>
  renderRoute(
    <ImportPanel
      slug="jilin"
      competitionId="c"
      timeZone="Asia/Shanghai"
      jobSlot={(jobId, label) => <JobProgress jobId={jobId} label={label} timeZone="Asia/Shanghai" />}
    />,
    { words: ['transfers', 'jobs'], mocks },
  );

it('tells what a dry run found as soon as it is over', async () => {
  await show(imports('RECEIVED', 'RUNNING'), progress('RUNNING'), progress('DONE'), imports('CHECKED', 'DONE'));
  expect(await screen.findByText('Nothing is wrong. It can be imported.', {}, { timeout: 4000 })).toBeTruthy();
});

it('asks again where the job was over sooner than the import was read, until it has what came of it', async () => {
  const before = imports('RECEIVED', 'DONE');
  await show(before, progress('DONE'), before, before, imports('CHECKED', 'DONE'));
  expect(await screen.findByText('Nothing is wrong. It can be imported.', {}, { timeout: 8000 })).toBeTruthy();
});
