import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { maskedName, maskerOf } from './mask.ts';

const names = [
  '长春市',
  '长春',
  '朝阳区',
  'Changchun',
  'Chaoyang District',
  '阳光社区服务中心',
  '阳光',
  'Sun Center',
  'V-0042',
];

describe('names are masked', () => {
  test.each([
    ['我们来自长春市朝阳区。', '我们来自■■■。'],
    ['长春的老人，长春市的孩子', '■■■的老人，■■■的孩子'],
    ['阳光社区服务中心与阳光同行', '■■■与■■■同行'],
    ['in CHANGCHUN, changchun and Changchun’s parks', 'in ■■■, ■■■ and ■■■’s parks'],
    ['Changchunese is another word, and so is NewChangchun', 'Changchunese is another word, and so is NewChangchun'],
    ['在Changchun市', '在■■■市'],
    ['Sun  Center\nopens', '■■■\nopens'],
    ['志愿者V-0042和V-00421', '志愿者■■■和V-00421'],
    ['v-0042', '■■■'],
    ['', ''],
    ['nothing to hide', 'nothing to hide'],
  ])('%s', (text, masked) => {
    expect(maskerOf(names)(text)).toBe(masked);
  });

  test('of names that overlap nothing is left over', () => {
    expect(maskerOf(['甲乙', '乙丙丁'])('甲乙丙丁戊')).toBe('■■■戊');
    expect(maskerOf(['哈哈'])('哈哈哈！')).toBe('■■■！');
  });

  test('a single character is no name, and without names a text stays as it is', () => {
    expect(maskerOf(['吉', ' ', ''])('吉祥')).toBe('吉祥');
    expect(maskerOf([])('as it is')).toBe('as it is');
  });

  test('what means something to a pattern means itself', () => {
    expect(maskerOf(['A.C+ (Changchun)', '[x]|y'])('A.C+ (Changchun), ABC, [x]|y, x')).toBe('■■■, ABC, ■■■, x');
  });
});

const seeded = { seed: 7, numRuns: 2_000 };
const written = (minLength: number, maxLength: number) =>
  fc
    .array(fc.constantFrom('长', '春', '阳', 'a', 'B', 'b', 'é', ' ', '，', '7', '-'), { minLength, maxLength })
    .map((list) => list.join('').trim());

test('whatever the names and the text: no name is left, and the rest stands where it stood', () => {
  fc.assert(
    fc.property(fc.array(written(2, 4), { minLength: 1, maxLength: 4 }), written(0, 30), (some, text) => {
      const masked = maskerOf(some)(text);
      for (const name of some.filter((one) => /^\p{Script=Han}{2,}$/u.test(one))) expect(masked).not.toContain(name);
      let from = 0;
      for (const part of masked.split(maskedName)) {
        const at = text.indexOf(part, from);
        expect(at).toBeGreaterThanOrEqual(from);
        from = at + part.length;
      }
    }),
    seeded,
  );
});

test('masking again, or with the names in another order or case, changes nothing', () => {
  fc.assert(
    fc.property(fc.array(written(2, 4), { maxLength: 4 }), written(0, 30), (some, text) => {
      const masked = maskerOf(some)(text);
      expect(maskerOf(some)(masked)).toBe(masked);
      expect(maskerOf(some.toReversed().map((name) => name.toUpperCase()))(text)).toBe(masked);
    }),
    seeded,
  );
});
