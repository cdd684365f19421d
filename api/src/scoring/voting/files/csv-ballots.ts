import { stringify } from 'csv-stringify/sync';
import { type BallotFile, type FileBallot, type FileEntry, LONGEST_KEY } from './ballot-file.ts';
import { calendarDay } from './calendar-day.ts';
import { languageOf } from './file-language.ts';
import { mostPoints } from './pb/pb-rule.ts';
import { readPoints } from './pb/pb-points.ts';
import type { Problems } from '../../../core/tables/problems.ts';
import { readRows } from '../../../core/tables/read-rows.ts';

const columns = ['voter', 'entry', 'points', 'cast_at'] as const;

/** A day, or an instant with its offset: `2026-11-21`, `2026-11-21T09:30:00+08:00`. */
const WHEN = /^(\d{4})-(\d{2})-(\d{2})(?:[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2}))?$/;

function isWhen(text: string): boolean {
  const [, year = '', month = '', day = ''] = WHEN.exec(text) ?? [];
  return calendarDay(year, month, day) !== null && !Number.isNaN(Date.parse(text));
}

/**
 * Ballots with one line per choice: voter, entry and, where known, points and the time. What one voter chose on one
 * day is one ballot, in the order of the lines. Null, and errors among the problems, where it cannot be trusted.
 */
export function readCsvBallots(text: string, problems: Problems): BallotFile | null {
  const ballots = new Map<string, FileBallot & { named: Set<string> }>();
  const entries = new Map<string, FileEntry>();
  const voters = new Set<string>();
  let places: Map<string, number> | null = null;
  let givesPoints = false;
  const header = text.slice(0, text.search(/[\r\n]|$/));
  const delimiter = header.includes(';') && !header.includes(',') ? ';' : ',';
  readRows(text, delimiter, problems, (cells, line) => {
    if (cells.every((cell) => cell === '')) return;
    if (!places) {
      places = readHeader(cells, line, problems);
      return;
    }
    const cell = (name: (typeof columns)[number]) => cells[places?.get(name) ?? -1]?.trim() ?? '';
    const [voter, entry, castAt] = [cell('voter'), cell('entry'), cell('cast_at')];
    if (voter === '') problems.error({ line, column: 'voter' }, 'is empty');
    if (castAt !== '' && !isWhen(castAt)) {
      const wanted = 'a day such as 2026-11-21, or an instant with its offset such as 2026-11-21T09:30:00+08:00';
      problems.error({ line, column: 'cast_at' }, `${castAt} is not ${wanted}`);
    }
    voters.add(voter);
    if (entry === '') {
      problems.warn({ line, column: 'entry' }, 'empty', `${voter} names no entry: a voter, and no vote`);
      return;
    }
    const points = cell('points') === '' ? null : (readPoints([cell('points')], 1, { line }, problems)?.[0] ?? null);
    givesPoints ||= points !== null && points !== 1;
    const id = JSON.stringify([voter, castAt.slice(0, 10)]);
    const ballot = ballots.get(id) ?? { line, voter, castAt: castAt || null, choices: [], named: new Set<string>() };
    ballots.set(id, ballot);
    if (ballot.named.has(entry)) {
      problems.error({ line, column: 'entry' }, `${voter} has chosen ${entry} that day already`);
    }
    ballot.named.add(entry);
    ballot.choices.push({ entry, points });
    if (entry.length > LONGEST_KEY)
      problems.error({ line, column: 'entry' }, `is longer than ${LONGEST_KEY} characters`);
    if (!entries.has(entry)) entries.set(entry, { key: entry, name: null, description: null });
  });
  if (!places) problems.error({}, `the file is empty; it begins with ${columns.join(',')}`);
  if (problems.errorCount > 0) return null;
  const read = [...ballots.values()].map(({ named: _, ...ballot }) => ballot);
  return describe(read, [...entries.values()], voters, givesPoints);
}

function readHeader(cells: string[], line: number, problems: Problems): Map<string, number> {
  const places = new Map(cells.map((name, index) => [name.toLowerCase(), index]));
  for (const name of ['voter', 'entry']) {
    if (!places.has(name)) problems.error({ line, column: name }, 'this column is missing');
  }
  return places;
}

/** A CSV file declares nothing: its rule, its entries and its days are those that its ballots show. */
function describe(ballots: FileBallot[], entries: FileEntry[], voters: Set<string>, givesPoints: boolean): BallotFile {
  const days = ballots.flatMap(({ castAt }) => castAt?.slice(0, 10) ?? []).toSorted();
  const most = mostPoints(ballots);
  const active = new Set(ballots.map(({ voter }) => voter));
  return {
    format: 'csv',
    title: null,
    host: null,
    language: languageOf(undefined, entries),
    rule: {
      method: givesPoints ? 'POINTS' : 'APPROVAL',
      minChoices: 1,
      maxChoices: ballots.reduce((max, { choices }) => Math.max(max, choices.length), 1),
      maxPoints: givesPoints ? most.points : 1,
      maxSum: givesPoints ? most.sum : 1,
    },
    beginsOn: days.at(0) ?? null,
    endsOn: days.at(-1) ?? null,
    entries,
    ballots,
    emptyBallots: voters.size - active.size,
  };
}

export interface CsvBallot {
  voter: string;
  day: string;
  choices: { entry: string; points: number }[];
}

/** The text of ballots with one line per choice. */
export function writeCsvBallots(ballots: CsvBallot[]): string {
  const lines = ballots.flatMap(({ voter, day, choices }) =>
    choices.map(({ entry, points }) => [voter, entry, String(points), day]),
  );
  return stringify([columns, ...lines], { quoted_match: /^\s|\s$|[\r\n]/, record_delimiter: '\n' });
}
