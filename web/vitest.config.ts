import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [react()],
  test: {
    environment: 'happy-dom',
    include: ['src/**/*.test.{ts,tsx}'],
    setupFiles: ['src/test/setup.ts'],
    // Mantine and the router load once per worker instead of once per file.
    isolate: false,
    // Left to itself it would keep one of two processors idle.
    maxWorkers: 2,
    css: false,
  },
});
