import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig, type Plugin } from 'vite';

const api = 'http://127.0.0.1:4000';

export default defineConfig({
  plugins: [react(), compressed()],
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
            // All of what every page begins with, so that pages are left with what is their own.
            { name: 'shell', tags: ['$initial'], priority: 1 },
            {
              name: 'public',
              test: /\/src\/(ui\/cover|features\/(competitions|entries|standings|voting))\//,
              minShareCount: 2,
              // Each page gets what it needs itself: a voter's first page nothing of the ballot or the competition.
              entriesAware: true,
              // In bytes before they are minified: below it another request costs more than what it saves.
              entriesAwareMergeThreshold: 4000,
            },
          ],
        },
      },
    },
  },
});

/**
 * Writes scripts and style sheets compressed beside themselves, for the API to hand out: once and as small as can be,
 * instead of quickly and badly each time a voter opens a page, which would be when everybody does.
 */
function compressed(): Plugin {
  const [brotli, zip] = [promisify(brotliCompress), promisify(gzip)];
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };
  return {
    name: 'laurel:compressed',
    apply: 'build',
    async writeBundle({ dir = '' }, bundle) {
      const written = Object.values(bundle).map(async (file) => {
        const content = file.type === 'chunk' ? file.code : file.source;
        if (!/\.(js|css)$/.test(file.fileName) || content.length < 500) return;
        await writeFile(join(dir, `${file.fileName}.br`), await brotli(content, quality));
        await writeFile(join(dir, `${file.fileName}.gz`), await zip(content, { level: 9 }));
      });
      await Promise.all(written);
    },
  };
}
