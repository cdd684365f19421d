import { appealHoldInput } from '@laurel/schema/inputs';
import { makeContext, type Context } from '../../../core/context.ts';
import { unitOfWork } from '../../../core/unit-of-work.ts';
import { newId } from '../../../core/graphql/node.ts';
import { parseInput } from '../../../core/graphql/parse-input.ts';
import { isId, notFound, unauthenticated } from '../../../core/graphql/refusals.ts';
import { InvalidInputError, make } from '../../../core/graphql/user-error.ts';
import { message } from '../../../core/messages.ts';
import { recordAct } from '../../../platform/audit/index.ts';
import { caseSettled } from './case-settled.ts';
import {
  AlreadyAppealedError,
  AppealHoldSuccess,
  HoldAppeal,
  type AppealHoldInput,
  type CaseSettledError,
} from '../case.types.ts';
import { holdOf } from './holds.ts';
import { CaseAppeal, CaseState, VoteCase } from '../vote-case.entity.ts';
import { viewerVoter } from './viewer-voter.ts';

type Outcome = AppealHoldSuccess | AlreadyAppealedError | CaseSettledError | InvalidInputError;

/**
 * A voter's answer to a hold, once a case. Kept under the pseudonym: neither the case nor the record of acts learns
 * who answered. To a person without a vote in it the case does not exist.
 */
export async function appealHold(context: Context, input: AppealHoldInput): Promise<Outcome> {
  const { locale, clock } = context;
  const found = isId(input.holdId) ? await context.em.fork().findOne(VoteCase, { id: input.holdId }) : null;
  if (!context.viewer && !context.client.device) throw unauthenticated(context);
  const voter = found && (await viewerVoter(context, found.competition.id));
  if (!found || !voter) throw notFound(context);
  return await unitOfWork(context, async (em, inside): Promise<Outcome> => {
    const votes = await em.execute<unknown[]>(
      'select 1 from votes where bucket = ? and voter_id = ? and case_id = ? and retracted_at is null limit 1',
      [voter.bucket, voter.id, found.id],
    );
    if (votes.length === 0) throw notFound(context);
    const parsed = parseInput(context, appealHoldInput, input);
    if (parsed instanceof InvalidInputError) return parsed;
    // A decision locks this row exclusively, so an answer comes before it or is refused because of it.
    await em.execute('select id from vote_cases where id = ? for share', [found.id]);
    const held = await em.findOneOrFail(VoteCase, { id: found.id }, { refresh: true });
    if (held.state !== CaseState.OPEN) return caseSettled(context, held);
    const appealedAt = clock.now();
    const added = await em.execute<unknown[]>(
      `insert into case_appeals (id, case_id, bucket, voter_id, text, appealed_at) values (?, ?, ?, ?, ?, ?)
       on conflict (case_id, voter_id) do nothing returning id`,
      [newId(), held.id, voter.bucket, voter.id, parsed.text, appealedAt],
    );
    if (added.length === 0) {
      const earlier = await em.findOneOrFail(CaseAppeal, { case: held.id, voterId: voter.id });
      return make(AlreadyAppealedError, {
        message: message(locale, 'integrity.alreadyAppealed'),
        appeal: make(HoldAppeal, { text: earlier.text, appealedAt: earlier.appealedAt }),
      });
    }
    recordAct(makeContext({ ...context, em, viewer: null }), em, 'appealHold', { type: 'VoteCase', id: held.id });
    await em.flush();
    const hold = await holdOf(inside, held.id, voter.id);
    if (!hold) throw new Error(`case ${held.id} is gone`);
    return make(AppealHoldSuccess, { hold });
  });
}
