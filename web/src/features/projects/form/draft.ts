import { isSame, joinText } from '@laurel/schema/merge';

/** One text per box, by the name of the box. */
export type Fields = Record<string, string>;

/** Somebody else changed the same boxes of a part; a person has to choose. */
export interface Conflict {
  version: number;
  theirs: Fields;
  fields: string[];
}

/** A part is what is saved at once, under one version: the basics, a section, the answers. */
export interface PartState {
  version: number;
  fields: Fields;
}

/** What is on the screen, and what the server is known to have. */
export interface Draft {
  base: Fields;
  text: Fields;
  /** By part. */
  versions: Record<string, number>;
  /** What the API said about boxes that it refused; cleared by typing. */
  problems: Partial<Record<string, string>>;
  /** By part. */
  conflicts: Partial<Record<string, Conflict>>;
  /** By part: what went out and was not answered; it may have arrived. */
  unanswered: Partial<Record<string, readonly Fields[]>>;
  /** Something happened that the writer should know of. */
  news: 'joined' | 'restored' | null;
}

export type Picks = Partial<Record<string, 'mine' | 'theirs'>>;

export type DraftAction =
  | { type: 'typed'; name: string; value: string }
  | { type: 'sending'; part: string; fields: Fields }
  | { type: 'saved'; part: string; sent: Fields; theirs: Fields; version: number }
  | { type: 'refused'; problems: Partial<Record<string, string>> }
  | { type: 'stale'; part: string; theirs: Fields; version: number }
  | { type: 'chosen'; part: string; picks: Picks }
  | { type: 'newsRead' };

/** Unsaved text as it is kept on the device: each change with the text that it was made to. */
export interface KeptDraft {
  changes: Partial<Record<string, { base: string; text: string }>>;
  unanswered?: Partial<Record<string, readonly Fields[]>>;
}

/** The names of boxes say their part: `needs` and `answers.partners`; whatever has no such part is of the basics. */
export type PartOf = (name: string) => string;

const namesOf = (fields: Fields): string[] => Object.keys(fields);

export const changedFields = ({ base, text }: Pick<Draft, 'base' | 'text'>): string[] =>
  namesOf(text).filter((name) => !isSame(base[name] ?? '', text[name] ?? ''));

/**
 * Joins two people's changes to the boxes of a part. A box that only one of them changed is theirs; a box that both
 * changed differently is for a person to decide, and stays as it is meanwhile.
 */
export function merge(
  base: Fields,
  mine: Fields,
  theirs: Fields,
  sent: readonly Fields[] = [],
): { text: Fields; disputed: string[] } {
  const text = { ...mine };
  const disputed: string[] = [];
  for (const name of namesOf(theirs)) {
    const joined = joinText(
      base[name] ?? '',
      mine[name] ?? '',
      theirs[name] ?? '',
      sent.flatMap((fields) => fields[name] ?? []),
    );
    if (joined === null) disputed.push(name);
    else text[name] = joined;
  }
  return { text, disputed };
}

const opened = (parts: Readonly<Record<string, PartState>>): Draft => {
  const server = Object.assign({}, ...Object.values(parts).map(({ fields }) => fields)) as Fields;
  const versions = Object.fromEntries(Object.entries(parts).map(([part, { version }]) => [part, version]));
  return { base: server, text: server, versions, problems: {}, conflicts: {}, unanswered: {}, news: null };
};

/** Opens the server's text together with what this device kept because it was not saved. */
export function openDraft(parts: Readonly<Record<string, PartState>>, kept?: KeptDraft): Draft {
  const fresh = opened(parts);
  if (!kept) return fresh;
  const base = { ...fresh.base };
  const mine = { ...fresh.base };
  for (const name of namesOf(mine)) {
    const change = kept.changes[name];
    if (!change) continue;
    base[name] = change.base;
    mine[name] = change.text;
  }
  if (changedFields({ base: fresh.base, text: mine }).length === 0) return fresh;
  let draft: Draft = { ...fresh, base, text: mine, unanswered: kept.unanswered ?? {} };
  for (const [part, { fields, version }] of Object.entries(parts)) draft = join(draft, part, fields, version);
  return { ...draft, news: 'restored' };
}

