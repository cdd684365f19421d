import { describe, expect, it } from 'vitest';
import {
  changedFields,
  draftReducer,
  isKeptDraft,
  keptOf,
  merge,
  openDraft,
  sendable,
  type Draft,
  type Fields,
  type PartState,
} from './draft';
import { basicsInput, boxOf, fieldOfPath, lengthOf, limitsOf, obstacleOf, partOf } from './project-fields';

const basics = {
  titleZh: '候鸟图书角',
  titleEn: '',
  summaryZh: '',
  summaryEn: '',
  beneficiaries: '',
  language: 'ZH_CN',
  startedOn: '',
  endedOn: '',
  videoUrl: '',
};
const [needs, goals, outcomes] = [boxOf('needs'), boxOf('goals'), boxOf('outcomes')];
const sections: Fields = { [needs]: '孩子没有书。', [goals]: '', [outcomes]: '' };
const server: Fields = { ...basics, ...sections };
const partsWith = (changes: Fields = {}, version = 3): Record<string, PartState> => ({
  basics: { version, fields: { ...basics, ...changes } },
  ...Object.fromEntries(
    Object.entries(sections).map(([name, text]) => [
      partOf(name),
      { version, fields: { [name]: changes[name] ?? text } },
    ]),
  ),
});
const open = (): Draft => openDraft(partsWith());
const typed = (draft: Draft, changes: Fields): Draft =>
  Object.entries(changes).reduce((sum, [name, value]) => draftReducer(sum, { type: 'typed', name, value }), draft);

const limitOf = limitsOf(['needs', 'goals', 'outcomes'].map((key) => ({ key, maxLength: 5000 })));
const ready = (draft: Draft) => sendable(draft, partOf, (name, text) => !obstacleOf(name, text, limitOf));
const stale = (draft: Draft, name: string, text: string, version = 5): Draft =>
  draftReducer(draft, { type: 'stale', part: partOf(name), theirs: { [name]: text }, version });

describe('what goes out', () => {
  it('is what changed and nothing else', () => {
    expect(ready(typed(open(), { [goals]: '  每村一角 ', [needs]: '孩子没有书。' }))).toEqual([goals]);
    const draft = typed(open(), { beneficiaries: ' 候鸟儿童 ' });
    expect(basicsInput(draft.text, ready(draft))).toEqual({ beneficiaries: '候鸟儿童' });
  });

  it('keeps the two languages of a title together', () => {
    const draft = typed(open(), { titleEn: 'Reading Corners' });
    expect(basicsInput(draft.text, ready(draft))).toEqual({ title: { zh: '候鸟图书角', en: 'Reading Corners' } });
  });

  it('is no space at the end of a text', () => {
    expect(ready(typed(open(), { [needs]: '孩子没有书。 ' }))).toEqual([]);
  });

  it('moves a project to another region, and takes its team away with null', () => {
    const draft = typed(openDraft(partsWith({ regionId: 'a', teamId: 't' })), { regionId: 'b', teamId: '' });
    expect(basicsInput(draft.text, ready(draft))).toEqual({ regionId: 'b', teamId: null });
  });

  it('clears a date with null', () => {
    const draft = typed(openDraft(partsWith({ startedOn: '2021-03-01' })), { startedOn: '' });
    expect(basicsInput(draft.text, ready(draft))).toEqual({ startedOn: null });
  });

  it('leaves out a box that is too long, and says so, and still saves the others', () => {
    const draft = typed(open(), { [goals]: '字'.repeat(5001), [outcomes]: '借出 300 册' });
    expect(ready(draft)).toEqual([outcomes]);
    expect(obstacleOf(goals, draft.text, limitOf)).toBe('tooLong');
  });

  it.each([
    ['startedOn', '0020-01-01', 'dateUnfinished'],
    ['startedOn', '2020-01-01', undefined],
    ['endedOn', '2019-12-31', 'endsBeforeStart'],
    ['endedOn', '2020-01-01', undefined],
    ['titleZh', ' ', 'titleMissing'],
    ['videoUrl', 'http://film.example/1', 'notHttps'],
    ['videoUrl', 'https://film.example/1', undefined],
    ['videoUrl', '', undefined],
  ])('%s %j: %s', (name, value, obstacle) => {
    expect(obstacleOf(name, { ...server, startedOn: '2020-01-01', [name]: value }, limitOf)).toBe(obstacle);
  });
});

it('counts characters as people do', () => {
  expect(lengthOf(' 𠮷野家 ')).toBe(3);
});

it('finds the box that a path speaks of', () => {
  expect(['title.en', 'title', 'summary.zh', 'input.endedOn', 'version'].map(fieldOfPath)).toEqual([
    'titleEn',
    'titleZh',
    'summaryZh',
    'endedOn',
    undefined,
  ]);
});

