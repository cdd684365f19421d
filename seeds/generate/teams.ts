import recorded from '../data/recorded-teams.json' with { type: 'json' };
import { once, random } from '../random.ts';
import type { TeamSeed } from '../types.ts';
import { dateAfter } from './dates.ts';
import { localOrganizations } from './organizations.ts';
import { regions } from './places.ts';

/** Registered in Zhangjiakou in 2022: published as a total. Its division among the teams is synthetic. */
const VETERANS = 5173;
/** Large enough for the 372 volunteers recorded there to come from one team. */
const CHONGLI = 412;
const RESCUE = 45;

/** 17 teams under the charity federation, for the city and its 16 counties, and 9 expert rescue teams. */
function veteranTeams(): TeamSeed[] {
  const city = regions().find((region) => region.code === '130700')!;
  const counties = regions().filter((region) => region.parentCode === city.code);
  const draw = random('veterans');
  const general = [city, ...counties].map((region): TeamSeed => {
    const place = region === city ? '市直' : region.zh;
    return {
      key: `s2-${region.code}`,
      name: { zh: `张家口退役军人志愿服务队（${place}）`, en: `Veteran Volunteers of ${region.en}` },
      organizationSlug: 'zhangjiakou-charity-federation',
      regionCode: region.code,
      foundedOn: dateAfter('2021-08-01', draw.int(0, 120)),
      volunteerCount: 0,
    };
  });
  const rescue = counties.slice(0, 9).map((region): TeamSeed => ({
    key: `s2-rescue-${region.code}`,
    name: { zh: `${region.zh}退役军人专业救援队`, en: `Expert Rescue Team of ${region.en}` },
    organizationSlug: 'zhangjiakou-veterans-bureau',
    regionCode: region.code,
    foundedOn: dateAfter('2021-08-01', draw.int(0, 120)),
    volunteerCount: RESCUE,
  }));
  let left = VETERANS - rescue.length * RESCUE - CHONGLI;
  const others = general.filter((team) => team.regionCode !== '130709');
  others.forEach((team, index) => {
    const share = Math.floor(left / (others.length - index));
    team.volunteerCount = index === others.length - 1 ? left : share + draw.int(-60, 60);
    left -= team.volunteerCount;
  });
  general.find((team) => team.regionCode === '130709')!.volunteerCount = CHONGLI;
  return [...general, ...rescue];
}

export const teamKeyOf = (organizationSlug: string) => `${organizationSlug}-team`;

const allTeams = once((): TeamSeed[] => [
  ...recorded,
  ...veteranTeams(),
  ...localOrganizations().map((organization): TeamSeed => {
    const draw = random(`team/${organization.slug}`);
    return {
      key: teamKeyOf(organization.slug),
      name: organization.team,
      organizationSlug: organization.slug,
      regionCode: organization.regionCode,
      foundedOn: dateAfter('2014-03-05', draw.int(0, 2100)),
      // Long-tailed, as registers are: many small teams and a few large ones.
      volunteerCount: Math.min(220, Math.round(14 + Math.exp(3 + draw.normal() * 0.7))),
    };
  }),
]);

export function teams(): TeamSeed[] {
  return allTeams();
}
