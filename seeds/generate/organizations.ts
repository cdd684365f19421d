import rows from '../data/organization-types.json' with { type: 'json' };
import named from '../data/named-organizations.json' with { type: 'json' };
import { once, random } from '../random.ts';
import type { Localized, OrganizationKind, OrganizationSeed } from '../types.ts';
import { type County, type Town, isUrban, jilinCities, jilinCounties } from './places.ts';

type OrganizationType = {
  type: string;
  kind: string;
  group: string;
  zh: string;
  en: string;
  slug: string;
  team: string[];
  only?: string[];
  counties?: boolean;
  prefix?: string[];
};

/** An organization of Jilin together with what the generators need to know about it. */
export type LocalOrganization = OrganizationSeed & {
  type: string;
  team: Localized;
  /** Where it works; a city's organization works in one of the city's counties at a time. */
  counties: readonly County[];
  town?: Town;
};

const types: readonly OrganizationType[] = rows;
const inGroup = (group: string) => types.filter((type) => type.group === group);
const typeOf = (name: string) => types.find(({ type }) => type === name)!;

const ROTATING = ['culture', 'health', 'learning', 'law', 'relief', 'nature'] as const;
const CITY_TYPES = ['university', 'federation', 'museum', 'redcross', 'enterprise', 'disabled', 'bus', 'lecturers'];

function suits(type: OrganizationType, county: County): boolean {
  if (type.counties && county.full.endsWith('区')) return false;
  return !type.only || type.only.some((tag) => county.tags.includes(tag));
}

function inCounty(type: OrganizationType, county: County): LocalOrganization {
  const [prefixZh = '', prefixEn = ''] = type.prefix ?? [];
  // The power companies drop the word for autonomous counties from their names, as everybody does.
  const place = type.prefix && county.full.includes('自治县') ? `${county.short}县` : county.full;
  const placeEn = type.prefix && county.full.includes('自治县') ? `${county.en.split(' ')[0]} County` : county.en;
  return {
    slug: `${county.slug}-${type.slug}`,
    name: { zh: `${prefixZh}${place}${type.zh}`, en: `${prefixEn}${placeEn} ${type.en}` },
    kind: type.kind as OrganizationKind,
    regionCode: county.code,
    type: type.type,
    team: { zh: `${place}${type.team[0]}`, en: `${placeEn} ${type.team[1]}` },
    counties: [county],
  };
}

function station(county: County, town: Town): LocalOrganization {
  const type = typeOf('station');
  const townSlug = town.en.toLowerCase().replace(/ü/g, 'u').replace(/'/g, '').replace(/ /g, '-');
  return {
    slug: `${county.slug}-${townSlug}-practice-station`,
    name: { zh: `${county.full}${town.zh}${type.zh}`, en: `${town.en} ${type.en}, ${county.en}` },
    kind: 'COMMUNITY',
    regionCode: county.code,
    type: 'station',
    team: { zh: `${town.zh}${type.team[0]}`, en: `${town.en} ${type.team[1]}` },
    counties: [county],
    town,
  };
}

function ofCounty(county: County, index: number): LocalOrganization[] {
  const draw = random(`organizations/${county.code}`);
  // Every county leaves out one or two fields, each county others.
  const leftOut = index % 5 < 2 ? [index % 6, (index + 3) % 6] : [index % 6];
  const rotating = ROTATING.filter((_, group) => !leftOut.includes(group)).map((group, position) => {
    const choices = inGroup(group).filter((type) => suits(type, county));
    return choices[(index + position * 5) % choices.length]!;
  });
  const town = draw.pick(
    county.tags.includes('u') ? county.towns.filter((place) => isUrban(place, county)) : county.towns,
  );
  const others = rotating.filter((type) => type.type !== 'power' || county.short !== '伊通');
  return [
    inCounty(typeOf('center'), county),
    ...others.map((type) => inCounty(type, county)),
    ...(county.short === '伊通' ? [inCounty(typeOf('power'), county)] : []),
    station(county, town),
  ];
}

function ofCity(city: (typeof jilinCities)[number], index: number): LocalOrganization[] {
  return [0, 1, 2, 3].map((turn) => {
    const type = typeOf(turn < 2 ? CITY_TYPES[turn]! : CITY_TYPES[2 + ((index + (turn - 2) * 3) % 6)]!);
    return {
      slug: `${city.slug}-${type.slug}`,
      name: { zh: `${city.zh}${type.zh}`, en: `${city.en} ${type.en}` },
      kind: type.kind as OrganizationKind,
      regionCode: city.code,
      type: type.type,
      team: { zh: `${city.zh}${type.team[0]}`, en: `${city.en} ${type.team[1]}` },
      counties: jilinCounties.filter((county) => county.code.startsWith(city.code.slice(0, 4))),
    };
  });
}

/** The organizations that enter the generated projects. */
export const localOrganizations = once((): LocalOrganization[] => [
  ...jilinCounties.flatMap(ofCounty),
  ...jilinCities.flatMap(ofCity),
]);

export function organizations(): OrganizationSeed[] {
  const local = localOrganizations().map(({ slug, name, kind, regionCode }) => ({ slug, name, kind, regionCode }));
  return [...(named as OrganizationSeed[]), ...local];
}
