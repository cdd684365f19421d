import type { StageScores } from '../scores/score-stage.ts';

const methods: Record<StageScores['marks']['rule']['method'], string> = {
  MEAN: 'mean of the marks',
  TRIMMED_MEAN: 'mean of the marks without the highest and lowest',
  MEDIAN: 'median of the marks',
  RANK_POINTS: 'mean of Borda points: 100 × (entries ranked below + ½ entries tied) ÷ (entries of the judge − 1)',
  Z_SCORE: '50 + 10 × mean of (sheet total − mean of the judge) ÷ standard deviation of the judge',
  LINEAR: 'mean of 100 × (sheet total − lowest of the judge) ÷ (highest − lowest of the judge)',
  JUDGE_EFFECT: 'sheet total = entry + judge, solved by least squares; the entry’s part',
  COPELAND: '100 × (comparisons won + ½ tied) ÷ comparisons',
};

/** The rule of a stage as lines of name and value, formulas included, for people who recompute the scores. */
export function ruleWords({ marks }: StageScores): [string, string][] {
  const { rule, declared } = marks;
  const places = (count: number | null) => (count === null ? 'not rounded' : `half up, ${count} decimals`);
  const isByCriterion = rule.level === 'CRITERION' && ['MEAN', 'TRIMMED_MEAN', 'MEDIAN'].includes(rule.method);
  const total = rule.scale === 'FACTORS' ? 'Σ mark × factor' : '100 × Σ weight × mark ÷ maximum ÷ Σ weight';
  return [
    ['Stage', marks.stage.kind],
    ['Rule version', `${declared.version}, declared ${declared.declaredAt.toISOString()}`],
    ['Method', methods[rule.method]],
    ['Order', isByCriterion ? 'judges on each criterion first, then criteria' : 'each sheet is totalled first'],
    ...(rule.method === 'TRIMMED_MEAN'
      ? [['Left out', `${rule.dropHighest} highest, ${rule.dropLowest} lowest`] satisfies [string, string]]
      : []),
    ['Total', total],
    ['Panel score', places(rule.criterionPlaces)],
    ['Factored score', places(rule.factoredPlaces)],
    ['Total rounded', places(rule.totalPlaces)],
    ['Missing marks', `left out, never zero; at least ${rule.quorum} sheets for a score`],
    ['Equal totals', [...declared.ties, 'else the rank is shared'].join(' → ')],
    ...(declared.lotSeed ? [['Lot', `SHA-256 of "${declared.lotSeed}:entry number"`] satisfies [string, string]] : []),
    ['Ranked', declared.scope === 'CATEGORY' ? 'within each category' : 'all categories together'],
  ];
}
