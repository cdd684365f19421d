import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';

const api = 'http://127.0.0.1:4000';

export default defineConfig({
  plugins: [react()],
  // RxJS brings classes under this name, and otherwise the functions that stood for them ten years ago.
  resolve: { conditions: ['es2015', ...defaultClientConditions] },
  server: {
    host: '127.0.0.1',
    port: 5173,
    strictPort: true,
    proxy: { '/graphql': api, '/api': api, '/dev': api },
  },
  preview: { host: '127.0.0.1' },
  build: {
    outDir: 'dist',
    target: 'es2022',
    sourcemap: false,
    rolldownOptions: {
      output: {
        // What public pages share comes in one file: dozens of tiny ones are slow on a phone's network.
        codeSplitting: {
          groups: [
            {
              name: 'public',
              test: /\/src\/(ui\/cover|features\/(competitions|entries|standings|voting))\//,
              minShareCount: 2,
              // Each page gets what it needs itself: a voter's first page nothing of the ballot or the competition.
              entriesAware: true,
              // In bytes before they are minified: below it another request costs more than what it saves.
              entriesAwareMergeThreshold: 8000,
            },
          ],
        },
      },
    },
  },
});
