import { once, random, type Random } from '../random.ts';
import { type LocalOrganization, localOrganizations } from './organizations.ts';
import { type County, type Town, isUrban } from './places.ts';
import { entriesPerCategory, type Theme, themes } from './themes.ts';
import { namedProjects } from './named-projects.ts';

/** Which project is run where and by whom, before a word of it is written. */
export type Plan = {
  key: string;
  categoryKey: string;
  theme: Theme;
  /** How many projects of this theme came before it. */
  turn: number;
  organization: LocalOrganization;
  county: County;
  town: Town;
};

type Site = { organization: LocalOrganization; county: County; towns: Town[] };

function sites(theme: Theme): Site[] {
  return localOrganizations().flatMap((organization) => {
    if (!theme.by.includes(organization.type)) return [];
    return organization.counties.flatMap((county) => {
      if (theme.where && !theme.where.some((tag) => county.tags.includes(tag))) return [];
      const all = organization.town ? [organization.town] : county.towns;
      const fitting =
        theme.setting === 'any' ? all : all.filter((town) => isUrban(town, county) === (theme.setting === 'urban'));
      return fitting.length > 0 ? [{ organization, county, towns: fitting }] : [];
    });
  });
}

/** The least busy organization first; the same theme never twice in a county while others are free. */
function choose(theme: Theme, candidates: Site[], load: Map<string, number>, taken: Set<string>, draw: Random): Site {
  const cost = (site: Site) =>
    (load.get(site.organization.slug) ?? 0) +
    (taken.has(`${theme.key}/${site.county.code}`) ? 100 : 0) +
    draw.next() * 0.9;
  let best: { site: Site; cost: number } | undefined;
  for (const site of candidates) {
    const price = cost(site);
    if (!best || price < best.cost) best = { site, cost: price };
  }
  if (!best) throw new Error(`no organization can run ${theme.key}`);
  return best.site;
}

export const plans = once((): Plan[] => {
  const draw = random('plans');
  const load = new Map<string, number>();
  const taken = new Set<string>();
  const turns = new Map<string, number>();
  const slots = Object.entries(entriesPerCategory).flatMap(([categoryKey, quota]) => {
    const own = namedProjects.filter((project) => project.categoryKey === categoryKey).length;
    const available = themes[categoryKey] ?? [];
    return Array.from({ length: quota - own }, (_, i) => ({ categoryKey, theme: available[i % available.length]! }));
  });
  // The pickiest themes choose first, so that the few bodies able to run them are still free.
  const choices = new Map(slots.map(({ theme }) => [theme, sites(theme)]));
  const picky = draw
    .shuffle(slots)
    .toSorted((a, b) => Math.min(40, choices.get(a.theme)!.length) - Math.min(40, choices.get(b.theme)!.length));
  const chosen = picky.map(({ categoryKey, theme }) => {
    const site = choose(theme, choices.get(theme)!, load, taken, draw);
    load.set(site.organization.slug, (load.get(site.organization.slug) ?? 0) + 1);
    taken.add(`${theme.key}/${site.county.code}`);
    const turn = turns.get(theme.key) ?? 0;
    turns.set(theme.key, turn + 1);
    const { organization, county, towns } = site;
    return { key: `${theme.key}-${turn + 1}`, categoryKey, theme, turn, organization, county, town: draw.pick(towns) };
  });
  return draw.shuffle(chosen);
});
