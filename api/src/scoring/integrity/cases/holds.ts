import { load, type Context } from '../../../core/context.ts';
import { make } from '../../../core/graphql/user-error.ts';
import { HoldAppeal, VoteHold } from '../case.types.ts';
import { holdReason, reasonInWords } from './in-words.ts';
import { CaseState } from '../vote-case.entity.ts';

interface HoldRow {
  id: string;
  detector: string;
  evidence: Record<string, unknown>;
  opened_at: string | Date;
  state: CaseState;
  reason_code: string | null;
  text: string | null;
  appealed_at: string | Date | null;
}

/** What the voter of a vote may know of the case it is in; of many votes in one statement. */
export async function holdOf(context: Context, caseId: string, voterId: string): Promise<VoteHold | null> {
  return await load<VoteHold | null>(
    context,
    'vote.hold',
    `${caseId}/${voterId}`,
    async (keys) => {
      const pairs = keys.map((key) => key.split('/'));
      const rows = await context.em.execute<(HoldRow & { voter_id: string | null })[]>(
        `select c.id, c.detector, c.evidence, c.opened_at, c.state, c.reason_code, a.text, a.appealed_at, a.voter_id
         from vote_cases c left join case_appeals a on a.case_id = c.id and a.voter_id = any(?::uuid[])
         where c.id = any(?::uuid[])`,
        [`{${pairs.map(([, voter]) => voter).join(',')}}`, `{${pairs.map(([id]) => id).join(',')}}`],
      );
      const holds = new Map<string, VoteHold>();
      for (const [id = '', voter = ''] of pairs) {
        const ofCase = rows.filter((row) => row.id === id);
        const own = ofCase.find((row) => row.voter_id === voter);
        const row = own ?? ofCase[0];
        // Somebody else's words are not for this voter.
        if (row) holds.set(`${id}/${voter}`, holdView(context, own ? row : { ...row, text: null, appealed_at: null }));
      }
      return holds;
    },
    null,
  );
}

function holdView({ locale }: Context, row: HoldRow): VoteHold {
  const appeal =
    row.text === null || row.appealed_at === null
      ? null
      : make(HoldAppeal, { text: row.text, appealedAt: new Date(row.appealed_at) });
  return make(VoteHold, {
    id: row.id,
    reason: holdReason(locale, row.detector, row.evidence),
    since: new Date(row.opened_at),
    state: row.state,
    outcome: row.reason_code === null ? null : reasonInWords(locale, row.reason_code),
    canAppeal: row.state === CaseState.OPEN && appeal === null,
    appeal,
  });
}
