import type { EntityManager } from '@mikro-orm/postgresql';
import { expect, test } from 'vitest';
import { systemClock } from './clock.ts';
import { makeContext } from './context.ts';

test('a context made from another asks through its own entity manager', () => {
  const [outer, inner] = [{} as EntityManager, {} as EntityManager];
  const parts = { viewer: null, isOperator: false, clock: systemClock, locale: 'en', secret: '' } as const;
  const first = makeContext({ em: () => outer, ...parts });
  expect(first.em).toBe(outer);
  expect(makeContext({ ...first, em: inner }).em).toBe(inner);
  expect(first.em).toBe(outer);
});
