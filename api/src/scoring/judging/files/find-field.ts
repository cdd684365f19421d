import type { EntityManager } from '@mikro-orm/postgresql';
import type { Problems } from '../../../core/tables/problems.ts';
import {
  Category,
  type Criterion,
  findRubrics,
  judgingKinds,
  rubricFor,
  Stage,
} from '../../../competition/competitions/index.ts';
import { Entry } from '../../../competition/entries/index.ts';
import { Judge, Panel } from '../judging.entity.ts';
import type { MarkFile } from './mark-files.ts';

interface Place {
  judgeId: string;
  entryId: string;
  criterion: Criterion;
}

/** Where the lines of a file belong in a competition. */
export interface Field {
  stage: Stage;
  placeOf: (line: { category: string; entry: string; judge: string; criterion: string }) => Place | null;
  judge: (id: string) => Judge;
  entry: (id: string) => Entry;
}

/** What a file calls something: its key, or its name in either language. */
export const isCalled = (
  { key, name }: { key: string; name: { zh?: string | null; en?: string | null } },
  text: string,
): boolean => key === text || name.zh === text || name.en === text;

/** The first judging stage; files of marks describe one. */
export const judgedStage = async (em: EntityManager, competitionId: string): Promise<Stage | null> =>
  await em.findOne(
    Stage,
    { competition: competitionId, kind: { $in: [...judgingKinds] } },
    { orderBy: { ordinal: 'asc' } },
  );

/** Finds everything the file names, in a few statements; null, with problems, where something is missing. */
export async function findField(
  em: EntityManager,
  competitionId: string,
  file: MarkFile,
  problems: Problems,
): Promise<Field | null> {
  const stage = await judgedStage(em, competitionId);
  if (!stage) {
    problems.error({}, 'the competition has no stage in which judges mark');
    return null;
  }
  const categories = await em.find(Category, { competition: competitionId });
  const rubrics = await findRubrics(em, competitionId);
  const panels = await em.find(Panel, { stage }, { populate: ['categories'] });
  const judges = await em.find(Judge, { panel: { $in: panels } });
  const entries = await em.find(Entry, { competition: competitionId }, { fields: ['key', 'number', 'category'] });
  const judgeById = new Map(judges.map((judge) => [judge.id, judge]));
  const entryById = new Map(entries.map((entry) => [entry.id, entry]));

  const category = remembering((name: string) => {
    const found = categories.find((candidate) => isCalled(candidate, name));
    return found ?? absent(problems, `there is no category ${name}`);
  });
  const criterion = remembering((name: string, criterionName: string) => {
    const of = category(name);
    const criteria = of && rubricFor(rubrics, stage.id, of.id)?.criteria;
    const found = criteria?.find((candidate) => isCalled(candidate, criterionName));
    return found ?? (of && absent(problems, `the rubric of ${name} has no criterion ${criterionName}`));
  });
  const byKey = Map.groupBy(entries, ({ key, number }) => key ?? String(number));
  const entry = remembering((name: string, key: string) => {
    const of = category(name);
    const found = byKey.get(key)?.find((candidate) => candidate.category.id === of?.id);
    return found ?? (of && absent(problems, `there is no entry ${key} in ${name}`));
  });
  const judge = remembering((name: string, code: string) => {
    const of = category(name);
    const seats = panels.filter((panel) => of && panel.categories.getIdentifiers().includes(of.id)).map(({ id }) => id);
    const found = judges.find((candidate) => candidate.code === code && seats.includes(candidate.panel.id));
    return found ?? (of && absent(problems, `no panel of ${name} has a judge ${code}`));
  });
  for (const line of file.criteria) criterion(line.category, line.criterion);

  return {
    stage,
    placeOf: (line) => {
      const [at, by, on] = [
        entry(line.category, line.entry),
        judge(line.category, line.judge),
        criterion(line.category, line.criterion),
      ];
      return at && by && on ? { entryId: at.id, judgeId: by.id, criterion: on } : null;
    },
    judge: (id) => judgeById.get(id) ?? em.getReference(Judge, id),
    entry: (id) => (entryById.get(id) ?? em.getReference(Entry, id)) as Entry,
  };
}

/** Everything is looked up, and complained about, once. */
function remembering<Names extends string[], Found>(find: (...names: Names) => Found): (...names: Names) => Found {
  const known = new Map<string, Found>();
  return (...names) => {
    const key = JSON.stringify(names);
    if (!known.has(key)) known.set(key, find(...names));
    return known.get(key) as Found;
  };
}

function absent(problems: Problems, text: string): null {
  problems.error({ section: 'marks' }, `${text}; --create makes what is missing`);
  return null;
}
