import type { Context } from '../../../core/context.ts';
import { make } from '../../../core/graphql/user-error.ts';
import { detectorInWords, reasonInWords } from '../cases/in-words.ts';
import { countedRows } from '../figures-cache.ts';
import { VoteBalance, VoteBalanceDay, VoteBalanceReason } from '../desk.types.ts';

interface Row {
  day: string;
  state: 'COUNTED' | 'HELD' | 'VOIDED';
  /** Why: the detector while held, the reason once voided. */
  code: string | null;
  votes: number;
  retracted: number;
}

/**
 * The public balance, from the votes themselves and not from any counter: a single statement sees a single moment, so
 * it adds up whatever happens around it.
 */
export async function voteBalance(context: Context, competitionId: string): Promise<VoteBalance> {
  const rows = await countedRows<Row>(
    context,
    'balance',
    competitionId,
    `select v.competition_id, v.day::text as day, v.state,
           case v.state when 'HELD' then c.detector when 'VOIDED' then c.reason_code end as code,
           count(*) filter (where not v.retracted)::int as votes, count(*) filter (where v.retracted)::int as retracted
         from (select competition_id, day, state, case_id, retracted_at is not null as retracted
           from votes where competition_id = any(?::uuid[])) v
           left join vote_cases c on c.id = v.case_id
         group by 1, 2, 3, 4`,
  );
  const sum = (list: readonly Row[], state?: Row['state']) =>
    list.reduce((total, row) => total + (state === undefined || row.state === state ? row.votes : 0), 0);
  const totals = (list: readonly Row[]) => ({
    cast: sum(list),
    counted: sum(list, 'COUNTED'),
    held: sum(list, 'HELD'),
    voided: sum(list, 'VOIDED'),
  });
  const days = [...Map.groupBy(rows, (row) => row.day)].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return make(VoteBalance, {
    ...totals(rows),
    retracted: rows.reduce((total, row) => total + row.retracted, 0),
    days: days.map(([day, list]) => make(VoteBalanceDay, { day, ...totals(list) })).filter(({ cast }) => cast > 0),
    reasons: reasonsOf(context, rows),
  });
}

function reasonsOf({ locale }: Context, rows: readonly Row[]): VoteBalanceReason[] {
  const away = rows.filter(({ state, votes }) => state !== 'COUNTED' && votes > 0);
  return [...Map.groupBy(away, ({ state, code }) => `${state}/${code ?? ''}`).values()]
    .map((list) => {
      const votes = list.reduce((total, row) => total + row.votes, 0);
      const isHeld = list[0]?.state === 'HELD';
      const code = list[0]?.code ?? '';
      return make(VoteBalanceReason, {
        code,
        label: isHeld ? detectorInWords(locale, code) : reasonInWords(locale, code),
        held: isHeld ? votes : 0,
        voided: isHeld ? 0 : votes,
      });
    })
    .toSorted((a, b) => b.held + b.voided - (a.held + a.voided) || (a.code < b.code ? -1 : 1));
}