describe('after saving', () => {
  it('leaves the text on the screen alone and knows what is still unsaved', () => {
    let draft = typed(open(), { [goals]: '每村一角 ', [outcomes]: '借出' });
    draft = draftReducer(draft, {
      type: 'saved',
      part: 'goals',
      sent: { [goals]: '每村一角 ' },
      theirs: { [goals]: '每村一角' },
      version: 4,
    });
    expect(draft.versions).toMatchObject({ goals: 4, outcomes: 3, basics: 3 });
    expect(draft.text[goals]).toBe('每村一角 ');
    expect(changedFields(draft)).toEqual([outcomes]);
  });

  it('shows a refusal at its box until the box is changed', () => {
    let draft = typed(open(), { [goals]: 'x' });
    draft = draftReducer(draft, { type: 'refused', problems: { [goals]: '太短' } });
    expect(ready(draft)).toEqual([]);
    expect(ready(typed(draft, { [goals]: 'xy' }))).toEqual([goals]);
  });
});

describe('somebody else saved in between', () => {
  it('joins changes to different boxes', () => {
    const mine = typed(open(), { beneficiaries: '候鸟儿童', [goals]: '我的目标' });
    const theirs = { ...basics, titleEn: 'Reading Corners' };
    const draft = draftReducer(mine, { type: 'stale', part: 'basics', theirs, version: 5 });
    expect(draft).toMatchObject({ versions: { basics: 5, goals: 3 }, conflicts: {}, news: 'joined' });
    expect(draft.text).toMatchObject({ beneficiaries: '候鸟儿童', titleEn: 'Reading Corners', [goals]: '我的目标' });
    expect(ready(draft)).toEqual(['beneficiaries', goals]);
  });

  it('asks about a box that both changed, overwrites neither meanwhile, and holds up no other part', () => {
    const draft = stale(typed(open(), { [needs]: '我的', [goals]: '我的目标' }), needs, '他们的');
    expect(draft.conflicts['needs']?.fields).toEqual([needs]);
    expect(draft.text[needs]).toBe('我的');
    expect(ready(draft)).toEqual([goals]);
    const theirs = draftReducer(draft, { type: 'chosen', part: 'needs', picks: { [needs]: 'theirs' } });
    expect(theirs).toMatchObject({ versions: { needs: 5 }, conflicts: {} });
    expect(theirs.text[needs]).toBe('他们的');
    expect(ready(theirs)).toEqual([goals]);
    const own = draftReducer(draft, { type: 'chosen', part: 'needs', picks: { [needs]: 'mine' } });
    expect(own.text[needs]).toBe('我的');
    expect(ready(own)).toEqual([needs, goals]);
  });

  it('asks again, about the newest, when they go on writing meanwhile', () => {
    const draft = stale(stale(typed(open(), { [needs]: '我的' }), needs, '他们的'), needs, '他们的，改过', 6);
    expect(draft.conflicts['needs']).toMatchObject({ version: 6, theirs: { [needs]: '他们的，改过' } });
  });

  it('knows its own text again that arrived though its answer did not', () => {
    const sending = (draft: Draft, text: string) =>
      draftReducer(draft, { type: 'sending', part: 'needs', fields: { [needs]: text } });
    let draft = sending(typed(open(), { [needs]: '我的' }), '我的');
    draft = sending(typed(draft, { [needs]: '我的，又写了' }), '我的，又写了');
    draft = typed(draft, { [needs]: '我的，又写了一些' });
    // Through a reload as well.
    const reopened = openDraft(partsWith({ [needs]: '我的' }, 4), keptOf(draft) ?? undefined);
    for (const heard of [stale(draft, needs, '我的', 4), reopened]) {
      expect(heard).toMatchObject({ conflicts: {}, unanswered: {}, versions: { needs: 4 } });
      expect(heard.text[needs]).toBe('我的，又写了一些');
      expect(ready(heard)).toEqual([needs]);
    }
    expect(stale(draft, needs, '他们的', 4).conflicts['needs']?.fields).toEqual([needs]);
  });

  it('hears nothing in what is older than what it has', () => {
    const draft = open();
    expect(stale(draft, needs, '更早的', 3)).toBe(draft);
  });

  it('has nothing to ask when both wrote the same', () => {
    expect(merge(server, { ...server, [needs]: 'a' }, { [needs]: 'a ' }).disputed).toEqual([]);
  });
});

describe('what the device kept', () => {
  const kept = keptOf(typed(open(), { [goals]: '没存上的' })) ?? undefined;

  it('is nothing once all is saved', () => {
    expect(keptOf(open())).toBeNull();
  });

  it('comes back and is sent', () => {
    const draft = openDraft(partsWith(), kept);
    expect(draft.news).toBe('restored');
    expect(ready(draft)).toEqual([goals]);
  });

  it('is let go when the server has it after all', () => {
    expect(openDraft(partsWith({ [goals]: '没存上的' }, 4), kept)).toMatchObject({
      news: null,
      versions: { goals: 4 },
    });
  });

  it('is a question when somebody changed the same box since', () => {
    const draft = openDraft(partsWith({ [goals]: '别人写的' }, 4), kept);
    expect(draft.conflicts['goals']?.fields).toEqual([goals]);
    expect(draft.text[goals]).toBe('没存上的');
  });

  it('is ignored in a shape that is not ours', () => {
    expect(isKeptDraft({ changes: { [needs]: 'text' } })).toBe(false);
    expect(isKeptDraft(JSON.parse(JSON.stringify(kept)))).toBe(true);
  });
});
