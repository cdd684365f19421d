import { rowsBy } from '../../core/load-rows.ts';
import { connectionOf, type PageSource } from '../../core/graphql/page.ts';
import { CaseAppeal, CaseDecision, VoteCase, type CaseState } from './vote-case.entity.ts';

export const VoteCaseConnection = connectionOf(() => VoteCase, 'VoteCase');
export const CaseAppealConnection = connectionOf(() => CaseAppeal, 'CaseAppeal');

/** Cases of a competition, newest first. */
export const casesOf = (state: CaseState | null): PageSource<VoteCase> => ({
  entity: VoteCase,
  name: `voteDesk.cases/${state ?? ''}`,
  from: 'vote_cases c',
  alias: 'c',
  parent: 'c.competition_id',
  where: state === null ? [] : [{ sql: 'c.state = ?', params: [state] }],
  order: { sql: 'c.opened_at', type: 'timestamptz', descending: true },
});

export const appealsOf: PageSource<CaseAppeal> = {
  entity: CaseAppeal,
  name: 'voteCase.appeals',
  from: 'case_appeals a',
  alias: 'a',
  parent: 'a.case_id',
  order: { sql: 'a.appealed_at', type: 'timestamptz' },
};

/** The decisions on a case in their order. Organizers are few: no paging. */
export const decisionsOf = rowsBy(CaseDecision, 'case', {
  orderBy: { decidedAt: 'asc', id: 'asc' },
  populate: ['user'],
});
