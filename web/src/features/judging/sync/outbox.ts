/**
 * What a judge did on this device and the server has not confirmed, sheet by sheet. Pure: it knows neither storage nor
 * network. Three things keep it exact whatever is lost on the way:
 *
 * - letters of one sheet go out in order, the next one only after the answer to the one before;
 * - a letter that may have left this device is never changed again, only repeated, and the server carries out what
 *   bears the same id once;
 * - an answer counts only for the letter it answers, so that a late one does nothing.
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

export type Letter =
  | (Sendable & { kind: 'save' } & Changes)
  | (Sendable & { kind: 'submit' })
  | (Sendable & { kind: 'conflict'; note: string });

/** Of which sheet: enough to speak of it without asking anybody. */
export interface SheetName {
  assignmentId: string;
  judgeId: string;
  title: string;
}

export interface Lane extends SheetName {
  /** When the first letter was written, in milliseconds; older sheets are sent first. */
  since: number;
  letters: readonly Letter[];
  /** Why the server did not take something, until the judge has dealt with it. */
  refusal: string | null;
}

export type Answer =
  | { is: 'done' }
  /** Not as it stands: saves stay, to be corrected or sent again; what was built on them is off. */
  | { is: 'refused'; message: string }
  /** Nothing of this sheet will ever be taken. */
  | { is: 'over'; message: string };

export const openLane = (name: SheetName, since: number): Lane => ({ ...name, since, letters: [], refusal: null });

/** Joins the letter before it as long as that one has not left. */
export function withSave(lane: Lane, id: string, { marks, comment }: Changes): Lane {
  const last = lane.letters.at(-1);
  const said = comment === undefined ? {} : { comment };
  if (last?.kind === 'save' && !last.isSent) {
    const joined: Letter = { ...last, ...said, marks: { ...last.marks, ...marks } };
    return { ...lane, letters: [...lane.letters.slice(0, -1), joined], refusal: null };
  }
  return { ...lane, letters: [...lane.letters, { kind: 'save', id, isSent: false, marks, ...said }], refusal: null };
}

export const withSubmit = (lane: Lane, id: string): Lane =>
  isFinished(lane)
    ? lane
    : { ...lane, letters: [...lane.letters, { kind: 'submit', id, isSent: false }], refusal: null };

/** Marks that have not left need not be sent any more. */
export const withConflict = (lane: Lane, id: string, note: string): Lane => ({
  ...lane,
  letters: [...lane.letters.filter(({ isSent }) => isSent), { kind: 'conflict', id, isSent: false, note }],
  refusal: null,
});

/** What is to be sent next; nothing while the server's refusal waits for the judge. */
export const nextLetter = (lane: Lane): Letter | undefined => (lane.refusal === null ? lane.letters[0] : undefined);

/** To be kept before the letter leaves: whoever finds it afterwards knows that it may have arrived. */
export const sent = (lane: Lane, id: string): Lane => ({
  ...lane,
  letters: lane.letters.map((letter) => (letter.id === id ? { ...letter, isSent: true } : letter)),
});

export function answered(lane: Lane, id: string, answer: Answer): Lane {
  const [letter, ...rest] = lane.letters;
  if (letter?.id !== id) return lane;
  switch (answer.is) {
    case 'done':
      return { ...lane, letters: rest };
    case 'over':
      return { ...lane, letters: [], refusal: answer.message };
    case 'refused': {
      // Nothing of it was carried out, so it may change.
      const saves = lane.letters.filter(({ kind }) => kind === 'save');
      return { ...lane, letters: saves.map((one) => ({ ...one, isSent: false })), refusal: answer.message };
    }
  }
}

/** The judge has read why; what is left goes out again. */
export const acknowledged = (lane: Lane): Lane => ({ ...lane, refusal: null });

/** What is typed over what the server has. */
export function pendingChanges({ letters }: Lane): Changes {
  const saves = letters.filter((letter) => letter.kind === 'save');
  const comment = saves.findLast((letter) => letter.comment !== undefined)?.comment;
  return {
    marks: Object.assign({}, ...saves.map(({ marks }) => marks)) as Changes['marks'],
    ...(comment !== undefined && { comment }),
  };
}

const has = (lane: Lane | undefined, kind: Letter['kind']) =>
  lane?.letters.some((letter) => letter.kind === kind) ?? false;

export const isSubmitting = (lane: Lane | undefined): boolean => has(lane, 'submit');
export const isDeclaring = (lane: Lane | undefined): boolean => has(lane, 'conflict');
/** The judge is through with it, whether or not the server knows. */
export const isFinished = (lane: Lane | undefined): boolean => isSubmitting(lane) || isDeclaring(lane);
export const isWaiting = (lane: Lane): boolean => lane.letters.length > 0;
export const isEmpty = (lane: Lane): boolean => !isWaiting(lane) && lane.refusal === null;
