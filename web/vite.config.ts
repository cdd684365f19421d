import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const api = 'http://127.0.0.1:4000';

export default defineConfig({
  plugins: [react()],
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
            },
          ],
        },
      },
    },
  },
});
