import { resolve } from 'node:path';

/** The repository. This file stays directly in src, because the built dist/ lies as deep. */
export const root = resolve(import.meta.dirname, '../..');
