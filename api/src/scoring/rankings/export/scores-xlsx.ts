import writeExcelFile, { type SheetData } from 'write-excel-file/node';
import { rubricFor, type Competition } from '../../../competition/competitions/index.ts';
import { labelOf, type ExportedScores } from './export-scores.ts';
import { ruleWords } from './rule-words.ts';

const head = (...names: string[]): SheetData[number] => names.map((value) => ({ value, fontWeight: 'bold' }));
/** As a number where it is one, with as many decimals as the rule gives it. */
const figure = (value: string | null) =>
  value === null
    ? null
    : {
        value: Number(value),
        type: Number,
        format: `0${value.includes('.') ? `.${'0'.repeat(value.split('.')[1]?.length ?? 0)}` : ''}`,
      };

/**
 * A workbook for people: scores, marks by judges' codes, and the rule with its version and formulas. Both languages
 * stand side by side in the names of entries.
 */
export async function scoresXlsx(exported: ExportedScores, competition: Competition): Promise<Buffer> {
  const { scores, categories, rows } = exported;
  const { marks } = scores;
  const nameOf = (categoryId: string) => categories.get(categoryId)?.name.in('zh-CN') ?? '';
  const criteriaOf = (categoryId: string) => rubricFor(marks.rubrics, marks.stage.id, categoryId)?.criteria ?? [];
  const results: SheetData = [
    head('类别 category', '排名 rank', '参赛项目 entry', '得分 total', '评分表 sheets'),
    ...rows.map((row) => [nameOf(row.categoryId), row.rank, labelOf(row), figure(row.score), row.sheetsSubmitted]),
  ];
  const criteria: SheetData = [
    head('类别 category', '参赛项目 entry', '评审维度 criterion', '评审组得分 panel score', '加权得分 factored score'),
    ...rows.flatMap((row) =>
      criteriaOf(row.categoryId).map((criterion) => {
        const score = row.criteria.find((candidate) => candidate.criterion === criterion.id);
        const name = criterion.name.in('zh-CN');
        return [
          nameOf(row.categoryId),
          labelOf(row),
          name,
          figure(score?.panelScore ?? null),
          figure(score?.factoredScore ?? null),
        ];
      }),
    ),
  ];
  const sheets: SheetData = [
    head('类别 category', '参赛项目 entry', '评委 judge', '评审维度 criterion', '分数 mark'),
    ...marks.pools.flatMap(({ pool }) =>
      pool.sheets.flatMap((sheet) => {
        const entry = scores.byEntry.get(sheet.entry);
        if (!entry) return [];
        return criteriaOf(entry.categoryId).map((criterion, index) => [
          nameOf(entry.categoryId),
          labelOf(entry),
          marks.judgeCodes.get(sheet.judge) ?? '',
          criterion.name.in('zh-CN'),
          figure(sheet.marks[index] ?? null),
        ]);
      }),
    ),
  ];
  const rule: SheetData = [
    head('项目 item', '内容 content'),
    ['Competition', competition.name.in('zh-CN')],
    ...ruleWords(scores),
  ];
  const wide = [{ width: 24 }, { width: 18 }, { width: 22 }, { width: 22 }, { width: 22 }];
  const file = writeExcelFile([
    { data: results, sheet: '结果 Result', columns: wide, stickyRowsCount: 1 },
    { data: criteria, sheet: '维度 Criteria', columns: wide, stickyRowsCount: 1 },
    { data: sheets, sheet: '分数 Marks', columns: wide, stickyRowsCount: 1 },
    { data: rule, sheet: '规则 Rule', columns: [{ width: 24 }, { width: 110 }], stickyRowsCount: 1 },
  ]);
  return await file.toBuffer();
}
