import Decimal from 'decimal.js';
import { GraphQLError } from 'graphql';
import { load, type Context } from '../../../core/context.ts';
import { make } from '../../../core/graphql/user-error.ts';
import { message } from '../../../core/messages.ts';
import { awardsOf } from '../../../competition/awards/index.ts';
import {
  AssuranceLevel,
  ballotRuleOf,
  BallotMethod,
  type BallotRule,
  StageKind,
  stagesOf,
  type Competition,
} from '../../../competition/competitions/index.ts';
import { Entry } from '../../../competition/entries/index.ts';
import { attackCost, reportedPrices } from './attack-cost.ts';
import { AttackCost } from '../desk.types.ts';

const dayMs = 86_400_000;

/** The gauge under today's counts and the declared rule. Null where the competition has no ballot rule. */
export async function attackCostOf(
  context: Context,
  competition: Competition,
  givenPrice: string | null,
): Promise<AttackCost | null> {
  const { locale, clock } = context;
  if (givenPrice !== null && new Decimal(givenPrice).lte(0)) {
    throw new GraphQLError(message(locale, 'integrity.badPrice'), { extensions: { code: 'BAD_USER_INPUT' } });
  }
  const rule = await ballotRuleOf(context, competition.id);
  if (!rule) return null;
  const level = Object.values(AssuranceLevel).find((each) => rule.levels.includes(each)) ?? AssuranceLevel.EMAIL;
  const pricePerVote = givenPrice ?? reportedPrices[level];
  const stage = (await stagesOf(context, competition.id)).find(({ kind }) => kind === StageKind.VOTING);
  const from = Math.max(clock.now().getTime(), stage?.opensAt.getTime() ?? 0);
  const daysLeft = Math.max(0, Math.ceil(((stage?.closesAt.getTime() ?? 0) - from) / dayMs));
  const awards = await awardsOf(context, competition.id);
  const result = attackCost({
    entries: await pointsOf(context, competition.id),
    quotas: awards.map(({ quota }) => quota),
    publicWeight: Number(rule.publicWeight),
    pointsPerVote: pointsPerVote(rule),
    choicesPerBallot: rule.minChoices,
    // Once a day for one entry, within what the rule allows for the entry and for the stage.
    castsLeft: Math.min(daysLeft, rule.votesPerEntry ?? daysLeft, rule.votesPerStage ?? daysLeft),
    pricePerVote,
  });
  const award = result && awards[result.award];
  const entry = result && (await context.em.findOne(Entry, { id: result.entryId }));
  const levelName = message(locale, `integrity.level.${level}`);
  return make(AttackCost, {
    award,
    entry,
    votes: result?.votes ?? null,
    identities: result?.identities ?? null,
    cost: result?.cost ?? null,
    pricePerVote,
    level: levelName,
    summary:
      result && award && entry
        ? message(locale, 'integrity.attack.summary', {
            cost: result.cost,
            votes: result.votes,
            identities: result.identities,
            award: award.name.in(locale),
            number: entry.number,
            level: levelName,
          })
        : message(
            locale,
            Number(rule.publicWeight) === 0 || daysLeft > 0 ? 'integrity.attack.none' : 'integrity.attack.over',
          ),
    assumptions: [
      message(locale, 'integrity.attack.rankPoints', { weight: new Decimal(rule.publicWeight).toFixed() }),
      message(locale, 'integrity.attack.judges'),
      message(locale, givenPrice === null ? `integrity.price.${level}` : 'integrity.price.given', {
        price: pricePerVote,
      }),
    ],
  });
}

function pointsPerVote({ method, maxPoints, maxChoices }: BallotRule): number {
  if (method === BallotMethod.POINTS) return maxPoints;
  return method === BallotMethod.RANKED ? maxChoices : 1;
}

/** Accepted entries with the points they have now; also those that nobody chose yet. */
async function pointsOf(context: Context, competitionId: string): Promise<{ id: string; points: number }[]> {
  return await load<{ id: string; points: number }[]>(
    context,
    'attackCost.points',
    competitionId,
    async (ids) => {
      const rows = await context.em.execute<{ competition_id: string; id: string; points: number }[]>(
        `select e.competition_id, e.id, coalesce(t.points, 0)::int as points from entries e left join (
           select entry_id, sum(points) as points from tally_parts where competition_id = any(?::uuid[]) group by 1) t
           on t.entry_id = e.id where e.competition_id = any(?::uuid[]) and e.status = 'ACCEPTED'`,
        [`{${ids.join(',')}}`, `{${ids.join(',')}}`],
      );
      return Map.groupBy(rows, (row) => row.competition_id);
    },
    [],
  );
}
