/**
 * What a judge did on this device and the server has not confirmed, sheet by sheet. Pure: no storage, no network.
 * Three rules keep it exact whatever is lost on the way:
 *
 * - mutations of one sheet go out in order, each after the answer to the one before;
 * - a mutation that may have left this device is never changed again, only repeated, and the server carries out what
 *   bears the same id once;
 * - an answer counts only for the mutation it answers, so that a late one does nothing.
 */

/** The last word on each criterion (null clears the mark), and on the comment. */
export interface Changes {
  marks: Readonly<Record<string, string | null>>;
  comment?: string;
}

interface Sendable {
  id: string;
  /** It may have reached the server. */
  isSent: boolean;
}

export type PendingMutation =
  | (Sendable & { kind: 'save' } & Changes)
  | (Sendable & { kind: 'submit' })
  | (Sendable & { kind: 'conflict'; note: string });

/** Of which sheet: enough to speak of it without asking anybody. */
export interface SheetName {
  assignmentId: string;
  judgeId: string;
  title: string;
}

export interface PendingSheet extends SheetName {
  /** When the first mutation was written, in milliseconds; older sheets are sent first. */
  since: number;
  pending: readonly PendingMutation[];
  /** Why the server did not take something, until the judge has dealt with it. */
  refusal: string | null;
}

export type Answer =
  | { is: 'done' }
  /** Not as it stands: saves stay, to be corrected or sent again; what was built on them is off. */
  | { is: 'refused'; message: string }
  /** Nothing of this sheet will ever be taken. */
  | { is: 'over'; message: string };

export const nothingPending = (name: SheetName, since: number): PendingSheet => ({
  ...name,
  since,
  pending: [],
  refusal: null,
});

/** Joins the mutation before it as long as that one has not left. */
export function withSave(sheet: PendingSheet, id: string, { marks, comment }: Changes): PendingSheet {
  const last = sheet.pending.at(-1);
  const said = comment === undefined ? {} : { comment };
  if (last?.kind === 'save' && !last.isSent) {
    const joined: PendingMutation = { ...last, ...said, marks: { ...last.marks, ...marks } };
    return { ...sheet, pending: [...sheet.pending.slice(0, -1), joined], refusal: null };
  }
  return { ...sheet, pending: [...sheet.pending, { kind: 'save', id, isSent: false, marks, ...said }], refusal: null };
}

export const withSubmit = (sheet: PendingSheet, id: string): PendingSheet =>
  isFinished(sheet)
    ? sheet
    : { ...sheet, pending: [...sheet.pending, { kind: 'submit', id, isSent: false }], refusal: null };

/** Marks that have not left need not be sent any more. */
export const withConflict = (sheet: PendingSheet, id: string, note: string): PendingSheet => ({
  ...sheet,
  pending: [...sheet.pending.filter(({ isSent }) => isSent), { kind: 'conflict', id, isSent: false, note }],
  refusal: null,
});

/** What is to be sent next; nothing while the server's refusal waits for the judge. */
export const nextMutation = (sheet: PendingSheet): PendingMutation | undefined =>
  sheet.refusal === null ? sheet.pending[0] : undefined;

/** Stored before the mutation leaves, so that after a crash it counts as one that may have arrived. */
export const sent = (sheet: PendingSheet, id: string): PendingSheet => ({
  ...sheet,
  pending: sheet.pending.map((mutation) => (mutation.id === id ? { ...mutation, isSent: true } : mutation)),
});

export function answered(sheet: PendingSheet, id: string, answer: Answer): PendingSheet {
  const [mutation, ...rest] = sheet.pending;
  if (mutation?.id !== id) return sheet;
  switch (answer.is) {
    case 'done':
      return { ...sheet, pending: rest };
    case 'over':
      return { ...sheet, pending: [], refusal: answer.message };
    case 'refused': {
      // Nothing of it was carried out, so it may change.
      const saves = sheet.pending.filter(({ kind }) => kind === 'save');
      return { ...sheet, pending: saves.map((one) => ({ ...one, isSent: false })), refusal: answer.message };
    }
  }
}

/** The judge has read why; what is left goes out again. */
export const acknowledged = (sheet: PendingSheet): PendingSheet => ({ ...sheet, refusal: null });

/** What is typed over what the server has. */
export function pendingChanges({ pending }: PendingSheet): Changes {
  const saves = pending.filter((mutation) => mutation.kind === 'save');
  const comment = saves.findLast((mutation) => mutation.comment !== undefined)?.comment;
  return {
    marks: Object.assign({}, ...saves.map(({ marks }) => marks)) as Changes['marks'],
    ...(comment !== undefined && { comment }),
  };
}

const has = (sheet: PendingSheet | undefined, kind: PendingMutation['kind']) =>
  sheet?.pending.some((mutation) => mutation.kind === kind) ?? false;

export const isSubmitting = (sheet: PendingSheet | undefined): boolean => has(sheet, 'submit');
export const isDeclaring = (sheet: PendingSheet | undefined): boolean => has(sheet, 'conflict');
/** The judge is through with it, whether or not the server knows. */
export const isFinished = (sheet: PendingSheet | undefined): boolean => isSubmitting(sheet) || isDeclaring(sheet);
export const isWaiting = (sheet: PendingSheet): boolean => sheet.pending.length > 0;
export const isEmpty = (sheet: PendingSheet): boolean => !isWaiting(sheet) && sheet.refusal === null;
