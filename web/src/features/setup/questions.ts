import type { QuestionKind } from '@laurel/schema/questions';
import { freeKey } from '../../forms/free-key';
import { noTexts, textsOf, type Texts } from '../../forms/texts';
import type { SetUp_questionFragment } from '../../gql/SetUp_question';
import type { QuestionInput } from '../../gql/types';

interface OptionRow {
  key: string;
  name: Texts;
}

/** A question as it is being written: empty instead of missing. */
export interface QuestionRow {
  key: string;
  kind: QuestionKind;
  /** Empty: asked in every category. */
  categoryId: string;
  prompt: Texts;
  help: Texts;
  isRequired: boolean;
  options: OptionRow[];
  minimum: string;
  maximum: string;
  unit: Texts;
  maxLength: string;
}

export const rowOf = (question: SetUp_questionFragment): QuestionRow => ({
  key: question.key,
  kind: question.kind,
  categoryId: question.category?.id ?? '',
  prompt: textsOf(question.promptTexts),
  help: textsOf(question.helpTexts),
  isRequired: question.isRequired,
  options: question.options.map(({ key, nameTexts }) => ({ key, name: textsOf(nameTexts) })),
  minimum: question.minimum ?? '',
  maximum: question.maximum ?? '',
  unit: textsOf(question.unitTexts),
  maxLength: question.maxLength === null ? '' : `${question.maxLength}`,
});

/** What does not belong to its kind stays behind, in case the kind is changed back. */
export const inputOf = (row: QuestionRow): QuestionInput => ({
  key: row.key,
  kind: row.kind,
  categoryId: row.categoryId || null,
  prompt: row.prompt,
  help: row.help,
  isRequired: row.isRequired,
  options: row.kind === 'CHOICE' ? row.options.map(({ key, name }) => ({ key, ...name })) : [],
  minimum: row.kind === 'NUMBER' ? row.minimum.trim() || null : null,
  maximum: row.kind === 'NUMBER' ? row.maximum.trim() || null : null,
  unit: row.kind === 'NUMBER' ? row.unit : noTexts,
  maxLength: row.kind === 'TEXT' && row.maxLength ? Number(row.maxLength) : null,
});

export const newOption = (options: readonly OptionRow[]): OptionRow => ({ key: freeKey('o', options), name: noTexts });

export const newQuestion = (rows: readonly QuestionRow[]): QuestionRow => ({
  key: freeKey('q', rows),
  kind: 'TEXT',
  categoryId: '',
  prompt: noTexts,
  help: noTexts,
  isRequired: false,
  options: [],
  minimum: '',
  maximum: '',
  unit: noTexts,
  maxLength: '300',
});
