import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sortedSdl } from '../server/sorted-sdl.ts';

/** `npm run schema -w api`: writes the contract. Read its diff: every newly public field shows in it. */
await writeFile(join(import.meta.dirname, '../../../schema/schema.graphql'), sortedSdl());
