import type { QuestionsInput } from '@laurel/schema/questions';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../../core/context.ts';
import { unitOfWork } from '../../core/unit-of-work.ts';
import { LocalizedText, type Bilingual } from '../../core/graphql/localized-text.ts';
import { assertOperator } from '../../core/graphql/operator.ts';
import { recordAct } from '../../platform/audit/index.ts';
import { needForm } from '../../work/forms/index.ts';
import { User } from '../../platform/identity/index.ts';
import { Organization, Region } from '../../people/organizations/index.ts';
import { BallotRule, defaultBallotRule, type BallotRuleValues } from './ballot-rule/ballot-rule.entity.ts';
import { Category, Competition, CompetitionOrganizer } from './competition.entity.ts';
import { judgingKinds, type StageKind } from './stage-kind.ts';
import { Stage } from './stage.entity.ts';
import { dayIn } from '../../core/time/local-day.ts';
import { Criterion, Rubric, type CriterionLevel } from './rubrics/rubric.entity.ts';
import { addQuestions } from './questions/set-questions.ts';
import { defaultScoringRule, ScoringRule, type ScoringRuleValues } from './rubrics/scoring-rule.entity.ts';

type Text = Bilingual;

interface CriterionInput {
  key: string;
  name: Text;
  guidance: Text;
  weight: string;
  minimum?: string;
  maximum: string;
  step: string;
  levels?: CriterionLevel[];
}

export interface CompetitionInput {
  slug: string;
  name: Text;
  tagline: Text;
  description: Text;
  hostId: string;
  regionId: string;
  /** IANA name. */
  timeZone: string;
  isDemonstration: boolean;
  /** Key of the form on which entries are handed in; of the built-in one for projects unless said otherwise. */
  formKey?: string;
  /** What differs from the default rule. */
  ballotRule?: Partial<BallotRuleValues>;
  stages: { kind: StageKind; name: Text; opensAt: Date; closesAt: Date }[];
  categories: { key: string; name: Text }[];
  /** Asked of everybody or, by the key of a category, of who enters there. */
  questions?: (Omit<QuestionsInput['questions'][number], 'categoryId'> & { categoryKey?: string })[];
  /** The rubric that holds where neither a stage nor a category has its own. */
  criteria: CriterionInput[];
  /** What differs from the default rule, by judging stage. The last judging stage alone makes the result. */
  scoringRules?: Partial<Record<StageKind, Partial<ScoringRuleValues>>>;
  organizerIds: string[];
}

/** Sets a competition up, whole and open, with its stages, categories and criteria in the order given. Operator only. */
export async function createCompetition(context: Context, input: CompetitionInput): Promise<Competition> {
  assertOperator(context);
  const now = context.clock.now();
  dayIn(input.timeZone, now);
  return await unitOfWork(context, async (em) => {
    const competition = em.create(Competition, {
      form: await needForm(em, input.formKey),
      slug: input.slug,
      name: LocalizedText.of(input.name),
      tagline: LocalizedText.of(input.tagline),
      description: LocalizedText.of(input.description),
      host: em.getReference(Organization, input.hostId),
      region: em.getReference(Region, input.regionId),
      timeZone: input.timeZone,
      isDemonstration: input.isDemonstration,
      openedAt: now,
      createdAt: now,
    });
    const categories = input.categories.map(({ key, name }, ordinal) =>
      em.create(Category, { competition, ordinal, key, name: LocalizedText.of(name) }),
    );
    const idOf = (wanted: string | undefined) => categories.find(({ key }) => key === wanted)?.id ?? null;
    addQuestions(
      em,
      competition,
      (input.questions ?? []).map(({ categoryKey, ...rest }) => ({ ...rest, categoryId: idOf(categoryKey) })),
    );
    // Before the stages, for once submissions are open the questions stand.
    await em.flush();
    em.create(BallotRule, { ...defaultBallotRule, ...input.ballotRule, competition, declaredAt: now });
    const last = input.stages.findLast(({ kind }) => judgingKinds.includes(kind));
    input.stages.forEach(({ kind, name, opensAt, closesAt }, ordinal) => {
      const stage = em.create(Stage, { competition, ordinal, kind, name: LocalizedText.of(name), opensAt, closesAt });
      if (!judgingKinds.includes(kind)) return;
      const weight = kind === last?.kind ? '100' : '0';
      em.create(ScoringRule, { ...defaultScoringRule, weight, ...input.scoringRules?.[kind], stage, declaredAt: now });
    });
    addCriteria(em, em.create(Rubric, { competition }), input.criteria);
    for (const id of input.organizerIds)
      em.create(CompetitionOrganizer, { competition, user: em.getReference(User, id) });
    recordAct(context, em, 'createCompetition', { type: 'Competition', id: competition.id });
    return competition;
  });
}

/** Gives a rubric its criteria, in the order given. */
export function addCriteria(em: EntityManager, rubric: Rubric, criteria: readonly CriterionInput[]): void {
  criteria.forEach(({ name, guidance, ...rest }, ordinal) => {
    em.create(Criterion, {
      rubric,
      ordinal,
      ...rest,
      name: LocalizedText.of(name),
      guidance: LocalizedText.of(guidance),
    });
  });
}