function join(draft: Draft, part: string, theirs: Fields, version: number): Draft {
  const { text, disputed } = merge(draft.base, draft.text, theirs, draft.unanswered[part]);
  if (disputed.length > 0) {
    const conflict = { version, theirs, fields: disputed };
    return { ...answered(draft, part), text, conflicts: { ...draft.conflicts, [part]: conflict } };
  }
  const isNews = namesOf(theirs).some((name) => !isSame(theirs[name] ?? '', draft.base[name] ?? ''));
  return {
    ...answered(settled(draft, part), part),
    base: { ...draft.base, ...theirs },
    versions: { ...draft.versions, [part]: version },
    text,
    news: isNews ? 'joined' : draft.news,
  };
}

/** As many as one stays without a network for. */
const remembered = 20;

function answered(draft: Draft, part: string): Draft {
  const { [part]: _answered, ...unanswered } = draft.unanswered;
  return { ...draft, unanswered };
}

function settled(draft: Draft, part: string): Draft {
  const { [part]: _settled, ...conflicts } = draft.conflicts;
  return { ...draft, conflicts };
}

export function draftReducer(draft: Draft, action: DraftAction): Draft {
  switch (action.type) {
    case 'typed': {
      const { [action.name]: _answered, ...problems } = draft.problems;
      return { ...draft, text: { ...draft.text, [action.name]: action.value }, problems };
    }
    case 'sending': {
      const sent = [...(draft.unanswered[action.part] ?? []), action.fields].slice(-remembered);
      return { ...draft, unanswered: { ...draft.unanswered, [action.part]: sent } };
    }
    case 'saved':
      // The text on the screen stays: to take over the server's would eat the space just typed.
      return {
        ...answered(draft, action.part),
        base: { ...draft.base, ...action.theirs, ...action.sent },
        versions: { ...draft.versions, [action.part]: action.version },
      };
    case 'refused':
      return { ...draft, problems: { ...draft.problems, ...action.problems } };
    case 'stale':
      return action.version > (draft.versions[action.part] ?? 0)
        ? join(draft, action.part, action.theirs, action.version)
        : draft;
    case 'chosen': {
      const conflict = draft.conflicts[action.part];
      if (!conflict) return draft;
      const { theirs, version, fields } = conflict;
      const text = { ...draft.text };
      for (const name of fields) if (action.picks[name] === 'theirs') text[name] = theirs[name] ?? '';
      return {
        ...settled(draft, action.part),
        base: { ...draft.base, ...theirs },
        versions: { ...draft.versions, [action.part]: version },
        text,
      };
    }
    default:
      return { ...draft, news: null };
  }
}

/** Whether a box can be saved as it is; the API and a choice between two texts aside. */
export type IsFit = (name: string, text: Fields) => boolean;

/** The changed boxes that can be saved as they are. One that cannot does not hold up the others. */
export function sendable(draft: Draft, partOf: PartOf, isFit: IsFit): string[] {
  const { text, problems, conflicts } = draft;
  return changedFields(draft).filter((name) => !conflicts[partOf(name)] && !problems[name] && isFit(name, text));
}

export function keptOf({ base, text, unanswered }: Draft): KeptDraft | null {
  const changed = changedFields({ base, text });
  if (changed.length === 0) return null;
  return {
    changes: Object.fromEntries(changed.map((name) => [name, { base: base[name] ?? '', text: text[name] ?? '' }])),
    ...(Object.keys(unanswered).length > 0 && { unanswered }),
  };
}

export function isKeptDraft(value: unknown): value is KeptDraft {
  if (typeof value !== 'object' || value === null || !('changes' in value)) return false;
  const { changes } = value;
  if (typeof changes !== 'object' || changes === null) return false;
  return Object.values(changes).every(
    (change: unknown) =>
      typeof change === 'object' &&
      change !== null &&
      'base' in change &&
      typeof change.base === 'string' &&
      'text' in change &&
      typeof change.text === 'string',
  );
}
