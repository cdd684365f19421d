import { isSecureUrl, isWritten } from '@laurel/schema/inputs';
import { faultOf } from '@laurel/schema/questions';
import { OrganizationKind } from '../../../people/organizations/index.ts';
import type { Column } from '../table/columns.ts';
import { greatestNumber } from '../table/limits.ts';
import type { Lookups } from './lookups.ts';
import type { ProblemKind } from '../table/problem.ts';
import { folded, kindIn, languageIn, nearest } from '../table/words.ts';

/** The value of a cell, independent of language, or what is wrong with it. */
type Reading = { value: string } | { kind: ProblemKind; values?: Record<string, string | number> };

/** Controls, marks of direction, and spaces without width: nobody sees them, and they make two texts of one. */
const invisible = /(?![\n\t])[\p{Cc}\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/u;
/** What is left of letters that were read in a wrong encoding and written again. */
const garbled = /\ufffd|锟斤拷|烫烫烫/u;
const formulaError = /^#(N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!)$/;

const fault = (kind: ProblemKind, values?: Record<string, string | number>): Reading =>
  values ? { kind, values } : { kind };

/** The place of the first such letter, as it is called in tables of them. */
const codeOf = (letter: string) => `U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** Reads one cell by itself; rules between cells come later. An empty cell is never wrong here. */
export function readCell(column: Column, text: string, lookups: Lookups): Reading {
  if (text === '') return { value: '' };
  if (formulaError.test(text)) return fault('formulaError', { error: text });
  if (garbled.test(text)) return fault('garbled');
  const hidden = invisible.exec(text);
  if (hidden)
    return fault('invisible', { code: codeOf(hidden[0]), place: Array.from(text.slice(0, hidden.index)).length + 1 });
  switch (column.kind) {
    case 'number':
      return /^\d{1,5}$/.test(text) && Number(text) > 0
        ? { value: String(Number(text)) }
        : fault('badNumber', { most: greatestNumber });
    case 'category': {
      const found = lookups.categories.find(({ key, zh, en }) =>
        [key, zh, en].some((name) => name && folded(name) === folded(text)),
      );
      if (found) return { value: found.key };
      return fault(
        'unknownCategory',
        suggestion(
          text,
          lookups.categories.flatMap(({ zh, en }) => [zh, en]),
        ),
      );
    }
    case 'region': {
      const found = lookups.regionOf(text);
      if (found) return { value: found.code };
      const isCode = /^\d+$/.test(text);
      const names = lookups.regions.flatMap(({ code, zh, en }) => (isCode ? [code] : [zh, en]));
      return fault('unknownRegion', suggestion(text, names));
    }
    case 'organizationKind': {
      const kind = kindIn(text);
      return kind ? { value: kind } : fault('unknownKind', { known: Object.values(OrganizationKind).join(', ') });
    }
    case 'language': {
      const language = languageIn(text);
      return language ? { value: language } : fault('unknownLanguage');
    }
    case 'date': {
      const day = dayIn(text);
      return day ? { value: day } : fault('badDate', { text: short(text) });
    }
    case 'url':
      if (!isSecureUrl(text)) return fault('badUrl');
      return limited(column, text);
    case 'answer':
      return readAnswer(column, text);
    default:
      return limited(column, text);
  }
}

function limited({ most }: Column, text: string): Reading {
  const length = Array.from(text).length;
  if (most !== undefined && length > most) return fault('tooLong', { most, length });
  return { value: isWritten(text) ? text : '' };
}

function readAnswer({ question }: Column, text: string): Reading {
  if (!question) return { value: text };
  const { options, kind } = question;
  if (kind === 'CHOICE') {
    const option = options.find((one) =>
      [one.key, one.zh, one.en].some((name) => name && folded(name) === folded(text)),
    );
    if (option) return { value: option.key };
    return fault(
      'notAnOption',
      suggestion(
        text,
        options.flatMap(({ zh, en }) => [zh ?? null, en ?? null]),
      ),
    );
  }
  // Spreadsheets show thousands apart, and people write in full width.
  const value = kind === 'NUMBER' ? text.normalize('NFKC').replaceAll(/[,\s]/g, '') : text;
  const wrong = kind === 'FILE' ? null : faultOf(question, value);
  if (!wrong) return { value };
  const most = question.maxLength ?? 2000;
  return fault(wrong, {
    ...(wrong === 'tooLong' && { most, length: Array.from(value).length }),
    ...(wrong === 'tooSmall' && { bound: plain(question.minimum) }),
    ...(wrong === 'tooGreat' && { bound: plain(question.maximum) }),
  });
}

const plain = (decimal: string | null | undefined) => String(Number(decimal ?? 0));
export const short = (text: string): string =>
  Array.from(text).length > 40 ? `${Array.from(text).slice(0, 39).join('')}…` : text;

function suggestion(text: string, names: readonly (string | null)[]): Record<string, string> {
  const like = nearest(
    text,
    names.filter((name) => name !== null),
  );
  return { text: short(text), ...(like !== null && { like }) };
}

/** A day as people and programs write it: 2025-03-01, 2025/3/1, 2025.3.1, 2025年3月1日; null where there is no such day. */
function dayIn(text: string): string | null {
  const match = /^(\d{4})(?:[-/.]|年)(\d{1,2})(?:[-/.]|月)(\d{1,2})日?$/.exec(text.normalize('NFKC').trim());
  if (!match) return null;
  const [year = 0, month = 0, day = 0] = match.slice(1).map(Number);
  const instant = new Date(Date.UTC(year, month - 1, day));
  const isThere = instant.getUTCMonth() === month - 1 && instant.getUTCDate() === day && year >= 1900 && year <= 2200;
  return isThere ? instant.toISOString().slice(0, 10) : null;
}
