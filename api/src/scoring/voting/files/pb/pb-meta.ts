import { calendarDay } from '../calendar-day.ts';
import type { PbTable } from './pb-document.ts';
import type { Problems } from '../../../../core/tables/problems.ts';

const voteTypes = ['approval', 'choose-1', 'cumulative', 'scoring', 'ordinal'] as const;
type VoteType = (typeof voteTypes)[number];

/** The limits of a ballot; null where META does not set one. */
export interface Limits {
  minLength: number | null;
  maxLength: number | null;
  minPoints: number | null;
  maxPoints: number | null;
  minSum: number | null;
  maxSum: number | null;
}

export interface PbMeta {
  voteType: VoteType;
  limits: Limits;
  beginsOn: string | null;
  endsOn: string | null;
  /** Everything else, by key in lower case. */
  texts: Map<string, string>;
}

/** What META declares; null when it does not say how to read votes. */
export function readPbMeta(table: PbTable, problems: Problems): PbMeta | null {
  const texts = new Map<string, string>();
  const lines = new Map<string, number>();
  for (const { line, cells } of table.rows) {
    const [key = '', value = ''] = cells.map((cell) => cell.trim());
    const name = key.toLowerCase();
    if (value === '') continue;
    const earlier = texts.get(name);
    if (earlier !== undefined && earlier !== value) {
      problems.warn({ section: 'META', line }, `twice ${name}`, `${key} has a second value, which is left out`);
    }
    if (earlier === undefined) {
      texts.set(name, value);
      lines.set(name, line);
    }
  }
  const at = (key: string) => ({ section: 'META' as const, line: lines.get(key), column: 'value' });
  const number = (key: string): number | null => {
    const text = texts.get(key);
    if (text === undefined) return null;
    const value = Number(text);
    if (/^-?\d+(\.\d+)?$/.test(text) && Number.isSafeInteger(value)) return value;
    problems.warn(at(key), key, `${key} is ${text}, which is no whole number; it is passed over`);
    return null;
  };
  const given = texts.get('vote_type')?.toLowerCase().replaceAll(/[\s_]/g, '-');
  const voteType = voteTypes.find((type) => type === given);
  if (!voteType) {
    const says = given === undefined ? 'META has no vote_type' : `vote_type is ${texts.get('vote_type')}`;
    problems.error(at('vote_type'), `${says}; it must be one of ${voteTypes.join(', ')}`);
    return null;
  }
  const scoring = texts.get('scoring_fn');
  if (voteType === 'ordinal' && scoring !== undefined && scoring.toLowerCase() !== 'borda') {
    problems.warn(at('scoring_fn'), 'scoring_fn', `scoring_fn ${scoring} is not known; points are Borda's`);
  }
  if (Number(texts.get('default_score') ?? 0) !== 0) {
    problems.warn(
      at('default_score'),
      'default_score',
      'default_score is passed over: what a ballot leaves out gets 0',
    );
  }
  const limits: Limits = {
    minLength: number('min_length'),
    maxLength: voteType === 'choose-1' ? 1 : number('max_length'),
    minPoints: number('min_points'),
    maxPoints: number('max_points'),
    minSum: number('min_sum_points'),
    maxSum: number('max_sum_points'),
  };
  const day = (key: string, end: boolean): string | null => {
    const text = texts.get(key);
    if (text === undefined) return null;
    const found = readDay(text, end);
    if (!found)
      problems.warn(at(key), key, `${key} is ${text}, which is no date such as 19.06.2023; it is passed over`);
    return found;
  };
  const beginsOn = day('date_begin', false);
  const endsOn = day('date_end', true);
  const isReversed = beginsOn !== null && endsOn !== null && endsOn < beginsOn;
  if (isReversed) problems.warn(at('date_end'), 'dates', 'date_end comes before date_begin, and is passed over');
  return { voteType, limits, beginsOn, endsOn: isReversed ? null : endsOn, texts };
}

/** `19.06.2023`, `2023-06-19`, or a bare year, which begins and ends with its first and last day. */
function readDay(text: string, isEnd: boolean): string | null {
  const bare = /^\d{4}$/.test(text) ? [text, isEnd ? '12' : '1', isEnd ? '31' : '1'] : null;
  const local = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(text);
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$/.exec(text);
  const [year = '', month = '', day = ''] = bare ?? iso?.slice(1) ?? local?.slice(1).toReversed() ?? [];
  return calendarDay(year, month, day);
}
