import { limits } from '@laurel/schema/limits';
import { formatDecimal, isOnScale, parseDecimal, sheetTotal, shortest, type Scale } from './decimal';
import type { Changes } from '../sync/outbox';

/** A sheet as it is on the screen: what is in each box, as typed. */
export interface SheetDraft {
  text: Readonly<Record<string, string>>;
  comment: string;
}

interface ServerSheet {
  comment: string;
  marks: readonly { value: string; criterion: { id: string } }[];
}

/** What was typed and cannot be sent as it is: off the scale, or too long. */
interface Rough {
  text: Record<string, string>;
  comment: string | null;
}

/** What the server has, over it what waits in the outbox, over that what could not even go there. */
export function openSheet(server: ServerSheet, pending: Changes, rough?: Rough): SheetDraft {
  const known = server.marks.map(({ value, criterion }) => [criterion.id, shortest(value)] as const);
  const waiting = Object.entries(pending.marks).map(([id, value]) => [id, value ?? ''] as const);
  return {
    text: { ...Object.fromEntries([...known, ...waiting]), ...rough?.text },
    comment: rough?.comment ?? pending.comment ?? server.comment,
  };
}

/** The mark in a box: null for an empty one, undefined for one that cannot be a mark. */
export function markOf(draft: SheetDraft, scale: Scale): bigint | null | undefined {
  const text = (draft.text[scale.id] ?? '').trim();
  if (text === '') return null;
  const value = parseDecimal(text);
  return value !== null && isOnScale(value, scale) ? value : undefined;
}

export const commentExcess = (draft: SheetDraft): number => Array.from(draft.comment.trim()).length - limits.comment;

/** What typing into a box is to the server, or null where it changes nothing there or cannot be a mark. */
export function markChange(before: SheetDraft, after: SheetDraft, scale: Scale): Changes | null {
  const mark = markOf(after, scale);
  if (mark === undefined || mark === markOf(before, scale)) return null;
  return { marks: { [scale.id]: mark === null ? null : formatDecimal(mark) } };
}

export function commentChange(before: SheetDraft, after: SheetDraft): Changes | null {
  if (commentExcess(after) > 0) return null;
  const isSame = commentExcess(before) <= 0 && after.comment.trim() === before.comment.trim();
  return isSame ? null : { marks: {}, comment: after.comment.trim() };
}

/** What this device has to remember besides the outbox, or null for nothing. */
export function roughOf(draft: SheetDraft, scales: readonly Scale[]): Rough | null {
  const off = scales.filter((scale) => markOf(draft, scale) === undefined);
  const comment = commentExcess(draft) > 0 ? draft.comment : null;
  if (off.length === 0 && comment === null) return null;
  return { text: Object.fromEntries(off.map(({ id }) => [id, draft.text[id] ?? ''])), comment };
}

export function isRough(value: unknown): value is Rough {
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
