import { changedFields, fieldNames, isSame, obstacleOf, type FieldName, type Fields } from './project-fields';

/** Somebody else changed the same boxes; a person has to choose. */
export interface Conflict {
  version: number;
  theirs: Fields;
  fields: FieldName[];
}

/** What is on the screen, and what the server is known to have. */
export interface Draft {
  base: Fields;
  version: number;
  text: Fields;
  /** What the API said about boxes that it refused; cleared by typing. */
  problems: Partial<Record<FieldName, string>>;
  conflict: Conflict | null;
  /** Something happened that the writer should know of. */
  news: 'joined' | 'restored' | null;
}

export type DraftAction =
  | { type: 'typed'; name: FieldName; value: string }
  | { type: 'saved'; sent: Partial<Fields>; theirs: Fields; version: number }
  | { type: 'refused'; problems: Partial<Record<FieldName, string>> }
  | { type: 'stale'; theirs: Fields; version: number }
  | { type: 'chosen'; picks: Partial<Record<FieldName, 'mine' | 'theirs'>> }
  | { type: 'newsRead' };

/** Unsaved text as it is kept on the device: each change with the text that it was made to. */
export interface KeptDraft {
  version: number;
  changes: Partial<Record<FieldName, { base: string; text: string }>>;
}

/**
 * Joins two people's changes to one text. A box that only one of them changed is theirs;
 * a box that both changed differently is for a person to decide.
 */
export function merge(base: Fields, mine: Fields, theirs: Fields): { text: Fields; disputed: FieldName[] } {
  const text = { ...mine };
  const disputed: FieldName[] = [];
  for (const name of fieldNames) {
    if (isSame(mine[name], theirs[name])) continue;
    if (isSame(mine[name], base[name])) text[name] = theirs[name];
    else if (!isSame(theirs[name], base[name])) disputed.push(name);
  }
  return { text, disputed };
}

/** Opens the server's text together with what this device kept because it was not saved. */
export function openDraft(server: Fields, version: number, kept?: KeptDraft): Draft {
  const fresh: Draft = { base: server, version, text: server, problems: {}, conflict: null, news: null };
  if (!kept) return fresh;
  const base = { ...server };
  const mine = { ...server };
  for (const name of fieldNames) {
    const change = kept.changes[name];
    if (!change) continue;
    base[name] = change.base;
    mine[name] = change.text;
  }
  if (changedFields(server, mine).length === 0) return fresh;
  return { ...join({ ...fresh, base, text: mine }, server, version), news: 'restored' };
}

function join(draft: Draft, theirs: Fields, version: number): Draft {
  const { text, disputed } = merge(draft.base, draft.text, theirs);
  if (disputed.length === 0) return { ...draft, base: theirs, version, text, conflict: null, news: 'joined' };
  return { ...draft, text, conflict: { version, theirs, fields: disputed } };
}

export function draftReducer(draft: Draft, action: DraftAction): Draft {
  switch (action.type) {
    case 'typed': {
      const { [action.name]: _answered, ...problems } = draft.problems;
      return { ...draft, text: { ...draft.text, [action.name]: action.value }, problems };
    }
    case 'saved':
      // The text on the screen stays: to take over the server's would eat the space just typed.
      return { ...draft, base: { ...action.theirs, ...action.sent }, version: action.version };
    case 'refused':
      return { ...draft, problems: { ...draft.problems, ...action.problems } };
    case 'stale':
      return join(draft, action.theirs, action.version);
    case 'chosen': {
      if (!draft.conflict) return draft;
      const { theirs, version, fields } = draft.conflict;
      const text = { ...draft.text };
      for (const name of fields) if (action.picks[name] === 'theirs') text[name] = theirs[name];
      return { ...draft, base: theirs, version, text, conflict: null };
    }
    default:
      return { ...draft, news: null };
  }
}

/** The changed boxes that can be saved as they are. One that cannot does not hold up the others. */
export function sendable({ base, text, problems, conflict }: Draft): FieldName[] {
  if (conflict) return [];
  return changedFields(base, text).filter((name) => !problems[name] && !obstacleOf(name, text));
}

/** The changed boxes that cannot, and wait for their writer. */
export const blocked = (draft: Draft): FieldName[] => {
  const free = sendable(draft);
  return changedFields(draft.base, draft.text).filter((name) => !free.includes(name));
};

export function keptOf({ base, text, version }: Draft): KeptDraft | null {
  const changed = changedFields(base, text);
  if (changed.length === 0) return null;
  return {
    version,
    changes: Object.fromEntries(changed.map((name) => [name, { base: base[name], text: text[name] }])),
  };
}

export function isKeptDraft(value: unknown): value is KeptDraft {
  if (typeof value !== 'object' || value === null || !('changes' in value)) return false;
  const { changes } = value;
  if (typeof changes !== 'object' || changes === null) return false;
  return Object.entries(changes).every(
    ([name, change]: [string, unknown]) =>
      fieldNames.some((known) => known === name) &&
      typeof change === 'object' &&
      change !== null &&
      'base' in change &&
      typeof change.base === 'string' &&
      'text' in change &&
      typeof change.text === 'string',
  );
}
