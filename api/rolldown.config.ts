import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { defineConfig } from 'rolldown';

/**
 * Each migration is an entry of its own: MikroORM records a migration under the name of its file, so the names of
 * the built files must be those of the sources.
 */
const migrations = Object.fromEntries(
  globSync('src/database/migrations/*.ts', { exclude: ['**/*.test.ts'] }).map((file) => [
    `migrations/${basename(file, '.ts')}`,
    file,
  ]),
);

export default defineConfig({
  input: { cli: 'src/cli.ts', ...migrations },
  platform: 'node',
  tsconfig: './tsconfig.json',
  // Packages stay outside; the transpiler's helpers (a development dependency) and our own workspaces go in.
  external: (id) => /^[^./]/.test(id) && !id.startsWith('@oxc-project/') && !id.startsWith('@laurel/'),
  output: { dir: 'dist', format: 'esm', sourcemap: true, cleanDir: true, chunkFileNames: 'chunks/[name]-[hash].js' },
});
