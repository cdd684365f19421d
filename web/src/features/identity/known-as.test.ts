import { expect, it } from 'vitest';
import { knownAs } from './known-as';

it.each([
  [{ email: 'ming@example.org', phone: null, name: 'Ming' }, 'ming@example.org'],
  [{ email: null, phone: '+8613800138000', name: '' }, '138****8000'],
  [{ email: null, phone: '+85251234567', name: '' }, '+852****4567'],
  [{ email: null, phone: null, name: '小明' }, '小明'],
  [{ email: null, phone: null, name: '' }, '—'],
])('%j is known as %s', (viewer, shown) => {
  expect(knownAs(viewer)).toBe(shown);
});
