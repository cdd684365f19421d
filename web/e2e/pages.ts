import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const source = readFileSync(resolve(import.meta.dirname, '../src/app/routes.ts'), 'utf8');
/** The address of every page, as the router writes it. */
export const routes = [...source.matchAll(/path: '([^']+)'/g)].map(([, path]) => path ?? '');
