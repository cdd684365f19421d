import { beforeEach, describe, expect, test } from 'vitest';
import { Problems } from '../../../core/tables/problems.ts';
import { makePerson } from '../../../test/factories.ts';
import { sql } from '../../../test/act.ts';
import { sharedWorld } from '../../../test/shared-world.ts';
import { importRegions } from './import-regions.ts';
import { readRegions } from './region-file.ts';

const province = '220000,吉林省,Jilin';
const city = '220100,长春市,Changchun';
const county = '220102,南关区,Nanguan District';

describe('a line of the file', () => {
  test.each([
    ['220000', 'PROVINCE', []],
    ['220100', 'CITY', ['220000']],
    ['220102', 'COUNTY', ['220100', '220000']],
  ])('%s is a %s inside %j', (code, level, insideOf) => {
    const problems = new Problems();
    expect(readRegions(`en,code,zh\nSomewhere,${code},某地`, problems)).toEqual([
      { code, level, insideOf, name: { zh: '某地', en: 'Somewhere' }, line: 2 },
    ]);
    expect(problems.errors).toEqual([]);
  });

  test.each([
    ['22010,长春市,', 'regions line 2, column code: "22010" is not six digits'],
    ['020100,长春市,', 'regions line 2, column code: "020100" is not six digits'],
    ['220100,,', 'regions line 2: has no name'],
    [`220100,${'长'.repeat(101)},`, 'regions line 2: has a name of more than 100'],
    [`${city}\n${city}`, 'regions line 3, column code: names 220100 again'],
    ['', 'regions: holds no region'],
  ])('%j is refused, with its place', (lines, says) => {
    const problems = new Problems();
    readRegions(`code,zh,en\n${lines}`, problems);
    expect(problems.errors).toEqual([expect.stringContaining(says)]);
  });

  test('columns are named in the first', () => {
    const problems = new Problems();
    readRegions(`code,zh\n220000,吉林省`, problems);
    expect(problems.errors).toEqual(['regions line 1: has no column en']);
  });
});

describe('in an empty installation', () => {
  const world = sharedWorld();
  beforeEach(() => sql(world, 'delete from regions'));

  const bring = async (lines: string[], isDryRun = false) => {
    const problems = new Problems();
    const report = await importRegions(world.operator(), ['code,zh,en', ...lines].join('\n'), { isDryRun }, problems);
    return report ?? problems.errors;
  };
  const tree = async () =>
    (
      await sql<{ row: string }>(
        world,
        `select concat_ws(' ', r.code, r.level, r.name_zh, r.name_en, 'in ' || p.code) as row
         from regions r left join regions p on p.id = r.parent_id order by r.code`,
      )
    ).map(({ row }) => row);

  test('regions come in whatever their order, and again without effect', async () => {
    const file = [county, '222403,敦化市,', city, province];
    expect(await bring(file)).toEqual({ added: 4, renamed: 0, unchanged: 0 });
    const all = [
      '220000 PROVINCE 吉林省 Jilin',
      '220100 CITY 长春市 Changchun in 220000',
      '220102 COUNTY 南关区 Nanguan District in 220100',
      // Its prefecture is not listed.
      '222403 COUNTY 敦化市 in 220000',
    ];
    expect(await tree()).toEqual(all);
    expect(await bring(file)).toEqual({ added: 0, renamed: 0, unchanged: 4 });
    expect(await tree()).toEqual(all);
  });

  test('a name is corrected, a name that is left out stays, and the audit says so', async () => {
    await bring([province, city]);
    expect(await bring([province, '220100,,Changchun City'])).toEqual({ added: 0, renamed: 1, unchanged: 1 });
    expect(await tree()).toContain('220100 CITY 长春市 Changchun City in 220000');
    const acts = await sql(world, `select details from audit_events where act = 'renameRegion'`);
    expect(acts).toEqual([
      { details: { from: { zh: '长春市', en: 'Changchun' }, to: { zh: '长春市', en: 'Changchun City' } } },
    ]);
  });

  test('a region without the one around it is refused, and nothing is kept of the file', async () => {
    expect(await bring([province, '330100,杭州市,'])).toEqual([
      'regions line 3: 330100 is inside 330000, which neither the file nor Laurel knows',
    ]);
    expect(await tree()).toEqual([]);
  });

  test('a region that is there is not moved into one that comes now', async () => {
    await bring([province, county]);
    expect(await bring([city])).toEqual({ added: 1, renamed: 0, unchanged: 0 });
    expect(await bring([county])).toEqual([
      'regions line 2: 220102 would move into 220100; regions that are there are not moved',
    ]);
    expect(await tree()).toContain('220102 COUNTY 南关区 Nanguan District in 220000');
  });

  test('a dry run tells the same and keeps nothing', async () => {
    expect(await bring([province, city], true)).toEqual({ added: 2, renamed: 0, unchanged: 0 });
    expect(await tree()).toEqual([]);
  });

  test('nobody but the operator', async () => {
    const person = world.contextOf(await makePerson(world));
    await expect(importRegions(person, 'code,zh,en', { isDryRun: false }, new Problems())).rejects.toThrow();
  });
});
