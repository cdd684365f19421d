import type { ProjectSeed } from '../types.ts';
import { organizations } from './organizations.ts';
import { jilinCities } from './places.ts';

interface UnitSeed {
  regionCode: string;
  organizationSlug: string;
  quota: number;
  /** Days from the anchor's; it closes at six in the evening. */
  closesOnDay: number;
}

/** Counties of Changchun that send first; the member of the demonstration is at home in the first. */
const counties = ['220104', '220102', '220103'];

const inRegion = (regionCode: string, kind: string) => {
  const found = organizations().find((one) => one.regionCode === regionCode && one.slug.endsWith(kind));
  if (!found) throw new Error(`no ${kind} in ${regionCode}`);
  return found.slug;
};

/** Who nominates for the next competition: the province, its nine cities, and some counties. Quotas are synthetic. */
export function sendingUnits(): UnitSeed[] {
  return [
    { regionCode: '220000', organizationSlug: 'jilin-volunteer-federation', quota: 60, closesOnDay: 80 },
    ...jilinCities.map(({ code }) => ({
      regionCode: code,
      organizationSlug: inRegion(code, 'volunteer-federation'),
      quota: code === '220100' ? 12 : 6,
      closesOnDay: 70,
    })),
    ...counties.map((code) => ({
      regionCode: code,
      organizationSlug: inRegion(code, 'practice-center'),
      quota: 3,
      closesOnDay: 60,
    })),
  ];
}

type Written = Omit<ProjectSeed, 'number' | 'categoryKey' | 'key'>;

const entered: [county: string, zh: string, en: string, summaryZh: string, summaryEn: string][] = [
  [
    '220102',
    '楼道里的共享修理日',
    'Repair Day in the Stairwell',
    '每月一个周末，志愿者在老楼里支起工具台，帮邻居修灯、修锁、修轮椅。',
    'One weekend a month volunteers set up a bench in an old house and mend lamps, locks and wheelchairs.',
  ],
  [
    '220102',
    '校门口的雨衣架',
    'Raincoats at the School Gate',
    '四所小学门口常备雨衣，淋不着孩子，也省得家长请假。',
    'Raincoats wait at four schools, so that children stay dry and nobody has to leave work.',
  ],
  [
    '220104',
    '夜班护士的回家路',
    'The Way Home from the Night Shift',
    '为下夜班的护士拼车护送，志愿司机轮值，路线按班表排。',
    'Volunteer drivers take nurses home after the night shift, on routes made from their rota.',
  ],
  [
    '220104',
    '阳台菜园互助社',
    'Balcony Gardens',
    '教独居老人在阳台种菜，每周一次互访，种的是菜，串的是门。',
    'Old people who live alone learn to grow vegetables on their balconies, and visit each other once a week.',
  ],
  [
    '220104',
    '听得见的图书馆',
    'A Library to Listen to',
    '志愿者为视障读者录书，也陪他们挑书、借书、谈书。',
    'Volunteers record books for readers who cannot see, and choose and discuss them together.',
  ],
];

/** What has come in to the next competition so far, in the counties that send. */
export function earlyProjects(): Written[] {
  return entered.map(([regionCode, zh, en, summaryZh, summaryEn], i) => ({
    // Of one organization each: two with the same words would be one too many.
    organizationSlug: organizations().filter((one) => one.regionCode === regionCode)[1 + (i % 3)]?.slug ?? '',
    regionCode,
    title: { zh, en },
    summary: { zh: summaryZh, en: summaryEn },
    language: 'ZH_CN',
    needs: '社区走访时反复听到同一件难事，既有的服务覆盖不到。（演示文字）',
    goals: '一年内覆盖全区的老旧小区，之后由居民自己接手。（演示文字）',
    implementation: '志愿者分组轮值，每次服务都有记录，每月开一次碰头会。（演示文字）',
    outcomes: '按月公布服务次数和没办成的事。（演示文字）',
    features: '事情小，做得细；谁都能参加，谁都能接手。（演示文字）',
    startedOn: '2024-05-01',
    beneficiaries: '社区居民',
  }));
}
