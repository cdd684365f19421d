import { describe, expect, it } from 'vitest';
import { blocked, draftReducer, isKeptDraft, keptOf, merge, openDraft, sendable, type Draft } from './draft';
import { changedFields, fieldOfPath, inputOf, lengthOf, obstacleOf, type Fields } from './project-fields';

const server: Fields = {
  titleZh: '候鸟图书角',
  titleEn: '',
  summaryZh: '',
  summaryEn: '',
  language: 'ZH_CN',
  startedOn: '',
  beneficiaries: '',
  needs: '孩子没有书。',
  goals: '',
  implementation: '',
  outcomes: '',
  features: '',
};
const open = (): Draft => openDraft(server, 3);
const typed = (draft: Draft, changes: Partial<Fields>): Draft =>
  Object.entries(changes).reduce(
    (sum, [name, value]) => draftReducer(sum, { type: 'typed', name: name as keyof Fields, value }),
    draft,
  );

describe('what goes out', () => {
  it('is what changed and nothing else', () => {
    const draft = typed(open(), { goals: '  每村一角 ', needs: '孩子没有书。' });
    expect(inputOf(draft.text, sendable(draft))).toEqual({ goals: '每村一角' });
  });

  it('keeps the two languages of a title together', () => {
    const draft = typed(open(), { titleEn: 'Reading Corners' });
    expect(inputOf(draft.text, sendable(draft))).toEqual({ title: { zh: '候鸟图书角', en: 'Reading Corners' } });
  });

  it('is no space at the end of a text', () => {
    expect(sendable(typed(open(), { needs: '孩子没有书。 ' }))).toEqual([]);
  });

  it('clears a date with null', () => {
    const dated = openDraft({ ...server, startedOn: '2021-03-01' }, 3);
    const draft = typed(dated, { startedOn: '' });
    expect(inputOf(draft.text, sendable(draft))).toEqual({ startedOn: null });
  });

  it('leaves out a box that is too long, and says so, and still saves the others', () => {
    const draft = typed(open(), { goals: '字'.repeat(5001), outcomes: '借出 300 册' });
    expect(sendable(draft)).toEqual(['outcomes']);
    expect(blocked(draft)).toEqual(['goals']);
    expect(obstacleOf('goals', draft.text)).toBe('tooLong');
  });

  it('waits for a year to be typed to its end', () => {
    expect(obstacleOf('startedOn', { ...server, startedOn: '0020-01-01' })).toBe('dateUnfinished');
    expect(obstacleOf('startedOn', { ...server, startedOn: '2020-01-01' })).toBeUndefined();
  });

  it('does not take the last title away', () => {
    expect(obstacleOf('titleZh', { ...server, titleZh: ' ' })).toBe('titleMissing');
  });
});

it('counts characters as people do', () => {
  expect(lengthOf(' 𠮷野家 ')).toBe(3);
});

it('finds the box that a path speaks of', () => {
  expect(['title.en', 'title', 'summary.zh', 'input.needs', 'version'].map(fieldOfPath)).toEqual([
    'titleEn',
    'titleZh',
    'summaryZh',
    'needs',
    undefined,
  ]);
});

describe('after saving', () => {
  it('leaves the text on the screen alone and knows what is still unsaved', () => {
    let draft = typed(open(), { goals: '每村一角 ' });
    draft = typed(draft, { outcomes: '借出' });
    draft = draftReducer(draft, {
      type: 'saved',
      sent: { goals: '每村一角 ' },
      theirs: { ...server, goals: '每村一角' },
      version: 4,
    });
    expect(draft.version).toBe(4);
    expect(draft.text.goals).toBe('每村一角 ');
    expect(changedFields(draft.base, draft.text)).toEqual(['outcomes']);
  });

  it('shows a refusal at its box until the box is changed', () => {
    let draft = typed(open(), { goals: 'x' });
    draft = draftReducer(draft, { type: 'refused', problems: { goals: '太短' } });
    expect(sendable(draft)).toEqual([]);
    expect(sendable(typed(draft, { goals: 'xy' }))).toEqual(['goals']);
  });
});

describe('somebody else saved in between', () => {
  it('joins changes to different boxes', () => {
    const draft = draftReducer(typed(open(), { goals: '我的目标' }), {
      type: 'stale',
      theirs: { ...server, needs: '他们的需求' },
      version: 5,
    });
    expect(draft).toMatchObject({ version: 5, conflict: null, news: 'joined' });
    expect(draft.text).toMatchObject({ goals: '我的目标', needs: '他们的需求' });
    expect(sendable(draft)).toEqual(['goals']);
  });

  it('asks about a box that both changed, and overwrites neither meanwhile', () => {
    const mine = typed(open(), { needs: '我的' });
    const draft = draftReducer(mine, { type: 'stale', theirs: { ...server, needs: '他们的' }, version: 5 });
    expect(draft.conflict?.fields).toEqual(['needs']);
    expect(draft.text.needs).toBe('我的');
    expect(sendable(draft)).toEqual([]);
    const theirs = draftReducer(draft, { type: 'chosen', picks: { needs: 'theirs' } });
    expect(theirs).toMatchObject({ version: 5, conflict: null });
    expect(theirs.text.needs).toBe('他们的');
    expect(sendable(theirs)).toEqual([]);
    const own = draftReducer(draft, { type: 'chosen', picks: { needs: 'mine' } });
    expect(inputOf(own.text, sendable(own))).toEqual({ needs: '我的' });
  });

  it('has nothing to ask when both wrote the same', () => {
    expect(merge(server, { ...server, needs: 'a' }, { ...server, needs: 'a ' }).disputed).toEqual([]);
  });
});

describe('what the device kept', () => {
  const kept = keptOf(typed(open(), { goals: '没存上的' }));

  it('is nothing once all is saved', () => {
    expect(keptOf(open())).toBeNull();
  });

  it('comes back and is sent', () => {
    const draft = openDraft(server, 3, kept ?? undefined);
    expect(draft.news).toBe('restored');
    expect(sendable(draft)).toEqual(['goals']);
  });

  it('is let go when the server has it after all', () => {
    expect(openDraft({ ...server, goals: '没存上的' }, 4, kept ?? undefined)).toMatchObject({ news: null, version: 4 });
  });

  it('is a question when somebody changed the same box since', () => {
    const draft = openDraft({ ...server, goals: '别人写的' }, 4, kept ?? undefined);
    expect(draft.conflict?.fields).toEqual(['goals']);
    expect(draft.text.goals).toBe('没存上的');
  });

  it('is ignored in a shape that is not ours', () => {
    expect(isKeptDraft({ changes: { needs: 'text' } })).toBe(false);
    expect(isKeptDraft(JSON.parse(JSON.stringify(kept)))).toBe(true);
  });
});
