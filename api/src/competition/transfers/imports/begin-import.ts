import { endingOf } from '@laurel/schema/files';
import { limits } from '@laurel/schema/limits';
import { z } from 'zod';
import { ref } from '@mikro-orm/core';
import type { Context } from '../../../core/context.ts';
import { unitOfWork } from '../../../core/unit-of-work.ts';
import { parseInput } from '../../../core/graphql/parse-input.ts';
import { InvalidInputError, make } from '../../../core/graphql/user-error.ts';
import { User } from '../../../platform/identity/index.ts';
import { assertOrganizer, Competition } from '../../competitions/index.ts';
import { EntryImport } from '../entry-import.entity.ts';
import { mostFileBytes } from '../table/limits.ts';
import { BeginImportSuccess, type BeginImportInput } from '../transfer.types.ts';

const beginImportInput = z.object({
  competitionId: z.string(),
  name: z
    .string()
    .trim()
    .refine((name) => Array.from(name).length <= limits.fileName, {
      error: 'field.tooLong',
      params: { maximum: limits.fileName },
    })
    .refine((name) => ['xlsx', 'csv'].includes(endingOf(name)) && !/\p{Cc}/u.test(name), { error: 'field.invalid' }),
  size: z.number().int().min(1).max(mostFileBytes),
});

const importPath = (id: string): string => `/api/imports/${id}`;

/** Says where the bytes of a table go. Organizers only. */
export async function beginImport(
  context: Context,
  input: BeginImportInput,
): Promise<BeginImportSuccess | InvalidInputError> {
  await assertOrganizer(context, input.competitionId);
  const parsed = parseInput(context, beginImportInput, input);
  if (parsed instanceof InvalidInputError) return parsed;
  return await unitOfWork(context, async (em) => {
    const entryImport = em.create(EntryImport, {
      competition: em.getReference(Competition, input.competitionId, { wrapped: true }),
      name: parsed.name,
      size: parsed.size,
      startedBy: context.viewer ? ref(em.getReference(User, context.viewer.id)) : null,
      createdAt: context.clock.now(),
    });
    await em.flush();
    return make(BeginImportSuccess, { entryImport, url: importPath(entryImport.id) });
  });
}
