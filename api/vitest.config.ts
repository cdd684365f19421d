import { createRequire } from 'node:module';
import { defineConfig } from 'vitest/config';

const require = createRequire(import.meta.url);

export default defineConfig({
  // graphql refuses two copies of itself, and Vite would load its ESM build beside the CommonJS one our packages use.
  resolve: { alias: [{ find: /^graphql$/, replacement: require.resolve('graphql') }] },
  test: {
    environment: 'node',
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    globalSetup: ['./test/global-setup.ts'],
    pool: 'forks',
    // As the command runs: what tests leave behind dies young.
    execArgv: ['--max-semi-space-size=64'],
    // Left to itself it would keep one of two processors idle.
    maxWorkers: 2,
    // Files share a worker's modules (half the time); no test mocks our own code, so none can leak.
    isolate: false,
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
