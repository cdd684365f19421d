import type { Bilingual } from '../../../core/graphql/localized-text.ts';

const peoples =
  '(?:壮|回|满|苗|彝|土家|土|藏|蒙古|侗|布依|瑶|白|朝鲜|哈尼|黎|哈萨克|傣|畲|傈僳|东乡|仡佬|拉祜|佤|水|纳西|羌|仫佬|锡伯|柯尔克孜|景颇|达斡尔|撒拉|布朗|毛南|塔吉克|普米|怒|鄂温克|鄂伦春|裕固|保安|独龙|维吾尔)';
const regionEndings = [
  new RegExp(`(?:${peoples}族)+自治[区州县旗]$`, 'u'),
  /(?:维吾尔)?自治[区州县旗]$/u,
  /(?:特别行政区|新区|地区|林区|[省市区县旗盟州])$/u,
  /,?\s+(?:(?:Korean|Mongol|Mongolian|Manchu|Hui|Zhuang|Uyghur|Uygur|Tibetan|Tujia|Miao|Dai|Yi|Bai)\s+)*Autonomous\s+(?:Region|Prefecture|County|Banner)$/iu,
  /,?\s+(?:Province|City|District|County|Prefecture|Banner|League|Municipality|New Area)$/iu,
];

/** Words of which the names of very many bodies are made: alone they name none. */
const common =
  /新时代|文明|实践|志愿者?|服务|联合会|协会|学会|基金会|中心|委员会|办公室|人民|第[一二三四五六七八九十]+|社区|街道|居委会|村委会|医院|大学|学院|[小中高初]学|[高初]中|实验|职业|技术|学校|幼儿园|图书馆|[博文艺][物化术]馆|青年|学生|教师|党员|妇女|妇联|爱心|公益|慈善|救援|消防|红十字会?|有限|责任|股份|公司|集团|总队|分队|支队|大队|小队|代表团|筹备组|[队团所站局院馆校市区县省]|\b(?:the|of|and|for|a|volunteers?|volunteering|service|services|teams?|association|federation|society|foundation|community|cent(?:er|re)|committee|office|youth|young|students?|school|college|university|hospital|library|museum|provincial|city|county|district)\b|[\s\p{P}]+/giu;
const namesNobody = (name: string): boolean => name.replace(common, '') === '';

const endings = [
  /(?:股份)?有限(?:责任)?公司$|集团$/u,
  /(?:志愿(?:者)?服务|青年志愿者|志愿者|慈善|公益)?(?:联合会|协会|学会|基金会|总会)$/u,
  /(?:消防救援|应急救援)?志愿(?:者)?(?:服务)?(?:总队|支队|大队|分队|小队|队)$|服务队$/u,
  /(?:志愿|社会工作|社工|公益|养老|新时代文明实践)?(?:服务)?中心$/u,
  /(?:社区)?(?:居民委员会|居委会|村民委员会|村委会)$|街道(?:办事处)?$|社区$/u,
  /,?\s+(?:(?:Co\.?,?\s+)?Ltd\.?|Inc\.?|LLC|Company|Group)$/iu,
  /\s+(?:Volunteer(?:s|ing)?\s+)?(?:Service\s+)?(?:Association|Federation|Society|Foundation|Team|Cent(?:er|re)|Volunteers)$/iu,
];

const universities: [RegExp, string][] = [
  [/师范大学$/u, '师大'],
  [/理工大学$/u, '理工'],
  [/科技大学$/u, '科大'],
  [/农业大学$/u, '农大'],
  [/工业大学$/u, '工大'],
  [/医科大学$/u, '医大'],
  [/财经大学$/u, '财大'],
];
/** Words of everyday Chinese that look like a university's initials. */
const notInitials = new Set([
  '长大',
  '重大',
  '广大',
  '高大',
  '强大',
  '远大',
  '老大',
  '最大',
  '巨大',
  '伟大',
  '盛大',
  '壮大',
]);

const isLongEnough = (name: string): boolean => Array.from(name).length >= (/\p{Script=Han}/u.test(name) ? 2 : 3);
const texts = ({ zh, en }: Bilingual): string[] => [zh, en].flatMap((text) => text?.trim() || []);
/** Lüyuan, Luyuan; Nong'an, Nongan. */
const spellings = (name: string): string[] => [
  name,
  name.normalize('NFD').replace(/\p{M}/gu, ''),
  name.replace(/['’]/gu, ''),
  name.replace(/'/gu, '’'),
];

/** What a region is called: 长春市, 长春; Changchun City, Changchun. */
export const namesOfRegion = (region: Bilingual): string[] => {
  const names = texts(region).flatMap((name) => {
    const short = regionEndings.flatMap((ending) => (ending.test(name) ? name.replace(ending, '') : []));
    return [name, ...short.filter(isLongEnough)].flatMap(spellings);
  });
  return [...new Set(names)];
};

/**
 * What an organization or a team is called besides its full name, as far as the name tells: without its region
 * (`regions`: all names of its regions), without its legal form, what stands in brackets or quotation marks, a
 * university's short form. Where that is only what a thousand others are called as well, it is left out.
 */
export function namesOfBody(body: Bilingual, regions: readonly string[]): string[] {
  const names = texts(body).flatMap((name) => {
    const inside = [...name.matchAll(/[（(“"《「]([^）)”"》」]+)[）)”"》」]/gu)].map(([, words = '']) => words);
    const bare = name
      .replace(/[（(][^）)]*[）)]/gu, '')
      .replace(/^the\s+/iu, '')
      .trim();
    const short = [bare, withoutRegion(bare, regions)].flatMap((form) => [
      form,
      ...endings.map((ending) => form.replace(ending, '')),
    ]);
    const trimmed = [...short, ...inside, ...initials(bare)].map((form) =>
      form.replace(/^[\s\p{P}]+|[\s\p{P}]+$/gu, ''),
    );
    return [name, ...trimmed].filter((form) => isLongEnough(form) && !namesNobody(form)).flatMap(spellings);
  });
  return [...new Set(names)];
}

function withoutRegion(name: string, regions: readonly string[]): string {
  const longestFirst = regions.toSorted((a, b) => b.length - a.length);
  let rest = name;
  for (let before = ''; before !== rest;) {
    before = rest;
    for (const region of longestFirst) {
      if (rest.startsWith(region)) rest = rest.slice(region.length).trim();
      if (rest.endsWith(`, ${region}`)) rest = rest.slice(0, -region.length - 2).trim();
    }
  }
  return rest;
}

function initials(name: string): string[] {
  const particular = universities.find(([ending]) => ending.test(name));
  if (particular) return [name.replace(...particular)];
  if (!name.endsWith('大学')) return [];
  const short = `${name.slice(0, 1)}大`;
  return notInitials.has(short) ? [] : [short];
}
