import type { Context } from '../../../core/context.ts';
import { userError } from '../../../core/graphql/user-error.ts';
import { StaleListError } from '../nomination.types.ts';
import type { SendingUnit } from '../sending-unit.entity.ts';

export const staleList = ({ locale }: Context, unit: SendingUnit): StaleListError =>
  userError({ locale }, StaleListError, 'nomination.stale', { unit });
