export interface Region {
  id: string;
  name: string;
  level: 'PROVINCE' | 'CITY' | 'COUNTY';
  parent?: Region | null;
}

interface RegionShare {
  id: string;
  name: string;
  votes: number;
  /** Inside it, most votes first; empty where nothing is inside but itself. */
  parts: { id: string; name: string; votes: number }[];
}

const lineOf = (region: Region): Region[] => [region, ...(region.parent ? lineOf(region.parent) : [])];

/** By city, or by province where votes went to several: the most first, each with what lies inside. */
export function sharesOf(figures: readonly { region: Region; votes: number }[]): RegionShare[] {
  const provinces = new Set(figures.map(({ region }) => lineOf(region).at(-1)?.id));
  const level = provinces.size > 1 ? 'PROVINCE' : 'CITY';
  const shares = new Map<string, RegionShare>();
  for (const { region, votes } of figures) {
    const line = lineOf(region);
    const group = line.find((one) => one.level === level) ?? line.at(-1) ?? region;
    const share = shares.get(group.id) ?? { id: group.id, name: group.name, votes: 0, parts: [] };
    share.votes += votes;
    share.parts.push({ id: region.id, name: region.name, votes });
    shares.set(group.id, share);
  }
  return [...shares.values()]
    .map((share) => ({
      ...share,
      parts: share.parts.length === 1 && share.parts[0]?.id === share.id ? [] : share.parts.toSorted(byVotes),
    }))
    .toSorted(byVotes);
}

const byVotes = (one: { votes: number; id: string }, other: { votes: number; id: string }) =>
  other.votes - one.votes || (one.id < other.id ? -1 : 1);
