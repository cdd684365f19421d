import { stagesInput } from '@laurel/schema/setup';
import type { Context } from '../../../core/context.ts';
import { unitOfWork } from '../../../core/unit-of-work.ts';
import { LocalizedText } from '../../../core/graphql/localized-text.ts';
import { parseInput, fieldProblem } from '../../../core/graphql/parse-input.ts';
import { FieldProblem, InvalidInputError, make, userError } from '../../../core/graphql/user-error.ts';
import { message } from '../../../core/messages.ts';
import { recordAct } from '../../../platform/audit/index.ts';
import { instantOf, isTimeZone } from '@laurel/schema/wall-clock';
import { StageKind, holdCompetition, assertOrganizer } from '../../competitions/index.ts';
import { CompetitionOpenedError } from '../setup.types.ts';
import { replaceStages } from './replace-stages.ts';
import { orderProblems } from './stage-order.ts';
import { SetStagesSuccess, StageInUseError, type SetStagesInput } from './stage.types.ts';

type Outcome = SetStagesSuccess | CompetitionOpenedError | StageInUseError | InvalidInputError;

/**
 * Sets all stages, in wall-clock time of the competition's zone, while it is being set up; later a stage is moved, with a
 * reason. Organizers only.
 */
export async function setStages(context: Context, input: SetStagesInput): Promise<Outcome> {
  await assertOrganizer(context, input.competitionId);
  const { competitionId, ...given } = input;
  const parsed = parseInput(context, stagesInput, given);
  if (parsed instanceof InvalidInputError) return parsed;
  const { timeZone } = parsed;
  if (!isTimeZone(timeZone)) return fieldProblem(context, 'timeZone', 'setup.noSuchZone');
  const { stages, problems, notes } = readStages(context, parsed);
  if (problems.length > 0) {
    return make(InvalidInputError, { message: message(context.locale, 'setup.stagesInvalid'), fields: problems });
  }
  return await unitOfWork(context, async (em): Promise<Outcome> => {
    const competition = await holdCompetition(context, em, competitionId);
    if (competition.openedAt) return userError(context, CompetitionOpenedError, 'setup.stagesStand');
    await em.execute('select id from stages where competition_id = ? order by id for no key update', [competitionId]);
    const seated = await replaceStages(em, competition, stages, context.clock.now());
    if (seated) {
      const name = seated.name.in(context.locale);
      return userError(context, StageInUseError, 'setup.stageInUse', {}, { name });
    }
    competition.timeZone = timeZone;
    recordAct(context, em, 'setStages', { type: 'Competition', id: competitionId }, parsed);
    return make(SetStagesSuccess, { competition, notes });
  });
}

type Given = Pick<SetStagesInput, 'timeZone'> & {
  stages: { kind: keyof typeof StageKind; name: object; opensAt: string; closesAt: string }[];
};

const fields = ['opensAt', 'closesAt'] as const;

/** The instants behind what clocks show, with a sentence wherever a clock shows a time never, or twice. */
function readStages(context: Context, { timeZone, stages }: Given) {
  const say = (key: Parameters<typeof message>[1], values: object) => message(context.locale, key, { ...values });
  const problems: FieldProblem[] = [];
  const notes: string[] = [];
  const read = stages.map(({ kind, name, ...clocks }, index) => {
    const [opensAt, closesAt] = fields.map((field) => {
      const { instant, isShown } = instantOf(clocks[field], timeZone);
      const values = { ...clockWords(clocks[field]), name: LocalizedText.of(name).in(context.locale), timeZone };
      if (isShown === 'TWICE') notes.push(say('setup.timeTwice', values));
      if (isShown === 'SKIPPED') {
        problems.push(
          make(FieldProblem, { path: `stages.${index}.${field}`, message: say('setup.timeSkipped', values) }),
        );
      }
      return instant;
    });
    return { kind: StageKind[kind], name, opensAt: opensAt as Date, closesAt: closesAt as Date };
  });
  if (problems.length > 0) return { stages: read, problems, notes };
  const nameOf = (index: number) => LocalizedText.of(read[index]?.name ?? {}).in(context.locale);
  for (const problem of orderProblems(read)) {
    const path = `stages.${problem.index}.${problem.kind === 'BEGINS_TOO_EARLY' ? 'opensAt' : 'closesAt'}`;
    const values = { name: nameOf(problem.index), earlier: 'earlier' in problem ? nameOf(problem.earlier) : '' };
    problems.push(make(FieldProblem, { path, message: say(`setup.order.${problem.kind}`, values) }));
  }
  return { stages: read, problems, notes };
}

const clockWords = (local: string) => ({ day: local.slice(0, 10), time: local.slice(11) });
