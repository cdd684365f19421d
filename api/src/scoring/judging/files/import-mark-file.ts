import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../../../core/context.ts';
import { undoableUnitOfWork, Undone } from '../../../core/unit-of-work.ts';
import type { Problems } from '../../../core/tables/problems.ts';
import { assertOperator } from '../../../core/graphql/operator.ts';
import { recordAct } from '../../../platform/audit/index.ts';
import { Competition } from '../../../competition/competitions/index.ts';
import { Assignment, Mark } from '../judging.entity.ts';
import { isOnScale } from '../sheets/sheet-total.ts';
import { writeSheets, type WrittenSheet } from '../sheets/write-sheets.ts';
import { createJudgedCompetition } from './create-judged-competition.ts';
import { fillIn } from './fill-in.ts';
import { findField, type Field } from './find-field.ts';
import type { MarkFile, MarkLine } from './mark-files.ts';
import type { MarkImportOptions } from './mark-import-options.ts';

export interface MarkImportReport {
  isNew: boolean;
  /** Sheets that went in now, and that were there already with the same marks. */
  sheets: number;
  already: number;
  marks: number;
  entries: number;
  judges: number;
}

/**
 * Enters marks given elsewhere, as submitted and sealed sheets: all or none, with whatever has to be made for them. A
 * sheet may lack marks that its judge did not give; it goes around the window of judging, but not around scales,
 * seals, or the rule that a submitted sheet stands. Operator only; null where it was refused, and the problems say why.
 */
export async function importMarkFile(
  context: Context,
  file: MarkFile,
  options: MarkImportOptions,
  problems: Problems,
): Promise<MarkImportReport | null> {
  assertOperator(context);
  return await undoableUnitOfWork<MarkImportReport | null>(context, async (em) => {
    const found = await em.findOne(Competition, { slug: options.slug });
    if (!found && !options.create) {
      problems.error({}, `there is no competition ${options.slug}; --create makes it from the files`);
      throw new Undone(null);
    }
    if (found?.resultsPublishedAt) {
      problems.error({}, `the results of ${options.slug} are published; its marks stand`);
      throw new Undone(null);
    }
    const competition = found ?? (await createJudgedCompetition(context, em, options));
    await em.execute('select id from competitions where id = ? for no key update', [competition.id]);
    if (options.create) await fillIn(context, em, competition, file, problems);
    if (problems.errorCount > 0) throw new Undone(null);
    const field = await findField(em, competition.id, file, problems);
    if (!field || problems.errorCount > 0) throw new Undone(null);
    const { written, already } = await sheetsOf(context, em, field, file.marks, problems);
    if (problems.errorCount > 0) throw new Undone(null);
    await writeSheets(em, written, context.clock.now(), options.progress);
    const report: MarkImportReport = {
      isNew: !found,
      sheets: written.length,
      already,
      marks: written.reduce((sum, { marks }) => sum + marks.length, 0),
      entries: new Set(file.marks.map(({ category, entry }) => `${category}\n${entry}`)).size,
      judges: new Set(file.marks.map(({ judge }) => judge)).size,
    };
    if (written.length > 0) {
      const details = { source: options.source, ...report };
      recordAct(context, em, 'importMarks', { type: 'Competition', id: competition.id }, details);
    }
    if (options.isDryRun) {
      await em.flush();
      throw new Undone(report);
    }
    return report;
  });
}

/** The sheets of the file that are not there yet, with their assignments made. */
async function sheetsOf(
  context: Context,
  em: EntityManager,
  field: Field,
  lines: readonly MarkLine[],
  problems: Problems,
): Promise<{ written: WrittenSheet[]; already: number }> {
  const sheets = new Map<string, { judgeId: string; entryId: string; line: number; marks: Map<string, string> }>();
  for (const { category, entry, judge, criterion, score, line } of lines) {
    const place = field.placeOf({ category, entry, judge, criterion });
    if (!place) continue;
    const { judgeId, entryId } = place;
    const sheet = sheets.get(`${judgeId}/${entryId}`) ?? { judgeId, entryId, line, marks: new Map<string, string>() };
    sheets.set(`${judgeId}/${entryId}`, sheet);
    if (score === null) continue;
    if (isOnScale(score, place.criterion)) sheet.marks.set(place.criterion.id, score);
    else problems.error({ section: 'marks', line, column: 'score' }, `${score} is not on the scale of ${criterion}`);
  }
  const given = [...sheets].filter(([, { marks }]) => marks.size > 0);
  const existing = await em.find(
    Assignment,
    { stage: field.stage.id },
    { fields: ['judge', 'entry', 'submittedAt', 'ordinal'] },
  );
  const byPair = new Map(existing.map((assignment) => [`${assignment.judge.id}/${assignment.entry.id}`, assignment]));
  const stored = await storedMarks(em, field.stage.id);
  const last = new Map<string, number>();
  for (const { judge, ordinal } of existing) last.set(judge.id, Math.max(last.get(judge.id) ?? 0, ordinal));
  const written: WrittenSheet[] = [];
  let already = 0;
  for (const [pair, { judgeId, entryId, line, marks }] of given) {
    const there = byPair.get(pair);
    if (there?.submittedAt) {
      if (isSame(stored.get(there.id), marks)) already += 1;
      else problems.error({ section: 'marks', line }, 'the sheet is submitted with other marks');
      continue;
    }
    const ordinal = (last.get(judgeId) ?? 0) + 1;
    if (!there) last.set(judgeId, ordinal);
    const assignment =
      there ??
      em.create(Assignment, {
        judge: field.judge(judgeId),
        entry: field.entry(entryId),
        stage: field.stage,
        ordinal,
        assignedAt: context.clock.now(),
      });
    const values = [...marks].map(([criterionId, value]) => ({ criterionId, value }));
    written.push({ assignmentId: assignment.id, marks: values });
  }
  await em.flush();
  return { written, already };
}

async function storedMarks(em: EntityManager, stageId: string): Promise<Map<string, Map<string, string>>> {
  const marks = await em.find(
    Mark,
    { assignment: { stage: stageId } },
    { fields: ['assignment', 'criterion', 'value'] },
  );
  const byAssignment = Map.groupBy(marks, (mark) => mark.assignment.id);
  return new Map(
    [...byAssignment].map(([id, all]) => [id, new Map(all.map((mark) => [mark.criterion.id, mark.value]))]),
  );
}

const isSame = (stored: Map<string, string> | undefined, given: Map<string, string>): boolean =>
  stored?.size === given.size && [...given].every(([id, value]) => Number(stored.get(id)) === Number(value));
