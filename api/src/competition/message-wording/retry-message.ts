import { LockMode } from '@mikro-orm/core';
import type { Context } from '../../core/context.ts';
import { unitOfWork } from '../../core/unit-of-work.ts';
import { assertSignedIn } from '../../core/graphql/operator.ts';
import { isId, notFound } from '../../core/graphql/refusals.ts';
import { make, userError } from '../../core/graphql/user-error.ts';
import { recordAct } from '../../platform/audit/index.ts';
import { Message, MessageState, queueSending } from '../../platform/messages/index.ts';
import { isOrganizer } from '../competitions/index.ts';
import { MessageNotFailedError, RetryMessageSuccess, type RetryMessageInput } from './message-wording.types.ts';

/** Queues a failed message again. Organizers of its competition only. */
export async function retryMessage(
  context: Context,
  { messageId }: RetryMessageInput,
): Promise<RetryMessageSuccess | MessageNotFailedError> {
  assertSignedIn(context);
  if (!isId(messageId)) throw notFound(context);
  return await unitOfWork(context, async (em, inside) => {
    const found = await em.findOne(Message, { id: messageId });
    // To others it does not exist.
    if (!found?.competitionId || !(await isOrganizer(inside, found.competitionId))) throw notFound(context);
    await em.refresh(found, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (found.state !== MessageState.FAILED) {
      return userError(context, MessageNotFailedError, 'message.notFailed', { current: found });
    }
    found.state = MessageState.QUEUED;
    found.attempts = 0;
    await queueSending(em, found.id);
    recordAct(context, em, 'retryMessage', { type: 'Message', id: found.id });
    return make(RetryMessageSuccess, { retried: found });
  });
}
