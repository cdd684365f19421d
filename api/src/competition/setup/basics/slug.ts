import type { EntityManager } from '@mikro-orm/postgresql';
import { slug as slugForm } from '@laurel/schema/setup';
import type { Context } from '../../../core/context.ts';
import { userError } from '../../../core/graphql/user-error.ts';
import { Competition } from '../../competitions/index.ts';
import { SlugTakenError } from '../setup.types.ts';

/** Whether a competition could have this address; one that only its organizers see takes its own, too. */
export const isSlugFree = async (em: EntityManager, slug: string): Promise<boolean> =>
  slugForm.safeParse(slug).success && (await em.count(Competition, { slug })) === 0;

/** The refusal where another has the address. Who asks for the same one meanwhile waits and is refused. */
export async function claimSlug(context: Context, em: EntityManager, slug: string): Promise<SlugTakenError | null> {
  await em.execute("select pg_advisory_xact_lock(hashtextextended('competitions.slug/' || ?, 0))", [slug]);
  if (await isSlugFree(em, slug)) return null;
  return userError(context, SlugTakenError, 'setup.slugTaken', {}, { slug });
}
