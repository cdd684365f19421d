import counties from '../data/counties.json' with { type: 'json' };
import regionRows from '../data/regions.json' with { type: 'json' };
import type { RegionSeed } from '../types.ts';

export type Town = { zh: string; en: string };

/** What a page about a county of Jilin needs to sound like that county. */
export type County = {
  code: string;
  /** As written in an organization's name: 长春市朝阳区, 通榆县. */
  full: string;
  /** As spoken: 长春朝阳, 通榆. */
  short: string;
  en: string;
  slug: string;
  /** `u` mostly urban, `r` mostly rural; the rest are landscapes and languages. */
  tags: string[];
  traits: string[];
  towns: Town[];
};

export function regions(): RegionSeed[] {
  return regionRows as RegionSeed[];
}

const ascii = (text: string) =>
  text
    .normalize('NFD')
    .replace(/[^A-Za-z ,]/g, '')
    .toLowerCase();

function slugOf(en: string): string {
  const [place = '', city = ''] = ascii(en).split(', ');
  const name = place
    .replace(/ (korean|manchu|mongol)? ?autonomous county$/, '')
    .replace(/ (county|city|district)$/, '')
    .trim()
    .replace(/ /g, '-');
  return city ? `${city.replace(/ city$/, '')}-${name}` : name;
}

export const jilinCounties: readonly County[] = counties.map((county) => ({
  ...county,
  slug: slugOf(county.en),
  towns: county.towns.map(([zh = '', en = '']) => ({ zh, en })),
}));

export const jilinCities = regions()
  .filter((region) => region.level === 'CITY' && region.code.startsWith('22'))
  .map((region) => ({
    ...region,
    // The city of Jilin and the county of Tonghua share their names with something larger or smaller.
    slug: `${ascii(region.en).replace(/ korean.*| city$/, '')}-city`.replace('yanbian-city', 'yanbian'),
    en: region.en.replace(' Korean Autonomous Prefecture', ''),
  }));

/** Subdistricts are; so is the seat of a county that has none, listed first. */
export const isUrban = (town: Town, county: County) => town.zh.endsWith('街道') || town === county.towns[0];
