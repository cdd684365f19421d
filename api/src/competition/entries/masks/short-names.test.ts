import { describe, expect, test } from 'vitest';
import { namesOfBody, namesOfRegion } from './short-names.ts';

describe('a region is called by its name and without its rank', () => {
  test.each([
    [{ zh: '长春市', en: 'Changchun' }, ['长春市', '长春', 'Changchun']],
    [{ zh: '朝阳区', en: 'Chaoyang District' }, ['朝阳区', '朝阳', 'Chaoyang District', 'Chaoyang']],
    [{ zh: '吉林省', en: 'Jilin Province' }, ['吉林省', '吉林', 'Jilin Province', 'Jilin']],
    [
      { zh: '延边朝鲜族自治州', en: 'Yanbian Korean Autonomous Prefecture' },
      ['延边朝鲜族自治州', '延边', 'Yanbian Korean Autonomous Prefecture', 'Yanbian'],
    ],
    [{ zh: '内蒙古自治区', en: null }, ['内蒙古自治区', '内蒙古']],
    [{ zh: '新疆维吾尔自治区', en: null }, ['新疆维吾尔自治区', '新疆']],
    [{ zh: '城区', en: null }, ['城区']],
    [{ zh: '绿园区', en: 'Lüyuan District' }, ['绿园', 'Lüyuan', 'Luyuan']],
    [{ zh: '农安县', en: "Nong'an County" }, ['农安', "Nong'an", 'Nongan', 'Nong’an']],
  ])('%o', (region, names) => {
    expect(namesOfRegion(region)).toEqual(expect.arrayContaining(names));
    for (const name of namesOfRegion(region)) expect(Array.from(name).length, name).toBeGreaterThan(1);
  });
});

describe('an organization or a team is called in short', () => {
  const regions = ['吉林省', '吉林', '长春市', '长春', '朝阳区', '朝阳', 'Jilin', 'Changchun'];
  test.each([
    ['长春市朝阳区阳光社区服务中心', ['阳光社区服务中心', '阳光社区']],
    ['吉林省“晨星”消防救援志愿服务队', ['晨星']],
    ['东北师范大学', ['东北师大']],
    ['吉林大学', ['吉大']],
    ['红马甲志愿服务队', ['红马甲']],
    ['北方光电股份有限公司（NOC）', ['北方光电', 'NOC', '北方光电股份有限公司']],
    ['Morning Star Fire and Rescue Volunteers, Jilin', ['Morning Star Fire and Rescue Volunteers']],
    ['The Warm Hands Association (WHA)', ['Warm Hands Association', 'Warm Hands', 'WHA']],
  ])('%s', (name, short) => {
    const text = /\p{Script=Han}/u.test(name) ? { zh: name, en: null } : { zh: null, en: name };
    expect(namesOfBody(text, regions)).toEqual(expect.arrayContaining([name, ...short]));
  });

  test.each(['长春市朝阳区人民医院', '长春市图书馆'])('%s leaves no word of everyday use', (name) => {
    expect(namesOfBody({ zh: name, en: null }, regions)).toEqual([name]);
  });

  test.each([
    { zh: '志愿服务队', en: 'Team' },
    { zh: '青年志愿者协会', en: 'Youth Volunteers' },
  ])('what very many are called names nobody: %o', (team) => {
    expect(namesOfBody(team, regions)).toEqual([]);
  });

  test('initials that are a word of everyday use are no name', () => {
    expect(namesOfBody({ zh: '长春大学', en: null }, regions)).not.toContain('长大');
  });
});
