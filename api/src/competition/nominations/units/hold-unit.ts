import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../../../core/context.ts';
import { assertSignedIn } from '../../../core/graphql/operator.ts';
import { isId, notFound } from '../../../core/graphql/refusals.ts';
import { SendingUnit } from '../sending-unit.entity.ts';

/** Finds a unit and runs `authorize`. Throws NOT_FOUND for an unknown id. */
export async function findUnit(
  context: Context,
  em: EntityManager,
  unitId: string,
  authorize: (context: Context, unit: SendingUnit) => Promise<void>,
): Promise<SendingUnit> {
  assertSignedIn(context);
  const unit = isId(unitId) ? await em.findOne(SendingUnit, { id: unitId }) : null;
  if (!unit) throw notFound(context);
  await authorize(context, unit);
  return unit;
}

/** Locks the row until the transaction ends, so that one person at a time changes a list. Lock order: entry, unit above, unit. */
export async function holdUnit(em: EntityManager, unit: SendingUnit): Promise<void> {
  await em.execute('select id from sending_units where id = ? for no key update', [unit.id]);
  await em.refresh(unit);
}
