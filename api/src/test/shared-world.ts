import { afterAll, beforeAll, expect } from 'vitest';
import type { Viewer } from '../core/context.ts';
import { act, sql, type Deed } from './act.ts';
import { makeWorld, type World } from './world.ts';

export interface SharedWorld extends World {
  act: (viewer: Viewer | null, name: string, input: object, fields?: string) => Promise<Deed>;
  sql: <Row = Record<string, unknown>>(statement: string, params?: unknown[]) => Promise<Row[]>;
  /** Expects PostgreSQL to refuse a statement for a reason. */
  refuses: (statement: string, params: unknown[], why: string | RegExp) => Promise<void>;
}

/** A world for the tests of one file: there before the first of them, gone after the last. */
export function sharedWorld(now?: string): SharedWorld {
  const world = {
    act: (...mutation) => act(world, ...mutation),
    sql: (...statement) => sql(world, ...statement),
    refuses: async (statement, params, why) =>
      await expect(sql(world, statement, params), statement).rejects.toThrow(why),
  } as SharedWorld;
  beforeAll(async () => {
    Object.assign(world, await makeWorld(now));
  });
  afterAll(() => world.close());
  return world;
}
