import { screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { JobProgressDocument } from '../../gql/JobProgress';
import { renderRoute } from '../../test/renderRoute';
import { JobProgress } from './JobProgress';

const job = (values: object) => ({
  __typename: 'Job',
  id: 'j',
  kind: 'exportEntries',
  state: 'RUNNING',
  done: 0,
  total: null,
  percent: null,
  problem: null,
  resultUrl: null,
  expiresAt: null,
  ...values,
});

async function show(...answers: (object | null)[]) {
  const onEnd = vi.fn();
  await renderRoute(<JobProgress jobId="j" label="Exporting entries" timeZone="Asia/Shanghai" onEnd={onEnd} />, {
    path: '/',
    at: '/',
    words: ['jobs'],
    mocks: answers.map((answer) => ({
      request: { query: JobProgressDocument, variables: { id: 'j' } },
      result: { data: { job: answer && job(answer) } },
    })),
  });
  return onEnd;
}

it('tells how far the work is', async () => {
  await show({ done: 250, total: 1144, percent: 21 });
  expect(await screen.findByText(/250 of 1,144 done/)).toBeTruthy();
  expect(screen.getByRole('progressbar', { name: 'Exporting entries' }).getAttribute('value')).toBe('21');
});

it('offers the file that came out of it and says so once', async () => {
  const onEnd = await show(
    { state: 'QUEUED' },
    { state: 'DONE', percent: 100, resultUrl: '/api/jobs/j/file', expiresAt: '2026-11-22T12:00:00Z' },
  );
  const link = await screen.findByRole('link', { name: 'Download the file' }, { timeout: 4000 });
  expect(link.getAttribute('href')).toBe('/api/jobs/j/file');
  expect(screen.getByText(/kept until Sun 22 Nov, 20:00/)).toBeTruthy();
  expect(onEnd).toHaveBeenCalledTimes(1);
});

it('says why it came to nothing', async () => {
  await show({ state: 'FAILED', problem: 'Row 7 has no title.' });
  expect(await screen.findByText('Row 7 has no title.')).toBeTruthy();
});

it('says when it is not to be found', async () => {
  const onEnd = await show(null);
  expect(await screen.findByText(/can no longer be found/)).toBeTruthy();
  expect(onEnd).toHaveBeenCalledTimes(1);
});
