import { expect, test } from 'vitest';
import type { EntryContent } from '../../entries/index.ts';
import { PartKind } from '../../../work/projects/index.ts';
import { changedParts } from './changed-parts.ts';

const handIn = (changed: Partial<EntryContent> = {}): EntryContent => ({
  competition: 'spring',
  number: 7,
  revision: 1,
  category: 'care',
  form: 'project',
  organizationZh: '银龄社',
  organizationEn: null,
  region: '330100',
  titleZh: '银龄守护',
  titleEn: null,
  summaryZh: '上门照看',
  summaryEn: null,
  language: 'ZH_CN',
  startedOn: null,
  endedOn: null,
  beneficiaries: null,
  videoUrl: null,
  sections: [{ key: 'needs', name: { zh: '需求', en: 'Needs' }, text: '独居', isRequired: true }],
  answers: [],
  ...changed,
});
const mark = { kind: PartKind.SECTION, key: 'needs', remark: '写明人数' };
const seen = (after: EntryContent, marks = [mark]) =>
  changedParts(handIn(), after, marks, 'en').map(({ kind, key, name, before, after: now, remark }) => [
    kind,
    key,
    name,
    before,
    now,
    remark,
  ]);

test('what was marked is told though it stayed as it was; what is the same and unmarked is not', () => {
  expect(seen(handIn({ revision: 2 }))).toEqual([['SECTION', 'needs', 'Needs', '独居', '独居', '写明人数']]);
  expect(seen(handIn({ revision: 2 }), [])).toEqual([]);
});

test('what nobody asked for is told without a remark, what came or went beside nothing', () => {
  const answer = {
    key: 'size',
    prompt: { zh: '规模', en: 'Size' },
    kind: 'CHOICE',
    value: 'big',
    option: { zh: '大', en: 'Big' },
  } as const;
  expect(seen(handIn({ titleEn: 'Elders', sections: [], answers: [answer] }))).toEqual([
    ['BASICS', 'title', null, '银龄守护', '银龄守护\nElders', null],
    ['QUESTION', 'size', 'Size', '', 'Big', null],
    ['SECTION', 'needs', 'Needs', '独居', '', '写明人数'],
  ]);
});

test('another file under the same name is a change', () => {
  const file = (sha256: string) => handIn({ attachments: [{ name: 'plan.pdf', sha256 }] });
  expect(changedParts(file('a'.repeat(64)), file('b'.repeat(64)), [], 'en')).toMatchObject([
    { key: 'attachments', before: 'plan.pdf · aaaaaaaa', after: 'plan.pdf · bbbbbbbb' },
  ]);
});
