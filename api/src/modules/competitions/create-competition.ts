import type { Context } from '../../context.ts';
import { unitOfWork } from '../../database/unit-of-work.ts';
import { LocalizedText } from '../../graphql/localized-text.ts';
import { assertOperator } from '../../graphql/operator.ts';
import { recordAct } from '../audit/index.ts';
import { User } from '../identity/index.ts';
import { Organization, Region } from '../organizations/index.ts';
import { BallotRule, defaultBallotRule, type BallotRuleValues } from './ballot-rule.entity.ts';
import { Category, Competition, CompetitionOrganizer, Criterion, Stage, type StageKind } from './competition.entity.ts';
import { dayIn } from './local-day.ts';

type Text = { zh?: string; en?: string };

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
  /** What differs from the default rule. */
  ballotRule?: Partial<BallotRuleValues>;
  stages: { kind: StageKind; name: Text; opensAt: Date; closesAt: Date }[];
  categories: { key: string; name: Text }[];
  criteria: { key: string; name: Text; guidance: Text; weight: string; maximum: string; step: string }[];
  organizerIds: string[];
}

/** Sets a competition up, whole, with its stages, categories and criteria in the order given. Operator only. */
export async function createCompetition(context: Context, input: CompetitionInput): Promise<Competition> {
  assertOperator(context);
  const now = context.clock.now();
  dayIn(input.timeZone, now);
  return await unitOfWork(context, async (em) => {
    const competition = em.create(Competition, {
      slug: input.slug,
      name: LocalizedText.of(input.name),
      tagline: LocalizedText.of(input.tagline),
      description: LocalizedText.of(input.description),
      host: em.getReference(Organization, input.hostId),
      region: em.getReference(Region, input.regionId),
      timeZone: input.timeZone,
      isDemonstration: input.isDemonstration,
      createdAt: now,
    });
    em.create(BallotRule, { ...defaultBallotRule, ...input.ballotRule, competition, declaredAt: now });
    input.stages.forEach(({ kind, name, opensAt, closesAt }, ordinal) => {
      em.create(Stage, { competition, ordinal, kind, name: LocalizedText.of(name), opensAt, closesAt });
    });
    input.categories.forEach(({ key, name }, ordinal) => {
      em.create(Category, { competition, ordinal, key, name: LocalizedText.of(name) });
    });
    input.criteria.forEach(({ name, guidance, ...rest }, ordinal) => {
      em.create(Criterion, {
        competition,
        ordinal,
        ...rest,
        name: LocalizedText.of(name),
        guidance: LocalizedText.of(guidance),
      });
    });
    for (const id of input.organizerIds)
      em.create(CompetitionOrganizer, { competition, user: em.getReference(User, id) });
    recordAct(context, em, 'createCompetition', { type: 'Competition', id: competition.id });
    return competition;
  });
}
