import { describe, expect, test } from 'vitest';
import { drill } from '../../bench/crash.ts';
import { race } from '../../bench/races.ts';

// Short forms of `npm run bench -w api -- crash` and `-- races`: the real server in a process of its own, over HTTP,
// on a PostgreSQL of its own that waits for the disk.

test('no acknowledged vote is lost and none counts twice when the API and PostgreSQL are killed under load', async () => {
  const { report } = await drill({
    kills: 2,
    acks: 2000,
    voters: 500,
    connections: 32,
    seed: 7,
    synchronousCommit: 'on',
  });
  expect(report.kills.api).toBeGreaterThan(0);
  expect(report.kills.postgres).toBeGreaterThan(0);
  expect(report.acknowledged).toBeGreaterThanOrEqual(2000);
  // Without votes in doubt nothing would have been tried.
  expect(report.doubtful).toBeGreaterThan(0);
  expect(report).toMatchObject({
    lost: 0,
    doubled: 0,
    refused: 0,
    refusedButStored: 0,
    neverSent: 0,
    unsettled: 0,
    apiExits: 0,
    books: null,
  });
}, 120_000);

describe('no race outruns a rule', () => {
  test('identical votes, the last of a quota, and the close, each from many sides at once', async () => {
    const { bars } = await race({ voters: 20, closes: 1, connections: 64, servers: 2 });
    // The number of casts is for the long form to reach.
    expect(bars.filter(({ holds, bar }) => !holds && bar !== '≥ 1,000 casts')).toEqual([]);
  }, 120_000);
});
