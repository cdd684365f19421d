import { defineConfig } from 'rolldown';

export default defineConfig({
  // The workers are started by their file names.
  input: {
    cli: 'src/cli.ts',
    'robustness-worker': 'src/scoring/rankings/explain/robustness-worker.ts',
    'read-table-worker': 'src/competition/transfers/table/read-table-worker.ts',
  },
  platform: 'node',
  tsconfig: './tsconfig.json',
  // Packages stay outside; the transpiler's helpers (a development dependency) and our own workspaces go in.
  external: (id) => /^[^./]/.test(id) && !id.startsWith('@oxc-project/') && !id.startsWith('@laurel/'),
  // All in one folder: code that finds files relative to itself then works built as it does from src.
  output: { dir: 'dist', format: 'esm', sourcemap: true, cleanDir: true, chunkFileNames: '[name]-[hash].js' },
});
