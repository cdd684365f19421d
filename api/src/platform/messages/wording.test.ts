import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { locales } from '../../core/locale.ts';
import { builtIn } from './built-in.ts';
import { MessageKind, messageKinds, samples } from './message-kinds.ts';
import { checkWording, placeholdersIn, renderWording } from './wording.ts';

const site = 'https://laurel.example';
const wording = { subject: '{title}', body: 'About {title}, because {reason}\n\n{link}' };
const params = { title: 'A title', reason: 'of this', link: { path: '/projects' } };

describe('the built-in words', () => {
  test.each(Object.values(MessageKind))('of %s say what they must in both languages, and the same', (kind) => {
    for (const locale of locales) {
      expect(checkWording(kind, builtIn[kind][locale])).toEqual({ unknown: [], missing: [] });
      const { subject, text } = renderWording(builtIn[kind][locale], samples, locale, site);
      expect(`${subject}${text}`).not.toMatch(/[{}]/);
    }
    const [zh, en] = locales.map((locale) => placeholdersIn(builtIn[kind][locale]).toSorted());
    expect(zh).toEqual(en);
  });
});

test('a wording is told what is unknown in it and what it lacks', () => {
  expect(checkWording(MessageKind.ENTRY_REJECTED, { subject: '{titel}', body: '{constructor} {} {title}' })).toEqual({
    unknown: ['titel', 'constructor', ''],
    missing: ['reason'],
  });
  expect(messageKinds.ENTRY_REJECTED.required).toEqual(['title', 'reason']);
});

test('a message is told in the language, with instants in their zone and addresses of our site', () => {
  const { subject, body } = builtIn.ENTRY_SUBMITTED['zh-CN'];
  const rendered = renderWording({ subject, body }, samples, 'zh-CN', site);
  expect(rendered.subject).toBe('已收到参赛项目：银龄守护：高龄老人居家照护');
  expect(rendered.text).toContain('11月21日(周六)20:00 北京时间');
  expect(rendered.text).toContain('https://laurel.example/projects');
  expect(renderWording(builtIn.ENTRY_SUBMITTED.en, samples, 'en', site).text).toContain('Sat 21 Nov, 20:00 (Beijing)');
});

test('what stands in braces in a value stays as it is', () => {
  const { subject, text } = renderWording(wording, { ...params, title: '{link} {reason}' }, 'en', site);
  expect(subject).toBe('{link} {reason}');
  expect(text).toBe('About {link} {reason}, because of this\n\nhttps://laurel.example/projects');
});

test('a title adds no header and no line; a reason may have several lines', () => {
  const title = 'Harmless\r\nBcc: everybody@example.org\u2028more';
  const { subject, text } = renderWording(wording, { ...params, title, reason: 'one\ntwo' }, 'en', site);
  expect(subject).toBe('Harmless Bcc: everybody@example.org more');
  expect(text.split('\n')).toEqual([
    'About Harmless Bcc: everybody@example.org more, because one',
    'two',
    '',
    'https://laurel.example/projects',
  ]);
});

test('nothing that people write is markup; our own link is one', () => {
  const { html } = renderWording(
    { ...wording, body: `<b>${wording.body}</b>` },
    { ...params, title: '<script>"x"</script>' },
    'en',
    site,
  );
  expect(html).not.toMatch(/<script|<b>/);
  expect(html).toContain('<a href="https://laurel.example/projects">https://laurel.example/projects</a>');
});

const pieces = fc.array(
  fc.constantFrom('{', '}', 'link', '\n', '\r', '\u2028', '\u0000', '<', '>', '"', '&', '志', '💚', 'a '),
);

test('whatever people write, the subject is one line and the text holds no more of it than was said', () => {
  fc.assert(
    fc.property(pieces, (parts) => {
      const title = parts.join('');
      const { subject, html } = renderWording(wording, { ...params, title }, 'en', site);
      expect(subject).not.toMatch(/[\n\r\u2028\u2029]/);
      expect(subject.length).toBeLessThanOrEqual(200);
      expect(html.match(/<a /g)).toHaveLength(1);
    }),
    { numRuns: 200 },
  );
});
