import { expect, test } from 'vitest';
import { localeOf } from './locale.ts';
import en from './locales/en.json' with { type: 'json' };
import zhCN from './locales/zh-CN.json' with { type: 'json' };
import { instantInWords, message } from './messages.ts';

const variables = (text: string) =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '').toSorted((a, b) => a.localeCompare(b));

test('both languages say the same things with the same values', () => {
  expect(Object.keys(zhCN).toSorted()).toEqual(Object.keys(en).toSorted());
  for (const [key, text] of Object.entries(en)) {
    expect(variables(zhCN[key as keyof typeof zhCN]), key).toEqual(variables(text));
    expect(zhCN[key as keyof typeof zhCN].trim(), key).not.toBe('');
  }
});

test('a sentence is filled in and nothing in it is escaped', () => {
  expect(message('en', 'results.stageOpen', { stage: 'Q & A <final>' })).toBe(
    'The stage Q & A <final> has not closed yet.',
  );
});

test("instants are told in the competition's zone", () => {
  const instant = new Date('2026-11-21T12:00:00Z');
  expect(instantInWords('zh-CN', instant, 'Asia/Shanghai')).toBe('11月21日(周六)20:00 北京时间');
  expect(instantInWords('en', instant, 'Asia/Shanghai')).toBe('Sat 21 Nov, 20:00 (Beijing)');
});

test.each([
  [undefined, 'zh-CN'],
  ['', 'zh-CN'],
  ['en', 'en'],
  ['en-GB,en;q=0.9', 'en'],
  ['fr,en;q=0.8,zh;q=0.9', 'zh-CN'],
  ['zh-TW;q=0.2, en;q=0.7', 'en'],
  ['en;q=0, zh', 'zh-CN'],
  ['fr', 'zh-CN'],
  [';;;,,q=x', 'zh-CN'],
])('Accept-Language %j is answered in %s', (header, locale) => {
  expect(localeOf(header)).toBe(locale);
});
