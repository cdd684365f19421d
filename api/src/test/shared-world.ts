import { afterAll, beforeAll } from 'vitest';
import { makeWorld, type World } from './world.ts';

/** A world for the tests of one file: there before the first of them, gone after the last. */
export function sharedWorld(now?: string): World {
  const world = {} as World;
  beforeAll(async () => {
    Object.assign(world, await makeWorld(now));
  });
  afterAll(() => world.close());
  return world;
}
