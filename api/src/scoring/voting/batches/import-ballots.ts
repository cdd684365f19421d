import type { Context } from '../../../core/context.ts';
import { unitOfWork } from '../../../core/unit-of-work.ts';
import { newId } from '../../../core/graphql/node.ts';
import { assertOperator } from '../../../core/graphql/operator.ts';
import { dayIn } from '../../../core/time/local-day.ts';
import { BallotRule, Competition, holdStage, StageKind } from '../../../competition/competitions/index.ts';
import { Entry } from '../../../competition/entries/index.ts';
import { identityOf } from '../../../platform/identity/index.ts';
import { writeInBulk } from './import-ballots-in-bulk.ts';
import { spendsOf } from '../ballot/spends.ts';
import { pseudonymOf } from '../voters/voter.ts';

interface ImportedBallot {
  voterEmail: string;
  entryId: string;
  castAt: Date;
}

/**
 * Writes many taps of people known by their e-mail addresses, under the same rules of uniqueness, quota and count as a
 * vote at the tap, but at the instants they were cast. Operator only; returns how many counted.
 */
export async function importBallots(
  context: Context,
  competitionId: string,
  ballots: ImportedBallot[],
): Promise<number> {
  assertOperator(context);
  return await unitOfWork(context, async (em) => {
    await holdStage(em, competitionId, StageKind.VOTING);
    const { timeZone } = await em.findOneOrFail(Competition, { id: competitionId });
    const rule = await em.findOneOrFail(BallotRule, { competition: competitionId });
    const entries = await em.find(Entry, { competition: competitionId }, { fields: ['id', 'category'] });
    const categories = new Map(entries.map(({ id, category }) => [id, category.id]));
    const { written } = await writeInBulk(
      em,
      ballots.map(({ voterEmail, entryId, castAt }) => {
        const { level, key } = identityOf({ email: voterEmail });
        const voter = pseudonymOf(context.secret, competitionId, key);
        const categoryId = categories.get(entryId);
        if (categoryId === undefined) throw new Error(`no entry of this competition: ${entryId}`);
        const day = dayIn(timeZone, castAt);
        return {
          competitionId,
          voterId: voter.id,
          bucket: voter.bucket,
          key: newId(),
          day,
          castAt,
          choices: [{ entryId, points: 1 }],
          spends: spendsOf(rule, day, [{ entryId, categoryId }]),
          challenge: null,
          level,
          network: null,
          device: null,
          identityAgeDays: null,
          enteredBy: null,
        };
      }),
    );
    return written.size;
  });
}
