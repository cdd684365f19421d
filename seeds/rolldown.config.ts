import { defineConfig } from 'rolldown';

export default defineConfig({
  input: { run: 'run.ts' },
  platform: 'node',
  tsconfig: './tsconfig.json',
  // Packages stay outside; the transpiler's helpers (a development dependency) and our own workspaces go in.
  external: (id) => /^[^./]/.test(id) && !id.startsWith('@oxc-project/') && !id.startsWith('@laurel/'),
  output: { dir: 'dist', format: 'esm', sourcemap: true, cleanDir: true },
});
