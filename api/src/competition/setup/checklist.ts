import type { LocalizedText } from '../../core/graphql/localized-text.ts';
import type { MessageKey } from '../../core/messages.ts';
import { StageKind, type Competition, type Stage } from '../competitions/index.ts';
import { orderProblems } from './stages/stage-order.ts';

/** What the checklist looks at. */
export interface SetUp {
  competition: Pick<Competition, 'slug' | 'tagline' | 'description' | 'name'>;
  categories: { name: LocalizedText }[];
  stages: Pick<Stage, 'kind' | 'name' | 'opensAt' | 'closesAt'>[];
  /** Judging stages with the categories that no criterion is declared for, and whether somebody looked at the rule. */
  judging: { name: LocalizedText; kind: StageKind; unmarked: number; weight: number; isRuleDeclared: boolean }[];
  ballotRule: { isDeclared: boolean; weight: number } | null;
  isSubmissionRuleDeclared: boolean;
  /** How many there are, and when the first and the last of them closes; null where nobody nominates. */
  units: { count: number; first: Date; last: Date } | null;
  awards: number;
  organizers: number;
}

interface Rule {
  key: string;
  isDone: boolean;
  isRequired: boolean;
  /** Of the sentence, with what it needs. */
  say: MessageKey;
  values?: Record<string, unknown>;
  /** Below /organize/<slug>. */
  page: string;
}

const isWhole = ({ zh, en }: LocalizedText) => Boolean(zh && en);

/** What there is to be done before a competition opens, in the order in which people do it. */
export function checklistOf(found: SetUp, now: Date): Rule[] {
  const { competition, categories, stages, judging, ballotRule, isSubmissionRuleDeclared, awards, organizers } = found;
  const { units } = found;
  const texts = [competition.name, competition.tagline, competition.description];
  const untold = [...texts, ...categories.map(({ name }) => name), ...stages.map(({ name }) => name)].filter(
    (text) => !isWhole(text),
  ).length;
  const isTold = texts.every(({ zh, en }) => Boolean(zh ?? en));
  const submission = stages.find(({ kind }) => kind === StageKind.SUBMISSION);
  const hasVoting = stages.some(({ kind }) => kind === StageKind.VOTING);
  const rule = (key: string, isRequired: boolean, isDone: boolean, page: string, values = {}): Rule => ({
    key,
    isDone,
    isRequired,
    say: `checklist.${key}.${isDone ? 'done' : 'open'}` as MessageKey,
    values,
    page,
  });
  const unmarked = judging.filter((stage) => stage.unmarked > 0);
  const decides = judging.some(({ weight }) => weight > 0) || (hasVoting && (ballotRule?.weight ?? 0) >= 100);
  const unseen = judging.filter(({ isRuleDeclared }) => !isRuleDeclared);
  return [
    rule('basics', true, isTold, 'setup/basics'),
    rule('languages', false, untold === 0, 'setup/basics', { n: untold }),
    rule('categories', true, categories.length > 0, 'setup/categories', { n: categories.length }),
    rule('submission', true, Boolean(submission), 'setup/stages'),
    rule('order', true, orderProblems(stages).length === 0, 'setup/stages'),
    rule('future', true, !submission || submission.closesAt > now, 'setup/stages'),
    ...(submission ? [rule('submissionRule', false, isSubmissionRuleDeclared, 'setup/submissions')] : []),
    ...(units ? [rule('units', false, isInTime(units, stages), 'setup/units', { n: units.count })] : []),
    ...(judging.length > 0
      ? [
          rule('rubric', true, unmarked.length === 0, 'rubric', { n: unmarked.length }),
          rule(
            'scoringRule',
            false,
            unseen.length === 0,
            `scoring-rule/${(unseen[0] ?? judging[0])?.kind.toLowerCase()}`,
            {
              n: unseen.length,
            },
          ),
        ]
      : []),
    ...(judging.length > 0 || hasVoting ? [rule('decides', true, decides, 'setup/rules')] : []),
    ...(hasVoting ? [rule('ballotRule', false, Boolean(ballotRule?.isDeclared), 'ballot-rule')] : []),
    rule('awards', false, awards > 0, 'setup/awards', { n: awards }),
    rule('organizers', false, organizers > 1, 'setup/organizers', { n: organizers }),
  ];
}

const chosen: readonly StageKind[] = [StageKind.VOTING, StageKind.REVIEW, StageKind.PAPERS, StageKind.FINAL];

/** Whether sending units have time once entries can be handed in, and are through before anybody votes or judges. */
const isInTime = ({ first, last }: { first: Date; last: Date }, stages: SetUp['stages']): boolean =>
  stages.every(({ kind, opensAt }) =>
    kind === StageKind.SUBMISSION ? first > opensAt : !chosen.includes(kind) || last <= opensAt,
  );
