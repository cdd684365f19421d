import { describe, expect, it } from 'vitest';
import {
  changesOf,
  isKeptSheet,
  keptSheetOf,
  markOf,
  missingMarks,
  openSheet,
  setMark,
  sheetSaved,
  totalOf,
} from './sheet';

const scales = ['needs', 'goals'].map((id) => ({ id, weight: '20', maximum: '10', step: '0.5' }));
const needs = scales[0]!;
const server = { comment: '', marks: [{ value: '8.500', criterion: { id: 'needs' } }] };

describe('a sheet', () => {
  it('opens with what the server has and has nothing to send', () => {
    const sheet = openSheet(server);
    expect(sheet.text).toEqual({ needs: '8.5' });
    expect(changesOf(sheet, scales)).toBeNull();
    expect(keptSheetOf(sheet, scales)).toBeNull();
  });

  it('sends a changed mark, and null for one that was cleared', () => {
    const sheet = setMark(setMark(openSheet(server), 'needs', ''), 'goals', '7');
    expect(changesOf(sheet, scales)).toEqual({
      marks: [
        { criterionId: 'needs', value: null },
        { criterionId: 'goals', value: '7' },
      ],
    });
  });

  it('keeps a mark off the scale to itself and still saves the others', () => {
    const sheet = setMark(setMark(openSheet(server), 'needs', '8.3'), 'goals', '7');
    expect(markOf(sheet, needs)).toBeUndefined();
    expect(changesOf(sheet, scales)?.marks).toEqual([{ criterionId: 'goals', value: '7' }]);
  });

  it('does not send again what the API refused, until it is changed', () => {
    const sheet = { ...setMark(openSheet(server), 'goals', '7'), problems: { goals: 'no' } };
    expect(changesOf(sheet, scales)).toBeNull();
    expect(changesOf(setMark(sheet, 'goals', '7.5'), scales)?.marks).toHaveLength(1);
  });

  it('adds up as it is typed, and says what is missing', () => {
    const sheet = openSheet(server);
    expect(totalOf(sheet, scales)).toBe('85.00');
    expect(missingMarks(sheet, scales).map(({ id }) => id)).toEqual(['goals']);
    expect(totalOf(setMark(sheet, 'goals', '10'), scales)).toBe('92.50');
  });

  it('remembers on this device what the server does not have, and no more', () => {
    const sheet = setMark({ ...openSheet(server), comment: '好' }, 'goals', '7');
    const kept = keptSheetOf(sheet, scales);
    expect(kept).toEqual({ text: { goals: '7' }, comment: '好' });
    expect(isKeptSheet(kept)).toBe(true);
    expect(isKeptSheet({ text: { goals: 7 }, comment: null })).toBe(false);
    const again = openSheet(server, kept ?? undefined);
    expect(changesOf(again, scales)).toEqual({ marks: [{ criterionId: 'goals', value: '7' }], comment: '好' });
    const marks = [...server.marks, { value: '7', criterion: { id: 'goals' } }];
    expect(keptSheetOf(sheetSaved(again, { comment: '好', marks }), scales)).toBeNull();
  });
});
