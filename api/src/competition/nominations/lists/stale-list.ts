import type { Context } from '../../../core/context.ts';
import { make } from '../../../core/graphql/user-error.ts';
import { message } from '../../../core/messages.ts';
import { StaleListError } from '../nomination.types.ts';
import type { SendingUnit } from '../sending-unit.entity.ts';

export const staleList = ({ locale }: Context, unit: SendingUnit): StaleListError =>
  make(StaleListError, { message: message(locale, 'nomination.stale'), unit });
