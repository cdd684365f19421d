import { describe, expect, it } from 'vitest';
import {
  commentChange,
  isRough,
  markChange,
  markOf,
  missingMarks,
  openSheet,
  roughOf,
  totalOf,
  type SheetDraft,
} from './sheet';

const scales = ['needs', 'goals'].map((id) => ({ id, weight: '20', minimum: '0', maximum: '10', step: '0.5' }));
const [needs, goals] = scales as [(typeof scales)[0], (typeof scales)[0]];
const server = { comment: 'good', marks: [{ value: '8.500', criterion: { id: 'needs' } }] };
const nothing = { marks: {} };
const typed = (draft: SheetDraft, id: string, text: string): SheetDraft => ({
  ...draft,
  text: { ...draft.text, [id]: text },
});

describe('a sheet', () => {
  it('opens with what the server has, and over it what waits on this device', () => {
    expect(openSheet(server, nothing)).toEqual({ text: { needs: '8.5' }, comment: 'good' });
    expect(openSheet(server, { marks: { needs: null, goals: '7' }, comment: '' })).toEqual({
      text: { needs: '', goals: '7' },
      comment: '',
    });
  });

  it('sends a changed mark, null for one that was cleared, and nothing for the same in other words', () => {
    const sheet = openSheet(server, nothing);
    expect(markChange(sheet, typed(sheet, 'goals', '7'), goals)).toEqual({ marks: { goals: '7' } });
    expect(markChange(sheet, typed(sheet, 'needs', ''), needs)).toEqual({ marks: { needs: null } });
    expect(markChange(sheet, typed(sheet, 'needs', ' ８．５'), needs)).toBeNull();
  });

  it('keeps a mark off the scale to itself, through a reload too', () => {
    const sheet = openSheet(server, nothing);
    const off = typed(sheet, 'goals', '8.3');
    expect(markOf(off, goals)).toBeUndefined();
    expect(markChange(sheet, off, goals)).toBeNull();
    const rough = roughOf(off, scales);
    expect(rough).toEqual({ text: { goals: '8.3' }, comment: null });
    expect([isRough(rough), isRough({ text: { goals: 7 }, comment: null })]).toEqual([true, false]);
    expect(openSheet(server, nothing, rough ?? undefined)).toEqual(off);
    expect(markChange(off, typed(off, 'goals', '8.5'), goals)).toEqual({ marks: { goals: '8.5' } });
  });

  it('sends a comment once it is short enough', () => {
    const sheet = openSheet(server, nothing);
    const long = { ...sheet, comment: '好'.repeat(2001) };
    expect(commentChange(sheet, long)).toBeNull();
    expect(roughOf(long, scales)?.comment).toBe(long.comment);
    expect(commentChange(sheet, { ...sheet, comment: 'good ' })).toBeNull();
    expect(commentChange(long, sheet)).toEqual({ marks: {}, comment: 'good' });
  });

  it('adds up as it is typed, and says what is missing', () => {
    const sheet = openSheet(server, nothing);
    expect(totalOf(sheet, scales)).toBe('85.00');
    expect(missingMarks(sheet, scales).map(({ id }) => id)).toEqual(['goals']);
    expect(totalOf(typed(sheet, 'goals', '10'), scales)).toBe('92.50');
  });
});
