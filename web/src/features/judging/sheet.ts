import { limits } from '@laurel/schema/limits';
import { formatDecimal, isOnScale, parseDecimal, sheetTotal, type Scale } from './decimal';

/** A sheet as it is on the screen, and what the server is known to have of it. */
export interface SheetDraft {
  /** What is in each box, as typed. */
  text: Record<string, string>;
  comment: string;
  /** In the API's own writing; absent for no mark. */
  savedMarks: Record<string, string>;
  savedComment: string;
  /** What the API said against a mark; cleared by changing it. */
  problems: Record<string, string>;
}

export interface KeptSheet {
  text: Record<string, string>;
  comment: string | null;
}

interface ServerSheet {
  comment: string;
  marks: readonly { value: string; criterion: { id: string } }[];
}

const savedMarksOf = ({ marks }: ServerSheet): Record<string, string> =>
  Object.fromEntries(marks.map(({ value, criterion }) => [criterion.id, value]));

/** 8.500 from the server is 8.5 in the box. */
const written = (value: string): string => {
  const number = parseDecimal(value);
  return number === null ? value : formatDecimal(number);
};

export function openSheet(server: ServerSheet, kept?: KeptSheet): SheetDraft {
  const savedMarks = savedMarksOf(server);
  const text = Object.fromEntries(Object.entries(savedMarks).map(([id, value]) => [id, written(value)]));
  return {
    text: { ...text, ...kept?.text },
    comment: kept?.comment ?? server.comment,
    savedMarks,
    savedComment: server.comment,
    problems: {},
  };
}

/** After saving: the boxes keep what is in them, the judge may be typing. */
export const sheetSaved = (draft: SheetDraft, server: ServerSheet): SheetDraft => ({
  ...draft,
  savedMarks: savedMarksOf(server),
  savedComment: server.comment,
});

export function setMark(draft: SheetDraft, id: string, text: string): SheetDraft {
  const { [id]: _answered, ...problems } = draft.problems;
  return { ...draft, text: { ...draft.text, [id]: text }, problems };
}

/** The mark in a box: null for an empty one, undefined for one that cannot be a mark. */
export function markOf(draft: SheetDraft, scale: Scale): bigint | null | undefined {
  const text = (draft.text[scale.id] ?? '').trim();
  if (text === '') return null;
  const value = parseDecimal(text);
  return value !== null && isOnScale(value, scale) ? value : undefined;
}

const isSaved = (draft: SheetDraft, scale: Scale): boolean => {
  const mark = markOf(draft, scale);
  const saved = draft.savedMarks[scale.id];
  if (mark === null) return saved === undefined;
  return mark !== undefined && saved !== undefined && parseDecimal(saved) === mark;
};

export const commentExcess = (draft: SheetDraft): number => Array.from(draft.comment.trim()).length - limits.comment;

const isCommentSaved = (draft: SheetDraft): boolean => draft.comment.trim() === draft.savedComment.trim();

export interface SheetChanges {
  marks: { criterionId: string; value: string | null }[];
  comment?: string;
}

/** What is unsaved and can be saved, or null for nothing. A box that cannot does not hold up the others. */
export function changesOf(draft: SheetDraft, scales: readonly Scale[]): SheetChanges | null {
  const marks = scales.flatMap((scale) => {
    const mark = markOf(draft, scale);
    if (mark === undefined || draft.problems[scale.id] || isSaved(draft, scale)) return [];
    return [{ criterionId: scale.id, value: mark === null ? null : formatDecimal(mark) }];
  });
  const hasComment = !isCommentSaved(draft) && commentExcess(draft) <= 0;
  if (marks.length === 0 && !hasComment) return null;
  return hasComment ? { marks, comment: draft.comment.trim() } : { marks };
}

/** What this device has to remember until the server knows it. */
export function keptSheetOf(draft: SheetDraft, scales: readonly Scale[]): KeptSheet | null {
  const unsaved = scales.filter((scale) => !isSaved(draft, scale));
  if (unsaved.length === 0 && isCommentSaved(draft)) return null;
  return {
    text: Object.fromEntries(unsaved.map(({ id }) => [id, draft.text[id] ?? ''])),
    comment: isCommentSaved(draft) ? null : draft.comment,
  };
}

export function isKeptSheet(value: unknown): value is KeptSheet {
  if (typeof value !== 'object' || value === null || !('text' in value) || !('comment' in value)) return false;
  const { text, comment } = value;
  if (typeof text !== 'object' || text === null) return false;
  return (
    (comment === null || typeof comment === 'string') && Object.values(text).every((one) => typeof one === 'string')
  );
}

export const missingMarks = <One extends Scale>(draft: SheetDraft, scales: readonly One[]): One[] =>
  scales.filter((scale) => typeof markOf(draft, scale) !== 'bigint');

/** The running total of what is in the boxes. */
export function totalOf(draft: SheetDraft, scales: readonly Scale[]): string | null {
  const marks = new Map<string, bigint>();
  for (const scale of scales) {
    const mark = markOf(draft, scale);
    if (typeof mark === 'bigint') marks.set(scale.id, mark);
  }
  return sheetTotal(scales, marks);
}
