import type { LocalizedText } from '../../../../core/graphql/localized-text.ts';
import { BallotMethod, BallotStyle, type BallotRule } from '../../../../competition/competitions/index.ts';
import type { CsvBallot } from '../csv-ballots.ts';
import { writePbDocument } from './pb-document.ts';

interface PbParts {
  title: LocalizedText;
  host: LocalizedText;
  rule: Pick<BallotRule, 'style' | 'method' | 'minChoices' | 'maxChoices' | 'maxPoints' | 'maxSum' | 'votesPerDay'>;
  /** First and last day of the vote; null where it has no window. */
  beginsOn: string | null;
  endsOn: string | null;
  entries: readonly { entry: string; title: string; votes: number; score: number }[];
  ballots: readonly CsvBallot[];
}

/**
 * A competition as a Pabulib file. What the format demands and a competition has not (a country, a budget, costs) says
 * so. A file's voter votes once: each ballot is a voter of its own.
 */
export function writePb({ title, host, rule, beginsOn, endsOn, entries, ballots }: PbParts): string {
  const days = ballots.map(({ day }) => day).toSorted();
  const begins = beginsOn ?? days.at(0);
  const ends = endsOn ?? days.at(-1);
  const voteType = voteTypeOf(rule, ballots);
  const language = entries.some(({ title: name }) => /\p{Script=Han}/u.test(name)) ? 'zh' : 'en';
  const locale = language === 'zh' ? 'zh-CN' : 'en';
  const meta: [string, string | number | null | undefined][] = [
    ['description', title.in(locale)],
    ['country', 'unknown'],
    ['unit', host.in(locale)],
    ['instance', begins?.slice(0, 4)],
    ['num_projects', entries.length],
    ['num_votes', ballots.length],
    ['budget', 0],
    ['vote_type', voteType],
    ['rule', 'unknown'],
    ['date_begin', begins && dotted(begins)],
    ['date_end', ends && dotted(ends)],
    ...limitsOf(voteType, rule),
    ['language', language],
    ['comment', '#1: Voters are numbered by chance. Costs and the budget are not known and stand as 0.'],
  ];
  // A key with a comma would be two projects in a vote; then all go by their place in this file.
  const isPlain = entries.every(({ entry }) => !/[,\s"]/.test(entry));
  const ids = new Map(entries.map(({ entry }, index) => [entry, isPlain ? entry : String(index + 1)]));
  const givesPoints = voteType === 'cumulative' || voteType === 'scoring';
  return writePbDocument({
    META: { columns: ['key', 'value'], rows: meta.map(([key, value]) => row([key, String(value ?? '')])) },
    PROJECTS: {
      columns: ['project_id', 'cost', 'votes', 'score', 'name'],
      rows: entries.map(({ entry, votes, score, title: name }) =>
        row([ids.get(entry) ?? '', '0', String(votes), String(score), name]),
      ),
    },
    VOTES: {
      columns: givesPoints ? ['voter_id', 'vote', 'points'] : ['voter_id', 'vote'],
      rows: ballots.map(({ choices }, index) => {
        const vote = choices.map(({ entry }) => ids.get(entry)).join(',');
        const points = choices.map((choice) => choice.points).join(',');
        return row(givesPoints ? [String(index + 1), vote, points] : [String(index + 1), vote]);
      }),
    },
  });
}

const row = (cells: string[]) => ({ line: 0, cells });
const dotted = (day: string): string => day.split('-').toReversed().join('.');

type VoteType = 'approval' | 'cumulative' | 'scoring' | 'ordinal';

/** A ranking of which a place is missing (its vote is held) would move up; its points are then written one by one. */
function voteTypeOf({ method, maxChoices }: PbParts['rule'], ballots: readonly CsvBallot[]): VoteType {
  if (method === BallotMethod.APPROVAL) return 'approval';
  if (method === BallotMethod.POINTS) return 'cumulative';
  const isBorda = ballots.every(({ choices }) =>
    choices.every(({ points }, place) => points === Math.max(0, maxChoices - place)),
  );
  return isBorda ? 'ordinal' : 'scoring';
}

function limitsOf(voteType: VoteType, rule: PbParts['rule']): [string, string | number][] {
  if (rule.style === BallotStyle.TAP) return [['max_length', rule.votesPerDay]];
  const lengths: [string, number][] = [
    ['min_length', rule.minChoices],
    ['max_length', rule.maxChoices],
  ];
  switch (voteType) {
    case 'approval':
      return lengths;
    case 'cumulative':
      return [...lengths, ['max_points', rule.maxPoints], ['max_sum_points', rule.maxSum]];
    case 'scoring':
      return [...lengths, ['max_points', rule.maxChoices]];
    case 'ordinal':
      return [...lengths, ['scoring_fn', 'Borda']];
  }
}
