import type { Context } from '../../../core/context.ts';
import { unitOfWork } from '../../../core/unit-of-work.ts';
import { assertOperator } from '../../../core/graphql/operator.ts';
import { recordAct } from '../../../platform/audit/index.ts';
import { findOrMakeAccount, User } from '../../../platform/identity/index.ts';
import { RegionOrganizer } from './region-organizer.entity.ts';
import { Region } from './region.entity.ts';

/** Says who verifies the organizations of a region. Operator only; earlier region organizers stay. */
export async function appointRegionOrganizers(
  context: Context,
  appointments: readonly { regionId: string; userId: string }[],
): Promise<void> {
  assertOperator(context);
  await unitOfWork(context, async (em) => {
    const known = await em.find(RegionOrganizer, { user: { $in: appointments.map(({ userId }) => userId) } });
    for (const { regionId, userId } of appointments) {
      if (known.some(({ region, user }) => region.id === regionId && user.id === userId)) continue;
      const region = em.getReference(Region, regionId, { wrapped: true });
      const user = em.getReference(User, userId, { wrapped: true });
      em.create(RegionOrganizer, { region, user, appointedAt: context.clock.now() });
      recordAct(context, em, 'appointRegionOrganizer', { type: 'Region', id: regionId }, { userId });
    }
  });
}

/** The same for one person by their mailbox; they need no account yet. Null for a region that there is not. */
export async function appointRegionOrganizer(
  context: Context,
  { regionCode, email }: { regionCode: string; email: string },
): Promise<Region | null> {
  assertOperator(context);
  const region = await context.em.findOne(Region, { code: regionCode });
  if (!region) return null;
  const user = await unitOfWork(context, (em) => findOrMakeAccount(em, email, context.clock.now()));
  await appointRegionOrganizers(context, [{ regionId: region.id, userId: user.id }]);
  return region;
}
