import type { Context } from '../../../core/context.ts';
import { findById } from '../../../core/load-rows.ts';
import { make } from '../../../core/graphql/user-error.ts';
import { scoringRuleOf, type Competition, type Criterion } from '../../../competition/competitions/index.ts';
import { Entry } from '../../../competition/entries/index.ts';
import { worksheet, type Worksheet } from '../methods/index.ts';
import { NoScoreReason } from '../ranking.types.ts';
import { criteriaById, scoresAsked, separationText } from '../ranking.queries.ts';
import {
  ExactNumber,
  MarkUse,
  WorksheetCriterion,
  WorksheetMark,
  WorksheetSheet,
  WorksheetTie,
  WorksheetTieRow,
  WorksheetView,
  type WorksheetArgs,
} from './worksheet.types.ts';

/** The score of one entry in a judging stage, recomputed step by step; null where it is not ranked there. */
export async function worksheetOf(
  context: Context,
  competition: Competition,
  { entryNumber, stage: kind }: WorksheetArgs,
): Promise<WorksheetView | null> {
  const asked = await scoresAsked(context, competition.id, kind);
  const rule = asked && (await scoringRuleOf(context, asked.stage.id));
  if (!asked || !rule) return null;
  const { stage, scores } = asked;
  const { marks, rows, pools } = scores;
  const row = rows.find(({ number }) => number === entryNumber);
  const pool = row && pools.find(({ pool: { entryIndex } }) => entryIndex.has(row.id))?.pool;
  if (!row || !pool) return null;
  const sheet = worksheet(marks.rule, pool, row.id);
  const ids = [row.id, ...(sheet.tie?.rows ?? []).map(({ entry }) => entry)];
  const entries = await findById(context, Entry, ids);
  const entry = entries.get(row.id);
  if (!entry) return null;
  const criteria = await criteriaById(context, competition.id);
  return make(WorksheetView, {
    entry,
    stage,
    rule,
    ...linesOf(sheet, criteria, marks.judgeCodes),
    counted: sheet.counted,
    sum: exact(sheet.sum),
    total: sheet.total,
    reason: sheet.reason && NoScoreReason[sheet.reason],
    rank: sheet.rank,
    tie: sheet.tie && tieOf(sheet.tie, entries),
  });
}

const exact = (value: Worksheet['sum']): ExactNumber | null => value && make(ExactNumber, { ...value });

function linesOf(
  sheet: Worksheet,
  criteria: ReadonlyMap<string, Criterion>,
  codes: ReadonlyMap<string, string>,
): Pick<WorksheetView, 'criteria' | 'sheets'> {
  const codeOf = (judge: string) => codes.get(judge) ?? '';
  return {
    criteria: sheet.criteria.flatMap(({ criterion: id, marks, mean, panelScore, factor, factoredScore }) => {
      const criterion = criteria.get(id);
      if (!criterion) return [];
      const given = marks.map(({ judge, mark, use }) =>
        make(WorksheetMark, { judgeCode: codeOf(judge), mark, use: MarkUse[use] }),
      );
      const line = { criterion, marks: given, mean: exact(mean), panelScore, factor: exact(factor), factoredScore };
      return [make(WorksheetCriterion, line)];
    }),
    sheets: sheet.sheets.map(({ judge, total, adjusted, beside, use }) =>
      make(WorksheetSheet, {
        judgeCode: codeOf(judge),
        total: exact(total),
        adjusted: exact(adjusted),
        besides: beside?.sheets ?? null,
        use: use && MarkUse[use],
      }),
    ),
  };
}

const tieOf = (tie: NonNullable<Worksheet['tie']>, entries: ReadonlyMap<string, Entry>): WorksheetTie =>
  make(WorksheetTie, {
    steps: tie.steps.map((step) => separationText(step) ?? ''),
    entries: tie.entries,
    rows: tie.rows.flatMap(({ entry: id, rank, values }) => {
      const entry = entries.get(id);
      return entry ? [make(WorksheetTieRow, { entry, rank, values: values.map((value) => value ?? '') })] : [];
    }),
  });
