import waiting from '../data/waiting-organizations.json' with { type: 'json' };
import type { MembershipSeed, OrganizerSeed, PanelSeed, PersonSeed } from '../types.ts';
import type { OrganizationKind, RegionOrganizerSeed, WaitingOrganizationSeed } from '../types.ts';
import { categories, entriesPerCategory } from './themes.ts';

const DOMAIN = 'laurel.example';
const REVIEWERS = 45;
const FINALISTS = 9;
const JUDGES_PER_ENTRY = 3;

const registrant = (index: number) => `registrant${index + 1}@${DOMAIN}`;
const judgeEmail = (number: number) => `judge${number}@${DOMAIN}`;
const judgeCode = (letter: string, number: number) => `${letter}${String(number).padStart(2, '0')}`;

/** Accounts to sign in with. They have roles for names: no living person is meant. */
export function people(): PersonSeed[] {
  return [
    { email: `organizer@${DOMAIN}`, name: { zh: '大赛组织者（演示）', en: 'Organizer (demonstration)' } },
    {
      email: `region@${DOMAIN}`,
      name: { zh: '吉林省地区组织者（演示）', en: 'Region organizer of Jilin (demonstration)' },
    },
    ...Array.from({ length: REVIEWERS }, (_, i) => ({
      email: judgeEmail(i + 1),
      name: { zh: `评委${i + 1}号（演示）`, en: `Judge ${i + 1} (demonstration)` },
    })),
    { email: `member@${DOMAIN}`, name: { zh: '单位成员（演示）', en: 'Member of an organization (demonstration)' } },
    { email: `unit@${DOMAIN}`, name: { zh: '推荐单位成员（演示）', en: 'Member of a sending unit (demonstration)' } },
    ...waiting.map(({ person }, i) => ({ email: registrant(i), name: person })),
    { email: `voter1@${DOMAIN}`, name: { zh: '投票人甲（演示）', en: 'Voter A (demonstration)' } },
    { email: `voter2@${DOMAIN}`, name: { zh: '投票人乙（演示）', en: 'Voter B (demonstration)' } },
  ];
}

export function memberships(): MembershipSeed[] {
  return [
    { email: `member@${DOMAIN}`, organizationSlug: 'changchun-chaoyang-practice-center' },
    { email: `unit@${DOMAIN}`, organizationSlug: 'changchun-city-volunteer-federation' },
  ];
}

export function organizers(): OrganizerSeed[] {
  return ['jilin-2022', 'jilin-next'].map((competitionSlug) => ({ email: `organizer@${DOMAIN}`, competitionSlug }));
}

export function regionOrganizers(): RegionOrganizerSeed[] {
  return [{ email: `region@${DOMAIN}`, regionCode: '220000' }];
}

/** For the region organizer to look at; the first has nearly the name of one that is there. */
export function waitingOrganizations(): WaitingOrganizationSeed[] {
  return waiting.map(({ person: _, kind, ...seed }, i) => ({
    ...seed,
    kind: kind as OrganizationKind,
    email: registrant(i),
  }));
}

/** A panel for each category, five judges for the five largest and four for the rest; then nine for the final. */
export function panels(): PanelSeed[] {
  const bySize = categories.map(({ key }) => key).toSorted((a, b) => entriesPerCategory[b]! - entriesPerCategory[a]!);
  let last = 0;
  const review = categories.map((category): PanelSeed => {
    const size = bySize.indexOf(category.key) < 5 ? 5 : 4;
    const judges = Array.from({ length: size }, () => {
      last += 1;
      return { code: judgeCode('J', last), email: judgeEmail(last) };
    });
    return {
      competitionSlug: 'jilin-2022',
      stageKind: 'REVIEW',
      name: { zh: `${category.zh}评审组`, en: `Panel: ${category.en}` },
      categoryKeys: [category.key],
      judgesPerEntry: JUDGES_PER_ENTRY,
      judges,
    };
  });
  const final: PanelSeed = {
    competitionSlug: 'jilin-2022',
    stageKind: 'FINAL',
    name: { zh: '决赛评审组', en: 'Panel of the final' },
    categoryKeys: categories.map(({ key }) => key),
    judgesPerEntry: FINALISTS,
    // One from each of nine panels; a seat in the final has a code of its own.
    judges: review
      .slice(0, FINALISTS)
      .map((panel, i) => ({ code: judgeCode('F', i + 1), email: panel.judges[0]!.email })),
  };
  return [...review, final];
}
