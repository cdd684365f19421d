import { StageKind, type CompetitionInput } from '../../api/src/competition/competitions/index.ts';
import { importSheets } from '../../api/src/scoring/judging/index.ts';
import { makeCompetition, type TestCompetition } from '../../api/src/test/factories.ts';
import type { World } from '../../api/src/test/world.ts';

const hours = (count: number) => new Date(Date.now() + count * 3_600_000);
const windows = {
  over: () => ({ opensAt: hours(-48), closesAt: hours(-1) }),
  open: () => ({ opensAt: hours(-24), closesAt: hours(24) }),
  upcoming: () => ({ opensAt: hours(48), closesAt: hours(72) }),
};

interface Options {
  votesPerDay?: number;
  ballotRule?: CompetitionInput['ballotRule'];
  scoringRules?: CompetitionInput['scoringRules'];
  questions?: CompetitionInput['questions'];
  /** A second judging stage, still to come. */
  hasFinal?: boolean;
}

/** A competition as of now, real now: entries, votes and marks are welcome, and results are yet to come. */
export function openCompetition(
  world: World,
  { hasFinal = false, ...options }: Options = {},
): Promise<TestCompetition> {
  const stages = {
    SUBMISSION: windows.open(),
    VOTING: windows.open(),
    REVIEW: windows.open(),
    ...(hasFinal && { FINAL: windows.upcoming() }),
    PUBLICATION: windows.upcoming(),
  };
  return makeCompetition(world, { stages, ...options });
}

/** All stages but the publication are over, as a test may have it and nobody else: time cannot be told to hurry. */
export async function endStages(world: World, competition: TestCompetition): Promise<void> {
  const { opensAt, closesAt } = windows.over();
  await world.orm.em
    .fork()
    .execute("update stages set opens_at = ?, closes_at = ? where competition_id = ? and kind <> 'PUBLICATION'", [
      opensAt,
      closesAt,
      competition.id,
    ]);
}

/** Hands in the sheets of all judges for some entries, with the same mark on every criterion. */
export async function markEntries(
  world: World,
  competition: TestCompetition,
  marks: Map<string, string>,
): Promise<void> {
  const assignments = await world.orm.em
    .fork()
    .execute<{ id: string; entry_id: string }[]>(
      'select a.id, a.entry_id from assignments a join entries e on e.id = a.entry_id where e.competition_id = ?',
      [competition.id],
    );
  const criteria = await world.orm.em
    .fork()
    .execute<{ key: string }[]>(
      'select k.key from criteria k join rubrics r on r.id = k.rubric_id where r.competition_id = ?',
      [competition.id],
    );
  const sheets = assignments.flatMap(({ id, entry_id }) => {
    const mark = marks.get(entry_id);
    return mark === undefined
      ? []
      : [{ assignmentId: id, marks: new Map(criteria.map(({ key }) => [key, mark] as const)) }];
  });
  await importSheets(world.operator(), competition.id, StageKind.REVIEW, sheets);
}
